package annotate

import (
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// membership lets an organisation stand for those who make it up: "the countries
// of the EU", "EU member states".
func (f *finder) membership(st *Sentence, us []unit) {
	for i := range us {
		u, from, to := &us[i], st.First, st.Last
		if u.kind != language.OrgName {
			continue
		}
		if i > 0 {
			from = us[i-1].last
		}
		if i+1 < len(us) {
			to = us[i+1].first
		}
		f.membersBefore(st, u, from)
		if f.lx.Pack.Attributive {
			f.membersBehind(u, to)
		}
	}
}

// membersBefore takes the nouns for members that an organisation owns.
func (f *finder) membersBefore(st *Sentence, u *unit, from int) {
	const reach = 5
	moved := false
	for k := u.first - 1; k >= max(from, u.first-reach); k-- {
		form, rels := f.d.Toks[k].Form, st.Rels[k-st.First]
		if f.lx.members.Has(form) && (moved || !st.Words[k-st.First].Feats.Has(syntax.Singular)) { // not "a member of the EU"
			u.first, moved = k, true
		} else if k == u.first-1 && f.lx.openers[f.d.Words(k, k+1)] != nil { // "стран «Большой семёрки»"
			continue
		} else if !f.lx.articles.Has(form) && !rels.Has(language.Of) && !rels.Has(language.From) {
			return
		}
	}
}

// membersBehind takes the nouns for members in front of which an organisation
// stands.
func (f *finder) membersBehind(u *unit, to int) {
	for u.last < to && f.lx.members.Has(f.d.Toks[u.last].Form) {
		u.last++
	}
}
