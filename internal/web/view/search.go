package view

import (
	"context"
	"errors"
	"regexp"
	"strings"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// Search is the page of a search for words.
type Search struct {
	Query Query        `json:"-"`
	Words string       `json:"words"`
	Hits  []parley.Hit `json:"hits"`
	// Next is the cursor behind the last of them, "" when there are no more.
	Next string `json:"next"`
	// Entries are those that the hits tell of, by their ids.
	Entries map[string]record.Entry `json:"entries"`
	// Meant is the entry whose id the words are, nil for words that are none.
	Meant *record.Entry `json:"meant"`
	// Actors are those who are called by the words.
	Actors []parley.Actor `json:"actors"`
	// Wrong says why the words cannot be searched for, "" where they can.
	Wrong string `json:"wrong"`
}

// hitsLimit is how many hits a page has, entriesOfHit of how many entries each tells in full.
const (
	hitsLimit    = 20
	entriesOfHit = 3
)

// Search looks for the words that a query has as its parameter q, in the documents, and
// among the names of actors.
func (m *Maker) Search(ctx context.Context, q Query) (Search, error) {
	v := Search{Query: q, Words: q.Also("q"), Hits: []parley.Hit{}, Entries: map[string]record.Entry{}, Actors: []parley.Actor{}}
	if v.Words == "" {
		return v, nil
	}
	f := q.Filter
	most := min(q.Limit, hitsLimit)
	f.Limit = most + 1
	hits, more, err := gather(m.register.Search(ctx, v.Words, f), most)
	if errors.Is(err, parley.ErrWords) {
		_, v.Wrong, _ = strings.Cut(err.Error(), parley.ErrWords.Error()+": ") // what stands before names the file
		return v, nil
	}
	if err != nil {
		return Search{}, err
	}
	v.Hits = hits
	for _, hit := range hits {
		for _, id := range hit.Entries[:min(entriesOfHit, len(hit.Entries))] {
			if err := m.tell(ctx, &v, id); err != nil {
				return Search{}, err
			}
		}
	}
	if more {
		v.Next = hits[len(hits)-1].Cursor()
	}
	if q.After == "" {
		if v.Meant, err = m.entryMeant(ctx, v.Words); err != nil {
			return Search{}, err
		}
		if v.Actors, err = m.called(ctx, v.Words); err != nil {
			return Search{}, err
		}
	}
	return v, nil
}

// Told are the entries of a hit that are told of in full.
func (v Search) Told(hit parley.Hit) []record.Entry {
	var out []record.Entry
	for _, id := range hit.Entries[:min(entriesOfHit, len(hit.Entries))] {
		if e, ok := v.Entries[id]; ok {
			out = append(out, e)
		}
	}
	return out
}

// Beyond is how many entries of a hit are not told of in full.
func (v Search) Beyond(hit parley.Hit) int { return len(hit.Entries) - len(v.Told(hit)) }

// Fields are the parameters that the form of a search has a field for, besides days.
func (v Search) Fields() []string {
	return []string{"party", "with", "person", "place", "outlet", "language"}
}

// tell puts an entry among those that the hits tell of; one that is gone by now is left out.
func (m *Maker) tell(ctx context.Context, v *Search, id string) error {
	if _, ok := v.Entries[id]; ok {
		return nil
	}
	found, err := m.register.Entry(ctx, id)
	if err != nil && !errors.Is(err, parley.ErrNotFound) {
		return err
	}
	if err == nil && found.Entry != nil {
		v.Entries[id] = *found.Entry
	}
	return nil
}

var entryID = regexp.MustCompile(`^[0-9a-f]{6,64}$`)

// entryMeant is the one entry whose id the words are, or begin, nil where there is none.
func (m *Maker) entryMeant(ctx context.Context, words string) (*record.Entry, error) {
	id := strings.ToLower(strings.TrimSpace(words))
	if !entryID.MatchString(id) {
		return nil, nil
	}
	found, err := m.register.Entry(ctx, id)
	if errors.Is(err, parley.ErrNotFound) || errors.Is(err, parley.ErrAmbiguous) {
		return nil, nil
	}
	return found.Entry, err
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
