package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/record"
)

// origin is the source of a mention: the speaker whose words it stands in, the
// source its sentence is attributed to, or the one that the next sentence names
// for it ("This was reported by the ministry").
func (r *reader) origin(m *mention) (side string, chain []record.Source) {
	var told *statement // the narrowest that holds it
	for _, s := range r.statementsOver(m.Sentence) {
		if m.Cue.First < s.first-1 || m.Cue.Last > s.last || len(s.speakers) != 1 || s.deed() {
			continue
		}
		if told == nil || s.last-s.first < told.last-told.first {
			told = s
		}
	}
	if told != nil {
		return told.speakers[0].country(), append(r.chain(told.via), r.source(&told.speakers[0]))
	}
	if side = r.oneSide(m.Announcers); side != "" {
		return side, r.chain(r.refs(m.Announcers)[:1])
	}
	for i, reps := 0, r.reportsIn(m.Sentence); i < len(reps); i++ {
		if reps[i].First <= m.Cue.First && m.Cue.First < reps[i].Last {
			return r.reportOf(&reps[i])
		}
	}
	for i, reps := 0, r.reportsIn(m.Sentence+1); i < len(reps); i++ {
		if r.onlyReports(&reps[i]) {
			return r.reportOf(&reps[i])
		}
	}
	return "", nil
}

// voice is whose account a statement is, and the chain of sources it comes through. What
// a side tells of another's words is its own account ("Biden made clear, Ushakov said"),
// what the press of one side carries of the other's is that of no side, and all that a
// readout says is its issuer's.
func (r *reader) voice(s *statement) (side string, chain []record.Source) {
	if own := r.issuer(); own != nil {
		return own.side, own.chain
	}
	chain = r.chain(s.via)
	if len(s.speakers) == 1 {
		side = s.speakers[0].country()
	}
	for i := len(s.via) - 1; i >= 0; i-- {
		of := s.via[i].country()
		if s.via[i].kind == annotate.Outlet {
			if o := r.world.Outlets[s.via[i].institution]; o != nil {
				of = o.Country
			}
		}
		switch {
		case of == "" || of == side:
			continue
		case s.via[i].kind != annotate.Outlet:
			return of, chain[:i+1]
		case slices.ContainsFunc(s.contacts, func(c *contact) bool { return c.roles.of(of) != "" }):
			return "", chain[:i+1]
		}
	}
	if len(s.speakers) == 1 {
		chain = append(chain, r.source(&s.speakers[0]))
	}
	return side, chain
}

// issuers is whose text a document is, of which side; nil for nobody's.
type issuers struct {
	side  string
	chain []record.Source
}

// issuer is whose text a readout is: whom its head names as such, the state that it was
// published in, or who is named first.
func (r *reader) issuer() *issuers {
	if !r.ownText || r.issues != nil {
		return r.issues
	}
	r.issues = &issuers{}
	first := r.domestic
	for s := range r.bound {
		for i := range r.bound[s] {
			a := &r.d.Sentences[s].Actors[i]
			for _, e := range r.bound[s][i] {
				id := e.country()
				if id != "" && r.issued != "" && strings.Contains(r.issued, r.d.Words(a.First, a.Last)) {
					*r.issues = issuers{id, []record.Source{r.source(&e)}}
					return r.issues
				}
				first = cmp.Or(first, id)
			}
		}
	}
	if first != "" {
		*r.issues = issuers{first, []record.Source{{Name: r.world.ActorName(first), Type: "state"}}}
	}
	return r.issues
}

// reportOf is the chain of a report, and the side of its last source.
func (r *reader) reportOf(rep *extract.Report) (side string, chain []record.Source) {
	for _, ref := range rep.Chain {
		for _, e := range r.known(ref) {
			if src := r.source(&e); src.Name != "" {
				chain = append(chain, src)
			}
			if c := e.country(); c != "" {
				side = c
			}
		}
	}
	return side, chain
}

// known returns who a source is bound to: nobody for one the text brings in
// without a name ("according to a diplomat").
func (r *reader) known(ref extract.Ref) []entity {
	if r.unnamed(ref) {
		return nil
	}
	es := r.refs([]extract.Ref{ref})
	if r.staff(ref) {
		return r.officesOf(es)
	}
	return es
}

// brief is the most tokens of a sentence that only names a source.
const brief = 30

// onlyReports reports whether a sentence does no more than name the source of
// what stands before it.
func (r *reader) onlyReports(rep *extract.Report) bool {
	st := &r.d.Sentences[rep.Sentence]
	if st.Last-st.First > brief || len(r.candidatesIn(rep.Sentence)) > 0 {
		return false
	}
	return !slices.ContainsFunc(r.speechesIn(rep.Sentence), func(sp extract.Speech) bool { return sp.QuoteFrom >= 0 })
}
