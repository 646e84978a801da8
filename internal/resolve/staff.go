package resolve

import (
	"strings"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// offices are the institutions that speak for those who hold an office.
var offices = map[string]string{
	"president": "@presidency", "monarch": "@royal-court", "prime-minister": "@premiership",
	"foreign-minister": "@foreign-ministry", "defence-minister": "@defence-ministry",
	"interior-minister": "@interior-ministry", "finance-minister": "@finance-ministry",
}

// voiceOf are the institutions that spokespersons speak for.
var voiceOf = map[string]string{
	"presidential-spokesperson": "@presidency", "government-spokesperson": "@government",
	"foreign-ministry-spokesperson": "@foreign-ministry", "defence-ministry-spokesperson": "@defence-ministry",
}

// ministry returns the ministry that "the ministry" takes up: the one named
// last, else that of the first minister the document names; nil for none.
func (r *reader) ministry(of string) *entity {
	if r.lastMinistry != nil && (of == "" || r.lastMinistry.of == of) {
		m := *r.lastMinistry
		return &m
	}
	for _, e := range r.history[:min(len(r.history), maxPersons)] {
		if kind := offices[e.office]; strings.HasSuffix(kind, "-ministry") && e.country() != "" && (of == "" || e.country() == of) {
			return &entity{kind: annotate.Institution, institution: kind, of: e.country()}
		}
	}
	return nil
}

// holding returns the state of the first person the document names for whom an
// institution of a kind speaks.
func (r *reader) holding(kind string) string {
	for _, e := range r.history[:min(len(r.history), maxPersons)] {
		if offices[e.office] == kind {
			return e.country()
		}
	}
	return ""
}

// staff reports whether an actor is named only as the one whose staff it is:
// "Aoun's office", "biroul lui Aoun".
func (r *reader) staff(ref extract.Ref) bool {
	st := &r.d.Sentences[ref.Sentence]
	a := &st.Actors[ref.Actor]
	if a.Possessive {
		return r.staffNear(st, a.Last, min(a.Last+maxStaff, st.Last), 1)
	}
	return a.Rels.Has(language.Of) && r.staffNear(st, a.RelAt-1, max(a.RelAt-maxStaff, st.First-1), -1)
}

// maxStaff is how many tokens the owner of an office stands away from it at most.
const maxStaff = 4

// staffNear looks for a noun of staff from one token towards another, as far as
// a noun phrase goes.
func (r *reader) staffNear(st *annotate.Sentence, from, to, step int) bool {
	for i := from; i != to && i >= st.First; i += step {
		switch tag := st.Words[i-st.First].Tag; {
		case r.lx.IsStaff(r.d.Toks[i].Form):
			return true
		case tag == syntax.Verb || tag == syntax.Punct || tag == syntax.Aux || tag == syntax.Adp && step < 0:
			return false
		}
	}
	return false
}

// officesOf puts in the place of people the institutions that speak for them.
func (r *reader) officesOf(es []entity) []entity {
	var out []entity
	for _, e := range es {
		office := e.office
		if office == "" && e.person != nil {
			if h, ok := r.world.OfficeOn(e.person, r.day()); ok {
				office = h.Office
			}
		}
		if kind := offices[office]; kind != "" && e.country() != "" {
			e = entity{kind: annotate.Institution, institution: kind, of: e.country(), as: e.as}
		}
		out = append(out, e)
	}
	return out
}
