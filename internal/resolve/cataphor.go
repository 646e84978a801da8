package resolve

import "github.com/parley-news/parley/internal/annotate"

// cataphor returns the actor that a pronoun in a clause before the main one stands
// for: the subject that the comma brings in ("When he met the king, the minister
// said"), -1 when there is none.
func (r *reader) cataphor(s, i int, a *annotate.Actor, gender string) int {
	st := &r.d.Sentences[s]
	if !r.opensBeforeMain(st, a) {
		return -1
	}
	for k := range i {
		if o := &st.Actors[k]; o.Kind == annotate.Person || o.Kind == annotate.OfficeHolder {
			return -1
		}
	}
	for j := i + 1; j < len(st.Actors); j++ {
		o := &st.Actors[j]
		if o.Kind != annotate.Person && o.Kind != annotate.OfficeHolder || o.Rels != 0 || o.Plural || !r.acts(s, o) || !r.behindComma(o) {
			continue
		}
		if o.Gender != "" && gender != "" && o.Gender != gender {
			return -1
		}
		return j
	}
	return -1
}

// opensBeforeMain reports whether a pronoun stands in the first clause of a
// sentence, which a word before it makes a subordinate or relative one.
func (r *reader) opensBeforeMain(st *annotate.Sentence, a *annotate.Actor) bool {
	if a.First-st.First > 6 {
		return false
	}
	for i := range st.Verbs {
		if v := &st.Verbs[i]; v.Finite && v.Last <= a.First {
			return false
		}
	}
	for i := st.First; i < a.First; i++ {
		if form := r.d.Toks[i].Form; r.lx.IsSubordinate(form) || r.lx.IsWhere(form) {
			return true
		}
	}
	return false
}

// behindComma reports whether a comma stands before an actor, but for an article
// or a form of address.
func (r *reader) behindComma(a *annotate.Actor) bool {
	for i := a.First - 1; i >= a.First-4 && i > 0; i-- {
		if r.comma(i) {
			return true
		}
	}
	return false
}
