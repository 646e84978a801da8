package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// ofPersons reports whether a verb that is a contact only between persons has
// one as its object and nothing that the object is to do: "a appelé Xi" is a
// call, "a appelé la Chine" and "a appelé Xi à céder" are appeals; one sees a
// minister, but a minister leave.
func (x *extractor) ofPersons(c *annotate.Cue) bool {
	from, to := c.Last, c.Arg("persons") == "to"
	if v := x.verbAt(c.At); v != nil {
		from = max(from, v.Last)
		if v.Passive && x.st.Rels[c.Last-1-x.st.First] == 0 { // "called on" has no passive
			return c.Arg("frame") != "tell" || x.phoned(v)
		}
		if !to && (x.whom(v) >= 0 || x.pronominal(v)) || to && x.dative(v) {
			return true
		}
	}
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		beside := c.Arg("frame") == "with" && a.Rels.Has(language.With)
		if a.First < from || !to && a.Rels != 0 && !a.Object && !beside && a.RelAt >= c.Last || to && !a.Rels.Has(language.To) && !a.Dative {
			continue
		}
		switch {
		case a.Kind == annotate.OfficeHolder && a.Owned && c.Arg("frame") != "send": // "has recalled its ambassador"
			return false
		case a.Kind == annotate.Person, a.Kind == annotate.OfficeHolder, a.Kind == annotate.Counterpart:
		case a.Institution == "@delegation" && c.Arg("frame") == "send":
		default:
			return false
		}
		for t := from; t < a.First; t++ {
			if x.breaks(t) || x.relative(t) || x.verbAt(t) != nil {
				return false
			}
		}
		refs := x.with(i)
		return to || !x.appeals(c) && !x.toDo(x.st.Actors[refs[len(refs)-1].Actor].Last)
	}
	return false
}

// phoned reports whether a person is the agent of a passive verb that words beside
// it make a call: "a été appelé au téléphone par le ministre".
func (x *extractor) phoned(v *annotate.VerbGroup) bool {
	refs := x.agent(v)
	if len(refs) == 0 || x.st.Actors[refs[0].Actor].Kind == annotate.State {
		return false
	}
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Mode && c.Arg("kind") == "call" && c.First >= v.Last && c.Last <= x.st.Actors[refs[0].Actor].First {
			return true
		}
	}
	return false
}

// dative reports whether a pronoun that is no article stands in front of a verb for
// its object: "lui a écrit", not "l'a écrit".
func (x *extractor) dative(v *annotate.VerbGroup) bool {
	for i := v.First; i < v.Main; i++ {
		if form := x.d.Toks[i].Form; x.word(i).Tag == syntax.Pron && x.lx.IsObject(form) && !x.lx.IsArticle(form) {
			return true
		}
	}
	return false
}

// relativeBefore reports whether a relative word opens the clause of a verb, in front
// of a short subject: "what it called".
func (x *extractor) relativeBefore(v *annotate.VerbGroup) bool {
	for i := v.Main - 1; i >= x.st.First && i >= v.Main-3; i-- {
		if x.relativeForm(i) {
			return true
		}
	}
	return false
}

// opensDeed reports whether what looks like where somebody goes is what they do:
// "came to understand", "came to stay".
func (x *extractor) opensDeed(c *annotate.Cue) bool {
	if c.Arg("kind") != "visit" || !x.isVerb(c) || c.Last-c.First < 2 || c.Last >= x.st.Last {
		return false
	}
	return x.st.Rels[c.Last-1-x.st.First] != 0 && x.word(c.Last).Tag == syntax.Verb && x.actorStarting(c.Last) < 0
}

// nowhere reports whether words for being somewhere are followed by no place: "is in
// the chair", "are in favour".
func (x *extractor) nowhere(c *annotate.Cue) bool {
	if c.Arg("frame") != "go" || x.st.Rels[c.Last-1-x.st.First] == 0 {
		return false
	}
	if c.First > x.st.First && x.lx.CleftAt(x.d.Toks, c.First-1, x.st.Last) { // "c'est à Moscou que"
		return true
	}
	for at := c.Last; at < x.st.Last; at++ {
		if x.placeStarting(at) {
			return false
		}
		if a := x.actorStarting(at); a >= 0 {
			return x.st.Actors[a].Kind != annotate.State && x.st.Actors[a].Kind != annotate.Organisation // "left for the NATO summit"
		}
		if !inNounPhrase(x.word(at).Tag) { // "is in tiny Andorra"
			break
		}
	}
	return true
}

func (x *extractor) placeStarting(tok int) bool {
	return slices.ContainsFunc(x.st.Places, func(p annotate.PlaceMention) bool { return p.First == tok })
}

// airs reports whether a channel is that of the outlet named behind it: "told the
// channel SBS".
func (x *extractor) airs(c *annotate.Cue) bool {
	if c.Arg("kind") != "other" || !c.Entry.Cue.Is("generic") {
		return false
	}
	a := x.actorStarting(c.Last)
	return a >= 0 && x.st.Actors[a].Kind == annotate.Outlet
}

// labels reports whether a verb that may call somebody up calls them something:
// "called X a liar", "called them constructive", "what it called a threat", "is
// called a partner".
func (x *extractor) labels(c *annotate.Cue) bool {
	if c.Arg("frame") != "tell" || c.Arg("kind") != "call" || !x.isVerb(c) || c.Last-c.First > 1 {
		return false
	}
	t := x.calledUpTo(c)
	if v := x.verbAt(c.At); t == c.Last && (v == nil || !v.Passive && !x.relativeBefore(v)) {
		return false
	}
	if t >= x.st.Last {
		return false
	}
	if x.actorEnding(t) < 0 && x.toDo(t) { // "called the experts to draft a plan"
		return true
	}
	q := x.d.InQuote(t)
	owns := t > c.Last && x.lx.IsPossessive(x.d.Toks[t].Form) // "called X's offer a trick"
	return owns || !x.inDate(t) && (x.lx.IsIndefinite(x.d.Toks[t].Form) || x.word(t).Tag == syntax.Adj) || q >= 0 && x.d.Quotes[q].First == t
}

