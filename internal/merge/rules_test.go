package merge

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/parley-news/parley/record"
)

func ref(c string) record.Ref { return record.Ref{Document: "d" + c, Contact: c} }

func TestRules(t *testing.T) {
	merge := record.Correction{ID: 1, Action: "merge", Contacts: []record.Ref{ref("a"), ref("b")}}
	split := record.Correction{ID: 2, Action: "split", Contacts: []record.Ref{ref("a")}, From: []record.Ref{ref("b")}}
	undoSplit := record.Correction{ID: 3, Action: "undo", Undoes: 2}
	undoUndo := record.Correction{ID: 4, Action: "undo", Undoes: 3}
	tests := []struct {
		name  string
		log   []record.Correction
		with  []record.Ref
		apart bool
	}{
		{"nothing", nil, nil, false},
		{"merged", []record.Correction{merge}, []record.Ref{ref("b")}, false},
		{"merged, then split", []record.Correction{merge, split}, nil, true},
		{"the split undone", []record.Correction{merge, split, undoSplit}, []record.Ref{ref("b")}, false},
		{"the undoing undone", []record.Correction{merge, split, undoSplit, undoUndo}, nil, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := NewRules(tt.log)
			if diff := cmp.Diff(tt.with, r.with(ref("a"))); diff != "" {
				t.Errorf("with (-want +got):\n%s", diff)
			}
			if got := r.apart([]record.Ref{ref("b")}, []record.Ref{ref("a")}); got != tt.apart {
				t.Errorf("apart = %v, want %v", got, tt.apart)
			}
		})
	}
}

// TestJoinedByHandOnOtherDays: what a person has joined takes in what is told of either day.
func TestJoinedByHandOnOtherDays(t *testing.T) {
	x, us := newMemory(), []string{"RUS", "USA"}
	var added []*Mention
	for _, l := range []told{
		{"a1", "2025-03-11", "call", "held", us, nil, "2025-03-10", "", ""},
		{"b1", "2025-03-14", "call", "held", us, nil, "2025-03-13", "", ""},
		{"c1", "2025-03-14", "call", "held", us, nil, "2025-03-13", "", ""},
		{"d1", "2025-03-30", "call", "held", us, nil, "2025-03-29", "", ""},
	} {
		added = append(added, l.mention())
		x.Put(added[len(added)-1])
	}
	rules := NewRules([]record.Correction{{ID: 1, Action: "merge", Contacts: []record.Ref{added[0].Ref, added[1].Ref}}})
	groups, err := Update(x, added, nil, nil, rules)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{"a1", "b1", "c1"}, {"d1"}}, contacts(groups)); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
}

// TestLaterRulesCount: what was said of others before must not undo what is said later.
func TestLaterRulesCount(t *testing.T) {
	merge := func(of ...string) record.Correction { return record.Correction{Action: "merge", Contacts: refs(of)} }
	split := func(a, b string) record.Correction {
		return record.Correction{Action: "split", Contacts: refs([]string{a}), From: refs([]string{b})}
	}
	tests := []struct {
		name string
		log  []record.Correction
		want [][]string
	}{
		{"joined through a third", []record.Correction{merge("a", "c"), merge("b", "c")}, [][]string{{"a", "b", "c"}, {"d"}}},
		{"then parted: the later of both joins holds", []record.Correction{merge("a", "c"), merge("b", "c"), split("a", "b")}, [][]string{{"a"}, {"b", "c"}, {"d"}}},
		{"joined at once, then parted", []record.Correction{merge("a", "b", "c"), split("a", "b")}, [][]string{{"a", "c"}, {"b"}, {"d"}}},
		{"parted, then joined through a third", []record.Correction{split("a", "b"), merge("a", "c"), merge("b", "c")}, [][]string{{"a", "b", "c"}, {"d"}}},
		{"parted at both ends of a chain", []record.Correction{merge("a", "b"), merge("c", "d"), merge("b", "c"), split("a", "d")}, [][]string{{"a"}, {"b", "c", "d"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x := newMemory()
			var added []*Mention
			for i, id := range []string{"a", "b", "c", "d"} {
				day := Day(20000 + 30*i).String()
				m := told{id + "1", day, "call", "held", []string{"RUS", "USA"}, nil, day, "", ""}.mention()
				m.Ref = refs([]string{id})[0]
				x.Put(m)
				added = append(added, m)
			}
			for i := range tt.log {
				tt.log[i].ID = int64(i + 1)
			}
			groups, err := Update(x, added, nil, nil, NewRules(tt.log))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, contacts(groups)); diff != "" {
				t.Errorf("groups (-want +got):\n%s", diff)
			}
		})
	}
}

func refs(of []string) []record.Ref {
	var out []record.Ref
	for _, id := range of {
		out = append(out, ref(id))
	}
	return out
}

// TestTheLastWordCounts: whatever was said before, what was said last holds.
func TestTheLastWordCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := refs([]string{"a", "b", "c", "d", "e", "f"})
		log := drawLog(t, all, 8)
		last := log[len(log)-1]
		r := NewRules(log)
		if last.Action == "merge" {
			one := r.wholeOf(last.Contacts[0])
			if !slices.Contains(one, last.Contacts[1]) {
				t.Fatalf("%v are not one", last.Contacts)
			}
			return
		}
		for _, c := range last.Contacts {
			if c != last.From[0] && slices.Contains(r.wholeOf(c), last.From[0]) {
				t.Fatalf("%v are not parted from %v", last.Contacts, last.From)
			}
		}
	})
}
