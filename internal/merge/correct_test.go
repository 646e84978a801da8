package merge

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func setTo(field, value string) record.Correction {
	return record.Correction{
		ID: 1, At: "2025-04-01T10:00:00Z", Author: "A. Editor", Reason: "checked", Action: "set",
		Contacts: []record.Ref{{Document: "a", Contact: "c-a"}}, From: []record.Ref{}, Field: field, Value: value,
	}
}

func TestSet(t *testing.T) {
	barrot := record.Person{Name: "Jean Barrot", Role: "principal", As: "Barrot", Inferred: true}
	parts := []Part{partOf("a", "2025-03-13", "scheduled", on("2025-03-20"), at("Nice", "FRA"), with(barrot), topics("food"), asked("FRA", "France"))}
	barrot.Inferred = false
	che, ner := "CHE", "NER"
	text := "a loan"
	tests := []struct {
		field, value string
		got          func(e *record.Entry) any
		want         any
	}{
		{"kind", "visit", func(e *record.Entry) any { return e.Kind + " " + e.Codes.CAMEO }, "visit 036"},
		{"mode", "indirect", func(e *record.Entry) any { return e.Mode }, "indirect"},
		{"status", "cancelled", func(e *record.Entry) any { return e.Status + " " + e.Step + " " + e.Codes.CAMEO }, "cancelled cancelled 161"},
		{"status", "scheduled", func(e *record.Entry) any { return e.Status + " " + e.Step }, "scheduled scheduled"},
		{"step", "postponed", func(e *record.Entry) any { return e.Status + " " + e.Step }, "cancelled postponed"},
		{"date", "2025-03-21", func(e *record.Entry) any { return e.Date }, &record.Date{From: "2025-03-21", To: "2025-03-21", Basis: "explicit", Text: "2025-03-21"}},
		{"date", "2025-03-21/2025-03-25", func(e *record.Entry) any { return e.Date.To }, "2025-03-25"},
		{"date", "", func(e *record.Entry) any { return e.Date == nil }, true},
		{"place", "Nice", func(e *record.Entry) any { return or(e.Place.Country) }, "FRA"},
		{"place", "Geneva (CHE)", func(e *record.Entry) any { return e.Place }, &record.Place{Name: "Geneva", Country: &che}},
		{"place", "the villa", func(e *record.Entry) any { return e.Place }, &record.Place{Name: "the villa"}},
		{"place", "", func(e *record.Entry) any { return e.Place == nil }, true},
		{"initiator", "TCD", func(e *record.Entry) any { return e.Initiator }, &record.Actor{ID: "TCD", Name: "Chad"}},
		{"initiator", "", func(e *record.Entry) any { return e.Initiator == nil }, true},
		{"parties", "TCD, Niger (NER), UN", func(e *record.Entry) any { return e.Parties }, []record.Party{
			{ID: "NER", Name: "Niger", Type: "state", Role: "party"}, {ID: "TCD", Name: "Chad", Type: "state", Role: "party"}, {ID: "UN", Name: "UN", Type: "organisation", Role: "party"},
		}},
		{"parties", "Kosovo (XKX), WHO, Arab League (Arab League)", func(e *record.Entry) any { return e.Parties }, []record.Party{
			{ID: "Arab League", Name: "Arab League", Type: "organisation", Role: "party"}, {ID: "WHO", Name: "WHO", Type: "organisation", Role: "party"}, {ID: "XKX", Name: "Kosovo", Type: "state", Role: "party"},
		}},
		{"about", "Core Group (Haiti) (Core Group)", func(e *record.Entry) any { return e.About }, []record.Actor{{ID: "Core Group", Name: "Core Group (Haiti)"}}},
		{"about", "NER", func(e *record.Entry) any { return e.About }, []record.Actor{{ID: "NER", Name: "NER"}}},
		{"people", "jean barrot, Awa Diop (NER), Li Yong (politician)", func(e *record.Entry) any { return e.People }, []record.Person{
			barrot, {Name: "Awa Diop", Country: &ner, Role: "principal", As: "Awa Diop"}, {Name: "Li Yong (politician)", Role: "principal", As: "Li Yong (politician)"},
		}},
		{"people", "", func(e *record.Entry) any { return e.People }, []record.Person{}},
		{"topics", "sanctions, energy,sanctions", func(e *record.Entry) any { return e.Topics }, []string{"energy", "sanctions"}},
		{"outcome", " a loan ", func(e *record.Entry) any { return e.Outcome }, &text},
	}
	seen := map[string]bool{}
	for _, tt := range tests {
		t.Run(tt.field+" "+tt.value, func(t *testing.T) {
			c := setTo(tt.field, tt.value)
			if err := CheckCorrection(c); err != nil {
				t.Fatal(err)
			}
			e := Build(parts, []record.Correction{c})
			if diff := cmp.Diff(tt.want, tt.got(&e)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]record.Correction{c}, e.Corrections); diff != "" {
				t.Errorf("the entry does not say what was corrected: %s", diff)
			}
		})
		seen[tt.field] = true
	}
	for _, field := range record.Settable {
		if !seen[field] || setters[field] == nil {
			t.Errorf("%s can be set and is not", field)
		}
	}
}

