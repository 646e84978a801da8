package export

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// claims prints what the versions say in whole sentences, a row for the first of each,
// another for the second. Many articles say much: where nobody asked for an explanation
// the rest is counted.
func (p *page) claims(label string, vs []*version, width int) {
	shown := 3
	if p.look.Explain {
		shown = math.MaxInt
	}
	for i := 0; slices.ContainsFunc(vs, func(v *version) bool { return i < max(1, len(v.says["claim"])) }) && i <= shown; i++ {
		p.abreast(label, vs, width, plain, func(v *version) string {
			all := v.says["claim"]
			switch {
			case len(all) == 0 && i == 0:
				return "–"
			case i >= len(all):
				return ""
			case i == shown:
				return fmt.Sprintf("… and %d more", len(all)-shown)
			}
			return all[i]
		})
		label = ""
	}
}

// divergences says in a sentence each where sides differ, if the table does not
// show it, and what only one of them speaks of.
func (p *page) divergences(r *record.Reading, c *record.Contact, all []*version, n names) {
	for _, d := range r.Divergences {
		if d.Contact != c.ID {
			continue
		}
		var sides []string
		shown := true
		for _, s := range d.Sides {
			says := said(record.Assertion{Field: d.Field, Value: s.Says}, n)
			sides = append(sides, n.of(s.Side)+" says "+says)
			shown = shown && slices.ContainsFunc(all, func(v *version) bool {
				return v.key == "side "+s.Side && slices.Contains(v.says[d.Field], says)
			})
		}
		if !shown {
			p.hang(2, 4, p.look.paint(yellow, "≠")+" "+p.look.paintWords(bold, fieldName(d.Field)+":")+" "+strings.Join(sides, "; "))
		}
	}
	for _, same := range together(r.OnlyOneSide, c.ID) {
		p.hang(2, 4, p.look.paint(cyan, "◐")+" "+onlySays(same, n))
	}
}

// together lists what one side alone says of a contact, the values of one field that
// one side reports and the same others leave out as one.
func together(list []record.OneSided, contact string) [][]record.OneSided {
	var out [][]record.OneSided
	for _, o := range list {
		if o.Contact != contact {
			continue
		}
		at := slices.IndexFunc(out, func(same []record.OneSided) bool {
			s := same[0]
			return s.Field == o.Field && s.Field != "claim" && s.Side == o.Side && slices.Equal(s.Silent, o.Silent)
		})
		if at < 0 {
			out = append(out, nil)
			at = len(out) - 1
		}
		out[at] = append(out[at], o)
	}
	return out
}

// onlySays says what one side alone speaks of, and who does not.
func onlySays(same []record.OneSided, n names) string {
	o := same[0]
	var what, silent []string
	for _, o := range same {
		what = append(what, said(record.Assertion{Field: o.Field, Value: o.Value}, n))
	}
	s := "only " + n.of(o.Side) + " speaks of " + fieldName(o.Field) + ": " + strings.Join(what, ", ")
	if o.Field == "claim" {
		s = "only " + n.of(o.Side) + " says " + what[0]
	}
	for _, id := range o.Silent {
		silent = append(silent, n.of(id))
	}
	if len(silent) > 0 {
		s += "; no word of it from " + strings.Join(silent, ", ")
	}
	return s
}
