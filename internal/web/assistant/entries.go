package assistant

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

// mostQuotations is how many quotations one answer has for an entry's values, at most.
const mostQuotations = 60

// value is a value of an entry with the words it is known by.
type value struct {
	Field    string      `json:"field"`
	Value    string      `json:"value" jsonschema:"empty where sides differ and the entry takes none"`
	Disputed bool        `json:"disputed"`
	Evidence []quotation `json:"evidence"`
}

// step is a step in the life of an entry.
type step struct {
	Step      string    `json:"step"`
	For       string    `json:"for,omitempty" jsonschema:"the days the contact was then to take place"`
	Announced string    `json:"announced,omitempty" jsonschema:"the day on which it became known"`
	By        string    `json:"by,omitempty" jsonschema:"the side that told it"`
	Quotation quotation `json:"quotation"`
}

// shown is an entry with everything.
type shown struct {
	Entry   summary  `json:"entry"`
	Values  []value  `json:"values"`
	Life    []step   `json:"life"`
	Sources []source `json:"sources" jsonschema:"all documents that tell of it"`
	Cut     string   `json:"cut,omitempty" jsonschema:"what was left out for length, and how to get it"`
}

func (a *Assistant) entries() {
	type one struct {
		ID string `json:"id" jsonschema:"the id of an entry, as search_register gives it, or six digits or more of its beginning"`
	}
	tool(a, "show_entry", "Show an entry",
		"Everything the register has of one contact: each value with the words it was read from and where they stand, its life from first mention to last, all documents that tell of it.",
		func(ctx context.Context, in one) (shown, error) {
			v, err := a.entry(ctx, in.ID)
			if err != nil {
				return shown{}, err
			}
			return a.show(&v), nil
		}, shown.String)
	tool(a, "compare_accounts", "Compare what each side says",
		"The accounts of one contact side by side, field by field: who says what in which words, where sides differ, what one side alone tells, and who is silent.",
		func(ctx context.Context, in one) (comparison, error) {
			v, err := a.entry(ctx, in.ID)
			if err != nil {
				return comparison{}, err
			}
			return a.compare(&v), nil
		}, comparison.String)
}

// entry is the page of an entry.
func (a *Assistant) entry(ctx context.Context, id string) (view.Contact, error) {
	v, err := a.Views.Contact(ctx, strings.TrimSpace(id))
	if err == nil && v.Entry.ID == "" {
		err = fmt.Errorf("%w: entry %s is none any more; its contacts went to %s", parley.ErrNotFound, id, strings.Join(v.Successors, ", "))
	}
	return v, err
}

func (a *Assistant) show(v *view.Contact) shown {
	e := &v.Entry
	from := a.sources(e)
	out := shown{Entry: a.summary(e), Values: []value{}, Life: []step{}, Sources: []source{}}
	left := mostQuotations
	for _, f := range fieldsOf(e) {
		f.Disputed = slices.Contains(e.Disputed, f.Field)
		f.Evidence = []quotation{}
		for _, ev := range v.Evidence {
			if ev.Field != f.Field || f.Field == "topics" && !strings.Contains(ev.Rule, ": "+f.Value+" ") {
				continue
			}
			if left--; left < 0 {
				out.Cut = fmt.Sprintf("more than %d quotations; show_document has the rest, document by document", mostQuotations)
				break
			}
			f.Evidence = append(f.Evidence, quote(ev.Quoted, from))
		}
		out.Values = append(out.Values, f)
	}
	for _, s := range v.Life {
		one := step{Step: s.Step, Announced: text(s.Announced), By: text(s.By), Quotation: quote(s.Quoted, from)}
		if s.For != nil {
			one.For = days(s.For.From, s.For.To)
		}
		out.Life = append(out.Life, one)
	}
	for _, m := range e.Members {
		out.Sources = append(out.Sources, from[m.Document])
	}
	return out
}

// fieldsOf are the values of an entry as text.
func fieldsOf(e *record.Entry) []value {
	out := []value{{Field: "kind", Value: e.Kind}, {Field: "status", Value: e.Step}}
	add := func(field, s string) {
		if s != "" || slices.Contains(e.Disputed, field) {
			out = append(out, value{Field: field, Value: s})
		}
	}
	for _, p := range e.People {
		line := p.Name
		for _, more := range []string{text(p.Office), text(p.Country)} {
			if more != "" {
				line += ", " + more
			}
		}
		add("people", line)
	}
	date, place, asked := "", "", ""
	if e.Date != nil {
		date = days(e.Date.From, e.Date.To)
	}
	if e.Place != nil {
		place = e.Place.Name
	}
	if e.Initiator != nil {
		asked = e.Initiator.Name
	}
	add("date", date)
	add("place", place)
	add("initiator", asked)
	if e.Duration != nil {
		add("duration", e.Duration.Text)
	}
	for _, t := range e.Topics {
		add("topics", t)
	}
	for _, about := range e.About {
		add("about", about.Name)
	}
	add("outcome", text(e.Outcome))
	return out
}

// String tells the entry, a line for each value with its source.
func (s shown) String() string {
	lines := []string{s.Entry.String()}
	for _, v := range s.Values {
		line := v.Field + ": " + v.Value
		if v.Disputed {
			line += " (DISPUTED: compare_accounts shows who says what)"
		}
		for _, q := range v.Evidence {
			line += fmt.Sprintf("\n    “%s” %s", q.Words, q.Source)
		}
		lines = append(lines, line)
	}
	for _, l := range s.Life {
		lines = append(lines, fmt.Sprintf("life: %s %s, known %s, by %s: “%s” %s", l.Step, l.For, or(l.Announced, "on no known day"), or(l.By, "no side"), l.Quotation.Words, l.Quotation.Source))
	}
	for _, from := range s.Sources {
		lines = append(lines, "source: "+from.Title+" "+from.String())
	}
	if s.Cut != "" {
		lines = append(lines, "CUT: "+s.Cut)
	}
	return strings.Join(lines, "\n")
}

func or(s, none string) string {
	if s == "" {
		return none
	}
	return s
}
