package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/syntax"
)

// identified puts in the place of words that only say what somebody is whoever they are
// said of: "Fico was the only EU leader who went to Moscow".
func (x *extractor) identified(refs []Ref) []Ref {
	if len(refs) != 1 || refs[0].Sentence != x.s {
		return refs
	}
	a := &x.st.Actors[refs[0].Actor]
	if a.Kind == annotate.Person || a.Rels != 0 {
		return refs
	}
	be := x.copulaBefore(a.First)
	if be == nil {
		return refs
	}
	end := be.First
	if end > x.st.First && x.raw(end-1) == "," {
		end--
	}
	if of := x.actorEnding(end); of >= 0 && x.st.Actors[of].Rels == 0 && x.st.Actors[of].Kind != annotate.Outlet {
		return x.with(of)
	}
	return refs
}

// copulaBefore returns the copula that stands before a noun with nothing between but
// what belongs in front of the noun, nil for none.
func (x *extractor) copulaBefore(tok int) *annotate.VerbGroup {
	for i := tok - 1; i >= x.st.First; i-- {
		if v := x.verbAt(i); v != nil {
			if v.Finite && x.word(v.Main).Tag == syntax.Aux {
				return v
			}
			return nil
		}
		if a := x.actorEnding(i + 1); a >= 0 && x.st.Actors[a].Possessive {
			i = x.st.Actors[a].First
			continue
		}
		switch x.word(i).Tag {
		case syntax.Det, syntax.Adj, syntax.Num, syntax.Adv, syntax.Part:
		default:
			if !x.lx.IsOwner(x.d.Toks[i].Form) {
				return nil
			}
		}
	}
	return nil
}
