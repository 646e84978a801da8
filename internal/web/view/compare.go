package view

import (
	"slices"

	"github.com/parley-news/parley/record"
)

// Comparison puts the accounts of an entry side by side.
type Comparison struct {
	// Sides are who gives an account: states and organisations, then, as one, the sources
	// of no side.
	Sides []Side `json:"sides"`
	// Rows are the fields on which there is something to say, in the order of record.Fields.
	Rows []Row `json:"rows"`
	// titles are those of documents that stand in the place of an outlet nobody knows.
	titles map[string]string
	differ []record.EntryDivergence
}

// Title is what a link of a chain of sources is called: a document that stands in the place
// of its outlet, which nobody knows, goes by its title.
func (c Comparison) Title(source string) string {
	if title := c.titles[source]; title != "" {
		return "“" + title + "”"
	}
	return source
}

// Differ are the fields of which sides assert different things.
func (c Comparison) Differ() []record.EntryDivergence { return c.differ }

// Side is one column of a comparison.
type Side struct {
	// ID is that of a state or organisation, "" for the sources of no side.
	ID string `json:"id"`
	// Chains are by whom it is known, each from the outlet to the original source.
	Chains [][]record.Source `json:"chains"`
}

// Row is what all sides say of one field.
type Row struct {
	Field string `json:"field"`
	// Differs is true where sides assert different things.
	Differs bool `json:"differs"`
	// Cells are what each of Comparison.Sides says; an empty one says nothing of it.
	Cells []Cell `json:"cells"`
}

// Cell is what one side says of one field.
type Cell struct {
	Says []Said `json:"says"`
}

// Said is one value that somebody asserts, with the words.
type Said struct {
	Value string `json:"value"`
	// Only is true for what this side alone tells though others have given an account.
	Only bool `json:"only"`
	Quoted
}

// Compare puts the accounts of an entry side by side.
func Compare(e *record.Entry) Comparison {
	members := membersOf(e)
	c := Comparison{Sides: []Side{}, Rows: []Row{}, titles: map[string]string{}, differ: e.Divergences}
	for _, m := range e.Members {
		c.titles[m.Document] = m.Title
	}
	at := map[string]int{}
	accounts := slices.Clone(e.Accounts)
	slices.SortStableFunc(accounts, func(a, b record.EntryAccount) int { // sources of no side last
		return noSide(a) - noSide(b)
	})
	for _, a := range accounts {
		id := text(a.Side)
		if _, ok := at[id]; !ok {
			at[id] = len(c.Sides)
			c.Sides = append(c.Sides, Side{ID: id, Chains: [][]record.Source{}})
		}
		side := &c.Sides[at[id]]
		side.Chains = append(side.Chains, a.Chain)
	}
	for _, field := range record.Fields {
		row := Row{Field: field, Differs: slices.ContainsFunc(e.Divergences, func(d record.EntryDivergence) bool { return d.Field == field })}
		row.Cells = make([]Cell, len(c.Sides))
		for i := range row.Cells {
			row.Cells[i].Says = []Said{}
		}
		said := false
		for _, a := range accounts {
			cell := &row.Cells[at[text(a.Side)]]
			for _, as := range a.Asserts {
				if as.Field != field {
					continue
				}
				said = true
				cell.add(Said{as.Value, only(e, field, as.Value, text(a.Side)), quoted(as.Words, members)})
			}
		}
		if said {
			c.Rows = append(c.Rows, row)
		}
	}
	return c
}

// within looks up what stands around the words.
func (c *Comparison) within(readings map[string]*record.Reading) {
	for _, row := range c.Rows {
		for _, cell := range row.Cells {
			for i := range cell.Says {
				cell.Says[i].within(readings)
			}
		}
	}
}

// add adds what is said unless the same is there: the first words for it will do.
func (c *Cell) add(s Said) {
	same := func(o Said) bool { return o.Value == s.Value }
	if !slices.ContainsFunc(c.Says, same) {
		c.Says = append(c.Says, s)
	}
}

// only reports whether one side alone tells a value of a field.
func only(e *record.Entry, field, value, side string) bool {
	return side != "" && slices.ContainsFunc(e.OnlyOneSide, func(o record.EntryOneSided) bool {
		return o.Field == field && o.Value == value && o.Side == side
	})
}

func noSide(a record.EntryAccount) int {
	if a.Side == nil {
		return 1
	}
	return 0
}

// text is the text behind a pointer, "" for nil.
func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
