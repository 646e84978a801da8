package merge

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func TestEntries(t *testing.T) {
	day := func(s string) *string { return &s }
	call := func(id, status, date string) record.Contact {
		return record.Contact{
			ID: id, Kind: "call", Status: status, Main: true, Date: &record.Date{From: date, To: date},
			Parties: []record.Party{{ID: "FRA", Role: "party"}, {ID: "TUR", Role: "party"}},
		}
	}
	readings := []record.Reading{
		{Document: record.Document{ID: "later", Published: day("2025-03-15")}, Contacts: []record.Contact{call("c1", "held", "2025-03-14")}},
		{Document: record.Document{ID: "before", Published: day("2025-03-04")}, Contacts: []record.Contact{call("b1", "scheduled", "2025-03-05")}},
		{Document: record.Document{ID: "after", Published: day("2025-03-06")}, Contacts: []record.Contact{call("a1", "held", "2025-03-05")}},
		{Document: record.Document{ID: "nothing"}},
	}
	entries, err := Entries(readings)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, e := range entries {
		for _, m := range e.Members {
			got[e.ID] = append(got[e.ID], m.Document)
		}
		for _, s := range e.Life {
			got[e.ID] = append(got[e.ID], s.Status)
		}
	}
	want := map[string][]string{"a1": {"before", "after", "scheduled", "held"}, "c1": {"later", "held"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
