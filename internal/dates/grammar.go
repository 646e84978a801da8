package dates

import "github.com/goccy/go-yaml/ast"

// Grammar is the date grammar of one language. It is safe for concurrent use.
type Grammar struct {
	lexicon
	rules []*rule
	// outer holds every form, inner those that may stand for {date}.
	outer, inner tree
}

// order says how a date in figures is written.
type order int8

const (
	dayFirst order = iota
	monthFirst
	eitherFirst
)

var orders = map[string]order{"day-first": dayFirst, "month-first": monthFirst, "either": eitherFirst}

var dayparts = map[string]int8{"morning": 1, "afternoon": 2, "evening": 3, "night": 4}

var daypartNames = [...]string{"", "morning", "afternoon", "evening", "night"}

var halves = map[string]int8{"am": 1, "pm": 2}

var seasons = map[string]int8{"spring": 1, "summer": 2, "autumn": 3, "winter": 4}

// Load reads a dates.yaml. file is the name that errors give; they carry line
// and column. Unknown keys, slots and values, and forms that stand twice, are
// errors.
func Load(file string, data []byte) (*Grammar, error) {
	r := reader{file}
	root, err := r.root(data)
	if err != nil {
		return nil, err
	}
	pairs, err := r.pairs(root)
	if err != nil {
		return nil, err
	}
	g := &Grammar{lexicon: newLexicon(), outer: newTree(), inner: newTree()}
	// Settings decide how words are entered, words how forms are read.
	for _, step := range [...]func(reader, pair) (bool, error){g.setting, g.table, g.ruleList} {
		for i, p := range pairs {
			if p.value == nil {
				continue
			}
			known, err := step(r, p)
			if err != nil {
				return nil, err
			}
			if known {
				pairs[i].value = nil
			}
		}
	}
	for _, p := range pairs {
		if p.value != nil {
			return nil, r.errorf(p.at, 0, "unknown key %q", p.key)
		}
	}
	if len(g.rules) == 0 {
		return nil, r.errorf(root, 0, "no rules")
	}
	for i := range g.list {
		g.list[i].settle()
	}
	for i := range g.list {
		for _, x := range g.list[i].longer {
			g.list[i].fills |= g.list[x.at].fills
		}
	}
	return g, nil
}

func (g *Grammar) setting(r reader, p pair) (bool, error) {
	var err error
	switch p.key {
	case "marks":
		g.looseMarks, err = choice(r, p, map[string]bool{"optional": true, "required": false})
	case "figures":
		g.order, err = choice(r, p, orders)
	case "careful-words":
		g.capital, err = choice(r, p, map[string]bool{"capital": true, "any": false})
	default:
		return false, nil
	}
	return true, err
}

func choice[T any](r reader, p pair, values map[string]T) (T, error) {
	s, err := r.scalar(p.value)
	if err != nil {
		var zero T
		return zero, err
	}
	v, ok := values[s]
	if !ok {
		return v, r.errorf(p.value, 0, "%s: unknown value %q", p.key, s)
	}
	return v, nil
}

func (g *Grammar) table(r reader, p pair) (bool, error) {
	var err error
	switch p.key {
	case "months":
		err = g.numbered(r, p.value, between(1, 12), func(w *word) *int32 { return &w.month })
	case "hijri-months":
		err = g.numbered(r, p.value, between(1, 12), func(w *word) *int32 { return &w.hijri })
	case "weekdays":
		err = g.numbered(r, p.value, between(1, 7), func(w *word) *int32 { return &w.weekday })
	case "seasons":
		err = g.numbered(r, p.value, named(seasons, "season"), func(w *word) *int32 { return &w.season })
	case "dayparts":
		err = g.numbered(r, p.value, named(dayparts, "part of the day"), func(w *word) *int32 { return &w.daypart })
	case "halves-of-day":
		err = g.numbered(r, p.value, named(halves, "half of the day"), func(w *word) *int32 { return &w.half })
	case "units":
		err = g.numbered(r, p.value, named(unitNames, "unit"), func(w *word) *int32 { return &w.unit })
	case "numbers":
		err = g.numbered(r, p.value, sixtieths, func(w *word) *int32 { return &w.n })
	case "ordinals":
		err = g.numbered(r, p.value, between(1, 31), func(w *word) *int32 { return &w.ordinal })
	case "zones":
		err = g.numbered(r, p.value, g.zoneNumber, func(w *word) *int32 { return &w.zone })
	case "number-joiners":
		err = g.marked(r, p.value, func(w *word) { w.joiner = true })
	case "bridges":
		err = g.marked(r, p.value, func(w *word) { w.bridge = true })
	case "owning":
		err = g.marked(r, p.value, func(w *word) { w.owning = true })
	case "careful":
		err = g.marked(r, p.value, func(w *word) { w.careful = true })
	case "dateline":
		err = g.marked(r, p.value, func(w *word) { w.heading = true })
	case "ordinal-endings":
		var words []string
		words, _, err = r.words(p.value)
		for _, w := range words {
			g.suffixes[w] = true
		}
	default:
		return false, nil
	}
	return true, err
}

func (g *Grammar) zoneNumber(key string) (int32, string) {
	g.zones = append(g.zones, key)
	return int32(len(g.zones) - 1), ""
}

func (g *Grammar) marked(r reader, n ast.Node, set func(*word)) error {
	words, _, err := r.words(n)
	if err != nil {
		return err
	}
	for _, raw := range words {
		g.meanings(raw, set)
	}
	return nil
}
