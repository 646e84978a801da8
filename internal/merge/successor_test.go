package merge

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func TestSuccessors(t *testing.T) {
	on := func(contact, day, kind string, parties ...string) *Mention {
		m := &Mention{Ref: record.Ref{Document: "d", Contact: contact}, Kind: kind, Status: "held", Step: "held", Dated: true}
		m.From, m.To = ParseDay(day), ParseDay(day)
		for _, p := range parties {
			m.Parties = append(m.Parties, Side{ID: p, Role: "party"})
		}
		return m
	}
	tests := []struct {
		name       string
		gone, come []*Mention
		want       map[string]string
	}{
		{
			"of other parties there is none",
			[]*Mention{on("a", "2025-03-11", "call", "FRA", "TUR")},
			[]*Mention{on("x", "2025-03-11", "call", "FRA", "ITA")},
			map[string]string{},
		},
		{
			"another day does not matter where there is no better one",
			[]*Mention{on("a", "2025-03-11", "call", "FRA", "TUR")},
			[]*Mention{on("x", "2024-03-11", "call", "FRA", "TUR")},
			map[string]string{"a": "x"},
		},
		{
			"the best for each, and none twice",
			[]*Mention{on("a", "2025-03-11", "call", "FRA", "TUR"), on("b", "2025-04-20", "meeting", "FRA", "TUR")},
			[]*Mention{on("x", "2025-04-20", "meeting", "FRA", "TUR"), on("y", "2025-03-11", "call", "FRA", "TUR")},
			map[string]string{"a": "y", "b": "x"},
		},
		{
			"one for two goes to the better one",
			[]*Mention{on("a", "2025-03-11", "call", "FRA", "TUR"), on("b", "2025-04-20", "meeting", "FRA", "TUR")},
			[]*Mention{on("x", "2025-04-20", "meeting", "FRA", "TUR")},
			map[string]string{"b": "x"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Successors(tt.gone, tt.come)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
