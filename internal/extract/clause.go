package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// frontedContent reports whether what is said stands before the subject, and
// nothing after the verb but circumstance ("The talks failed, the ministry said
// in a statement").
func (x *extractor) frontedContent(v *annotate.VerbGroup, subject, after int, told bool) bool {
	return subject >= 0 && after < 0 && x.frontedClause(subject) && x.tail(v, told)
}

// frontedClause reports whether a clause of its own stands before a subject,
// with a comma between.
func (x *extractor) frontedClause(subject int) bool {
	at := x.phraseStart(subject) - 1
	if at <= x.st.First+3 || x.raw(at) != "," && !x.dash(at) && x.d.InQuote(at) < 0 {
		return false
	}
	clauses := 0
	if x.lx.IsSubordinate(x.d.Toks[x.st.First].Form) && x.word(x.st.First).Tag == syntax.SConj {
		clauses = -1 // "Once the day is set, it will be announced, X said"
	}
	for i := range x.st.Verbs {
		if v := &x.st.Verbs[i]; v.Last <= at && !x.thatFollows(v.Last) && (v.Finite || v.Tense != annotate.Infinitive && v.First > x.st.First+1 && !x.goesOn(v)) {
			clauses++
		}
	}
	return clauses > 0
}

// tail reports whether nothing is said after a verb: only the time, the place
// and the occasion, or a participle that goes on behind a comma.
func (x *extractor) tail(v *annotate.VerbGroup, told bool) bool {
	phrase := false
	for i := v.Last; i < x.st.Last; i++ {
		switch {
		case x.inDate(i):
		case !x.d.Toks[i].Word:
			if x.raw(i) == ";" {
				return true
			}
			if x.raw(i) == "," {
				g := x.verbAt(min(i+1, x.st.Last-1))
				return g == nil || !g.Finite
			}
		case phrase && x.verbAt(i) != nil && !x.verbAt(i).Finite: // "in a statement carried by"
		case x.verbAt(i) != nil, x.breaks(i):
			return false
		case x.st.Rels[i-x.st.First] != 0 || x.word(i).Tag == syntax.Adp:
			phrase = true
		case x.word(i).Tag == syntax.Adv:
		case !phrase && !told: // "told the broadcaster" has an object
			return false
		}
	}
	return true
}

// clauseEnd returns where the reported content ends: at the next reporting verb
// that has a subject of its own in a clause beside this one, else with the
// sentence.
func (x *extractor) clauseEnd(from int) int {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Speech || c.First < from+2 || x.d.InQuote(c.At) >= 0 {
			continue
		}
		v := x.verbAt(c.At)
		if v == nil || !v.Finite || v.Reported {
			continue
		}
		refs, _, _ := x.speaker(v)
		if len(refs) == 0 || x.st.Actors[refs[0].Actor].First < from {
			continue
		}
		at := min(x.fromHouse(&x.st.Actors[refs[0].Actor]), v.First)
		end := x.opens(from-1, at)
		atOnce := end >= from && x.raw(end) == "," && (v.Last == x.st.Last || x.raw(v.Last) != ",") // "A protested, B demanded"
		if (end > from+1 || atOnce) && !x.verbless(from, end) {
			return end
		}
	}
	return x.st.Last
}

// verbless reports whether a clause that a conjunction opens has no finite verb yet where
// it might end: "said that on 3 May, Algeria had".
func (x *extractor) verbless(from, end int) bool {
	that := false
	for i := from; i < end; i++ {
		if g := x.verbAt(i); g != nil && g.Finite {
			return false
		}
		if c := x.cueIn(language.TopicOf, i, i+1); c != nil && c.Arg("frame") == "object" && x.lx.Pack.VerbFirst { // whatever the tagger takes it for
			return false
		}
		that = that || x.lx.IsThat(x.d.Toks[i].Form)
	}
	return that
}

