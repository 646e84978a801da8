package resolve

import "github.com/parley-news/parley/internal/extract"

// specify reads a sentence that only names those whom the one before told of: "received
// three ambassadors. They are the envoys of A, B and C." Each has a contact of their own.
func (r *reader) specify(s int) {
	m, st := r.crowded, &r.d.Sentences[s]
	if m == nil || s-m.Sentence != 1 || !r.lx.NamelyAt(r.d.Toks, st.First, st.Last) {
		return
	}
	k := *m.Candidate
	k.Participants, k.Each = nil, true
	var several *extract.Participant
	for i, p := range m.Participants {
		if es := r.bound[p.Sentence][p.Actor]; len(es) == 1 && es[0].unnamedSeveral() {
			several = &m.Participants[i]
		} else {
			k.Participants = append(k.Participants, p)
		}
	}
	if several == nil {
		return
	}
	others := len(k.Participants)
	for j := range st.Actors {
		if es := r.bound[s][j]; len(es) == 1 && es[0].somebody() && es[0].country() != "" {
			k.Participants = append(k.Participants, extract.Participant{Ref: extract.Ref{Sentence: s, Actor: j}, Part: several.Part})
		}
	}
	if len(k.Participants) > others {
		r.mention(&k)
	}
}
