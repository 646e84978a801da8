package store

import (
	"cmp"
	"os"
	"slices"
	"testing"
)

// benchRegister names a large register for BenchmarkQuery; without it a small one is asked.
const benchRegister = "PARLEY_BENCH_REGISTER"

// BenchmarkQuery asks for the first page of the common queries, for who and what the
// register has most of.
func BenchmarkQuery(b *testing.B) {
	s := benchStore(b)
	party, person, topic, outlet := most(b, s, facetParty), most(b, s, facetPerson), most(b, s, facetTopic), most(b, s, facetOutlet)
	other := with(b, s, party)
	word, today := frequent(b, s)
	l := func(v string) []string { return []string{v} }
	const page = 50
	entries := func(f Filter) func() error {
		f.Limit = page
		return func() error { return drain(s.Entries(b.Context(), f)) }
	}
	search := func(words string, f Filter) func() error {
		f.Limit, f.Newest = page, true
		return func() error { return drain(s.Search(b.Context(), words, f)) }
	}
	statements := func(f StatementFilter) func() error {
		f.Limit, f.Newest = page, true
		return func() error { return drain(s.Statements(b.Context(), f)) }
	}
	actors := func(f ActorFilter) func() error {
		f.Limit, f.Counterparts = page, 5
		return func() error { return drain(s.Actors(b.Context(), f)) }
	}
	for _, q := range []struct {
		name string
		run  func() error
	}{
		{"contacts", entries(Filter{Newest: true})},
		{"contacts/party", entries(Filter{Parties: l(party), Newest: true})},
		{"contacts/between", entries(Filter{Parties: l(party), With: l(other), Newest: true})},
		{"contacts/person", entries(Filter{People: l(person)})},
		{"contacts/topic-kind-status", entries(Filter{Topics: l(topic), Kinds: l("call"), Statuses: []string{"held", "denied"}, Newest: true})},
		{"contacts/outlet-days", entries(Filter{Outlets: l(outlet), To: today})},
		{"contacts/disputed", entries(Filter{Disputed: true, Parties: l(party)})},
		{"upcoming", func() error { return drain(s.Upcoming(b.Context(), today, Filter{Limit: page})) }},
		{"overdue", func() error { return drain(s.Overdue(b.Context(), today, Filter{Limit: page, Newest: true})) }},
		{"statements", statements(StatementFilter{})},
		{"statements/speaker-topic", statements(StatementFilter{People: l(person), Topics: l(topic)})},
		{"positions", func() error { return drain(s.Positions(b.Context(), person, StatementFilter{Limit: 5, Newest: true})) }},
		{"commitments", func() error {
			return drain(s.Commitments(b.Context(), today, CommitmentFilter{Who: l(party), Limit: page, Newest: true}))
		}},
		{"actors", actors(ActorFilter{})},
		{"actors/who", actors(ActorFilter{Who: []string{person, party}})},
		{"search", search(word, Filter{})},
		{"search/party", search(word, Filter{Parties: l(party)})},
		{"search/phrase", search(`"`+word+` `+word+`"`, Filter{})},
	} {
		b.Run(q.name, func(b *testing.B) {
			for b.Loop() {
				if err := q.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func benchStore(b *testing.B) *Store {
	b.Helper()
	path := os.Getenv(benchRegister)
	if path == "" {
		return small(b)
	}
	s, err := Open(b.Context(), path, Options{ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	return s
}

// most is the value of a facet that most entries and statements have.
func most(b *testing.B, s *Store, facet string) (value string) {
	b.Helper()
	err := s.read(b.Context(), func(q *session) error {
		_, err := q.row(b.Context(), "SELECT value FROM terms WHERE facet = ? ORDER BY entries + statements DESC, value LIMIT 1", []any{facet}, &value)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return value
}

// with is the party that another one met most.
func with(b *testing.B, s *Store, party string) string {
	b.Helper()
	for a, err := range s.Actors(b.Context(), ActorFilter{Who: []string{party}, Counterparts: 1}) {
		if err != nil {
			b.Fatal(err)
		}
		if len(a.Counterparts) > 0 {
			return a.Counterparts[0].ID
		}
	}
	return party
}

// frequent is a word of which some of the last documents have most, and the last day on
// which a document came out.
func frequent(b *testing.B, s *Store) (word, day string) {
	b.Helper()
	counts := map[string]int{}
	for st, err := range s.Statements(b.Context(), StatementFilter{Newest: true, Limit: 200}) {
		if err != nil {
			b.Fatal(err)
		}
		day = max(day, or(st.Document.Published, ""))
		for _, form := range words(st.Document.Title) {
			if len(form) > 3 {
				counts[form]++
			}
		}
	}
	all := make([]string, 0, len(counts))
	for form := range counts {
		all = append(all, form)
	}
	if len(all) == 0 {
		b.Fatal("no document of the register has a statement")
	}
	return slices.MaxFunc(all, func(x, y string) int { return cmp.Or(cmp.Compare(counts[x], counts[y]), cmp.Compare(y, x)) }), day
}
