package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// sayers finds who speaks by a reporting verb, and reports whether they stand
// behind it.
func (x *extractor) sayers(sp *Speech, v *annotate.VerbGroup, from int) (inverted bool) {
	own := false
	switch {
	case x.setInAlone(v):
		inverted = true
	case v.Subjunctive && v.First > x.st.First && x.lx.IsThat(x.d.Toks[v.First].Form): // "wants to thank", where that is a subjunctive
		own = x.governed(v)
	case v.Finite && x.elided(v) && x.carriesOn(v, from) != nil:
		o := x.carriesOn(v, from)
		sp.Speakers, sp.Same = o.Speakers, o.Same
	case v.Finite || v.Tense == annotate.Past:
		own = true
	case v.Tense == annotate.Participle && len(x.quoted(v)) > 0:
		sp.Speakers = x.quoted(v)
	case v.Tense == annotate.Participle && x.writer(v) != nil:
		sp.Speakers = x.writer(v)
	case v.Tense == annotate.Participle:
		if o := x.carriesOn(v, from); o != nil {
			sp.Speakers, sp.Same = o.Speakers, o.Same
		} else if x.goesOn(v) {
			sp.Speakers = x.subject(v)
		} else {
			own = true
		}
	default:
		own = x.governed(v)
	}
	if own {
		sp.Speakers, inverted, sp.Same = x.speaker(v)
	}
	return inverted
}

// writer returns from whom a letter comes that a participle behind it tells of: "received
// a cable from X expressing thanks".
func (x *extractor) writer(v *annotate.VerbGroup) []Ref {
	at := v.First
	if at > x.st.First && x.raw(at-1) == "," {
		at--
	}
	a := x.actorEnding(at)
	if a < 0 || x.st.Actors[a].Kind != annotate.Person && x.st.Actors[a].Kind != annotate.OfficeHolder || x.st.Actors[a].Rels == 0 {
		return nil
	}
	from := x.st.Actors[a].RelAt
	if r := x.st.Rels[from-x.st.First]; !r.Has(language.From) && !r.Has(language.Of) {
		return nil
	}
	for i := from - 1; i > x.st.First && i >= from-3; i-- {
		if c := x.cueIn(language.Contact, i, i+1); c != nil && c.Arg("kind") == "letter" && x.word(i).Tag == syntax.Noun {
			return x.with(a)
		}
	}
	return nil
}

// silent reports whether a finite verb opens its sentence, or follows a quotation there,
// and leaves its subject out, as some languages do.
func (x *extractor) silent(v *annotate.VerbGroup) bool {
	opens := v.First-x.st.First <= 1 && !x.nounAt(x.st.First, v.First) || x.setInAlone(v) || x.lx.Pack.ProDrop && x.behindQuote(v.First) && x.invertedOther(v) < 0 && len(x.following(v.Last)) == 0
	return v.Finite && !v.Passive && opens && x.outletBehind(v) < 0 && !x.mediaBehind(v) && !x.st.Title && x.d.InQuote(v.Main) < 0
}

// nounAt reports whether a noun or a name stands in a stretch.
func (x *extractor) nounAt(from, to int) bool {
	for i := from; i < to; i++ {
		if t := x.word(i).Tag; t == syntax.Noun && !x.inDate(i) || t == syntax.ProperNoun {
			return true
		}
	}
	return false
}

// setInAlone reports whether commas part a finite verb without a subject from the clause that
// it is set into, or one from the clause before it: "L'Europa, ha aggiunto, deve agire".
func (x *extractor) setInAlone(v *annotate.VerbGroup) bool {
	if !x.lx.Pack.ProDrop || !v.Finite || v.Passive || v.First-x.st.First < 2 || v.Last >= x.st.Last || !x.sets(v.First-1) {
		return false
	}
	if x.sets(v.Last) {
		g := x.finiteAfter(v.Last)
		return g != nil && !x.relative(v.Last+1) && !x.lx.IsThat(x.d.Toks[v.Last+1].Form)
	}
	return v.Last+1 == x.st.Last && !x.d.Toks[v.Last].Word && x.finiteBefore(v.First) != nil
}

// behindQuote reports whether a quotation ends in front of a token, but for a comma.
func (x *extractor) behindQuote(tok int) bool {
	p := tok - 1
	if p > x.st.First && x.raw(p) == "," {
		p--
	}
	return p >= x.st.First && x.d.InQuote(p) >= 0
}

// governed reports whether an infinitive only completes the finite verb before
// it ("wanted to thank"). Behind a noun it says what the noun is for: nobody
// has spoken yet ("a chance to propose").
func (x *extractor) governed(v *annotate.VerbGroup) bool {
	chain := x.chain(v)
	top := chain[len(chain)-1]
	if len(chain) < 2 || !top.Finite {
		return false
	}
	for k := 1; k < len(chain); k++ { // what somebody is accused of saying is theirs who accuse
		g := chain[k]
		if x.speaks(g) {
			return false
		}
		for i := g.Last; i < chain[k-1].First; i++ {
			if x.word(i).Tag == syntax.Noun || x.word(i).Tag == syntax.ProperNoun {
				return false
			}
		}
	}
	return true
}

// carriesOn returns the speech that a participle continues: "..., adding that"
// has the speaker of the reporting verb before it, not of a verb in what was
// reported.
func (x *extractor) carriesOn(v *annotate.VerbGroup, from int) *Speech {
	for i := len(x.out.Speeches) - 1; i >= from; i-- {
		if o := &x.out.Speeches[i]; o.verb != nil && o.verb.Finite && o.verb.Last <= v.First {
			return o
		}
	}
	return nil
}

// nobody notes that a quotation is claimed by a subject that is no actor ("...,
// a diplomat said").
func (x *extractor) nobody(sp *Speech, v *annotate.VerbGroup, inverted bool, from int) {
	if !v.Finite || sp.Cue.Arg("frame") == "object" {
		return
	}
	if x.content(sp, v, inverted); sp.QuoteFrom < 0 {
		return
	}
	for _, o := range x.out.Speeches[from:] { // "X spoke of "...", reports the agency"
		if o.QuoteFrom >= 0 && o.QuoteFrom < sp.QuoteTo && sp.QuoteFrom < o.QuoteTo {
			return
		}
	}
	sp.Nobody, sp.Speakers, x.nobodys = true, nil, sp.QuoteTo
	x.out.Speeches = append(x.out.Speeches, *sp)
}
