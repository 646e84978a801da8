package extract

import "github.com/parley-news/parley/internal/annotate"

// subjectStates returns the states, two at least, of those who meet for them and are
// no actor: "experts nigériens et béninois", "Nigerian and Beninese experts".
func (x *extractor) subjectStates(v *annotate.VerbGroup) []StateRef {
	out, at := x.statesBefore(v.First)
	noun := at - 1
	if len(out) == 0 && v.First > x.st.First {
		noun = v.First - 1
		out, _ = x.statesBefore(noun)
	}
	if len(out) < 2 || noun < x.st.First || !x.lx.IsDelegate(x.d.Toks[noun].Form) {
		return nil
	}
	first := noun
	for _, s := range out {
		first = min(first, s.First)
	}
	if first > x.st.First && x.st.Rels[first-1-x.st.First] != 0 && !x.lx.IsArticle(x.d.Toks[first-1].Form) {
		return nil // "des experts": an article and a preposition in one
	}
	return out
}

// statesBefore returns the adjectives of states that a conjunction joins right before a
// token, the last first, and where they start.
func (x *extractor) statesBefore(tok int) ([]StateRef, int) {
	var out []StateRef
	for i := len(x.st.States) - 1; i >= 0; i-- {
		m := &x.st.States[i]
		if m.Last > tok {
			continue
		}
		if m.Last < tok && !(len(out) > 0 && m.Last == tok-1 && (x.st.And[m.Last-x.st.First] || x.raw(m.Last) == ",")) {
			break
		}
		out, tok = append(out, StateRef{m.ID, m.First, m.Last}), m.First
	}
	return out, tok
}
