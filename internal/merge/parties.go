package merge

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// parties is all that any part names. "party" is the role of those of whom nothing is
// told, and gives way to any other.
func (s *story) parties() []record.Party {
	of := map[string]record.Party{}
	roles := map[string]map[string]int{}
	for i := range s.parts {
		for _, p := range s.parts[i].Contact.Parties {
			if _, ok := of[p.ID]; !ok {
				of[p.ID], roles[p.ID] = p, map[string]int{}
			}
			if p.Role != "party" {
				roles[p.ID][p.Role]++
			}
		}
	}
	out := []record.Party{}
	for _, id := range slices.Sorted(maps.Keys(of)) {
		p := of[id]
		p.Role = cmp.Or(winner(roles[id]), "party")
		out = append(out, p)
	}
	return out
}

// people is all that any part names, once each: better named than looked up by office,
// better one who speaks for a party than one who came along.
func (s *story) people() []record.Person {
	ids := map[string]string{} // by name, for parts that tell too little for an id
	for p := range s.persons() {
		if p.ID != nil {
			ids[strings.ToLower(p.Name)] = *p.ID
		}
	}
	of := map[string]record.Person{}
	for next := range s.persons() {
		name := strings.ToLower(next.Name)
		key := cmp.Or(or(next.ID), ids[name], name)
		p, ok := of[key]
		if !ok || p.Inferred && !next.Inferred || p.ID == nil && next.ID != nil {
			p, next = next, p
		}
		if next.Role == "principal" {
			p.Role = next.Role
		}
		p.Inferred = p.Inferred && (!ok || next.Inferred)
		of[key] = p
	}
	out := slices.AppendSeq([]record.Person{}, maps.Values(of))
	slices.SortFunc(out, func(a, b record.Person) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(or(a.ID), or(b.ID)), cmp.Compare(or(a.Country), or(b.Country)))
	})
	return out
}

// persons goes through the people of all parts.
func (s *story) persons() iter.Seq[record.Person] {
	return func(yield func(record.Person) bool) {
		for i := range s.parts {
			for _, p := range s.parts[i].Contact.People {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// about is the third countries and organisations that any part names.
func (s *story) about(parties []record.Party) []record.Actor {
	of := map[string]record.Actor{}
	for i := range s.parts {
		for _, a := range s.parts[i].Contact.About {
			of[a.ID] = a
		}
	}
	for _, p := range parties {
		delete(of, p.ID)
	}
	out := []record.Actor{}
	for _, id := range slices.Sorted(maps.Keys(of)) {
		out = append(out, of[id])
	}
	return out
}
