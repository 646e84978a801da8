package merge

import (
	"testing"

	"github.com/parley-news/parley/record"
)

func TestBuildOfOnePart(t *testing.T) {
	day := "2025-03-12"
	p := Part{
		Document: record.Document{ID: "a", Published: &day, Language: "en"},
		Contact: record.Contact{
			ID: "c1", Kind: "call", Mode: "direct", Status: "held", Step: "held",
			Parties: []record.Party{{ID: "FRA", Name: "France", Type: "state", Role: "party"}, {ID: "TCD", Name: "Chad", Type: "state", Role: "party"}},
		},
	}
	e := Build([]Part{p}, nil)
	if e.ID != "c1" || e.Kind != "call" || e.Status != "held" || len(e.Parties) != 2 || len(e.Life) != 1 || e.Codes.CAMEO != "041" {
		t.Errorf("Build gave %+v", e)
	}
}
