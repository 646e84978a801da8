package merge

import (
	"cmp"
	"slices"

	"github.com/parley-news/parley/record"
)

// dated is a part that gives days.
type dated struct {
	*Part
	span
}

// dates returns the parts that give days of the present plan, those that know them best
// first.
func (s *story) dates() []dated {
	var out []dated
	for i := s.plan; i < len(s.parts); i++ {
		if days, ok := spanOf(s.parts[i].Contact.Date); ok {
			out = append(out, dated{&s.parts[i], days})
		}
	}
	slices.SortStableFunc(out, func(a, b dated) int { return cmp.Compare(a.width(), b.width()) })
	return out
}

// date is the days on which the contact takes place: the narrowest that the parts
// support together, or where sides do not agree on them, all that they name.
func (s *story) date(disputed bool) *record.Date {
	all := s.dates()
	if len(all) == 0 {
		return nil
	}
	core := all[0]
	for _, d := range all[1:] {
		if support(all, d.span) > support(all, core.span) {
			core = d
		}
	}
	days := core.span
	for _, d := range all {
		switch {
		case disputed:
			days = days.cover(d.span)
		case d.overlaps(days):
			days = days.common(d.span)
		}
	}
	return dateOf(days, core, all)
}

// support is how much the parts speak for some days.
func support(all []dated, days span) int {
	n := 0
	for _, d := range all {
		if d.overlaps(days) {
			n += d.weight()
		}
	}
	return n
}

// dateOf is a date of some days, in the words of the part that gives just these, else in
// those of the one it rests on.
func dateOf(days span, core dated, all []dated) *record.Date {
	for _, d := range all {
		if d.span == days {
			return d.Contact.Date
		}
	}
	c := core.Contact.Date
	return &record.Date{From: days.from.String(), To: days.to.String(), Basis: c.Basis, Approximate: c.Approximate, Text: c.Text}
}

// place is where the contact takes place: in the place that most parts name, and of a
// country and a place in it in the place.
func (s *story) place() *record.Place {
	votes := places(s.parts[s.plan:])
	if len(votes) == 0 {
		votes = places(s.parts)
	}
	best := s.placeNamed(winner(votes))
	if best == nil {
		return nil
	}
	if best.whole {
		for name := range votes {
			if p := s.placeNamed(name); p.whole || p.country != best.country {
				delete(votes, name)
			}
		}
		if within := s.placeNamed(winner(votes)); within != nil {
			best = within
		}
	}
	return best.Place
}

// places counts how much parts speak for each place, by its name.
func places(parts []Part) map[string]int {
	votes := map[string]int{}
	for i := range parts {
		if p := parts[i].Contact.Place; p != nil {
			votes[p.Name] += parts[i].weight()
		}
	}
	return votes
}

// placed is a place with what tells how closely it says where.
type placed struct {
	*record.Place
	country string
	// whole is true for a country.
	whole bool
}

// placeNamed is the place of a name, nil when no part has it.
func (s *story) placeNamed(name string) *placed {
	for i := range s.parts {
		if p := s.parts[i].Contact.Place; p != nil && p.Name == name {
			country := or(p.Country)
			return &placed{Place: p, country: country, whole: s.actorName(country) == name}
		}
	}
	return nil
}

// actorName is the name that the parts give a state or an organisation, "" when none does.
func (s *story) actorName(id string) string {
	for i := range s.parts {
		c := &s.parts[i].Contact
		for _, p := range c.Parties {
			if p.ID == id {
				return p.Name
			}
		}
		for _, a := range c.About {
			if a.ID == id {
				return a.Name
			}
		}
	}
	return ""
}
