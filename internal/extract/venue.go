package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// venueOnly takes a state out that only offers the place: "Oman hosted talks
// between A and B". A person who hosts them sits at the table.
func (x *extractor) venueOnly(k *Candidate) {
	if k.Cue.Arg("frame") != "host" || len(k.Participants)+len(k.States) < 3 {
		return
	}
	sides := len(k.States)
	for _, p := range k.Participants {
		if r := x.st.Actors[p.Actor].Rels; p.Sentence == x.s && p.Part == language.PartParty && (r.Has(language.Between) || r.Has(language.Of)) {
			sides++
		}
	}
	if p := k.Participants[0]; sides > 1 && p.Part == language.PartHost && x.ofState([]Ref{p.Ref}) {
		k.Participants = k.Participants[1:]
		x.offers(k, p.Ref)
	}
}

// beforeGoal reports whether a place stands in front of a visit whose goal is named
// behind: "a stop in New York on his trip to Paraguay"; or is what somebody leaves.
func (x *extractor) beforeGoal(k *Candidate, p *annotate.PlaceMention) bool {
	if p.Rels == 0 && x.leaves(k) {
		return true
	}
	if k.Kind != "visit" || p.Last > k.Cue.First {
		return false
	}
	for _, g := range k.Participants {
		if a := &x.d.Sentences[g.Sentence].Actors[g.Actor]; g.Part == language.PartHost && g.Sentence == x.s && a.Kind == annotate.State && a.First >= k.Cue.Last {
			return true
		}
	}
	return false
}

// leaves reports whether the object of a verb is where a journey begins: "left Niamey
// for Bamako".
func (x *extractor) leaves(k *Candidate) bool {
	return x.frame(k)[language.Object] == language.PartPlace
}

// athome takes a state that receives somebody for where it does: "Samoa receives
// the minister".
func (x *extractor) athome(k *Candidate) {
	if k.Cue.Arg("frame") != "receive" || len(k.Participants) < 2 {
		return
	}
	for _, p := range k.Participants {
		if p.Part == language.PartHost && x.ofState([]Ref{p.Ref}) {
			x.offers(k, p.Ref)
		}
	}
}

// offers takes a state, or its capital, for the place of a contact.
func (x *extractor) offers(k *Candidate, r Ref) {
	a := &x.d.Sentences[r.Sentence].Actors[r.Actor]
	k.Places = append(k.Places, annotate.PlaceMention{First: a.First, Last: a.Last, Name: a.Place, Country: a.Of, Rels: annotate.RelSet(language.In)})
}

// ofState reports whether a subject is one state, or its capital.
func (x *extractor) ofState(refs []Ref) bool {
	return len(refs) == 1 && x.d.Sentences[refs[0].Sentence].Actors[refs[0].Actor].Kind == annotate.State
}

// objectOf reports whether a noun is the object of a verb cue: only an article
// and modifiers stand between ("hosted a three-way meeting").
func (x *extractor) objectOf(c, noun *annotate.Cue) bool {
	from := c.Last
	for from < noun.First && (x.lx.IsArticle(x.d.Toks[from].Form) || x.raw(from) == "," || x.inDate(from) || x.st.Rels[from-x.st.First] != 0 && x.inDate(from+1) || x.atPlace(from)) {
		from++
	}
	return from <= noun.First && x.modifies(from, noun.First)
}

// hostsNoun reports whether a verb of receiving and the contact noun that is its object
// tell of one contact: "hosted a meeting".
func (x *extractor) hostsNoun(verb, noun *annotate.Cue) bool {
	return verb.Arg("frame") == "receive" && verb.Last <= noun.First && x.objectOf(verb, noun)
}

// atPlace reports whether a token belongs to a phrase that tells where.
func (x *extractor) atPlace(tok int) bool {
	for i := range x.st.Places {
		if p := &x.st.Places[i]; p.Rels.Has(language.In) && tok < p.Last && (tok >= p.First || tok >= p.First-1 && x.st.Rels[tok-x.st.First] != 0) {
			return true
		}
	}
	return false
}

// pastAdjectives returns where the adjectives end that start at a token: "negocierile
// [ruso-ucrainene] de la Istanbul".
func (x *extractor) pastAdjectives(tok int) int {
	for tok < x.st.Last && x.word(tok).Tag == syntax.Adj && x.d.Toks[tok].Word && x.st.Rels[tok-x.st.First] == 0 {
		tok++
	}
	return tok
}

// setsOut reports whether a verb only tells that somebody sets out on a visit, and not where
// to, so that its day is that of the visit: "leaves on Monday for a visit to".
func (x *extractor) setsOut(verb *annotate.Cue, k *Candidate) bool {
	if k.Kind != "visit" || !k.Noun || verb.Arg("kind") != "visit" || !x.isVerb(verb) || verb.Last > k.Cue.First || x.clauseBetween(verb.Last, k.Cue.First) {
		return false
	}
	return !slices.ContainsFunc(x.st.Places, func(p annotate.PlaceMention) bool { return p.First >= verb.Last && p.Last <= k.Cue.First })
}
