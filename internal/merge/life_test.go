package merge

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLife(t *testing.T) {
	tests := []struct {
		name  string
		parts []Part
		want  string // step, a stroke and the document, for each
	}{
		{"one step after the other", []Part{
			partOf("a", "2025-03-01", "called-for"), partOf("b", "2025-03-03", "scheduled", on("2025-03-12")),
			partOf("c", "2025-03-12", "ongoing", on("2025-03-12")), partOf("d", "2025-03-13", "held", on("2025-03-12")),
		}, "called-for/a scheduled/b ongoing/c held/d"},
		{"what is told again is no step", []Part{
			partOf("a", "2025-03-01", "scheduled", on("2025-03-12")), partOf("b", "2025-03-02", "agreed", on("2025-03-12")), partOf("c", "2025-03-03", "scheduled"),
		}, "scheduled/a"},
		{"looking back does not undo", []Part{
			partOf("a", "2025-03-13", "held", on("2025-03-12")), partOf("b", "2025-09-01", "proposed", passing, on("2025-03-01")),
			partOf("c", "2025-09-02", "scheduled", passing), partOf("d", "2025-09-03", "cancelled", passing),
		}, "held/a"},
		{"later held after scheduled", []Part{
			partOf("a", "2025-03-01", "scheduled", on("2025-03-12")), partOf("b", "2025-03-20", "held", passing),
		}, "scheduled/a held/b"},
		{"other days are a move", []Part{
			partOf("a", "2025-03-01", "scheduled", on("2025-03-12")), partOf("b", "2025-03-05", "scheduled", on("2025-03-20")),
		}, "scheduled/a moved/b"},
		{"either side of midnight is no move", []Part{
			partOf("a", "2025-03-01", "scheduled", on("2025-03-12")), partOf("b", "2025-03-05", "scheduled", on("2025-03-13")),
		}, "scheduled/a"},
		{"an open plan gets its day", []Part{
			partOf("a", "2025-03-01", "agreed"), partOf("b", "2025-03-05", "scheduled", on("2025-03-05/2025-04-30")), partOf("c", "2025-03-20", "scheduled", on("2025-03-29")),
		}, "agreed/a scheduled/c"},
		{"a plan of a week is fixed already", []Part{
			partOf("a", "2025-03-01", "scheduled", on("2025-03-10/2025-03-16")), partOf("b", "2025-03-05", "scheduled", on("2025-03-12")),
		}, "scheduled/a"},
		{"called off", []Part{
			partOf("a", "2025-03-01", "scheduled", on("2025-03-12")), partOf("b", "2025-03-10", "postponed"), partOf("c", "2025-03-11", "scheduled", passing, on("2025-03-03")),
		}, "scheduled/a postponed/b"},
		{"called off and planned anew", []Part{
			partOf("a", "2025-03-01", "scheduled", on("2025-03-12")), partOf("b", "2025-03-10", "postponed", on("2025-03-12")),
			partOf("c", "2025-03-15", "scheduled", on("2025-04-02")), partOf("d", "2025-04-03", "held", on("2025-04-02")),
		}, "scheduled/a postponed/b moved/c held/d"},
		{"called off, and told again as if it was not", []Part{
			partOf("a", "2025-03-01", "scheduled", on("2025-03-12")), partOf("b", "2025-03-02", "cancelled", on("2025-03-12")), partOf("c", "2025-03-03", "scheduled", on("2025-03-12")),
		}, "scheduled/a cancelled/b"},
		{"ruled out, then called off", []Part{
			partOf("a", "2025-03-01", "scheduled"), partOf("b", "2025-03-02", "no-plans"), partOf("c", "2025-03-03", "cancelled"), partOf("d", "2025-03-04", "refused"),
		}, "scheduled/a no-plans/b cancelled/c"},
		{"refused, held in the end", []Part{
			partOf("a", "2025-03-01", "proposed"), partOf("b", "2025-03-02", "refused"), partOf("c", "2025-03-20", "held", on("2025-03-19")),
		}, "proposed/a refused/b held/c"},
		{"said not to have happened does not undo", []Part{
			partOf("a", "2025-03-13", "held"), partOf("b", "2025-03-14", "said-not-to-have-happened"),
		}, "held/a"},
		{"back to a proposal when a document is about it", []Part{
			partOf("a", "2025-03-01", "scheduled"), partOf("b", "2025-03-02", "proposed", passing), partOf("c", "2025-03-03", "proposed"),
		}, "scheduled/a proposed/c"},
		{"broken off", []Part{
			partOf("a", "2025-03-01", "ongoing"), partOf("b", "2025-03-02", "scheduled"), partOf("c", "2025-03-03", "cancelled"),
		}, "ongoing/a cancelled/c"},
		{"of one day, what comes first in a life", []Part{
			partOf("a", "2025-03-01", "held"), partOf("b", "2025-03-01", "scheduled"), partOf("c", "2025-03-01", "proposed"),
		}, "proposed/c scheduled/b held/a"},
		{"documents without a day come last", []Part{
			partOf("a", "", "scheduled"), partOf("b", "2025-03-01", "proposed"), partOf("c", "", "held"),
		}, "proposed/b held/c"},
		{"no document has a day", []Part{partOf("a", "", "cancelled"), partOf("b", "", "cancelled")}, "cancelled/a"},
		{"held on another day than planned", []Part{
			partOf("a", "2025-03-01", "scheduled", on("2025-03-12")), partOf("b", "2025-03-20", "held", on("2025-03-19")),
		}, "scheduled/a held/b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := Build(tt.parts, nil)
			var got []string
			for _, step := range e.Life {
				got = append(got, step.Step+"/"+step.Document)
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
				t.Error(diff)
			}
			if last := e.Life[len(e.Life)-1]; e.Status != last.Status || e.Step != last.Step {
				t.Errorf("the entry is %s/%s, its last step %s/%s", e.Status, e.Step, last.Status, last.Step)
			}
		})
	}
}

func TestLifeNamesWhoAnnouncedAStepAndForWhen(t *testing.T) {
	e := Build([]Part{partOf("a", "2025-03-01", "scheduled", on("2025-03-10/2025-03-12"), says("FRA", "Élysée Palace", "status", "scheduled"))}, nil)
	step := e.Life[0]
	if step.By == nil || *step.By != "FRA" || step.Text != "status scheduled" || *step.Announced != "2025-03-01" {
		t.Errorf("got %+v; want it announced by FRA on 2025-03-01 in the words of the assertion", step)
	}
	if step.For == nil || step.For.From != "2025-03-10" || step.For.To != "2025-03-12" {
		t.Errorf("got it for %+v; want 2025-03-10 to 2025-03-12", step.For)
	}
}
