package annotate

import (
	"sort"

	"github.com/parley-news/parley/internal/language"
)

// partQuotes parts quotations at the reporting clauses that dashes set into them, which are
// not of what is quoted: "“We are ready – said X – to talk”". The dashes are marks of both.
func (d *Document) partQuotes() {
	if d.Lexicon.Pack.Order != "" {
		return // the tokens do not stand as in the text
	}
	var out []Quote
	for k, q := range d.Quotes {
		rest, n := q, len(out)
		for i := q.First + 1; i < q.Last-1; i++ {
			end := d.setIn(i, q.Last-1)
			if end < 0 {
				continue
			}
			if out == nil {
				out = append(make([]Quote, 0, len(d.Quotes)+1), d.Quotes[:k]...)
			}
			out = append(out, Quote{First: rest.First, Last: i + 1, Start: rest.Start, End: d.Toks[i].Start})
			rest.First, rest.Start, i = end, d.Toks[end].End, end
		}
		if out != nil && (len(out) == n || rest.Last-rest.First > 2) {
			out = append(out, rest)
		}
	}
	if out != nil {
		d.Quotes = out
	}
}

// setIn returns the dash that closes the reporting clause which one at a token opens, -1 for
// none. Both have spaces around them, or neither has one inside.
func (d *Document) setIn(dash, last int) int {
	const reach, longest = 4, 24 // "– gli ha poi risposto", "– ha detto il ministro ... –"
	if !d.dashAt(dash) || !d.Toks[dash].Space {
		return -1
	}
	s := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Last > dash })
	if s == len(d.Sentences) || !d.Sentences[s].reports(dash+1, dash+reach) {
		return -1
	}
	spaced := d.Toks[dash+1].Space
	for i := dash + 2; i < min(last, d.Sentences[s].Last, dash+longest); i++ {
		if d.dashAt(i) && d.Toks[i].Space == spaced && (d.Toks[i+1].Space || !d.Toks[i+1].Word) {
			return i
		}
	}
	return -1
}

// dashAt reports whether a dash, or a hyphen in place of one, stands at a token.
func (d *Document) dashAt(tok int) bool {
	switch d.Words(tok, tok+1) {
	case "-", "–", "—":
		return true
	}
	return false
}

// reports reports whether a finite verb of saying starts in a stretch with nothing before it
// but words that go with it.
func (st *Sentence) reports(from, to int) bool {
	for i := range st.Verbs {
		v := &st.Verbs[i]
		if v.First < from || v.First > to || !v.Finite {
			continue
		}
		for k := range st.Cues {
			if c := &st.Cues[k]; c.Sense() == language.Speech && v.First <= c.At && c.First < v.Last {
				return true
			}
		}
		return false
	}
	return false
}
