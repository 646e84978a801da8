package resolve

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/record"
)

// clash is a pair of statements that a sentence sets against one another, made
// by two sides of a contact.
type clash struct{ a, b *statement }

// sets notes that the last two statements are rival versions: "to the rebels
// according to Moscow and to the army according to Paris", "Kyiv says that ...,
// while Minsk claims".
func (r *reader) sets() {
	n := len(r.statements)
	if n < 2 {
		return
	}
	a, b := r.statements[n-2], r.statements[n-1]
	if a.sp.Sentence != b.sp.Sentence || a.sp.Title || len(a.speakers) != 1 || len(b.speakers) != 1 {
		return
	}
	x, y := a.speakers[0].country(), b.speakers[0].country()
	if x == "" || y == "" || x == y || !(a.sp.Source && b.sp.Source) && !r.contrasted(a, b) {
		return
	}
	about := append(slices.Clone(a.contacts), b.contacts...)
	if a.sp.Source && b.sp.Source {
		about = append(about, r.focus)
	}
	for _, c := range about {
		if c != nil && c.roles.of(x) != "" && c.roles.of(y) != "" {
			r.clashes[c] = append(r.clashes[c], clash{a, b})
			return
		}
	}
}

// contrasted reports whether a word of contrast parts two statements.
func (r *reader) contrasted(a, b *statement) bool {
	st := &r.d.Sentences[b.sp.Sentence]
	for i := range st.Cues {
		if c := &st.Cues[i]; c.Sense() == language.Contrast && c.First >= a.first && c.Last <= b.first+1 && c.Last <= b.last {
			return true
		}
	}
	return false
}

// claims makes the divergence of the rival versions of a contact, nil for none.
func (r *reader) claims(c *contact, id string, ev *evidenceList) *record.Divergence {
	if len(r.clashes[c]) == 0 {
		return nil
	}
	k := r.clashes[c][0]
	d := &record.Divergence{Contact: id, Field: "claim"}
	for _, s := range []*statement{k.a, k.b} {
		first, last := r.wording(s)
		at := ev.add(evidence{"claim", first, last, r.lx.Pack.Code + ": claim"})
		d.Sides = append(d.Sides, record.Says{Side: s.speakers[0].country(), Says: r.d.Words(first, last), Evidence: at})
	}
	slices.SortFunc(d.Sides, func(a, b record.Says) int { return strings.Compare(a.Side, b.Side) })
	return d
}
