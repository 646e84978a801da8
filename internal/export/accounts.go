package export

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// version is what one side, or one chain of sources without a side, asserts.
type version struct {
	key, title string
	chains     []string
	says       map[string][]string
}

// versions joins the accounts of each side, in the order of the record.
func versions(c *record.Contact, n names) []*version {
	var out []*version
	for _, a := range c.Accounts {
		source := chain(a.Chain)
		key, title := "source "+source, source
		if a.Side != nil {
			key, title = "side "+*a.Side, n.of(*a.Side)
		}
		at := slices.IndexFunc(out, func(v *version) bool { return v.key == key })
		if at < 0 {
			at = len(out)
			out = append(out, &version{key: key, title: title, says: map[string][]string{}})
		}
		v := out[at]
		if a.Side != nil && source != "" && source != title && !slices.Contains(v.chains, source) {
			v.chains = append(v.chains, source)
		}
		for _, as := range a.Asserts {
			s := said(as, n)
			if !slices.Contains(v.says[as.Field], s) {
				v.says[as.Field] = append(v.says[as.Field], s)
			}
		}
	}
	return out
}

// said writes the value of an assertion as the card writes that field.
func said(a record.Assertion, n names) string {
	switch a.Field {
	case "initiator":
		return n.of(a.Value)
	case "date":
		from, to, ok := strings.Cut(a.Value, "/")
		if !ok {
			to = from
		}
		return interval(from, to)
	case "topics":
		return topicName(a.Value)
	case "duration":
		least, most, ok := strings.Cut(a.Value, "/")
		if !ok {
			most = least
		}
		return lasting(&record.Duration{Min: &least, Max: &most})
	case "claim":
		return "“" + strings.TrimRight(strings.TrimSpace(strings.Trim(a.Value, quotationMarks)), ".,") + "”"
	case "status":
		return spaced(a.Value)
	}
	return a.Value
}

// fields returns the fields on which the versions are not of one voice.
func fields(all []*version) []string {
	var out []string
	for _, field := range record.Fields {
		for _, v := range all[1:] {
			if !slices.Equal(slices.Sorted(slices.Values(v.says[field])), slices.Sorted(slices.Values(all[0].says[field]))) {
				out = append(out, field)
				break
			}
		}
	}
	return out
}

// compared returns the versions that are printed side by side: those that say
// anything, unless all say the same, for then the card says it.
func compared(all []*version) []*version {
	all = slices.DeleteFunc(all, func(v *version) bool { return len(v.says) == 0 })
	if len(all) < 2 || len(fields(all)) == 0 {
		return nil
	}
	return all
}

// accounts prints the versions of two sides or more side by side.
func (p *page) accounts(c *record.Contact, all []*version) {
	const least, gap = 18, 3
	if len(all) == 0 {
		return
	}
	differing := fields(all)
	room := p.room(labelWidth)
	abreast := max(1, min(len(all), (room+gap)/(least+gap)))
	for len(all) > 0 {
		some := all[:min(abreast, len(all))]
		all = all[len(some):]
		width := (room - gap*(len(some)-1)) / len(some)
		p.line("")
		p.abreast(p.label("accounts", unmarked), some, width, bold, func(v *version) string { return v.title })
		p.abreast("", some, width, faint, func(v *version) string { return strings.Join(v.chains, "; ") })
		for _, field := range differing {
			if !slices.ContainsFunc(some, func(v *version) bool { return len(v.says[field]) > 0 }) {
				continue
			}
			label := p.label(fieldName(field), disputed(c, field))
			if field == "claim" {
				p.claims(label, some, width)
				continue
			}
			p.abreast(label, some, width, plain, func(v *version) string {
				if len(v.says[field]) == 0 {
					return "–"
				}
				return strings.Join(v.says[field], ", ")
			})
		}
	}
}

// credits reports whether the heads of the versions name every source.
func credits(all []*version, sources [][]record.Source) bool {
	for _, s := range sources {
		name := chain(s)
		if !slices.ContainsFunc(all, func(v *version) bool { return v.title == name || slices.Contains(v.chains, name) }) {
			return false
		}
	}
	return true
}

// abreast prints one row of columns; nothing when all its cells are empty.
func (p *page) abreast(label string, vs []*version, width int, st style, cell func(*version) string) {
	columns := make([][]string, len(vs))
	height, empty := 0, true
	for i, v := range vs {
		s := cell(v)
		empty = empty && s == ""
		columns[i] = wrap(s, width)
		height = max(height, len(columns[i]))
	}
	if empty {
		return
	}
	for row := range height {
		line := pad(label, labelWidth)
		label = ""
		for i, column := range columns {
			text := ""
			if row < len(column) {
				text = isolate(p.look.paint(st, column[row]))
			}
			if i > 0 {
				line += " " + p.look.paint(faint, "│") + " "
			}
			line += pad(text, width)
		}
		p.line(line)
	}
}
