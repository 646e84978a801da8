package merge

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func TestDate(t *testing.T) {
	fra := func(value string) func(*Part) { return says("FRA", "Élysée Palace", "date", value) }
	tcd := func(value string) func(*Part) { return says("TCD", "Presidency of Chad", "date", value) }
	tests := []struct {
		name  string
		parts []Part
		want  string
	}{
		{"none", []Part{partOf("a", "2025-03-13", "held")}, ""},
		{"the narrowest", []Part{partOf("a", "2025-03-13", "held", on("2025-03-01/2025-03-31")), partOf("b", "2025-03-14", "held", on("2025-03-12"))}, "2025-03-12"},
		{"what two weeks have in common", []Part{partOf("a", "2025-03-13", "held", on("2025-03-01/2025-03-10")), partOf("b", "2025-03-14", "held", on("2025-03-08/2025-03-20"))}, "2025-03-08/2025-03-10"},
		{"one that stands alone gives way", []Part{
			partOf("a", "2025-03-13", "held", on("2025-03-11")), partOf("b", "2025-03-14", "held", on("2025-03-12")), partOf("c", "2025-03-14", "held", on("2025-03-12")),
		}, "2025-03-12"},
		{"one in passing counts less", []Part{
			partOf("a", "2025-03-13", "held", passing, on("2025-03-11")), partOf("b", "2025-03-14", "held", on("2025-03-12")),
		}, "2025-03-12"},
		{"the plan as it is now", []Part{
			partOf("a", "2025-03-01", "scheduled", on("2025-03-12")), partOf("b", "2025-03-02", "scheduled", on("2025-03-12")), partOf("c", "2025-03-05", "scheduled", on("2025-03-20")),
		}, "2025-03-20"},
		{"a document that looks back to the old plan", []Part{
			partOf("a", "2025-03-01", "scheduled", on("2025-03-12")), partOf("b", "2025-03-05", "scheduled", on("2025-03-20")), partOf("c", "2025-03-21", "held", on("2025-03-20")),
			partOf("d", "2025-06-01", "held", passing, on("2025-03-12")),
		}, "2025-03-20"},
		{"sides do not agree", []Part{
			partOf("a", "2025-03-13", "held", on("2025-03-05"), fra("2025-03-05")), partOf("b", "2025-03-14", "held", on("2025-03-12"), tcd("2025-03-12")),
		}, "2025-03-05/2025-03-12"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			if d := Build(tt.parts, nil).Date; d != nil {
				days, _ := spanOf(d)
				got = days.String()
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPlace(t *testing.T) {
	tests := []struct {
		name  string
		parts []Part
		want  string
	}{
		{"the city in the country", []Part{
			partOf("a", "2025-03-13", "held", at("France", "FRA")), partOf("b", "2025-03-13", "held", at("France", "FRA")), partOf("c", "2025-03-13", "held", at("Nice", "FRA")),
		}, "Nice"},
		{"a city elsewhere is not in it", []Part{
			partOf("a", "2025-03-13", "held", at("France", "FRA")), partOf("b", "2025-03-13", "held", at("France", "FRA")), partOf("c", "2025-03-13", "held", at("Geneva", "CHE")),
		}, "France"},
		{"most documents", []Part{
			partOf("a", "2025-03-13", "held", at("Geneva", "CHE")), partOf("b", "2025-03-13", "held", at("Nice", "FRA")), partOf("c", "2025-03-13", "held", at("Nice", "FRA")),
		}, "Nice"},
		{"of the plan as it is now", []Part{
			partOf("a", "2025-03-01", "scheduled", on("2025-03-12"), at("Nice", "FRA")), partOf("b", "2025-03-02", "scheduled", on("2025-03-20"), at("Geneva", "CHE")),
		}, "Geneva"},
		{"the old one where the new plan names none", []Part{
			partOf("a", "2025-03-01", "scheduled", on("2025-03-12"), at("Nice", "FRA")), partOf("b", "2025-03-02", "scheduled", on("2025-03-20")),
		}, "Nice"},
		{"none where sides do not agree", []Part{
			partOf("a", "2025-03-13", "held", at("Nice", "FRA"), says("FRA", "Élysée Palace", "place", "Nice")), partOf("b", "2025-03-13", "held", at("Geneva", "CHE"), says("TCD", "Presidency", "place", "Geneva")),
		}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			if p := Build(tt.parts, nil).Place; p != nil {
				got = p.Name
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestInitiator(t *testing.T) {
	tests := []struct {
		name     string
		parts    []Part
		want     string
		disputed bool
	}{
		{"nobody tells", []Part{partOf("a", "2025-03-13", "held")}, "", false},
		{"one tells", []Part{partOf("a", "2025-03-13", "held"), partOf("b", "2025-03-13", "held", asked("FRA", "France"))}, "FRA", false},
		{"documents do not agree", []Part{partOf("a", "2025-03-13", "held", asked("TCD", "Chad")), partOf("b", "2025-03-13", "held", asked("FRA", "France"))}, "", true},
		{"a document says that it is disputed", []Part{
			partOf("a", "2025-03-13", "held", asked("TCD", "Chad")), partOf("b", "2025-03-13", "held", func(p *Part) { p.Contact.Disputed = []string{"initiator"} }),
		}, "", true},
		{"sides do not agree", []Part{
			partOf("a", "2025-03-13", "held", asked("TCD", "Chad"), says("FRA", "Élysée Palace", "initiator", "TCD")), partOf("b", "2025-03-13", "held", says("TCD", "Presidency", "initiator", "FRA")),
		}, "", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := Build(tt.parts, nil)
			got := ""
			if e.Initiator != nil {
				got = e.Initiator.ID
			}
			if disputed := len(e.Disputed) > 0; got != tt.want || disputed != tt.disputed {
				t.Errorf("got %q, disputed %v; want %q, %v", got, e.Disputed, tt.want, tt.disputed)
			}
		})
	}
}

func TestFields(t *testing.T) {
	id, country, office := "Jean Barrot", "FRA", "foreign-minister"
	guessed := record.Person{ID: &id, Name: id, Country: &country, Office: &office, Role: "principal", As: "the minister", Inferred: true}
	known := record.Person{ID: &id, Name: id, Country: &country, Role: "attendee", As: "Barrot"}
	diop := "awa diop SEN minister"
	other := record.Person{ID: &diop, Name: "Awa Diop", Role: "attendee", As: "Awa Diop"}
	bare := record.Person{Name: "Awa Diop", Role: "attendee", As: "A. Diop"}
	outcome, more := "a loan", "a loan and a treaty"
	parts := []Part{
		partOf("a", "2025-03-01", "scheduled", with(guessed, bare), topics("food", "energy"), func(p *Part) {
			p.Contact.Kind, p.Contact.Main, p.Contact.Outcome = "meeting", false, &outcome
			p.Contact.About = []record.Actor{{ID: "NER", Name: "Niger"}, {ID: "SEN", Name: "Senegal"}}
			p.Contact.Duration = &record.Duration{Text: "long"}
		}),
		partOf("b", "2025-03-13", "held", with(known, other), topics("energy"), func(p *Part) {
			p.Contact.Kind, p.Contact.Summit, p.Contact.Outcome, p.Contact.Groups = "talks", true, &more, []string{"M23"}
			p.Contact.Parties = append(p.Contact.Parties, record.Party{ID: "SEN", Name: "Senegal", Type: "state", Role: "mediator"})
			p.Contact.Parties[0].Role = "host"
		}),
	}
	e := Build(parts, nil)
	known.Role = "principal"
	got := map[string]any{
		"kind": e.Kind, "summit": e.Summit, "parties": e.Parties, "people": e.People, "topics": e.Topics, "about": e.About,
		"groups": e.Groups, "outcome": *e.Outcome, "duration": e.Duration.Text, "codes": e.Codes.CAMEO,
	}
	want := map[string]any{
		"kind": "talks", "summit": true, "topics": []string{"energy", "food"}, "about": []record.Actor{{ID: "NER", Name: "Niger"}},
		"parties": []record.Party{
			{ID: "FRA", Name: "France", Type: "state", Role: "host"}, {ID: "SEN", Name: "Senegal", Type: "state", Role: "mediator"}, {ID: "TCD", Name: "Chad", Type: "state", Role: "party"},
		},
		"people": []record.Person{other, known}, "groups": []string{"M23"}, "outcome": more, "duration": "long", "codes": "046",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
