package merge

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// fields fills in the fields of an entry as the register holds them now.
func (t *story) fields(e *record.Entry) {
	last := t.life[len(t.life)-1]
	e.Status, e.Step = last.Status, last.Step
	e.Kind = t.most(func(c *record.Contact) string { return c.Kind })
	e.Mode = t.most(func(c *record.Contact) string { return c.Mode })
	e.Parties, e.People = t.parties(), t.people()
	e.Groups, e.Topics, e.About = []string{}, []string{}, []record.Actor{}
	about := map[string]record.Actor{}
	for i := range t.parts {
		c := &t.parts[i].Contact
		e.Summit = e.Summit || c.Summit
		e.Groups = append(e.Groups, c.Groups...)
		e.Topics = append(e.Topics, c.Topics...)
		for _, a := range c.About {
			about[a.ID] = a
		}
		if e.Outcome == nil {
			e.Outcome = c.Outcome
		}
		if e.Duration == nil {
			e.Duration = c.Duration
		}
	}
	e.Groups, e.Topics = unique(e.Groups), unique(e.Topics)
	for _, id := range slices.Sorted(maps.Keys(about)) {
		e.About = append(e.About, about[id])
	}
	for i := range t.divergences {
		e.Disputed = append(e.Disputed, t.divergences[i].Field)
	}
	e.Disputed = unique(e.Disputed)
	e.Date = t.date()
	e.Place = t.place()
	e.Initiator = t.initiator()
}

func unique(list []string) []string {
	list = append([]string{}, list...)
	slices.Sort(list)
	return slices.Compact(list)
}

// most is the value that most parts give; those that are about the contact count twice.
func (t *story) most(value func(*record.Contact) string) string {
	votes := map[string]int{}
	for i := range t.parts {
		n := 1
		if t.parts[i].Contact.Main {
			n = 2
		}
		votes[value(&t.parts[i].Contact)] += n
	}
	return winner(votes)
}

// winner is the value with most votes, the first in the alphabet among equals.
func winner(votes map[string]int) string {
	best := ""
	for _, v := range slices.Sorted(maps.Keys(votes)) {
		if best == "" || votes[v] > votes[best] {
			best = v
		}
	}
	return best
}

func (t *story) parties() []record.Party {
	of := map[string]record.Party{}
	roles := map[string]map[string]int{}
	for i := range t.parts {
		for _, p := range t.parts[i].Contact.Parties {
			if roles[p.ID] == nil {
				of[p.ID], roles[p.ID] = p, map[string]int{}
			}
			roles[p.ID][p.Role]++
		}
	}
	out := []record.Party{}
	for _, id := range slices.Sorted(maps.Keys(of)) {
		p := of[id]
		p.Role = winner(roles[id])
		out = append(out, p)
	}
	return out
}

func (t *story) people() []record.Person {
	of := map[string]record.Person{}
	for i := range t.parts {
		for _, p := range t.parts[i].Contact.People {
			key := or(p.ID)
			if key == "" {
				key = strings.ToLower(p.Name)
			}
			if was, ok := of[key]; !ok || was.Inferred && !p.Inferred {
				of[key] = p
			}
		}
	}
	return slices.SortedFunc(maps.Values(of), func(a, b record.Person) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(or(a.ID), or(b.ID)))
	})
}

func (t *story) date() *record.Date {
	for i := range t.parts[t.plan:] {
		if d := t.parts[t.plan+i].Contact.Date; d != nil {
			return d
		}
	}
	return nil
}

func (t *story) place() *record.Place {
	for i := range t.parts {
		if p := t.parts[i].Contact.Place; p != nil {
			return p
		}
	}
	return nil
}

func (t *story) initiator() *record.Actor {
	var out *record.Actor
	for i := range t.parts {
		if a := t.parts[i].Contact.Initiator; a != nil {
			if out != nil && *out != *a {
				return nil
			}
			out = a
		}
	}
	return out
}

func durationValue(d *record.Duration) string { return or(d.Min) + "/" + or(d.Max) }
