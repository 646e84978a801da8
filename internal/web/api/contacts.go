package api

import (
	"context"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// explainedEntry is an entry, with why its documents belong to it where that was asked for.
type explainedEntry struct {
	record.Entry
	Why []reason `json:"why,omitempty"`
}

// reason says why a member belongs to its entry, with the points of each aspect.
type reason struct {
	Member record.Ref     `json:"member"`
	With   record.Ref     `json:"with"`
	Points map[string]int `json:"points"`
	ByHand bool           `json:"by_hand"`
}

func (a *API) contacts() {
	type asked struct {
		EntriesAsked
		Ordered
		Paged
	}
	get(a, "/contacts", "list-contacts", "Contacts", "The entries of the register", func(ctx context.Context, in *asked) (list[record.Entry], error) {
		q, err := a.query(&in.EntriesAsked, in.Paged, in.Sort)
		if err != nil {
			return list[record.Entry]{}, err
		}
		f := q.Filter
		f.Limit++
		return page(a.Register.Entries(ctx, f), q.Limit, parley.Cursor)
	})

	type one struct {
		ID  string `path:"id" doc:"the id of an entry, or six digits or more of its beginning"`
		Why bool   `query:"why" doc:"say of each document why it belongs to the entry"`
	}
	get(a, "/contacts/{id}", "show-contact", "Contacts", "One entry, with all accounts of it", func(ctx context.Context, in *one) (explainedEntry, error) {
		found, err := a.Register.Entry(ctx, in.ID)
		switch {
		case err != nil:
			return explainedEntry{}, err
		case found.Entry == nil:
			return explainedEntry{}, gone(found)
		}
		out := explainedEntry{Entry: *found.Entry}
		if in.Why {
			out.Why, err = a.why(ctx, out.ID)
		}
		return out, err
	})

	type ahead struct {
		EntriesAsked
		Today string `query:"today" format:"date" doc:"as on a day, without it today"`
		Paged
	}
	get(a, "/upcoming", "list-upcoming", "Contacts", "What is announced and lies ahead, the soonest first", func(ctx context.Context, in *ahead) (list[record.Entry], error) {
		q, err := a.query(&in.EntriesAsked, in.Paged, "")
		if err != nil {
			return list[record.Entry]{}, err
		}
		f := q.Filter
		f.Limit++
		return page(a.Register.Upcoming(ctx, a.day(in.Today), f), q.Limit, parley.Cursor)
	})
	get(a, "/overdue", "list-overdue", "Contacts", "What was announced for days that have passed, and nobody has reported since", func(ctx context.Context, in *ahead) (list[record.Entry], error) {
		q, err := a.query(&in.EntriesAsked, in.Paged, "newest")
		if err != nil {
			return list[record.Entry]{}, err
		}
		f := q.Filter
		f.Limit++
		return page(a.Register.Overdue(ctx, a.day(in.Today), f), q.Limit, parley.Cursor)
	})
}

// day is the day that was given, else today.
func (a *API) day(given string) string {
	if given != "" {
		return given
	}
	return a.Views.Today()
}

func (a *API) why(ctx context.Context, id string) ([]reason, error) {
	all, err := a.Register.Why(ctx, id)
	out := []reason{}
	for _, r := range all {
		one := reason{r.Member, r.With, map[string]int{}, r.ByHand}
		for aspect, n := range r.Points {
			if n != 0 {
				one.Points[merge.Aspect(aspect).String()] = n
			}
		}
		out = append(out, one)
	}
	return out, err
}
