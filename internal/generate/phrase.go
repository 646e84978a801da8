package generate

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/gazetteer"
)

// name writes a person's name, "" when the language's letters for it are not known.
func (l *language) name(p *gazetteer.Person) string {
	switch {
	case len(l.Native) == 0:
		return plainName(p)
	case p.Press[l.code] != "":
		return p.Press[l.code]
	case p.Native != "" && slices.Contains(l.Native, p.Country):
		return p.Native
	}
	return ""
}

// office writes the office of a side, as a subject or not.
func (l *language) office(s *side, with bool) string {
	o, ok := l.Offices[s.office+"/"+s.id]
	if !ok {
		o = l.Offices[s.office]
	}
	form := o.M
	for _, f := range []struct {
		when bool
		form string
	}{{with, o.WithM}, {s.woman(), o.F}, {s.woman() && with, o.WithF}} {
		if f.when && f.form != "" {
			form = f.form
		}
	}
	return l.ofState(form, s.id)
}

// ofState fills in the forms of a state.
func (l *language) ofState(form, id string) string {
	f := l.states[id]
	return strings.NewReplacer("{one}", f.one, "{two}", f.two).Replace(form)
}

// actor writes a side: its office, with the holder's name if it is to be named.
func (l *language) actor(s *side, with, named bool) string {
	o, name := l.office(s, with), l.name(s.person)
	if !named || name == "" {
		return strings.ReplaceAll(l.Alone, "{office}", o)
	}
	form := l.Named
	if with && l.NamedWith != "" {
		form = l.NamedWith
	}
	return strings.NewReplacer("{office}", o, "{name}", name).Replace(form)
}

// date writes a day without or with its year.
func (l *language) date(day time.Time, year bool) string {
	form := l.Day
	if year {
		form = l.Full
	}
	return strings.NewReplacer("{d}", strconv.Itoa(day.Day()), "{month}", l.Months[day.Month()-1], "{year}", strconv.Itoa(day.Year())).Replace(form)
}

// weekday writes the day of the week.
func (l *language) weekday(day time.Time) string { return l.Weekdays[(int(day.Weekday())+6)%7] }

// sentence makes the first letter a capital.
func sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