// calledUpTo is where the words end that name whom or what a verb calls something:
// an actor, or the definite article and its noun.
func (x *extractor) calledUpTo(c *annotate.Cue) int {
	t := c.Last
	article := t < x.st.Last && x.lx.IsArticle(x.d.Toks[t].Form) && !x.lx.IsIndefinite(x.d.Toks[t].Form)
	if article && x.actorStarting(t) < 0 {
		t++
	}
	if a := x.actorStarting(t); a >= 0 {
		return x.st.Actors[a].Last
	}
	for article && t < x.st.Last && x.word(t).Tag == syntax.Adj {
		t++
	}
	noun := t
	for article && t < x.st.Last && x.word(t).Tag == syntax.Noun {
		t++
	}
	if t == noun {
		return c.Last
	}
	return t
}

// callsFor reports whether a noun for a call tells of what somebody calls for, who calls
// standing between: "calls from Rome for restraint", "l'appel de Rome à la retenue".
func (x *extractor) callsFor(c *annotate.Cue) bool {
	if c.Arg("kind") != "call" || !x.asNoun(c) || x.cueIn(language.Act, c.First, c.Last) == nil {
		return false
	}
	a := x.actorBehind(c.Last)
	if a < 0 || x.st.Actors[a].RelAt != c.Last || x.st.Actors[a].Rels.Has(language.With) || x.st.Actors[a].Rels.Has(language.Between) {
		return false
	}
	to := x.last(a)
	if to+1 >= x.st.Last || x.actorStarting(to+1) >= 0 || x.inDate(to+1) || x.senseAt(to, language.According) {
		return false
	}
	rels := x.st.Rels[to-x.st.First]
	return rels.Has(language.To) || rels.Has(language.Other)
}

// calls reports whether a participle says of a meeting that it was called: "a meeting
// of the ministers convened for Friday".
func (x *extractor) calls(c *annotate.Cue) bool {
	v := x.verbAt(c.At)
	if v == nil || !x.describes(v) {
		return false
	}
	a := x.actorBefore(v.First)
	return a < 0 || x.senseAt(v.First-1, language.Contact) || x.st.Actors[a].Rels != 0 || x.st.Actors[a].Kind != annotate.OfficeHolder && x.st.Actors[a].Kind != annotate.Person
}

// gotten reports whether a verb tells from whom something came, or a participle who got
// a letter: "received from X an offer", "the letter received by".
func (x *extractor) gotten(v *annotate.VerbGroup) bool {
	if v.Last < x.st.Last {
		if r := x.st.Rels[v.Last-x.st.First]; r.Has(language.From) && !(v.Passive && r.Has(language.By)) { // "è stato ricevuto da"
			return true
		}
	}
	if v.First != v.Main || !x.word(v.Main).Feats.Has(syntax.Participle) {
		return false
	}
	c := x.cueIn(language.Contact, max(v.First-1, x.st.First), v.First)
	return c != nil && c.Arg("kind") == "letter"
}

// task is the set of relations that open what somebody is to do, "à céder", "de
// reconnaître", and not what something is done for: "pour discuter".
func (x *extractor) task() annotate.Rels {
	return annotate.RelSet(language.In, language.Of)
}

// toDo reports whether an infinitive or a clause of purpose begins at a token.
func (x *extractor) toDo(tok int) bool {
	if tok+1 < x.st.Last && !x.d.Toks[tok].Word && x.d.InQuote(tok) >= 0 { // "a appelé Xi « à céder »"
		tok++
	}
	if tok >= x.st.Last || !x.d.Toks[tok].Word {
		return false
	}
	if x.lx.IsThat(x.d.Toks[tok].Form) {
		return true
	}
	next := tok
	if marks := x.st.Rels[tok-x.st.First]&x.task() != 0 || x.word(tok).Tag == syntax.Part; marks && tok+1 < x.st.Last {
		next++
		if x.word(next).Tag == syntax.Part && next+1 < x.st.Last { // "de a relua"
			next++
		}
		for next+1 < x.st.Last && (!x.d.Toks[next].Word && x.d.InQuote(next) >= 0 || x.lx.IsNegation(x.d.Toks[next].Form)) { // "a «non cedere»"
			next++
		}
	}
	w := x.word(next)
	return w.Tag == syntax.Verb && w.Feats.Any(syntax.Infinitive|syntax.Gerund) || next == tok && w.Tag == syntax.Verb && !w.Feats.Any(syntax.Participle)
}

// ofContact reports whether another contact cue stands before a mode, in its clause.
func (x *extractor) ofContact(mode *annotate.Cue) bool {
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o.Sense() != language.Contact || o.Last > mode.First || mode.First-o.Last > 12 || x.takesThing(o) {
			continue
		}
		free := true
		for k := o.Last; k < mode.First; k++ {
			free = free && !x.breaks(k) && !x.relative(k)
		}
		if free {
			return true
		}
	}
	return false
}

// personKind reports whether an actor of a kind is a person, by name, office or counterpart.
func personKind(k annotate.ActorKind) bool {
	return k == annotate.Person || k == annotate.OfficeHolder || k == annotate.Counterpart
}

// personal keeps the actors that can meet: no outlets.
func (x *extractor) personal(refs []Ref) []Ref {
	var out []Ref
	for _, r := range refs {
		if x.st.Actors[r.Actor].Kind != annotate.Outlet {
			out = append(out, r)
		}
	}
	return out
}
