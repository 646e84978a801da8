package view

import (
	"context"
	"errors"

	"github.com/parley-news/parley"
)

// Search is the page of a search for words.
type Search struct {
	Query Query        `json:"-"`
	Words string       `json:"words"`
	Hits  []parley.Hit `json:"hits"`
	// Next is the cursor behind the last of them, "" when there are no more.
	Next string `json:"next"`
	// Actors are those who are called by the words.
	Actors []parley.Actor `json:"actors"`
	// Wrong says why the words cannot be searched for, "" where they can.
	Wrong string `json:"wrong"`
}

// hitsLimit is how many hits a page has.
const hitsLimit = 20

// Search looks for the words that a query has as its parameter q, in the documents, and
// among the names of actors.
func (m *Maker) Search(ctx context.Context, q Query) (Search, error) {
	v := Search{Query: q, Words: q.Also("q"), Hits: []parley.Hit{}, Actors: []parley.Actor{}}
	if v.Words == "" {
		return v, nil
	}
	f := q.Filter
	most := min(q.Limit, hitsLimit)
	f.Limit = most + 1
	hits, more, err := gather(m.register.Search(ctx, v.Words, f), most)
	if errors.Is(err, parley.ErrWords) {
		v.Wrong = err.Error()
		return v, nil
	}
	if err != nil {
		return Search{}, err
	}
	v.Hits = hits
	if more {
		v.Next = hits[len(hits)-1].Cursor()
	}
	if q.After == "" {
		if v.Actors, err = m.called(ctx, v.Words); err != nil {
			return Search{}, err
		}
	}
	return v, nil
}

// called are the actors that go by a name, those met most first.
func (m *Maker) called(ctx context.Context, name string) ([]parley.Actor, error) {
	const most = 5
	who := []string{name}
	if id, err := m.names.Party(name); err != nil {
		return nil, err
	} else if id != "" {
		who = append(who, id)
	}
	out, _, err := gather(m.register.Actors(ctx, parley.ActorFilter{Who: who, Limit: most}), most)
	if errors.Is(err, parley.ErrFilter) || errors.Is(err, parley.ErrNotFound) {
		return []parley.Actor{}, nil
	}
	return out, err
}
