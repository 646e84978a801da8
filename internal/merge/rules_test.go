package merge

import (
	"testing"

	"github.com/google/go-cmp/cmp"

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
		{"merged, then split", []record.Correction{merge, split}, []record.Ref{}, true},
		{"the split undone", []record.Correction{merge, split, undoSplit}, []record.Ref{ref("b")}, false},
		{"the undoing undone", []record.Correction{merge, split, undoSplit, undoUndo}, []record.Ref{}, true},
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
