package merge

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// fields fills in what the register holds of an entry now.
func (s *story) fields(e *record.Entry) {
	last := &s.life[len(s.life)-1]
	e.Status, e.Step = last.Status, last.Step
	e.Kind = s.most(func(c *record.Contact) string { return c.Kind })
	e.Mode = s.most(func(c *record.Contact) string { return c.Mode })
	e.Summit = slices.ContainsFunc(s.parts, func(p Part) bool { return p.Contact.Summit })
	e.Parties, e.People = s.parties(), s.people()
	e.Groups = s.union(func(c *record.Contact) []string { return c.Groups })
	e.Topics = s.union(func(c *record.Contact) []string { return c.Topics })
	e.About = s.about(e.Parties)
	e.Disputed = s.disputed(e.Divergences)
	e.Date = s.date(slices.Contains(e.Disputed, "date"))
	if !slices.Contains(e.Disputed, "place") {
		e.Place = s.place()
	}
	if !slices.Contains(e.Disputed, "initiator") {
		e.Initiator = s.initiator()
	}
	if p := s.best(func(c *record.Contact) bool { return c.Duration != nil }); p != nil {
		e.Duration = p.Contact.Duration
	}
	if p := s.best(func(c *record.Contact) bool { return c.Outcome != nil }); p != nil {
		e.Outcome = p.Contact.Outcome
	}
}

func unique(list []string) []string {
	list = append([]string{}, list...)
	slices.Sort(list)
	return slices.Compact(list)
}

func (s *story) union(list func(*record.Contact) []string) []string {
	var out []string
	for i := range s.parts {
		out = append(out, list(&s.parts[i].Contact)...)
	}
	return unique(out)
}

// best is the first part that tells of something, of those that are about the contact
// if any do.
func (s *story) best(tells func(*record.Contact) bool) *Part {
	var out *Part
	for i := range s.parts {
		if p := &s.parts[i]; tells(&p.Contact) && (out == nil || p.Contact.Main && !out.Contact.Main) {
			out = p
		}
	}
	return out
}

// most is the value that most parts give; those that are about the contact count twice.
func (s *story) most(value func(*record.Contact) string) string {
	votes := map[string]int{}
	for i := range s.parts {
		votes[value(&s.parts[i].Contact)] += s.parts[i].weight()
	}
	return winner(votes)
}

// weight is how much a part counts beside others.
func (p *Part) weight() int {
	if p.Contact.Main {
		return 2
	}
	return 1
}

// winner is the value with most votes, the first in the alphabet among equals.
func winner(votes map[string]int) string {
	best, most := "", 0
	for _, v := range slices.Sorted(maps.Keys(votes)) {
		if votes[v] > most {
			best, most = v, votes[v]
		}
	}
	return best
}

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

// disputed names the fields of the divergences, and who asked for the contact where
// documents do not agree on it.
func (s *story) disputed(divergences []record.EntryDivergence) []string {
	var out []string
	for _, d := range divergences {
		out = append(out, d.Field)
	}
	if s.initiator() == nil && slices.ContainsFunc(s.parts, func(p Part) bool {
		return p.Contact.Initiator != nil || slices.Contains(p.Contact.Disputed, "initiator")
	}) {
		out = append(out, "initiator")
	}
	return unique(out)
}

// initiator is who asked for the contact by all that tell of it, nil when they do not
// agree.
func (s *story) initiator() *record.Actor {
	var out *record.Actor
	for i := range s.parts {
		c := &s.parts[i].Contact
		if slices.Contains(c.Disputed, "initiator") || c.Initiator != nil && out != nil && c.Initiator.ID != out.ID {
			return nil
		}
		if c.Initiator != nil {
			out = c.Initiator
		}
	}
	return out
}
