package dates

import (
	"errors"

	"github.com/goccy/go-yaml/ast"
)

// fits lists the slots that each kind of rule knows what to do with.
var fits = map[kind][]slot{
	dateRule:     {slotWeekday, slotMonth, slotDay, slotOrdinal, slotYear, slotNumeric, slotSeason, slotDaypart, slotHijriMonth, slotHijriYear},
	shiftRule:    {slotWeekday, slotMonth, slotDay, slotN, slotUnit, slotSeason, slotDaypart, slotOrdinal},
	anchorRule:   {slotWeekday, slotDay, slotN, slotUnit, slotDaypart, slotSeason},
	spanRule:     {slotWeekday, slotMonth, slotDay, slotYear, slotDate},
	boundRule:    {slotDate},
	windowRule:   {slotN, slotUnit},
	vagueRule:    {slotUnit},
	durationRule: {slotN, slotUnit, slotClock},
	ageRule:      {slotN},
	clockRule:    {slotClock, slotHour, slotMinute, slotZone},
	notRule: {slotWeekday, slotMonth, slotDay, slotOrdinal, slotYear, slotNumeric, slotN, slotUnit, slotSeason, slotDaypart,
		slotClock, slotHour, slotMinute, slotZone},
}

// forms reads the forms of a rule into the trees.
func (g *Grammar) forms(r reader, to *rule, n ast.Node) error {
	forms, nodes, err := r.words(n)
	if err != nil {
		return err
	}
	if len(forms) == 0 {
		return r.errorf(n, 0, "rule without forms")
	}
	for i, form := range forms {
		seqs, err := expand(form)
		if err != nil {
			shift := 0
			var at *formError
			if errors.As(err, &at) {
				shift = at.at + quoteWidth(nodes[i])
			}
			return r.errorf(nodes[i], shift, "form %q: %v", form, err)
		}
		for _, seq := range seqs {
			if complaint := to.refuses(seq); complaint != "" {
				return r.errorf(nodes[i], 0, "form %q: %s", form, complaint)
			}
			if other := g.plant(seq, to); other != nil {
				return r.errorf(nodes[i], 0, "form %q stands in the rule at line %d too", form, other.line)
			}
		}
	}
	return nil
}

func (g *Grammar) plant(seq []element, to *rule) *rule {
	if to.kind == dateRule || to.kind == shiftRule {
		if at := g.inner.add(seq, to.order, g.id); at != to.order {
			return g.rules[at]
		}
	}
	if to.inside {
		return nil
	}
	if at := g.outer.add(seq, to.order, g.id); at != to.order {
		return g.rules[at]
	}
	return nil
}

func quoteWidth(n ast.Node) int {
	if v := n.GetToken().Origin; len(v) > 0 {
		for _, c := range v {
			switch c {
			case ' ', '\n':
				continue
			case '"', '\'':
				return 1
			}
			break
		}
	}
	return 0
}

// refuses says what is wrong with a plain sequence, if anything.
func (o *rule) refuses(seq []element) string {
	counts := [slotDate + 1]int{}
	for _, e := range seq {
		if e.slot == slotNone {
			continue
		}
		ok := false
		for _, s := range fits[o.kind] {
			ok = ok || s == e.slot.as()
		}
		if !ok {
			return "a slot that this kind of rule has no use for"
		}
		counts[e.slot.as()]++
	}
	dates := counts[slotDate]
	switch o.kind {
	case spanRule:
		if dates != 2 && (dates > 0 || counts[slotDay] < 2 && counts[slotMonth] < 2 && counts[slotYear] < 2 && counts[slotWeekday] < 2) {
			return "a span needs two {date}, or two of {day}, {month}, {year} or {weekday}"
		}
	case boundRule:
		if dates != 1 {
			return "want one {date}"
		}
	case shiftRule, anchorRule:
		if o.unit == NoUnit && counts[slotUnit]+counts[slotWeekday] == 0 {
			return "want {unit}, or unit in the rule"
		}
		if o.unit == NoUnit && counts[slotN] == 0 && o.count == 0 && counts[slotWeekday] == 0 {
			return "want {n}, or count in the rule"
		}
		if !o.hasBy && o.direction == Unknown {
			return "a count wants a direction in the rule"
		}
	case durationRule, windowRule:
		if counts[slotClock] == 0 && (counts[slotUnit] == 0 && o.unit == NoUnit || counts[slotN] == 0 && o.count == 0) {
			return "want {n} and {unit}, or count and unit in the rule"
		}
	case ageRule:
		if counts[slotN] == 0 {
			return "want {n}"
		}
	case dateRule:
		if len(seq) == 0 || counts[slotWeekday]+counts[slotMonth]+counts[slotDay]+counts[slotYear]+counts[slotNumeric]+counts[slotSeason]+counts[slotOrdinal]+counts[slotHijriMonth] == 0 {
			return "a date needs a slot"
		}
	case clockRule:
		if o.clock < 0 && counts[slotClock]+counts[slotHour] == 0 {
			return "want {clock} or {hour}"
		}
	}
	return ""
}
