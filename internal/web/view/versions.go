package view

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// lacks are the lines that tell what one reading says and another one does not.
func lacks(one, other *record.Reading) []string {
	have := map[string]bool{}
	for _, line := range tellings(one) {
		have[line] = true
	}
	return slices.DeleteFunc(tellings(other), func(line string) bool { return have[line] })
}

// tellings is what a reading says, a line for each contact and each statement. They are for
// comparing two readings, in the codes of the record.
func tellings(r *record.Reading) []string {
	out := []string{}
	for _, c := range r.Contacts {
		var sides []string
		for _, p := range c.Parties {
			sides = append(sides, p.ID)
		}
		line := c.Kind + " " + strings.Join(append(sides, c.Groups...), "–") + " " + c.Step
		if c.Date != nil {
			line += " " + c.Date.From
			if c.Date.To != c.Date.From {
				line += "/" + c.Date.To
			}
		}
		if c.Place != nil {
			line += ", " + c.Place.Name
		}
		if len(c.Topics) > 0 {
			line += ": " + strings.Join(c.Topics, ", ")
		}
		out = append(out, line)
	}
	for _, s := range r.Statements {
		out = append(out, s.Speaker.Name+" "+s.Act+": "+s.Text)
	}
	return out
}
