package api

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/mend"
	"github.com/parley-news/parley/internal/web/access"
	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

func (a *API) changes() {
	type latest struct {
		Limit int `query:"limit" minimum:"1" maximum:"500" default:"50" doc:"how many are wanted at most"`
	}
	get(a, "/changes", "list-changes", "Changes", "The entries that came in or changed last", func(ctx context.Context, in *latest) (list[parley.Change], error) {
		return page(a.Register.Changes(ctx, in.Limit), in.Limit, nil)
	})
	type log struct {
		Before string `query:"before" doc:"only corrections before one by its id: the next of the page before"`
	}
	get(a, "/corrections", "list-corrections", "Changes", "What persons have mended, the newest first", func(ctx context.Context, in *log) (view.Corrections, error) {
		return a.Views.Corrections(ctx, in.Before)
	})

	type correction struct{ Body correctionAsked }
	post(a, "/corrections", "correct", "Changes", "Mend entries", access.Editor, func(ctx context.Context, in *correction) (record.Correction, error) {
		c, err := a.correction(ctx, &in.Body)
		if err != nil {
			return c, err
		}
		err = a.Change(ctx, "correct", mend.Told(c), func() (err error) {
			c, err = a.Register.Correct(ctx, c)
			return err
		})
		return c, err
	})

	type documents struct{ Body []documentGiven }
	post(a, "/documents", "add-documents", "Changes", "Read documents and keep what they say", access.Editor, func(ctx context.Context, in *documents) (additions, error) {
		return a.add(ctx, in.Body)
	})
	type text struct{ Body documentGiven }
	post(a, "/readings", "read-text", "Changes", "Read a text; nothing is kept", access.Reader, func(ctx context.Context, in *text) (record.Reading, error) {
		return a.Read(ctx, in.Body.document())
	})
}

// correctionAsked is a correction as people ask for it: by entries.
type correctionAsked struct {
	Action string   `json:"action" enum:"confirm,reject,merge,split,set,undo"`
	Reason string   `json:"reason" minLength:"1" maxLength:"500"`
	Entry  string   `json:"entry,omitempty" doc:"the id of the entry; not of undo"`
	Others []string `json:"others,omitempty" doc:"merge: the ids of the entries that are the same contact"`
	Apart  []string `json:"apart,omitempty" doc:"split: the ids of the documents that tell of another contact"`
	Field  string   `json:"field,omitempty" doc:"set: kind, mode, status, step, parties, people, date, place, initiator, topics, about or outcome"`
	Value  string   `json:"value,omitempty" doc:"set: its value, empty to take it away"`
	Undoes int64    `json:"undoes,omitempty" doc:"undo: the number of the correction"`
}

// correction is what was asked for, as the register has it.
func (a *API) correction(ctx context.Context, in *correctionAsked) (c record.Correction, err error) {
	if in.Action == "undo" {
		c = record.Correction{Action: in.Action, Undoes: in.Undoes}
	} else {
		var e *record.Entry
		if e, err = a.entry(ctx, in.Entry); err != nil {
			return c, err
		}
		switch in.Action {
		case "confirm", "reject":
			c = mend.Judge(in.Action, e)
		case "merge":
			all, names := []*record.Entry{e}, []string{in.Entry}
			for _, id := range in.Others {
				other, err := a.entry(ctx, id)
				if err != nil {
					return c, err
				}
				all, names = append(all, other), append(names, id)
			}
			c, err = mend.Merge(all, names)
		case "split":
			c, err = mend.Split(e, func(m record.Member) bool { return slices.Contains(in.Apart, m.Document) })
		case "set":
			if !slices.Contains(record.Settable, in.Field) {
				return c, fmt.Errorf("%w: %q is no field that can be set; there are %s", parley.ErrCorrection, in.Field, strings.Join(record.Settable, ", "))
			}
			c, err = mend.Set(e, in.Field, in.Value, a.Views.Party, a.Name)
		}
	}
	c.Author, c.Reason = access.From(ctx).Name, in.Reason
	return c, err
}

func (a *API) entry(ctx context.Context, id string) (*record.Entry, error) {
	found, err := a.Register.Entry(ctx, id)
	if err == nil && found.Entry == nil {
		err = gone(found)
	}
	return found.Entry, err
}

// documentGiven is a document as it is sent.
type documentGiven struct {
	ID        string `json:"id,omitempty" doc:"its id; without one its address, else a checksum of the text"`
	Text      string `json:"text" minLength:"1" doc:"the words, UTF-8; the first line is the title when it looks like one"`
	Title     string `json:"title,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	URL       string `json:"url,omitempty" format:"uri"`
	Published string `json:"published,omitempty" format:"date" doc:"the day of publication; without it “on Friday” stays without a date"`
	Language  string `json:"language,omitempty" doc:"a code as fr, where the text is too short to tell"`
}

func (g *documentGiven) document() record.Document {
	optional := func(s string) *string {
		if s == "" {
			return nil
		}
		return &s
	}
	return record.Document{
		ID: g.ID, Text: g.Text, Title: g.Title, Outlet: optional(g.Outlet), URL: optional(g.URL), Published: optional(g.Published), Language: g.Language,
	}
}

// additions is what became of documents.
type additions struct {
	Added      int      `json:"added"`
	Changed    int      `json:"changed"`
	Unchanged  int      `json:"unchanged"`
	NewEntries int      `json:"new_entries" doc:"how many more entries there are, less than 0 when some turned out to be one"`
	Mended     int      `json:"changed_entries"`
	Unread     []string `json:"unread" doc:"why documents could not be read; the others were added"`
}

func (a *API) add(ctx context.Context, all []documentGiven) (additions, error) {
	out := additions{Unread: []string{}}
	var docs iter.Seq2[record.Document, error] = func(yield func(record.Document, error) bool) {
		for i := range all {
			if !yield(all[i].document(), nil) {
				return
			}
		}
	}
	err := a.Change(ctx, "add", fmt.Sprintf("%d documents", len(all)), func() error {
		n, err := a.Register.Add(ctx, docs, parley.Adding{Unread: func(err error) { out.Unread = append(out.Unread, err.Error()) }})
		out.Added, out.Changed, out.Unchanged, out.NewEntries, out.Mended = n.Added, n.Changed, n.Unchanged, n.NewEntries, n.ChangedEntries
		return err
	})
	return out, err
}
