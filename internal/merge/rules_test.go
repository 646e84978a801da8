package merge

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func ref(c string) record.Ref { return record.Ref{Document: "d" + c, Contact: c} }

func same(r record.Ref) record.Ref { return r }

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
			r := NewRules(tt.log, same)
			if diff := cmp.Diff(tt.with, r.with(ref("a"))); diff != "" {
				t.Errorf("with (-want +got):\n%s", diff)
			}
			if got := r.apart([]record.Ref{ref("b")}, []record.Ref{ref("a")}); got != tt.apart {
				t.Errorf("apart = %v, want %v", got, tt.apart)
			}
		})
	}
}

func TestRulesAfterReadingAgain(t *testing.T) {
	log := []record.Correction{{ID: 1, Action: "merge", Contacts: []record.Ref{ref("a"), ref("b")}}}
	r := NewRules(log, func(r record.Ref) record.Ref {
		if r == ref("a") {
			return ref("new")
		}
		return r
	})
	if diff := cmp.Diff([]record.Ref{ref("new")}, r.with(ref("b"))); diff != "" {
		t.Errorf("with (-want +got):\n%s", diff)
	}
}
