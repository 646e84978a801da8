package merge

import (
	"maps"
	"slices"

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
