package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// withOnly reads a contact of which a sentence tells only with whom, at its head, and what
// was discussed or agreed: "Avec son homologue péruvien, le ministre a évoqué la pêche".
func (x *extractor) withOnly() {
	a := slices.IndexFunc(x.st.Actors, func(a annotate.Actor) bool {
		return a.Rels.Has(language.With) && a.RelAt == x.st.First && personKind(a.Kind)
	})
	if a < 0 {
		return
	}
	end := x.last(a)
	v := x.finiteAfter(end)
	if v == nil || x.raw(end) != "," && v.First != end { // not "with A in office, B"
		return
	}
	if v.Negated || v.Passive || x.cueIn(language.Contact, x.st.First, v.Last) != nil {
		return
	}
	refs := x.personal(x.subject(v))
	both := len(refs) > 0 && x.st.Actors[refs[0].Actor].Kind == annotate.Both
	c := x.dealsWith(v, both || len(refs) > 1)
	if c == nil {
		return
	}
	k := Candidate{Sentence: x.s, Cue: c, Kind: "talk", Generic: true, First: x.st.First, Last: c.Last}
	k.take(x.with(a), language.PartParty)
	if len(refs) > 0 && !both {
		k.take(refs, language.PartParty)
	} else { // "avec A, les deux parties ont convenu": one of them is whom the text was telling of
		k.Dropped = language.PartParty
	}
	k.Step = x.tenseStep(v, v, false)
	x.circumstances(&k)
	x.out.Candidates = append(x.out.Candidates, k)
}

// dealsWith returns the cue by which a verb tells what is discussed or agreed, or what
// several promise one another.
func (x *extractor) dealsWith(v *annotate.VerbGroup, several bool) *annotate.Cue {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.At < v.First || c.At >= v.Last || !x.isVerb(c) {
			continue
		}
		act := c.Sense() == language.Speech && (c.Arg("act") == "agree" || several && c.Arg("act") == "promise")
		if act || c.Sense() == language.TopicOf && c.Arg("frame") == "object" {
			return c
		}
	}
	return nil
}
