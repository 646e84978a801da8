package store

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// ground is a table of things in the order of days, and the one of their terms.
type ground struct {
	things, name, has  string // the table of things m, what gives their ids and their terms
	terms, term, thing string // the table of their terms, its columns of terms and of things
	day                string // the column of days in both
}

var (
	entriesGround     = ground{"entries", "m.entry", "m.terms", "facets", "term", "entry", "first"}
	statementsGround  = ground{"statements", "m.statement", "m.terms", "remarks", "term", "statement", "day"}
	commitmentsGround = ground{
		"commitments", "(SELECT d.document || printf(' %012d', m.id) FROM documents d WHERE d.id = m.document)", "NULL",
		"commitments", "actor", "id", "day",
	}
)

// wanted is what a query walks over.
type wanted struct {
	fields  []field // each must be met
	without []int64 // terms that nothing may have
	days    period
	// where are conditions on the row of a thing, which is m.
	where  []condition
	newest bool
	after  *cursor
}

// condition is one as it stands in a statement, with its arguments.
type condition struct {
	text string
	args []any
}

// few is up to how many terms of a field SQLite walks side by side, or asks for one by
// one. Of more, the rows are sorted, or the list of an entry's terms is looked at.
const few = 16

// plan is one statement: its rows are day, id, number and terms of things, in the order of
// days. What it does not ask for itself is left to check.
type plan struct {
	text  strings.Builder
	args  []any
	check []field
}

// plan is the statement for what is wanted.
func (g *ground) plan(w *wanted) *plan {
	p := &plan{}
	p.add("SELECT c." + g.day + ", " + g.name + ", m.id, " + g.has + " FROM ")
	if len(w.fields) == 0 {
		g.walkAll(p, w)
	} else {
		g.walkTerms(p, w, " CROSS JOIN "+g.things+" m ON m.id = c."+g.thing)
	}
	for _, c := range w.where {
		p.add(" AND "+c.text, c.args...)
	}
	if len(w.fields) == 0 {
		p.add(" ORDER BY c." + g.day + w.order())
	}
	return p
}

// walkAll adds a walk over all things.
func (g *ground) walkAll(p *plan, w *wanted) {
	days := w.remaining()
	p.add(g.things+" c CROSS JOIN "+g.things+" m ON m.id = c.id WHERE c."+g.day+" BETWEEN ? AND ?", days.from, days.to)
	g.refuse(p, w, "c.id")
}

// walkTerms adds a walk over what has the terms that are wanted. It is driven from the
// field with the fewest rows; the other fields are asked for row by row, so that nothing
// is read that is not looked at.
func (g *ground) walkTerms(p *plan, w *wanted, join string) {
	fields := slices.Clone(w.fields)
	slices.SortStableFunc(fields, func(a, b field) int { return cmp.Compare(a.count, b.count) })
	row := "c." + g.thing
	p.add("(")
	g.drive(p, fields[0].terms, w.remaining(), w.order())
	p.add(") c" + join + " WHERE true")
	for _, f := range fields[1:] {
		if len(f.terms) > few {
			p.check = append(p.check, f)
			continue
		}
		p.add(" AND ")
		g.probe(p, row, f.terms)
	}
	g.refuse(p, w, row)
}

// refuse adds that a row has none of the terms that nothing may have.
func (g *ground) refuse(p *plan, w *wanted, row string) {
	if len(w.without) > 0 {
		p.add(" AND NOT ")
		g.probe(p, row, w.without)
	}
}

func (p *plan) add(text string, args ...any) {
	p.text.WriteString(text)
	p.args = append(p.args, args...)
}

func (w *wanted) order() string {
	if w.newest {
		return " DESC"
	}
	return ""
}

// remaining is the days that lie behind the cursor.
func (w *wanted) remaining() period {
	days := w.days
	switch {
	case w.after == nil:
	case w.newest:
		days.to = min(days.to, w.after.day)
	default:
		days.from = max(days.from, w.after.day)
	}
	return days
}

// drive adds the statement for the rows of terms in the order of days. The limit keeps
// SQLite from dropping the order of a subquery.
func (g *ground) drive(p *plan, terms []int64, days period, order string) {
	if len(terms) > few {
		p.add("SELECT DISTINCT "+g.day+", "+g.thing+" FROM "+g.terms+" WHERE "+g.term+" IN (SELECT value FROM json_each(?)) AND "+g.day+" BETWEEN ? AND ?",
			list(terms), days.from, days.to)
	} else {
		for i, t := range terms {
			if i > 0 {
				p.add(" UNION ")
			}
			p.add("SELECT "+g.day+", "+g.thing+" FROM "+g.terms+" WHERE "+g.term+" = ? AND "+g.day+" BETWEEN ? AND ?", t, days.from, days.to)
		}
	}
	p.add(" ORDER BY 1" + order + ", 2" + order + " LIMIT -1")
}

// probe adds the question whether a row has one of some terms.
func (g *ground) probe(p *plan, row string, terms []int64) {
	p.add("EXISTS (SELECT 1 FROM " + g.terms + " p WHERE p." + g.term + " IN (?" + strings.Repeat(", ?", len(terms)-1) +
		") AND p." + g.day + " = c." + g.day + " AND p." + g.thing + " = " + row + ")")
	for _, t := range terms {
		p.args = append(p.args, t)
	}
}

// list writes values as json_each reads them, so that a statement is the same however many
// there are.
func list[T int64 | string](values []T) string {
	out, err := json.Marshal(values)
	if err != nil { // of a list of numbers or words there is none
		panic(err)
	}
	return string(out)
}
