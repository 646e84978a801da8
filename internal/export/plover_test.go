package export

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/codes"
	"github.com/parley-news/parley/record"
)

func TestPLOVERKeepsToTheDraft(t *testing.T) {
	s := compiled(t, "testdata/plover.schema.json")
	n := 0
	for line := range strings.Lines(string(exported(t, "plover", EntryOptions{Rejected: true}, sampleEntries()...))) {
		n++
		if err := validate(t, s, line); err != nil {
			t.Error(err)
		}
	}
	if n != len(sampleEntries()) {
		t.Errorf("%d lines", n)
	}
}

// Whatever office, topic, organisation or group the tables know, the draft has a word for it.
func TestPLOVERKnowsTheTables(t *testing.T) {
	s := compiled(t, "testdata/plover.schema.json")
	tables, err := codes.LoadSchemes()
	if err != nil {
		t.Fatal(err)
	}
	e := sampleUnknown()
	e.Topics = record.Topics
	for id := range tables.Actors {
		e.Groups = append(e.Groups, id)
		e.Parties = append(e.Parties, organisation(id, id, "party"))
	}
	e.Parties = append(e.Parties, state("FRA", "France", "party"))
	for office := range tables.Offices {
		e.People = append(e.People, record.Person{Name: "X", Country: new("FRA"), Office: &office, Role: "principal"})
	}
	if err := validate(t, s, string(exported(t, "plover", EntryOptions{}, e))); err != nil {
		t.Error(err)
	}
}

func TestPLOVERTellsSourceFromRecipient(t *testing.T) {
	fra, ita := state("FRA", "France", "party"), state("ITA", "Italy", "party")
	met := func(kind, status, country string, parties ...record.Party) record.Entry {
		e := record.Entry{ID: "1", Kind: kind, Status: status, Parties: parties, Codes: codes.Contact(kind, status)}
		if country != "" {
			e.Place = &record.Place{Name: "Somewhere", Country: &country}
		}
		return e
	}
	refused := met("meeting", "denied", "", fra, ita)
	refused.Life = []record.LifeStep{{Status: "denied", By: new("ITA")}}
	for name, c := range map[string]struct {
		entry record.Entry
		want  string
	}{
		"a call":              {met("call", "held", "ITA", fra, ita), "FRA ITA →  phone"},
		"a visit":             {met("visit", "held", "", fra, state("ITA", "Italy", "host")), "FRA → ITA visit"},
		"a meeting at one's":  {met("meeting", "held", "FRA", fra, ita), "ITA → FRA visit"},
		"a meeting elsewhere": {met("meeting", "held", "CHE", fra, ita), "FRA ITA →  third-party"},
		"nobody knows where":  {met("meeting", "held", "", fra, ita), "FRA ITA → "},
		"of three":            {met("talks", "held", "CHE", fra, ita, state("CHE", "", "host")), "FRA ITA → CHE multilateral visit"},
		"a letter":            {met("letter", "held", "ITA", fra, ita), "FRA ITA → "},
		"one refuses":         {refused, "ITA → FRA meet"},
		"nobody knows who":    {met("meeting", "cancelled", "", fra, ita), "FRA ITA →  meet"},
		"talks to be held":    {met("talks", "proposed", "CHE", fra, ita), "FRA ITA → "},
	} {
		var v ploverEvent
		if err := json.Unmarshal(exported(t, "plover", EntryOptions{}, c.entry), &v); err != nil {
			t.Fatal(err)
		}
		codesOf := func(list []ploverActor) string {
			return strings.Join(each(list, func(a ploverActor) string { return value(a.Code) }), " ")
		}
		got := codesOf(v.Source) + " → " + codesOf(v.Recipient)
		if len(v.Mode) > 0 {
			got += " " + strings.Join(v.Mode, " ")
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}