func TestLaterCorrectionsCount(t *testing.T) {
	reject := record.Correction{ID: 3, Author: "A. Editor", Reason: "a film", Action: "reject", Contacts: []record.Ref{{Document: "a", Contact: "c-a"}}}
	e := Build([]Part{partOf("a", "2025-03-13", "held")}, []record.Correction{setTo("kind", "visit"), setTo("kind", "letter"), reject})
	if e.Kind != "letter" || !e.Rejected || len(e.Corrections) != 3 {
		t.Errorf("got the kind %s, rejected %v, %d corrections", e.Kind, e.Rejected, len(e.Corrections))
	}
}

// TestRejected: a, b and c are the contacts of the entry, x is not.
func TestRejected(t *testing.T) {
	do := func(action string, contacts ...string) record.Correction {
		c := record.Correction{Author: "A. Editor", Reason: "a film", Action: action}
		for _, id := range contacts {
			c.Contacts = append(c.Contacts, record.Ref{Document: id, Contact: "c-" + id})
		}
		return c
	}
	parts := []Part{partOf("a", "2025-03-13", "held"), partOf("b", "2025-03-13", "held"), partOf("c", "2025-03-13", "held")}
	tests := []struct {
		name string
		log  []record.Correction
		want bool
	}{
		{"one of several", []record.Correction{do("reject", "a")}, true},
		{"only what is of another entry now", []record.Correction{do("reject", "x"), do("merge", "a", "x")}, false},
		{"joined with a good one", []record.Correction{do("reject", "a", "b"), do("merge", "a", "b", "c")}, false},
		{"one of its contacts joined with a good one", []record.Correction{do("reject", "a", "b"), do("merge", "a", "c")}, false},
		{"joined, then rejected", []record.Correction{do("merge", "a", "c"), do("reject", "a", "b", "c")}, true},
		{"rejected ones joined", []record.Correction{do("reject", "a", "b"), do("reject", "c"), do("merge", "a", "b", "c")}, true},
		{"joined with a good one that is of another entry now", []record.Correction{do("reject", "a", "b", "c"), do("merge", "a", "x")}, true},
		{"confirmed", []record.Correction{do("reject", "a", "b", "c"), do("confirm", "a", "b", "c")}, false},
		{"confirmed, then rejected", []record.Correction{do("confirm", "a", "b", "c"), do("reject", "a", "b", "c")}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if e := Build(parts, tt.log); e.Rejected != tt.want {
				t.Errorf("rejected is %v, want %v", e.Rejected, tt.want)
			}
		})
	}
}

