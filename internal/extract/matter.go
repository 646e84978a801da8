package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// Stretch is a run of tokens of one sentence, half open.
type Stretch struct{ First, Last int }

// Matter is a stretch that says what was discussed, in a sentence that names
// no contact: "they also raised ...".
type Matter struct {
	Sentence int
	Stretch
	Cue *annotate.Cue
	// By are the actors that are said to have raised it; Said tells that the
	// cue is a verb of saying, which may also speak to others.
	By   []Ref
	Said bool
}

// matters notes what a contact was or will be about: the modifiers of its
// noun, its own "on" or "about" phrase, and what the verbs of discussing in its
// clause govern.
func (x *extractor) matters(k *Candidate) {
	if k.Noun {
		if s := x.compounds(k); s.First < s.Last {
			k.Matters = append(k.Matters, s)
		}
	}
	if s := x.aboutPhrase(k); s.First < s.Last {
		k.Matters = append(k.Matters, s)
	}
	if s := x.purpose(k); s.First < s.Last {
		k.Matters = append(k.Matters, s)
	}
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.TopicOf {
			continue
		}
		if s := x.governedBy(c); s.First < s.Last && x.holder(c, s) == k.Cue {
			k.Matters = append(k.Matters, s)
		}
	}
}

// looseMatters notes what verbs of discussing govern in a sentence without a
// contact.
func (x *extractor) looseMatters() {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		opens := c.First == x.st.First // "As for trade, they agreed ..."
		if c.Sense() != language.TopicOf || c.Entry.Cue.POS != "VERB" && c.Arg("frame") != "subject" && !opens {
			continue
		}
		s := x.governedBy(c)
		if s.First >= s.Last || x.holder(c, s) != nil {
			continue
		}
		m := Matter{Sentence: x.s, Stretch: s, Cue: c}
		v := x.verbAt(c.At)
		if opens && v == nil {
			v = x.finiteAfter(s.Last)
		}
		if v != nil && !v.Passive && (opens || c.Arg("frame") == "object") {
			m.By = x.subject(v)
		}
		x.out.Matters = append(x.out.Matters, m)
	}
	for i := range x.st.Cues { // "underlined the will to ..."
		c := &x.st.Cues[i]
		v := x.verbAt(c.At)
		if c.Sense() != language.Speech || v == nil || v.Passive {
			continue
		}
		by := x.subject(v)
		if s := (Stretch{v.Last, x.matterEnd(v.Last)}); len(by) > 0 && s.First < s.Last {
			x.out.Matters = append(x.out.Matters, Matter{Sentence: x.s, Stretch: s, Cue: c, By: by, Said: true})
		}
	}
}

// holder returns the contact cue that a topic cue and what it governs belong to,
// nil when the sentence has none: what is discussed may be a contact itself.
func (x *extractor) holder(c *annotate.Cue, s Stretch) *annotate.Cue {
	o := x.owner(c.First, c.Last)
	if o != nil && c.Entry.Cue.POS == "VERB" && c.Arg("frame") == "object" && s.First <= o.First && o.Last <= s.Last {
		return nil
	}
	return o
}

// owner returns the contact cue that a stretch belongs to, as days and places
// do; nil when the sentence has none.
func (x *extractor) owner(first, last int) *annotate.Cue {
	var best *annotate.Cue
	dist := 1 << 30
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Contact || x.covered(c) {
			continue
		}
		if d := x.farness(c, first, last); d < dist {
			best, dist = c, d
		}
	}
	return best
}

// substance reports whether a stretch has a noun that is no date.
func (x *extractor) substance(s Stretch) bool {
	for i := s.First; i < s.Last; i++ {
		if t := x.word(i).Tag; (t == syntax.Noun || t == syntax.ProperNoun) && x.d.Toks[i].Word && !x.inDate(i) {
			return true
		}
	}
	return false
}

// matterEnd is where the phrase that starts at a token ends: before a clause
// of another kind, a phrase of time, or the next finite verb of the sentence,
// whose clause starts at the last comma or conjunction.
func (x *extractor) matterEnd(from int) int {
	joint := -1
	for i := from; i < x.st.Last; i++ {
		if i > from && x.breaks(i) && !x.nounThat(i) && !x.lists(i) {
			return i
		}
		n := i - x.st.First
		if x.d.Toks[i].Word && x.st.Rels[n].Has(language.Other) && x.lx.AdjunctAt(x.d.Toks, x.st.RelFirst[n], x.st.Last) && i > from {
			return x.st.RelFirst[n]
		}
		if x.relative(i) && i > from && x.raw(i-1) == "," && x.clauseAt(i) {
			if end := x.listBehind(i); end > i {
				i = end
				continue
			}
			return i
		}
		if x.raw(i) == "," || x.st.And[n] {
			if joint < 0 || x.raw(i) == "," || x.raw(i-1) != "," {
				joint = i
			}
		}
		if g := x.verbAt(i); g != nil && g.Finite && i == g.First && i > from {
			if g.Subjunctive || x.described(from, i) {
				continue
			}
			if joint > from {
				return joint
			}
			return i
		}
	}
	return x.st.Last
}

// listBehind returns the comma at which a relative clause ends that a list goes on behind:
// "discussed the summit, which opens on Monday, and trade"; rel for none.
func (x *extractor) listBehind(rel int) int {
	for i := rel + 1; i+1 < x.st.Last; i++ {
		if x.raw(i) == "," {
			if x.st.And[i+1-x.st.First] && x.onlyNames(i+2) {
				return i
			}
			return rel
		}
	}
	return rel
}

