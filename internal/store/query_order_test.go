package store

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

// What is answered does not depend on the order in which documents were added.
func TestAnswersInAnyOrder(t *testing.T) {
	want := answers(t, smallReadings())
	r := rand.New(rand.NewPCG(1, 2))
	for range 4 {
		readings := smallReadings()
		r.Shuffle(len(readings), func(i, j int) { readings[i], readings[j] = readings[j], readings[i] })
		if diff := cmp.Diff(want, answers(t, readings)); diff != "" {
			t.Fatalf("added as %v:\n%s", documentsOf(readings), diff)
		}
	}
}

func documentsOf(readings []*record.Reading) (ids []string) {
	for _, r := range readings {
		ids = append(ids, r.Document.ID)
	}
	return ids
}

// answers asks a register of some readings, added a few at a time, for much of what can be
// asked for.
func answers(t *testing.T, readings []*record.Reading) []string {
	t.Helper()
	s, _ := open(t)
	for some := range slices.Chunk(readings, 4) {
		var batch []record.Reading
		for _, r := range some {
			batch = append(batch, *r)
		}
		add(t, s, batch...)
	}
	ctx := t.Context()
	var out []string
	for _, answer := range []any{
		all(t, s.Entries(ctx, Filter{})), all(t, s.Entries(ctx, Filter{Newest: true, Topics: []string{"energy", "ceasefire"}})),
		all(t, s.Statements(ctx, StatementFilter{})), all(t, s.Positions(ctx, "Lavrov", StatementFilter{})),
		all(t, s.Commitments(ctx, "2025-03-20", CommitmentFilter{})), all(t, s.Actors(ctx, ActorFilter{Counterparts: 3})),
		all(t, s.Actors(ctx, ActorFilter{In: Filter{Topics: []string{"energy", "ceasefire"}}, Counterparts: 3})),
		all(t, s.Search(ctx, "a*", Filter{})), all(t, s.Upcoming(ctx, "2025-03-16", Filter{})), all(t, s.Overdue(ctx, "2025-03-16", Filter{})),
	} {
		plain, err := json.Marshal(answer)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(plain))
	}
	return out
}
