package command

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
	"github.com/parley-news/parley/record"
)

// documentHistory is a document as JSON: its reading, and those before it.
type documentHistory struct {
	record.Reading
	Entries []string  `json:"entries"`
	Earlier []earlier `json:"earlier"`
}

type earlier struct {
	Replaced string `json:"replaced"`
	record.Reading
}

func (a *app) showDocument(ctx context.Context, to io.Writer, r *parley.Register, id string, o showOptions) error {
	reading, err := r.Document(ctx, id)
	switch {
	case errors.Is(err, parley.ErrNotFound):
		return notFound(id, fmt.Sprintf("%q is no entry and no document of %s; parley contacts lists the entries, parley search finds documents", id, r.Path()))
	case err != nil:
		return err
	case o.why:
		return errors.New("--why is asked of an entry; this is a document")
	}
	versions, err := r.History(ctx, reading.Document.ID)
	if err != nil {
		return err
	}
	contacts := make([]string, len(reading.Contacts))
	for i, c := range reading.Contacts {
		contacts[i] = c.ID
	}
	entries, err := entriesWith(ctx, r, contacts)
	if err != nil {
		return err
	}
	if o.format == "json" {
		d := documentHistory{Reading: reading, Entries: []string{}, Earlier: []earlier{}}
		for _, e := range entries {
			d.Entries = append(d.Entries, e.ID)
		}
		for _, v := range versions {
			d.Earlier = append(d.Earlier, earlier{v.Replaced, v.Reading})
		}
		return printJSON(to, d)
	}
	look := o.look(a, to)
	look.Explain = o.explain
	if err := export.Text(to, look).Write(reading); err != nil {
		return err
	}
	if len(entries) > 0 {
		fmt.Fprint(to, "\nIn the register\n\n")
		if err := entryTable(to, look, entries); err != nil {
			return err
		}
	}
	for _, v := range versions {
		fmt.Fprintf(to, "\n%s\n\n", earlierHead(v, reading))
		if err := export.Text(to, look).Write(v.Reading); err != nil {
			return err
		}
	}
	return nil
}

// earlierHead says until when a reading stood, and why it does no more.
func earlierHead(v parley.Version, now record.Reading) string {
	if v.Reading.Document.Text == now.Document.Text {
		return "Until " + v.Replaced + " this was read in the same text:"
	}
	return "Until " + v.Replaced + " it had another text:"
}

// entriesWith lists the entries that contacts belong to, each once.
func entriesWith(ctx context.Context, r *parley.Register, contacts []string) ([]record.Entry, error) {
	var out []record.Entry
	seen := map[string]bool{}
	for _, c := range contacts {
		found, err := r.Entry(ctx, c)
		if err != nil {
			return nil, err
		}
		if e := found.Entry; e != nil && !seen[e.ID] {
			seen[e.ID] = true
			out = append(out, *e)
		}
	}
	return out, nil
}
