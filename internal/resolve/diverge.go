package resolve

import (
	"maps"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/parley-news/parley/record"
)

// differ compares the accounts of a contact's sides and returns the fields on
// which two sides assert different things.
func (r *reader) differ(id string, accounts []record.Account) ([]string, []record.Divergence) {
	if len(accounts) < 2 {
		return nil, nil
	}
	var fields []string
	var out []record.Divergence
	for _, field := range []string{"initiator", "status", "date", "place", "topics"} {
		values := map[string][]string{}
		at := map[string]int{}
		for _, a := range accounts {
			if a.Side == nil {
				continue
			}
			for _, as := range a.Asserts {
				if as.Field == field {
					values[*a.Side] = append(values[*a.Side], as.Value)
					if _, ok := at[*a.Side]; !ok {
						at[*a.Side] = as.Evidence[0]
					}
				}
			}
		}
		if !r.diverge(field, values) {
			continue
		}
		fields = append(fields, field)
		d := record.Divergence{Contact: id, Field: field}
		for _, side := range slices.Sorted(maps.Keys(values)) {
			sort.Strings(values[side])
			d.Sides = append(d.Sides, record.Says{Side: side, Says: strings.Join(values[side], ", "), Evidence: at[side]})
		}
		out = append(out, d)
	}
	return fields, out
}

// diverge reports whether two sides assert values that cannot both be true.
func (r *reader) diverge(field string, values map[string][]string) bool {
	sides := slices.Sorted(maps.Keys(values))
	for i := range sides {
		for j := i + 1; j < len(sides); j++ {
			agree := false
			for _, x := range values[sides[i]] {
				for _, y := range values[sides[j]] {
					agree = agree || r.compatible(field, x, y)
				}
			}
			if !agree && (field != "topics" || len(values[sides[i]]) > 1 && len(values[sides[j]]) > 1) {
				return true
			}
		}
	}
	return false
}

// compatible reports whether two values of a field may both hold: what was
// proposed may be planned or refused, a city lies in its country, days on either side of
// midnight are one.
func (r *reader) compatible(field, x, y string) bool {
	if x == y {
		return true
	}
	switch field {
	case "status":
		off := func(s string) bool { return s == "denied" || s == "cancelled" }
		return off(x) == off(y) || x == "proposed" || y == "proposed"
	case "place":
		a, b := r.landOf(x), r.landOf(y)
		return a != "" && a == b && (r.world.Places[x] == nil || r.world.Places[y] == nil)
	case "date":
		return overlap(x, y)
	}
	return false
}

// landOf is the code of the country that a place, or a state by name, is in.
func (r *reader) landOf(name string) string {
	if p := r.world.Places[name]; p != nil {
		return p.Country
	}
	for id, s := range r.world.States {
		if s.Name == name {
			return id
		}
	}
	return ""
}

// overlap reports whether two intervals of days, "from/to" or one day, have a
// day in common or next to each other.
func overlap(x, y string) bool {
	ends := func(s string) (time.Time, time.Time) {
		from, to, two := strings.Cut(s, "/")
		if !two {
			to = from
		}
		a, _ := time.Parse(time.DateOnly, from)
		b, _ := time.Parse(time.DateOnly, to)
		return a, b
	}
	a, b := ends(x)
	c, d := ends(y)
	return !c.After(b.AddDate(0, 0, 1)) && !a.After(d.AddDate(0, 0, 1))
}
