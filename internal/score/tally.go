package score

import "strings"

// count holds what was counted for one figure: right, invented and missed, or
// for a share right out of all.
type count struct {
	share          bool
	right          int
	wrong, missing int
	all            int
}

// tally holds the counts of documents, in the order in which they came up.
type tally struct {
	order []string
	of    map[string]*count
}

func (t *tally) get(name string) *count {
	c := t.of[name]
	if c == nil {
		if t.of == nil {
			t.of = map[string]*count{}
		}
		c = &count{}
		t.of[name] = c
		t.order = append(t.order, name)
	}
	return c
}

func (t *tally) add(name string, right, wrong, missing int) {
	c := t.get(name)
	c.right += right
	c.wrong += wrong
	c.missing += missing
}

func (t *tally) share(name string, ok bool) { t.shares(name, one(ok), 1) }

func (t *tally) shares(name string, right, all int) {
	c := t.get(name)
	c.share = true
	c.right += right
	c.all += all
}

func (t *tally) merge(u *tally) {
	for _, name := range u.order {
		c := u.of[name]
		if c.share {
			t.shares(name, c.right, c.all)
		} else {
			t.add(name, c.right, c.wrong, c.missing)
		}
	}
}

func one(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

// Figure is one number of a score sheet.
type Figure struct {
	Name  string
	Value float64
}

// Figures are the numbers of a score sheet, in its order.
type Figures []Figure

// Get returns a figure, and false when it was not measured.
func (f Figures) Get(name string) (float64, bool) {
	for _, g := range f {
		if g.Name == name {
			return g.Value, true
		}
	}
	return 0, false
}

const statusPrefix = "status:"

// figures works the numbers out. A share of nothing is left out.
func (t *tally) figures() Figures {
	var out Figures
	sum, statuses := 0.0, 0
	for _, name := range t.order {
		c := t.of[name]
		if c.share {
			if c.all > 0 {
				out = append(out, Figure{name, float64(c.right) / float64(c.all)})
			}
			continue
		}
		p, r := ratio(c.right, c.wrong), ratio(c.right, c.missing)
		f1 := 0.0
		if p+r > 0 {
			f1 = 2 * p * r / (p + r)
		}
		if strings.HasPrefix(name, statusPrefix) {
			if c.right+c.missing > 0 { // a status that the gold never has is no class
				sum += f1
				statuses++
			}
			continue
		}
		out = append(out, Figure{name + ".precision", p}, Figure{name + ".recall", r}, Figure{name + ".f1", f1})
	}
	if statuses > 0 {
		out = append(out, Figure{"status.macro_f1", sum / float64(statuses)})
	}
	return out
}

func ratio(right, other int) float64 {
	if right+other == 0 {
		return 1
	}
	return float64(right) / float64(right+other)
}
