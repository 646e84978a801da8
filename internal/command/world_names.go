package command

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/naming"
)

func sorted[T any](m map[string]T) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// actorNamed finds a state, organisation, institution or group that can have
// offices, by its code or name in any case.
func actorNamed(w *gazetteer.World, word string) (string, error) {
	codes := append(sorted(w.States), sorted(w.Organisations)...)
	codes = append(append(codes, sorted(w.Institutions)...), sorted(w.Groups)...)
	for _, c := range codes {
		if strings.EqualFold(c, word) {
			return c, nil
		}
	}
	return "", unknownName("state or organisation", word, codes, actorNames(w))
}

func stateNamed(w *gazetteer.World, word string) (*gazetteer.State, error) {
	names := map[string]string{}
	for _, id := range sorted(w.States) {
		s := w.States[id]
		if strings.EqualFold(id, word) || strings.EqualFold(s.Alpha2, word) || strings.EqualFold(s.Name, word) || strings.EqualFold(s.UN, word) {
			return s, nil
		}
		names[s.Name], names[s.UN] = id, id
	}
	return nil, unknownName("state", word, sorted(w.States), names)
}

func officeNamed(w *gazetteer.World, word string) (string, error) {
	id := strings.ReplaceAll(strings.ToLower(word), " ", "-")
	if w.Offices[id] != nil {
		return id, nil
	}
	names := map[string]string{}
	for _, id := range sorted(w.Offices) {
		names[w.Offices[id].Name] = id
	}
	return "", unknownName("office", word, sorted(w.Offices), names)
}

// actorNames maps the names of states and organisations to their codes.
func actorNames(w *gazetteer.World) map[string]string {
	names := map[string]string{}
	for _, id := range sorted(w.Organisations) {
		names[w.Organisations[id].Name] = id
	}
	for _, id := range sorted(w.States) {
		names[w.States[id].Name], names[w.States[id].UN] = id, id
	}
	return names
}

// unknownName lists what somebody may have meant, first by name, since codes
// of three letters all look alike.
func unknownName(what, word string, codes []string, names map[string]string) error {
	var near []string
	seen := map[string]bool{}
	for _, n := range naming.Nearest(word, sorted(names)) {
		if c := names[n]; !seen[c] {
			seen[c] = true
			near = append(near, fmt.Sprintf("%s (%s)", c, n))
		}
	}
	if len(near) == 0 {
		near = naming.Nearest(word, codes)
	}
	if len(near) == 0 {
		return fmt.Errorf("unknown %s %q", what, word)
	}
	return fmt.Errorf("unknown %s %q; did you mean %s?", what, word, orList(near))
}

type personFact struct {
	Name    string   `json:"name"`
	Country string   `json:"country"`
	Native  string   `json:"native"`
	Terms   []tenure `json:"terms"`
}

func personFacts(w *gazetteer.World, args []string) (facts, error) {
	name := strings.Join(args, " ")
	var found []*gazetteer.Person
	for _, m := range w.Find(name) {
		found = append(found, m.Person)
	}
	if len(found) == 0 {
		found = nativeNamed(w, name)
	}
	if len(found) == 0 {
		if near := naming.Nearest(name, sorted(w.Persons)); len(near) > 0 {
			return facts{}, fmt.Errorf("unknown person %q; did you mean %s?", name, orList(near))
		}
		return facts{}, fmt.Errorf("unknown person %q", name)
	}
	var f facts
	for i, p := range found {
		fact := personFact{Name: p.Name, Country: p.Country, Native: p.Native, Terms: []tenure{}}
		line := fmt.Sprintf("%s (%s)", p.Name, w.ActorName(p.Country))
		if p.Native != "" {
			line += "  \u2068" + p.Native + "\u2069"
		}
		if i > 0 {
			f.lines = append(f.lines, "")
		}
		f.lines = append(f.lines, line)
		for _, h := range p.Holdings {
			t := termOf(h)
			fact.Terms = append(fact.Terms, t)
			f.lines = append(f.lines, fmt.Sprintf("  %s – %-10s  %s of %s", t.From, t.until(), w.Offices[h.Office].Name, w.ActorName(h.Of)))
		}
		f.values = append(f.values, fact)
	}
	return f, nil
}

// nativeNamed lists the persons who write their name, or a part of it, so.
func nativeNamed(w *gazetteer.World, name string) []*gazetteer.Person {
	var out []*gazetteer.Person
	for _, key := range sorted(w.Persons) {
		p := w.Persons[key]
		if strings.EqualFold(p.Native, name) || slices.ContainsFunc(strings.Fields(p.Native), func(part string) bool { return strings.EqualFold(part, name) }) {
			out = append(out, p)
		}
	}
	return out
}

type stateFact struct {
	ID      string      `json:"id"`
	Alpha2  string      `json:"alpha2"`
	Name    string      `json:"name"`
	UN      string      `json:"un"`
	Kind    string      `json:"kind"`
	Capital string      `json:"capital"`
	Lat     float64     `json:"lat"`
	Lon     float64     `json:"lon"`
	Houses  []houseFact `json:"houses"`
	// Holders are those whose term goes on in an office that has one holder
	// at a time, by its rank.
	Holders []tenure `json:"holders"`
}

// houseFact is a house that reigns in a state.
type houseFact struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Style string `json:"style"`
}

func stateFacts(w *gazetteer.World, args []string) (facts, error) {
	s, err := stateNamed(w, args[0])
	if err != nil {
		return facts{}, err
	}
	fact := stateFact{s.ID, s.Alpha2, s.Name, s.UN, s.Kind, s.Capital, s.Lat, s.Lon, []houseFact{}, []tenure{}}
	kind := map[string]string{
		"member": "member of the United Nations", "observer": "observer at the United Nations",
		"other": "not in the United Nations",
	}[s.Kind]
	f := facts{lines: []string{
		fmt.Sprintf("%s (%s)  %s, capital %s", s.Name, s.ID, kind, s.Capital),
		fmt.Sprintf("  head of state: %s, head of government: %s", s.HeadOfState, s.HeadOfGovernment),
	}}
	for _, h := range w.Houses {
		if slices.Contains(h.States, s.ID) {
			fact.Houses = append(fact.Houses, houseFact{h.Name, h.Title, h.Style})
			f.lines = append(f.lines, fmt.Sprintf("  reigning house: %s; its head is %s, %s", h.Name, h.Title, h.Style))
		}
	}
	for _, h := range inOffice(w, s.ID) {
		t := termOf(h)
		fact.Holders = append(fact.Holders, t)
		f.lines = append(f.lines, fmt.Sprintf("  since %s  %s  %s", h.From.Format(time.DateOnly), h.Person.Name, h.Office))
	}
	f.values = []any{fact}
	return f, nil
}

// inOffice lists the terms that go on in offices of one holder at a time, by
// protocol.
func inOffice(w *gazetteer.World, of string) []gazetteer.Holding {
	var out []gazetteer.Holding
	for _, p := range w.Persons {
		for _, h := range p.Holdings {
			if h.Of == of && h.To.IsZero() && w.Offices[h.Office].Single {
				out = append(out, h)
			}
		}
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if ra, rb := w.Offices[a.Office].Rank, w.Offices[b.Office].Rank; ra != rb {
			return ra < rb
		}
		if a.Office != b.Office {
			return a.Office < b.Office
		}
		return a.Person.Name < b.Person.Name
	})
	return out
}
