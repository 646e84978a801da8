package resolve_test

import (
	"testing"
)

// TestOutcome holds what was agreed, on the sidelines of what, and to whom and
// when something was said.
func TestOutcome(t *testing.T) {
	reader := newReader(t)
	for _, c := range []struct{ text, outcome string }{
		{"Hakan Fidan met Sergey Lavrov in Ankara on Monday on the sidelines of talks between Romania and Bulgaria. The two ministers agreed that flights should resume.", "flights should resume"},
		{"Emmanuel Macron a rencontré lundi Kaïs Saïed à Djerba en marge du sommet entre la Tunisie et le Canada. Les deux présidents sont convenus de relancer la coopération énergétique.", "Les deux présidents sont convenus de relancer la coopération énergétique"},
		{"Oana Țoiu s-a întâlnit luni la Bruxelles cu Radosław Sikorski, în marja summitului dintre Uniunea Europeană și Ucraina. Cei doi miniștri au convenit să relanseze cooperarea energetică.", "să relanseze cooperarea energetică"},
	} {
		out := read(t, reader, "2025-03-12", c.text)
		if len(out.Contacts) != 2 {
			t.Errorf("%s: %d contacts, not 2", c.text, len(out.Contacts))
			continue
		}
		met, whole := out.Contacts[0], out.Contacts[1]
		if met.Outcome == nil || *met.Outcome != c.outcome {
			t.Errorf("%s: outcome %v", c.text, met.Outcome)
		}
		if met.PartOf == nil || *met.PartOf != whole.ID || whole.PartOf != nil {
			t.Errorf("%s: part of %v and %v", c.text, met.PartOf, whole.PartOf)
		}
	}
	said := read(t, reader, "2025-03-12", "Hakan Fidan told Sergey Lavrov on Tuesday that grain exports must resume.")
	if len(said.Statements) != 1 {
		t.Fatalf("%d statements, not 1", len(said.Statements))
	}
	s := said.Statements[0]
	if len(s.Addressees) != 1 || s.Addressees[0].ID != "RUS" || s.Date == nil || s.Date.From != "2025-03-11" {
		t.Errorf("to %v on %v", s.Addressees, s.Date)
	}
}