func TestWhatSidesDifferOnStaysDisputed(t *testing.T) {
	parts := []Part{partOf("a", "2025-03-13", "held", says("FRA", "Élysée Palace", "initiator", "TCD"), says("TCD", "Presidency", "initiator", "FRA"))}
	e := Build(parts, []record.Correction{setTo("initiator", "TCD")})
	if e.Initiator == nil || !slices.Equal(e.Disputed, []string{"initiator"}) {
		t.Errorf("got the initiator %v, disputed %v", e.Initiator, e.Disputed)
	}
}

func TestCheckCorrection(t *testing.T) {
	a, b := record.Ref{Document: "a", Contact: "c-a"}, record.Ref{Document: "b", Contact: "c-b"}
	tests := []struct {
		change func(c *record.Correction)
		want   string
	}{
		{func(c *record.Correction) { c.Action = "join" }, `"join" is nothing that can be done; use one of merge, split, confirm, reject, set, undo`},
		{func(c *record.Correction) { c.Author = " " }, "it needs an author: say who makes it"},
		{func(c *record.Correction) { c.Reason = "" }, "it needs a reason: say why"},
		{func(c *record.Correction) { c.Action = "reject" }, "only set has a field and a value, reject has none"},
		{func(c *record.Correction) { c.Undoes = 1 }, "only undo names another correction, set does not"},
		{func(c *record.Correction) { c.From = []record.Ref{b} }, "only split parts contacts from others, set does not"},
		{func(c *record.Correction) { c.Contacts[0].Document = "" }, "a contact is named by its document and its id; one of them is missing"},
		{func(c *record.Correction) { c.Contacts = nil }, "set needs one contact, which stands for its entry"},
		{func(c *record.Correction) { c.Field = "language" }, `"language" is no field that can be set; use one of kind, mode, status, step, parties, people, date, place, initiator, topics, about, outcome`},
		{func(c *record.Correction) { c.Value = "chat" }, `kind cannot be "chat"; use one of call, video, meeting, talks, visit, letter, other`},
		{func(c *record.Correction) { c.Value = "" }, `kind cannot be ""; use one of call, video, meeting, talks, visit, letter, other`},
		{func(c *record.Correction) { c.Field, c.Value = "step", "later" }, `step cannot be "later"; use one of agreed, called-for, cancelled, held, moved, no-plans, ongoing, postponed, proposed, refused, said-not-to-have-happened, scheduled`},
		{func(c *record.Correction) { c.Field, c.Value = "date", "12 March" }, `date cannot be "12 March"; write a day as 2025-03-12, or the first and the last as 2025-03-01/2025-03-31`},
		{func(c *record.Correction) { c.Field, c.Value = "date", "2025-03-12/2025-03-01" }, `date cannot be "2025-03-12/2025-03-01"; write a day as 2025-03-12, or the first and the last as 2025-03-01/2025-03-31`},
		{func(c *record.Correction) { c.Field, c.Value = "topics", "weather" }, `"weather" is no topic; use one of ` + "bilateral-relations"},
		{func(c *record.Correction) { c.Field, c.Value = "parties", "FRA, Chad" }, `parties: "Chad" has no code; write the three letters of the state or the acronym of the organisation, as FRA or France (FRA)`},
		{func(c *record.Correction) { c.Field, c.Value = "initiator", "FRA, TCD" }, `initiator cannot be "FRA, TCD"; write one code, as FRA`},
		{func(c *record.Correction) { c.Field, c.Value = "about", "France ( )" }, `about: "France ( )" has nothing in its brackets; write the code there, as France (FRA)`},
		{func(c *record.Correction) { c.Field, c.Value = "place", "Nice, Paris" }, `place cannot be "Nice, Paris"; write one place, as Geneva or Geneva (CHE)`},
		{func(c *record.Correction) { *c = other(c, "merge", []record.Ref{a}, nil) }, "merge needs at least two contacts"},
		{func(c *record.Correction) { *c = other(c, "split", []record.Ref{a}, nil) }, "split needs the contacts to part, and those to part them from"},
		{func(c *record.Correction) { *c = other(c, "split", []record.Ref{a}, []record.Ref{b, a}) }, "c-a of a cannot be parted from itself"},
		{func(c *record.Correction) { *c = other(c, "confirm", nil, nil) }, "confirm needs a contact"},
		{func(c *record.Correction) { *c = other(c, "undo", nil, nil) }, "undo needs the number of the correction to take back, and nothing else"},
	}
	for _, tt := range tests {
		c := setTo("kind", "visit")
		tt.change(&c)
		err := CheckCorrection(c)
		if err == nil || !errors.Is(err, ErrCorrection) {
			t.Errorf("%+v passes; want %q", c, tt.want)
			continue
		}
		if got, want := err.Error(), "merge: no correction: "+tt.want; got != want && !(c.Field == "topics" && got[:min(len(want), len(got))] == want) {
			t.Error(cmp.Diff(want, got))
		}
	}
	for _, c := range []record.Correction{
		other(&record.Correction{}, "merge", []record.Ref{a, b}, nil), other(&record.Correction{}, "split", []record.Ref{a}, []record.Ref{b}),
		other(&record.Correction{}, "confirm", []record.Ref{a}, nil), other(&record.Correction{}, "reject", []record.Ref{a, b}, nil),
		{Author: "A. Editor", Reason: "a slip", Action: "undo", Undoes: 3},
	} {
		if err := CheckCorrection(c); err != nil {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// other makes a correction one of another action.
func other(_ *record.Correction, action string, contacts, from []record.Ref) record.Correction {
	return record.Correction{Author: "A. Editor", Reason: "checked", Action: action, Contacts: contacts, From: from}
}

// FuzzSet: a value that is let in can be set, and gives the same entry again.
func FuzzSet(f *testing.F) {
	for _, field := range record.Settable {
		for _, value := range []string{"", "call", "held", "2025-03-12/2025-03-14", "FRA, Chad (TCD)", "Jean Barrot (FRA), Awa", "energy,food", " ,", "(x)", "a (b) (CHE)"} {
			f.Add(field, value)
		}
	}
	parts := []Part{partOf("a", "2025-03-13", "held", on("2025-03-12"), at("Nice", "FRA"), topics("food")), partOf("b", "2025-03-14", "held")}
	f.Fuzz(func(t *testing.T, field, value string) {
		c := setTo(field, value)
		if err := CheckCorrection(c); err != nil {
			if !errors.Is(err, ErrCorrection) {
				t.Fatalf("%v is no ErrCorrection", err)
			}
			plain, kept := Build(parts, nil), Build(parts, []record.Correction{c})
			plain.Corrections = kept.Corrections
			if diff := cmp.Diff(plain, kept); diff != "" {
				t.Fatalf("%s=%q is refused and still changes the entry: %s", field, value, diff)
			}
			return
		}
		e := Build(parts, []record.Correction{c})
		if record.Steps[e.Step] != e.Status || !slices.Contains(record.Kinds, e.Kind) || e.Codes.CAMEO == "" {
			t.Fatalf("%s=%q gives an entry of %s %s %s %+v", field, value, e.Kind, e.Status, e.Step, e.Codes)
		}
		once, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		twice, err := json.Marshal(Build([]Part{parts[1], parts[0]}, []record.Correction{c, c})) // set again, it is the same
		if err != nil {
			t.Fatal(err)
		}
		var x, y record.Entry
		if json.Unmarshal(once, &x) != nil || json.Unmarshal(twice, &y) != nil {
			t.Fatal("an entry cannot be read back")
		}
		y.Corrections = x.Corrections
		if diff := cmp.Diff(x, y); diff != "" {
			t.Fatal(diff)
		}
	})
}
