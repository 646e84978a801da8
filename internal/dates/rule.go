package dates

import (
	"errors"
	"strconv"

	"github.com/goccy/go-yaml/ast"
)

type kind uint8

const (
	noKind       kind = iota
	dateRule          // names of days, months, years
	shiftRule         // counted from the publication date
	anchorRule        // counted from another date of the text
	spanRule          // two points
	boundRule         // one side of a point
	windowRule        // n units up to or from the publication date
	vagueRule         // "in the coming days": a direction, no interval
	durationRule      // how long
	ageRule           // how old
	clockRule         // time of day
	notRule           // looks like a date and is none
)

var kindNames = map[string]kind{
	"date": dateRule, "shift": shiftRule, "anchor": anchorRule, "span": spanRule, "bound": boundRule, "window": windowRule,
	"vague": vagueRule, "duration": durationRule, "age": ageRule, "clock": clockRule, "not": notRule,
}

type part uint8

const (
	whole part = iota
	early
	mid
	late
	firstHalf
	secondHalf
)

var partNames = map[string]part{"early": early, "mid": mid, "late": late, "first-half": firstHalf, "second-half": secondHalf}

var (
	directionNames = map[string]Direction{"past": Past, "future": Future}
	boundNames     = map[string]Bound{"before": Before, "by": By, "since": Since, "after": After, "from": From}
	limitNames     = map[string]limit{"exact": exact, "about": about, "more-than": moreThan, "less-than": lessThan, "range": fromTo}
)

type limit uint8

const (
	exact limit = iota
	about
	moreThan
	lessThan
	fromTo
)

// rule is what the forms of one entry share.
type rule struct {
	kind      kind
	line      int // in the file
	order     int
	unit      Unit
	by        int
	hasBy     bool
	direction Direction
	part      part
	clip      Direction
	side      Bound
	limit     limit
	count     int32 // in sixtieths, replaces {n}
	plus      int32 // in sixtieths, added to the last {n}
	clock     int   // minutes since midnight, -1 none
	half      int32
	daypart   int32
	approx    bool
	inside    bool
}

// allowed lists the keys that each kind takes besides kind and forms.
var allowed = map[kind]map[string]bool{
	dateRule:     keys("direction", "part", "inside", "approximate", "unit", "daypart"),
	shiftRule:    keys("unit", "by", "direction", "part", "clip", "inside", "approximate", "daypart", "count"),
	anchorRule:   keys("unit", "by", "direction", "part", "approximate", "daypart", "count"),
	spanRule:     keys("direction", "approximate"),
	boundRule:    keys("side"),
	windowRule:   keys("direction", "unit", "count", "plus"),
	vagueRule:    keys("direction"),
	durationRule: keys("limit", "unit", "count", "plus"),
	ageRule:      keys("approximate"),
	clockRule:    keys("clock", "half", "approximate"),
	notRule:      keys(),
}

func keys(names ...string) map[string]bool {
	m := map[string]bool{"kind": true, "forms": true}
	for _, n := range names {
		m[n] = true
	}
	return m
}

func (g *Grammar) ruleList(r reader, p pair) (bool, error) {
	if p.key != "rules" {
		return false, nil
	}
	nodes, err := r.items(p.value)
	if err != nil {
		return true, err
	}
	for _, n := range nodes {
		if err := g.rule(r, n); err != nil {
			return true, err
		}
	}
	return true, nil
}

func (g *Grammar) rule(r reader, n ast.Node) error {
	pairs, err := r.pairs(n)
	if err != nil {
		return err
	}
	out := &rule{clock: -1, order: len(g.rules), line: line(n)}
	var forms ast.Node
	for _, p := range pairs {
		switch p.key {
		case "kind":
			if out.kind, err = choice(r, p, kindNames); err != nil {
				return err
			}
		case "forms":
			forms = p.value
		}
	}
	if out.kind == noKind {
		return r.errorf(n, 0, "rule without kind")
	}
	if forms == nil {
		return r.errorf(n, 0, "rule without forms")
	}
	for _, p := range pairs {
		if !allowed[out.kind][p.key] {
			return r.errorf(p.at, 0, "unknown key %q for this kind of rule", p.key)
		}
		if err := out.set(r, p); err != nil {
			return err
		}
	}
	if missing := out.missing(); missing != "" {
		return r.errorf(n, 0, "rule needs %s", missing)
	}
	g.rules = append(g.rules, out)
	return g.forms(r, out, forms)
}

func (o *rule) missing() string {
	switch o.kind {
	case boundRule:
		if o.side == "" {
			return "side"
		}
	case windowRule, vagueRule:
		if o.direction == Unknown {
			return "direction"
		}
	case shiftRule, anchorRule:
		if o.hasBy && o.unit == NoUnit || !o.hasBy && o.unit != NoUnit {
			return "unit and by together, or neither"
		}
	}
	return ""
}

func (o *rule) set(r reader, p pair) (err error) {
	switch p.key {
	case "unit":
		o.unit, err = choice(r, p, unitNames)
	case "direction":
		o.direction, err = choice(r, p, directionNames)
	case "part":
		o.part, err = choice(r, p, partNames)
	case "clip":
		o.clip, err = choice(r, p, directionNames)
	case "side":
		o.side, err = choice(r, p, boundNames)
	case "limit":
		o.limit, err = choice(r, p, limitNames)
	case "half":
		var h int8
		h, err = choice(r, p, halves)
		o.half = int32(h)
	case "daypart":
		var d int8
		d, err = choice(r, p, dayparts)
		o.daypart = int32(d)
	case "approximate":
		o.approx, err = choice(r, p, map[string]bool{"true": true})
	case "inside":
		o.inside, err = choice(r, p, map[string]bool{"true": true})
	case "by":
		o.hasBy = true
		err = value(r, p, func(s string) (e error) { o.by, e = strconv.Atoi(s); return })
		if err == nil && (o.by < -100 || o.by > 100) {
			err = r.errorf(p.value, 0, "by: want -100 to 100")
		}
	case "count":
		err = value(r, p, count(&o.count))
	case "plus":
		err = value(r, p, count(&o.plus))
	case "clock":
		err = value(r, p, func(s string) error {
			if m, ok := parseClock(s); ok {
				o.clock = m
				return nil
			}
			return errors.New("want hours and minutes")
		})
	}
	return err
}

func count(to *int32) func(string) error {
	return func(s string) error {
		v, complaint := sixtieths(s)
		if complaint != "" {
			return errors.New(complaint)
		}
		*to = v
		return nil
	}
}

func value(r reader, p pair, set func(string) error) error {
	s, err := r.scalar(p.value)
	if err != nil {
		return err
	}
	if set(s) != nil {
		return r.errorf(p.value, 0, "%s: bad value %q", p.key, s)
	}
	return nil
}