// opens returns where a clause of its own starts whose subject stands at a
// token, or 0 when the clause is part of what is reported ("said that X had
// refused").
func (x *extractor) opens(from, at int) int {
	for j := x.phraseStart(at) - 1; j > from; j-- {
		tag := x.word(j).Tag
		if tag == syntax.Det || tag == syntax.Adj || tag == syntax.Adv {
			continue
		}
		form := x.d.Toks[j].Form
		switch {
		case x.raw(j) == ",", x.raw(j) == ";":
			return j
		case x.contrastEnding(j+1) > from:
			return x.contrastEnding(j + 1)
		case x.st.And[j-x.st.First]:
			if x.word(j-1).Tag == syntax.Adj { // "the Turkish and Greek Cypriots"
				return 0
			}
			return j
		case x.lx.IsThat(form) && j-1 > from && x.lx.IsSubordinate(x.d.Toks[j-1].Form): // "tandis que"
			return j - 1
		case x.lx.IsSubordinate(form):
			if x.word(j).Tag == syntax.SConj && x.raw(j-1) != "," { // "if it refused" is part of what is said
				return 0
			}
			return j
		}
		return 0
	}
	return 0
}

// contrastEnding returns where a word of contrast starts that ends before a
// token ("în timp ce"), -1 for none.
func (x *extractor) contrastEnding(tok int) int {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Contrast && c.Last == tok {
			return c.First
		}
	}
	return -1
}

// said returns where reported speech starts behind its verb: at the word that
// introduces it, when only day, place and hearers stand before ("told CNN on
// Sunday that").
func (x *extractor) said(from int, told bool) int {
	governed := told
	for i := from; i < x.st.Last && i < from+12; i++ {
		if x.lx.IsThat(x.d.Toks[i].Form) && x.breaks(i) {
			return i
		}
		governed = governed || x.word(i).Tag == syntax.Adp || x.st.Rels[i-x.st.First] != 0 || x.word(i).Feats.Has(syntax.Dative)
		if !governed && x.word(i).Tag == syntax.Noun && !x.inDate(i) { // "described the fact that"
			break
		}
		if !x.d.Toks[i].Word && x.raw(i) != "," || i > from && x.verbAt(i) != nil {
			break
		}
	}
	if told && x.lx.Pack.BareRelatives {
		return x.bareSaid(from)
	}
	return x.pastDay(from)
}

// pastDay returns where a clause starts that a day parts from its verb of saying: "said on
// Tuesday he had met A", not "said Tuesday was", "said Tuesday's talks".
func (x *extractor) pastDay(from int) int {
	for i := range x.st.Dates {
		d := &x.st.Dates[i]
		lead := d.First - from // a preposition may stand in front
		if d.Kind != dates.Day || lead < 0 || lead > 1 || lead == 1 && x.word(from).Tag != syntax.Adp || d.Last >= x.st.Last {
			continue
		}
		if v := x.verbAt(d.Last); x.owns(d.Last) || v != nil && v.Finite && v.Main == d.Last {
			continue
		}
		for t := d.Last; t < x.st.Last && x.d.Toks[t].Word; t++ {
			if v := x.verbAt(t); v != nil && (v.Finite || v.Tense != annotate.Participle) {
				return d.Last
			}
		}
	}
	return from
}

// bareSaid returns where the clause starts that stands without "that" behind whom it was
// told to: "told reporters in Porto he would travel".
func (x *extractor) bareSaid(from int) int {
	heard := x.phraseEnd(from)
	at := x.pastHearers(heard)
	for i := heard; i < at; i++ {
		if x.word(i).Tag == syntax.Adp && !x.st.Rels[i-x.st.First].Has(language.In) && !(i+1 < at && x.inDate(i+1)) {
			return from // "told reporters about the visit he made"
		}
	}
	for i := at; i < x.st.Last && !x.breaks(i) && !x.relative(i); i++ {
		if v := x.verbAt(i); v != nil {
			if v.Finite && v.Main > at {
				return at
			}
			return from
		}
	}
	return from
}

// thatFollows reports whether reported speech is introduced soon after a verb.
func (x *extractor) thatFollows(from int) bool {
	for i := from; i < x.st.Last && i < from+6; i++ {
		if x.lx.IsThat(x.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// phraseStart goes back from a noun phrase over its article, adjectives and the
// nouns that modify it.
func (x *extractor) phraseStart(at int) int {
	for at > x.st.First {
		t := x.word(at - 1).Tag
		noun := t == syntax.Noun || t == syntax.ProperNoun || x.lx.IsPossessive(x.d.Toks[at-1].Form)
		if x.verbAt(at-1) != nil || !noun && (!x.d.Toks[at-1].Word || t != syntax.Det && t != syntax.Adj && t != syntax.Num && !x.lx.IsOwner(x.d.Toks[at-1].Form)) {
			break
		}
		at--
	}
	return at
}
