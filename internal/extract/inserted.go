package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// inserted returns the clause into which a reporting clause is set between
// commas ("The forum, she added, should stay open"), ok is false when it is not.
func (x *extractor) inserted(sp *Speech, v *annotate.VerbGroup, subject int) (first, last int, ok bool) {
	start, end := v.First, v.Last
	if subject >= 0 {
		start = x.phraseStart(min(subject, v.First))
	} else if len(sp.Speakers) > 0 {
		end = max(end, x.st.Actors[sp.Speakers[len(sp.Speakers)-1].Actor].Last)
	}
	first = x.clauseStart(start)
	if start-1 <= first || !x.sets(start-1) {
		return 0, 0, false
	}
	if sp.Cue.Arg("frame") == "tell" && subject >= 0 && end < x.st.Last && x.raw(end) != "," {
		end = x.phraseEnd(end)
	}
	if end = x.pastHearers(end); end+2 >= x.st.Last || !x.sets(end) || x.lx.IsThat(x.d.Toks[end+1].Form) {
		return 0, 0, false
	}
	return first, x.clauseEnd(end), true
}

// pastSetIn goes from the end of what opens a sentence over a clause between commas that is
// set in right behind it: "Next week, if the truce holds, A will travel to B". It returns
// that end where none is.
func (x *extractor) pastSetIn(first, last int) int {
	const opening, longest = 2, 16
	if first-x.st.First > opening || last+1 >= x.st.Last || x.raw(last) != "," || !x.breaks(last+1) {
		return last
	}
	for i := last + 2; i < min(x.st.Last, last+longest); i++ {
		if x.raw(i) == "," {
			return i
		}
	}
	return last
}

// clauseStart returns where the main clause starts that a token is part of.
func (x *extractor) clauseStart(tok int) int {
	for i := tok - 1; i > x.st.First; i-- {
		if x.raw(i) == ";" {
			return i + 1
		}
	}
	return x.st.First
}

// pastHearers goes from the end of a reporting verb over the day, the place and
// those who were told ("a annoncé ce lundi à la presse").
func (x *extractor) pastHearers(from int) int {
	const most = 14
	i := from
	for i < x.st.Last && i < from+most {
		if end := x.toldOutlet(i); end > 0 {
			i = end
			continue
		}
		switch {
		case x.inDate(i) || x.word(i).Tag == syntax.Adv && x.verbAt(i) == nil:
			i++
		case x.d.Toks[i].Word && (x.st.Rels[i-x.st.First] != 0 || x.word(i).Tag == syntax.Adp) && x.verbAt(i) == nil:
			i = x.phraseEnd(i + 1)
		case x.word(i).Tag == syntax.Noun && x.word(i).Feats.Has(syntax.Dative) && x.actorStarting(i) < 0:
			i = x.phraseEnd(i)
		case x.outletQuoted(i) > i:
			i = x.outletQuoted(i)
		default:
			return i
		}
	}
	return i
}

// toldOutlet returns the end of an outlet at a token that somebody was told something by, 0 for
// none: "сказал агентству Рейтер посол", "сказал РИА Новости посол".
func (x *extractor) toldOutlet(tok int) int {
	i := x.actorStarting(tok)
	if i < 0 || x.st.Actors[i].Kind != annotate.Outlet {
		return 0
	}
	a := &x.st.Actors[i]
	if a.Rels.Has(language.To) {
		return a.Last
	}
	if k := x.actorStarting(a.Last); k >= 0 && len(x.lx.Pack.NameCases) > 0 && x.st.Actors[k].Case.Has(syntax.Nominative) {
		return a.Last
	}
	return 0
}

// outletQuoted returns where the name of an outlet ends that stands at a token in quotation
// marks, -1 for none: "заявила «Спутнику» пресс-секретарь".
func (x *extractor) outletQuoted(tok int) int {
	q := x.d.InQuote(tok)
	if q < 0 || x.d.Quotes[q].First != tok {
		return -1
	}
	end := x.d.Quotes[q].Last
	if end-tok == 3 && x.d.Toks[tok+1].Upper && end < x.st.Last && x.actorStarting(end) >= 0 {
		return end // of whatever name
	}
	for i := tok; i <= tok+1 && i < x.st.Last; i++ {
		if a := x.actorStarting(i); a >= 0 && x.st.Actors[a].Kind == annotate.Outlet && x.st.Actors[a].Last >= end-1 {
			return end
		}
	}
	return -1
}

// phraseEnd returns the end of the noun phrase that starts with a token: its
// determiners, then its nouns, up to the next determiner.
func (x *extractor) phraseEnd(at int) int {
	noun := false
	for i := at; i < x.st.Last; i++ {
		if a := x.actorStarting(i); a >= 0 {
			if noun && x.st.Actors[a].Kind != annotate.Outlet {
				return i
			}
			i, noun = x.st.Actors[a].Last-1, true
			continue
		}
		t := x.word(i).Tag
		switch {
		case !x.d.Toks[i].Word, x.inDate(i), x.verbAt(i) != nil, noun && (t == syntax.Det || t == syntax.Adp):
			return i
		case t == syntax.Noun && noun && x.word(i-1).Tag != syntax.Noun && x.word(i-1).Tag != syntax.Adj:
			return i
		case t == syntax.Noun, t == syntax.ProperNoun:
			noun = true
		case t != syntax.Det && t != syntax.Adj && t != syntax.Num:
			return i
		}
	}
	return x.st.Last
}
