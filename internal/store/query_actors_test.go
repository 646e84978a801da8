package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func TestActors(t *testing.T) {
	s := small(t)
	l := func(v ...string) []string { return v }
	tests := []struct {
		name string
		f    ActorFilter
		want string // id or name, contacts, statements
	}{
		{"persons", ActorFilter{Types: l(TypePerson)}, "Sergey Lavrov 1 2, Emmanuel Macron 1 1, Volodymyr Zelenskyy 1 0"},
		{"mere names", ActorFilter{Types: l(TypeNamed)}, "Fidan 1 0, Elysee 0 1"},
		{"the first of all", ActorFilter{Limit: 3}, "EGY 2 0, QAT 2 0, FRA 1 2"},
		{"the next", ActorFilter{Skip: 3, Limit: 2}, "RUS 1 2, Sergey Lavrov 1 2"},
		{"who", ActorFilter{Who: l("Lavrov", "RUS")}, "RUS 1 2, Sergey Lavrov 1 2"},
		{"persons of a name", ActorFilter{Who: l("Макрон"), Types: l(TypePerson)}, "Emmanuel Macron 1 1"},
		{"in contacts of a party", ActorFilter{In: Filter{Parties: l("RUS")}}, "RUS 1 2, Sergey Lavrov 1 2, Fidan 1 0, TUR 1 0"},
		{"in contacts of a topic", ActorFilter{In: Filter{Topics: l("energy")}, Types: l(TypeParty)}, "RUS 1 1, ARG 1 0, BRA 1 0, TUR 1 0"},
		{"in contacts of a topic, who", ActorFilter{In: Filter{Topics: l("energy")}, Who: l("Lavrov", "BRA")}, "Sergey Lavrov 1 1, BRA 1 0"},
		{"in visits, the second", ActorFilter{In: Filter{Kinds: l("visit")}, Skip: 1, Limit: 1}, "DEU 1 0"},
		{"in days", ActorFilter{In: Filter{From: "2025-03-19"}, Types: l(TypePerson, TypeNamed)}, "Fidan 1 0, Sergey Lavrov 1 0"},
		{"in nothing", ActorFilter{In: Filter{Topics: l("food")}}, ""},
		{"nobody", ActorFilter{Who: l("Rubio")}, ""},
	}
	for _, tt := range tests {
		var got []string
		for _, a := range all(t, s.Actors(t.Context(), tt.f)) {
			got = append(got, fmt.Sprintf("%s %d %d", or(a.ID, a.Name), a.Contacts, a.Statements))
		}
		if got := strings.Join(got, ", "); got != tt.want {
			t.Errorf("%s:\ngot  %q\nwant %q", tt.name, got, tt.want)
		}
	}
	for _, err := range s.Actors(t.Context(), ActorFilter{Types: l("ship")}) {
		if !errors.Is(err, ErrFilter) {
			t.Errorf("error %v, want ErrFilter", err)
		}
	}
}

func TestActor(t *testing.T) {
	s := small(t)
	more := paper("more", "2025-03-15", "-", "en", "More talks\nLavrov was in Rome and Cairo.")
	tells(more, "m-rome", "meeting", "held", "RUS ITA", "2025-03-14", person("Sergey Lavrov", "Sergey Lavrov", "", "RUS"))
	tells(more, "n-rome", "call", "held", "RUS ITA", "2025-03-16", person("Sergey Lavrov", "Sergey Lavrov", "", "RUS"))
	says(more, "s5", "both", "", "agree", "climate", "m-rome")
	more.Statements[0].Speaker.Joint = []record.Speaker{
		{ID: ptr("Sergey Lavrov"), Name: "Sergey Lavrov", Country: ptr("RUS")}, {Name: "Palazzo Chigi", Country: ptr("ITA")},
	}
	says(more, "s6", "Senegal", "SEN", "propose", "climate")
	more.Statements[1].Speaker.Type = "state"
	add(t, s, *more)
	office := ptr("foreign-minister")
	tests := []struct {
		f    ActorFilter
		want Actor
	}{
		{ActorFilter{Who: []string{"Lavrov"}, Counterparts: 5}, Actor{
			Type: TypePerson, ID: ptr("Sergey Lavrov"), Name: "Sergey Lavrov", Country: ptr("RUS"), Office: office, Contacts: 3, Statements: 3,
			First: "2025-03-11", Last: "2025-03-20", Counterparts: []Counterpart{{"ITA", 2}, {"TUR", 1}},
		}},
		{ActorFilter{Who: []string{"Lavrov"}, Counterparts: 1, In: Filter{Topics: []string{"energy"}}}, Actor{
			Type: TypePerson, ID: ptr("Sergey Lavrov"), Name: "Sergey Lavrov", Country: ptr("RUS"), Office: office, Contacts: 1, Statements: 1,
			First: "2025-03-11", Last: "2025-03-20", Counterparts: []Counterpart{{"TUR", 1}},
		}},
		{ActorFilter{Who: []string{"ITA"}, Counterparts: 5}, Actor{
			Type: TypeParty, ID: ptr("ITA"), Name: "Italy", Contacts: 3, Statements: 1, First: "2025-03-12", Last: "2025-03-16",
			Counterparts: []Counterpart{{"RUS", 2}, {"EGY", 1}},
		}},
		{ActorFilter{Who: []string{"Elysee"}}, Actor{
			Type: TypeNamed, Name: "Elysee", Country: ptr("FRA"), Statements: 1, First: "2025-03-10", Last: "2025-03-10", Counterparts: []Counterpart{},
		}},
		{ActorFilter{In: Filter{Topics: []string{"climate"}}, Types: []string{TypeNamed}}, Actor{
			Type: TypeNamed, Name: "Palazzo Chigi", Country: ptr("ITA"), Statements: 1, First: "2025-03-15", Last: "2025-03-15", Counterparts: []Counterpart{},
		}},
		{ActorFilter{Who: []string{"SEN", "Senegal"}}, Actor{ // which speaks itself
			Type: TypeParty, ID: ptr("SEN"), Name: "Senegal", Statements: 1, First: "2025-03-15", Last: "2025-03-15", Counterparts: []Counterpart{},
		}},
		{ActorFilter{Who: []string{"QAT"}}, Actor{
			Type: TypeParty, ID: ptr("QAT"), Name: "Qatar", Contacts: 2, First: "2025-03-01", Last: "2025-03-01", Counterparts: []Counterpart{},
		}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff([]Actor{tt.want}, all(t, s.Actors(t.Context(), tt.f))); diff != "" {
			t.Error(diff)
		}
	}
}

// A name that nobody has any more does not hide those of whose name it is a part.
func TestActorsByNamesThatAreGone(t *testing.T) {
	s, _ := open(t)
	of := func(id, speaker string) record.Reading {
		r := reading(id, "FRA", "TUR", "2025-03-01")
		r.Statements[0].Speaker = record.Speaker{Name: speaker, As: speaker}
		return r
	}
	add(t, s, of("a", "Roe"), of("b", "Jane Roe"))
	add(t, s, of("a", "Doe"))
	var got []string
	for a, err := range s.Actors(t.Context(), ActorFilter{Who: []string{"Roe"}}) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, a.Name)
	}
	if diff := cmp.Diff([]string{"Jane Roe"}, got); diff != "" {
		t.Error(diff)
	}
}