// clauseAt reports whether a verb follows a relative pronoun before the next
// comma: "dont le conflit" only lists.
func (x *extractor) clauseAt(rel int) bool {
	for i := rel + 1; i < x.st.Last && x.raw(i) != ","; i++ {
		if g := x.verbAt(i); g != nil && g.Finite {
			return true
		}
	}
	return false
}

// nounThat reports whether a word opens a clause that says what the noun in front
// of it is about: "the possibility that exports resume".
func (x *extractor) nounThat(i int) bool {
	return x.word(i).Tag == syntax.SConj && x.lx.IsThat(x.d.Toks[i].Form) && x.word(i-1).Tag == syntax.Noun && x.d.Toks[i-1].Word
}

// lists reports whether words at a token only go on to what the noun before them
// covers: "des sujets tels que", "subiecte cum ar fi", "several issues:".
func (x *extractor) lists(i int) bool {
	if x.raw(i) == ":" {
		return x.onlyNames(i + 1)
	}
	return x.lx.IsThat(x.d.Toks[i].Form) && x.lx.IsSuch(x.d.Toks[i-1].Form) || x.lx.IncludingAt(x.d.Toks, i, x.st.Last)
}

// onlyNames reports whether no clause and no quotation follows to the end of the sentence.
func (x *extractor) onlyNames(from int) bool {
	for i := from; i < x.st.Last; i++ {
		if g := x.verbAt(i); g != nil && g.Finite || x.d.InQuote(i) >= 0 {
			return false
		}
	}
	return true
}

// described reports whether a finite verb belongs to a relative clause or a
// question inside the phrase: "projects that they have", "what it will".
func (x *extractor) described(from, verb int) bool {
	for i := verb; i >= from && i >= verb-4; i-- {
		if x.relative(i) || i > from && (x.nounThat(i) || x.lists(i)) {
			return true
		}
		if x.raw(i) == "," {
			return false
		}
	}
	return false
}

// compounds are the adjectives and nouns that modify a contact noun, with the
// noun: "nuclear talks", "négociations de paix".
func (x *extractor) compounds(k *Candidate) Stretch {
	s := Stretch{k.Cue.First, k.Cue.Last}
	for i := k.Cue.First - 1; i >= x.st.First && i >= k.Cue.First-3 && x.modifier(i); i-- {
		s.First = i
	}
	for i := k.Cue.Last; i < x.st.Last && i < k.Cue.Last+3; i++ {
		n := i - x.st.First
		of := x.st.Rels[n].Has(language.Of) && i+1 < x.st.Last && x.actorStarting(i+1) < 0
		if !of && !x.modifier(i) {
			break
		}
		s.Last = i + 1
	}
	return s
}

// modifier reports whether a token can modify a noun beside it.
func (x *extractor) modifier(i int) bool {
	if x.raw(i) == "-" || x.raw(i) == "–" {
		return true
	}
	t := x.word(i).Tag
	return x.d.Toks[i].Word && (t == syntax.Adj || t == syntax.Noun) && !x.inActor(i) && !x.inDate(i) && x.st.Rels[i-x.st.First] == 0
}

func (x *extractor) inActor(tok int) bool {
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.First <= tok && tok < a.Last {
			return true
		}
	}
	return false
}

// aboutPhrase is the contact's own phrase of matter: "talks with X and Y on trade".
func (x *extractor) aboutPhrase(k *Candidate) Stretch {
	for i := k.Cue.Last; i < x.st.Last; i++ {
		if g := x.verbAt(i); x.breaks(i) && i > k.Cue.Last || g != nil && g.Finite && i == g.First {
			break
		}
		n := i - x.st.First
		if x.st.Rels[n].Has(language.About) && !x.elsewhere(i) && x.owner(x.st.RelFirst[n], i+1) == k.Cue {
			return Stretch{i + 1, x.matterEnd(i + 1)}
		}
	}
	return Stretch{}
}

// purpose is what a relative clause beside a contact noun says of it: "a visit
// that will strengthen ties".
func (x *extractor) purpose(k *Candidate) Stretch {
	for i := k.Cue.Last; k.Noun && i < x.st.Last && i <= k.Cue.Last+2; i++ {
		if x.relative(i) {
			if g := x.verbAt(i + 1); g != nil && g.Finite {
				return Stretch{g.Last, x.matterEnd(g.Last)}
			}
			return Stretch{}
		}
		if !x.modifier(i) && x.raw(i) != "," {
			return Stretch{}
		}
	}
	return Stretch{}
}

// elsewhere reports whether a preposition leads to a day, a form or an occasion
// of the contact rather than to its matter: "on Monday", "on the phone", "on
// the sidelines".
func (x *extractor) elsewhere(prep int) bool {
	if prep+1 >= x.st.Last || x.inDate(prep+1) || x.d.Toks[prep+1].Number || x.inDate(prep) {
		return true
	}
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		switch c.Sense() {
		case language.Mode, language.Occasion, language.Contact, language.According, language.Citing, language.Initiator:
			if c.First <= prep && prep < c.Last || c.First == prep+1 && c.Sense() == language.Mode || c.First > prep && c.First <= prep+2 && c.Sense() == language.Occasion {
				return true
			}
		}
	}
	return false
}
