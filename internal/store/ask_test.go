package store

import (
	"context"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"
)

// a question is asked of a grown register; it says how many answers there are.
type question struct {
	name string
	ask  func(ctx context.Context, s *Store) (int, error)
}

// questions are those that people ask most, and some that are hard: much is found and all
// of it fits, much is found and little of it fits, next to nothing is found.
func questions(last string) []question {
	const page = 50
	entries := func(name string, f Filter) question {
		f.Limit = page
		return question{"contacts, " + name, func(ctx context.Context, s *Store) (int, error) { return count(s.Entries(ctx, f)) }}
	}
	search := func(name, words string, f Filter) question {
		f.Limit, f.Newest = page, true
		return question{"search, " + name, func(ctx context.Context, s *Store) (int, error) { return count(s.Search(ctx, words, f)) }}
	}
	month := func(f Filter) Filter {
		f.From, f.To = "2012-01-05", "2012-02-05"
		return f
	}
	return []question{
		entries("the newest", Filter{Newest: true}),
		entries("of a month", month(Filter{})),
		entries("of a party, newest", Filter{Parties: []string{"USA"}, Newest: true}),
		entries("of two parties", Filter{Parties: []string{"Russia"}, With: []string{"Turkey"}, Newest: true}),
		entries("of two that seldom meet", Filter{Parties: []string{"EST"}, With: []string{"LVA"}}),
		entries("of a person by part of the name", Filter{People: []string{"Lavrov"}, Newest: true}),
		entries("calls on a topic", Filter{Kinds: []string{"call"}, Topics: []string{"energy"}, Newest: true}),
		entries("cancelled, of a party, in a month", month(Filter{Statuses: []string{"cancelled"}, Parties: []string{"DEU"}})),
		entries("disputed, at a place", Filter{Disputed: true, Places: []string{"Moscow"}, Newest: true}),
		entries("in a language, of an outlet", Filter{Languages: []string{"ro"}, Outlets: []string{"Busola"}, Newest: true}),
		entries("of six fields", Filter{
			Kinds: []string{"meeting"}, Statuses: []string{"held"}, Parties: []string{"UKR"}, Topics: []string{"ceasefire"},
			Languages: []string{"uk"}, Places: []string{"Kyiv"}, Newest: true,
		}),
		{"upcoming", func(ctx context.Context, s *Store) (int, error) {
			return count(s.Upcoming(ctx, last, Filter{Limit: page}))
		}},
		{"overdue", func(ctx context.Context, s *Store) (int, error) {
			return count(s.Overdue(ctx, last, Filter{Limit: page, Newest: true}))
		}},
		search("a word of most documents", "president", Filter{}),
		search("a word of most documents, of two parties", "president", Filter{Parties: []string{"FRA"}, With: []string{"EGY"}}),
		search("two words", "migration telephone", Filter{}),
		search("a phrase", `"exchange of prisoners"`, Filter{}),
		search("the beginning of a word", "Lavro*", Filter{}),
		search("a word of no document", "xylophone", Filter{}),
		{"statements, of a person", func(ctx context.Context, s *Store) (int, error) {
			return count(s.Statements(ctx, StatementFilter{People: []string{"Sergey Lavrov"}, Newest: true, Limit: page}))
		}},
		{"positions, of a party", func(ctx context.Context, s *Store) (int, error) {
			return count(s.Positions(ctx, "FRA", StatementFilter{Limit: page}))
		}},
		{"actors, those met most", func(ctx context.Context, s *Store) (int, error) {
			return count(s.Actors(ctx, ActorFilter{Limit: page}))
		}},
		{"actors, one with counterparts", func(ctx context.Context, s *Store) (int, error) {
			return count(s.Actors(ctx, ActorFilter{Who: []string{"Merkel"}, Counterparts: 10, Limit: page}))
		}},
		{"actors, those met most in a month", func(ctx context.Context, s *Store) (int, error) {
			return count(s.Actors(ctx, ActorFilter{In: month(Filter{}), Limit: page}))
		}},
		{"show, with why", func(ctx context.Context, s *Store) (int, error) {
			for e, err := range s.Entries(ctx, Filter{Parties: []string{"USA"}, Newest: true, Limit: 1}) {
				if err != nil {
					return 0, err
				}
				if _, err := s.Why(ctx, e.ID); err != nil {
					return 0, err
				}
				found, err := s.Entry(ctx, e.ID)
				return len(found.Entry.Members), err
			}
			return 0, nil
		}},
	}
}

func count[T any](answers iter.Seq2[T, error]) (n int, err error) {
	for _, err := range answers {
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// benchQuestions asks each several times: the first finds nothing in memory but what
// adding has left there.
func benchQuestions(b *testing.B, s *Store) {
	var last string
	for e, err := range s.Entries(b.Context(), Filter{Newest: true, Limit: 1, Statuses: []string{"held"}}) {
		if err != nil {
			b.Fatal(err)
		}
		last, _, _ = strings.Cut(Cursor(&e), "/")
	}
	for _, q := range questions(last) {
		b.Run("ask="+q.name, func(b *testing.B) {
			const times = 9
			answers := 0
			var took []float64
			for range b.N {
				for range times {
					at := time.Now()
					n, err := q.ask(b.Context(), s)
					if err != nil {
						b.Fatal(err)
					}
					answers = n
					took = append(took, float64(time.Since(at).Microseconds())/1e3)
				}
			}
			first := took[0]
			slices.Sort(took)
			b.ReportMetric(first, "ms-first")
			b.ReportMetric(took[len(took)/2], "ms")
			b.ReportMetric(float64(answers), "answers")
			b.ReportMetric(0, "ns/op")
		})
	}
}
