package merge

import (
	"slices"
	"strings"
	"time"

	"github.com/parley-news/parley/record"
)

// differs says of a field whether two sides assert what cannot both be so. Claims and
// outcomes are words; only the document that sets them side by side knows whether they
// go together.
var differs = map[string]func(s *story, a, b *version) bool{
	"initiator": func(s *story, a, b *version) bool { return apart(a, b, func(x, y string) bool { return x == y }) },
	"date":      (*story).differOnDate,
	"place":     (*story).differOnPlace,
	"duration":  func(s *story, a, b *version) bool { return apart(a, b, sameDuration) },
	"topics":    differOnTopics,
	"status":    (*story).differOnStatus,
	"people":    (*story).differOnPeople,
}

// apart reports whether no value of one side goes with one of the other.
func apart(a, b *version, agree func(x, y string) bool) bool {
	for _, x := range a.all() {
		for _, y := range b.all() {
			if agree(x, y) {
				return false
			}
		}
	}
	return true
}

// differOnDate compares what sides say of the present plan. Who speaks over a distance late in
// the evening does so in the morning for the other side; whom one meets, one meets on one day.
func (s *story) differOnDate(a, b *version) bool {
	x, y := s.present(a), s.present(b)
	return len(x.values) > 0 && len(y.values) > 0 && apart(x, y, func(x, y string) bool {
		d, known := parseSpan(x)
		e, ok := parseSpan(y)
		return !known || !ok || d.overlaps(e) || s.remote() && d.meets(e)
	})
}

func (s *story) remote() bool {
	return slices.ContainsFunc(s.parts, func(p Part) bool { return media[p.Contact.Kind] == "remote" })
}

// present is what a side says of the contact as it is planned now.
func (s *story) present(v *version) *version {
	out := &version{side: v.side}
	for _, as := range v.values {
		if s.at[as.Document] >= s.plan {
			out.values = append(out.values, as)
		}
	}
	return out
}

// differOnPlace reports whether two sides name places that are neither the same nor one
// the country of the other.
func (s *story) differOnPlace(a, b *version) bool {
	x, y := s.present(a), s.present(b)
	return len(x.values) > 0 && len(y.values) > 0 && apart(x, y, func(x, y string) bool {
		if x == y {
			return true
		}
		p, q := s.placeNamed(x), s.placeNamed(y)
		return p == nil || q == nil || p.country != "" && p.country == q.country && (p.whole || q.whole)
	})
}

func sameDuration(x, y string) bool {
	a, b, known := parseDuration(x)
	c, d, ok := parseDuration(y)
	// People round: a quarter more or less is no contradiction.
	return !known || !ok || a <= d+d/4 && c <= b+b/4
}

// parseDuration reads a duration as it is asserted; ok is false for one of days or with
// an open end.
func parseDuration(value string) (least, most time.Duration, ok bool) {
	from, to, two := strings.Cut(value, "/")
	if !two {
		to = from
	}
	hours := func(iso string) (time.Duration, error) {
		return time.ParseDuration(strings.ToLower(strings.TrimPrefix(iso, "PT")))
	}
	least, err := hours(from)
	if err != nil {
		return 0, 0, false
	}
	most, err = hours(to)
	return least, most, err == nil
}

// differOnTopics reports whether two sides name other subjects. Each account says what the
// contact was about: a subject that one puts first and the other leaves out is how
// readouts differ. That the next contact was prepared tells nothing, nor does what both say
// in the same words.
func differOnTopics(_ *story, a, b *version) bool {
	x, y := subjects(a, b), subjects(b, a)
	return len(x) > 0 && len(y) > 0 && !slices.Equal(x, y)
}

// subjects are the topics that a side names by itself, sorted.
func subjects(v, other *version) []string {
	own := &version{}
	for _, as := range v.values {
		if as.Value != "meeting-preparation" && !slices.Contains(other.values, as) {
			own.values = append(own.values, as)
		}
	}
	return slices.Sorted(slices.Values(own.all()))
}

// differOnStatus reports whether one side says that the contact does not take place, or
// did not, and the other that it does or did. Who calls off what was fixed, or meets later
// whom they would not see, does not contradict; who denies what the other has announced, or
// what is past, does.
func (s *story) differOnStatus(a, b *version) bool {
	x, y := a.last(), b.last()
	if off(y.Value) {
		x, y = y, x
	}
	if !off(x.Value) || off(y.Value) || y.Value == "proposed" {
		return false
	}
	no, yes := s.at[x.Document], s.at[y.Document]
	switch {
	case no == yes || x.Value == "denied" && yes < no:
		return true
	case y.Value == "held":
		return yes < no || s.parts[yes].over(s.parts[no].published())
	}
	return yes > no && off(s.status())
}

// over reports whether the contact was past on a day.
func (p *Part) over(day Day) bool {
	days, known := spanOf(p.Contact.Date)
	return known && day != Unknown && days.to < day
}

func off(status string) bool { return status == "denied" || status == "cancelled" }

// differOnPeople reports whether two sides name different holders of one office of one
// country.
func (s *story) differOnPeople(a, b *version) bool {
	for _, x := range a.all() {
		for _, y := range b.all() {
			p, q := s.personNamed(x), s.personNamed(y)
			if x != y && p != nil && q != nil && p.Office != nil && q.Office != nil && p.Country != nil && q.Country != nil &&
				*p.Office == *q.Office && *p.Country == *q.Country && !slices.Contains(a.all(), y) && !slices.Contains(b.all(), x) {
				return true
			}
		}
	}
	return false
}

// personNamed is somebody who takes part and is not only guessed at.
func (s *story) personNamed(name string) *record.Person {
	for p := range s.persons() {
		if p.Name == name && !p.Inferred {
			return &p
		}
	}
	return nil
}
