package assistant

import (
	"fmt"
	"strings"

	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

// comparison is the accounts of an entry side by side.
type comparison struct {
	Entry  summary   `json:"entry"`
	Sides  []side    `json:"sides"`
	Fields []compare `json:"fields"`
}

// side is who gives an account.
type side struct {
	Side string   `json:"side" jsonschema:"a state or organisation; \"no side\" for outlets and others that speak for nobody"`
	Via  []string `json:"via" jsonschema:"the chains of sources, each from the outlet to the original source"`
}

// compare is what all sides say of one field.
type compare struct {
	Field   string   `json:"field"`
	Differs bool     `json:"differs" jsonschema:"true where sides assert different things"`
	Says    []says   `json:"says"`
	Silent  []string `json:"silent" jsonschema:"sides that have given an account and do not mention it; that is no denial"`
}

// says is what one side asserts.
type says struct {
	Side      string    `json:"side"`
	Value     string    `json:"value"`
	Alone     bool      `json:"alone" jsonschema:"true for what this side alone tells"`
	Quotation quotation `json:"quotation"`
}

const noSide = "no side"

func (a *Assistant) compare(v *view.Contact) comparison {
	from := a.sources(&v.Entry)
	names := namesIn(&v.Entry)
	name := func(id string) string { return or(names[id], or(id, noSide)) }
	out := comparison{Entry: a.summary(&v.Entry), Sides: []side{}, Fields: []compare{}}
	for _, s := range v.Sides {
		one := side{Side: name(s.ID), Via: []string{}}
		for _, chain := range s.Chains {
			var links []string
			for _, link := range chain {
				links = append(links, link.Name)
			}
			one.Via = append(one.Via, strings.Join(links, " > "))
		}
		out.Sides = append(out.Sides, one)
	}
	for _, row := range v.Rows {
		c := compare{Field: row.Field, Differs: row.Differs, Says: []says{}, Silent: []string{}}
		for i, cell := range row.Cells {
			who := name(v.Sides[i].ID)
			for _, s := range cell.Says {
				c.Says = append(c.Says, says{who, s.Value, s.Only, quote(s.Quoted, from)})
			}
			if len(cell.Says) == 0 && who != noSide {
				c.Silent = append(c.Silent, who)
			}
		}
		out.Fields = append(out.Fields, c)
	}
	return out
}

// namesIn are the names of the parties of an entry by id.
func namesIn(e *record.Entry) map[string]string {
	out := map[string]string{}
	for _, p := range e.Parties {
		out[p.ID] = p.Name
	}
	for _, about := range e.About {
		out[about.ID] = about.Name
	}
	return out
}

// String tells the comparison, a line for each assertion with its source.
func (c comparison) String() string {
	lines := []string{c.Entry.String()}
	if len(c.Sides) < 2 {
		lines = append(lines, "There is one account only; nothing to compare.")
	}
	for _, f := range c.Fields {
		head := f.Field
		if f.Differs {
			head += " — SIDES DIFFER"
		}
		lines = append(lines, head)
		for _, s := range f.Says {
			line := fmt.Sprintf("  %s: %s", s.Side, s.Value)
			if s.Alone {
				line += " (this side alone)"
			}
			lines = append(lines, line+fmt.Sprintf(" “%s” %s", s.Quotation.Words, s.Quotation.Source))
		}
		if len(f.Silent) > 0 {
			lines = append(lines, "  silent: "+strings.Join(f.Silent, ", "))
		}
	}
	return strings.Join(lines, "\n")
}
