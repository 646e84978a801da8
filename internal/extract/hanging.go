package extract

import "github.com/parley-news/parley/internal/language"

// hanging gives a contact with one side those whom its sentence lists in front of a colon,
// before it says who dealt with them: "A, B, C: the president spent the night on the phone".
func (x *extractor) hanging(k *Candidate) {
	if len(k.Participants) != 1 || k.Participants[0].Sentence != x.s || len(x.st.Actors) == 0 || x.st.Actors[0].First != x.st.First {
		return
	}
	refs := x.with(0)
	last := x.st.Actors[refs[len(refs)-1].Actor].Last
	if len(refs) > 1 && last <= x.st.Actors[k.Participants[0].Actor].First && x.raw(last) == ":" {
		k.take(refs, language.PartParty)
	}
}
