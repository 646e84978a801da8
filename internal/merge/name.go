package merge

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/parley-news/parley/record"
)

// codeForm is that of the code of a state, or of the acronym of an organisation;
// bracketed is a name with something in brackets behind it.
var (
	codeForm  = regexp.MustCompile(`^[A-Z0-9][A-Z0-9+-]+$`)
	bracketed = regexp.MustCompile(`^(.*[^ ]) *\(([^()]+)\)$`)
)

// actors reads states and organisations: "FRA", or "France (FRA)" for one that no document
// of the entry names, with commas between them.
func (s *story) actors(field, value string) ([]record.Actor, error) {
	of := map[string]record.Actor{}
	for _, item := range items(value) {
		a := record.Actor{ID: item}
		if m := bracketed.FindStringSubmatch(item); m != nil {
			a = record.Actor{ID: strings.TrimSpace(m[2]), Name: m[1]}
		} else if !codeForm.MatchString(item) {
			return nil, wrong("%s: %q has no code; write the three letters of the state or the acronym of the organisation, as FRA or France (FRA)", field, item)
		}
		if a.ID == "" {
			return nil, wrong("%s: %q has nothing in its brackets; write the code there, as France (FRA)", field, item)
		}
		a.Name = cmp.Or(s.actorName(a.ID), a.Name, a.ID)
		of[a.ID] = a
	}
	out := []record.Actor{}
	for _, a := range of {
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b record.Actor) int { return cmp.Compare(a.ID, b.ID) })
	return out, nil
}

func setAbout(e *record.Entry, s *story, value string) error {
	about, err := s.actors("about", value)
	if err == nil {
		e.About = about
	}
	return err
}

func setInitiator(e *record.Entry, s *story, value string) error {
	who, err := s.actors("initiator", value)
	switch {
	case err != nil:
		return err
	case len(who) > 1:
		return wrong("initiator cannot be %q; write one code, as FRA", value)
	}
	e.Initiator = nil
	if len(who) == 1 {
		e.Initiator = &who[0]
	}
	return nil
}

func setParties(e *record.Entry, s *story, value string) error {
	who, err := s.actors("parties", value)
	if err != nil {
		return err
	}
	of := map[string]record.Party{}
	for _, p := range s.parties() {
		of[p.ID] = p
	}
	e.Parties = []record.Party{}
	for _, a := range who {
		p, ok := of[a.ID]
		if !ok {
			p = record.Party{ID: a.ID, Name: a.Name, Type: actorType(a.ID), Role: "party"}
		}
		e.Parties = append(e.Parties, p)
	}
	return nil
}

// actorType tells states from organisations. Kosovo has a code that is in use but in no
// standard.
func actorType(id string) string {
	if r, err := language.ParseRegion(id); len(id) == 3 && err == nil && r.IsCountry() || id == "XKX" {
		return "state"
	}
	return "organisation"
}

// withState parts "Geneva (CHE)" into a name and its state, nil where none is given.
func withState(item string) (name string, state *string) {
	if m := bracketed.FindStringSubmatch(item); m != nil && codeForm.MatchString(m[2]) {
		return m[1], &m[2]
	}
	return item, nil
}

func setPlace(e *record.Entry, s *story, value string) error {
	all := items(value)
	if len(all) > 1 {
		return wrong("place cannot be %q; write one place, as Geneva or Geneva (CHE)", value)
	}
	e.Place = nil
	if len(all) == 0 {
		return nil
	}
	name, state := withState(all[0])
	if known := s.placeNamed(name); known != nil && (state == nil || *state == known.country) {
		e.Place = known.Place
		return nil
	}
	e.Place = &record.Place{Name: name, Country: state}
	return nil
}

func setPeople(e *record.Entry, s *story, value string) error {
	known := s.people()
	e.People = []record.Person{}
	for _, item := range items(value) {
		name, state := withState(item)
		p := record.Person{Name: name, Country: state, Role: "principal", As: name}
		if i := slices.IndexFunc(known, func(k record.Person) bool {
			return strings.EqualFold(k.Name, name) && (state == nil || k.Country != nil && *k.Country == *state)
		}); i >= 0 {
			p = known[i]
			p.Inferred = false
		}
		if !slices.ContainsFunc(e.People, func(o record.Person) bool { return o.Name == p.Name && or(o.Country) == or(p.Country) }) {
			e.People = append(e.People, p)
		}
	}
	return nil
}
