package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

func (x *extractor) word(tok int) annotate.Word {
	x.d.Steps++
	return x.st.Words[tok-x.st.First]
}

func (x *extractor) raw(tok int) string { return x.d.Toks[tok].Raw(x.d.Text) }

// actorBefore returns the last actor that ends at or before a token, -1 if none.
func (x *extractor) actorBefore(tok int) int {
	for i := len(x.st.Actors) - 1; i >= 0; i-- {
		if x.st.Actors[i].Last <= tok {
			return i
		}
	}
	return -1
}

// with returns an actor and the others of its list.
func (x *extractor) with(i int) []Ref {
	a := &x.st.Actors[i]
	var buf [8]Ref
	out := buf[:0]
	if a.List == 0 {
		for k := range x.st.Actors { // one plural phrase may be several actors
			if x.st.Actors[k].First == a.First && x.st.Actors[k].Last == a.Last {
				out = append(out, Ref{x.s, k})
			}
		}
		return x.refs.Keep(out...)
	}
	for k := range x.st.Actors {
		if x.st.Actors[k].List == a.List {
			out = append(out, Ref{x.s, k})
		}
	}
	return x.refs.Keep(out...)
}

// breaks reports whether a token ends a clause for what is looked for beside a
// verb or a noun.
func (x *extractor) breaks(tok int) bool {
	t := &x.d.Toks[tok]
	if x.st.And[tok-x.st.First] || tok == x.index.cleft || tok == x.index.dateline {
		return false
	}
	if !t.Word {
		switch x.raw(tok) {
		case ";", ":", "?", "!", "…":
			return true
		}
		return false
	}
	tag := x.word(tok).Tag
	return (tag == syntax.SConj || tag == syntax.Pron) && x.lx.IsThat(t.Form) || tag == syntax.SConj && (x.lx.IsSubordinate(t.Form) || x.lx.EndsSubordinate(t.Form))
}

// relative reports whether a token is a relative pronoun.
func (x *extractor) relative(tok int) bool {
	t := &x.d.Toks[tok]
	tag := x.word(tok).Tag
	return t.Word && tok != x.index.cleft && (tag == syntax.Pron || tag == syntax.Det && !x.lx.IsArticle(t.Form)) && x.lx.IsRelative(t.Form)
}

// relativeForm reports whether a token has the form of a relative pronoun, whatever the tagger
// takes it for, and is no article: "selon lesquelles", not "nach Angaben der Regierung".
func (x *extractor) relativeForm(tok int) bool {
	form := x.d.Toks[tok].Form
	return x.lx.IsRelative(form) && (x.word(tok).Tag != syntax.Det || !x.lx.IsArticle(form))
}

// slotsOf returns the slots that an actor may fill to the right of a cue.
func slotsOf(a *annotate.Actor) []language.Slot {
	switch {
	case a.Dative:
		return []language.Slot{language.Object, language.Slot(language.To)}
	case a.Rels == 0:
		return []language.Slot{language.Object}
	}
	var out []language.Slot
	for _, r := range []language.Relation{language.With, language.Between, language.By, language.Of, language.To, language.In, language.From} {
		if a.Rels.Has(r) {
			out = append(out, language.Slot(r))
		}
	}
	return out
}

// stops reports whether the search for arguments to the right ends here.
func (x *extractor) stops(tok int, c *annotate.Cue) bool {
	if x.breaks(tok) || x.relative(tok) {
		return true
	}
	if q := x.d.InQuote(tok); q >= 0 && x.d.Quotes[q].First == tok && x.d.InQuote(c.At) != q {
		return true
	}
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o.First != tok || o == c || o.Sense() != language.Contact || o.First < c.Last || o.Arg("frame") == "" {
			continue
		}
		if !x.sameEvent(c, o) && !x.fringe(o) && !x.gatheredBy(c, o) {
			return true
		}
	}
	return false
}

// sameEvent reports whether a second contact cue only carries the first: "had
// a meeting", "held talks at a summit" do not, but "a conversation by phone"
// and nouns right after a verb cue do.
func (x *extractor) sameEvent(c, o *annotate.Cue) bool {
	return o.First-c.Last <= 1 || x.manner(o.First)
}

// gatheredBy reports whether a verb says who takes part in the contact that is
// its subject: "the meeting brought together A and B".
func (x *extractor) gatheredBy(noun, verb *annotate.Cue) bool {
	g := x.verbAt(verb.At)
	return g != nil && x.isVerb(verb) && !x.isVerb(noun) && x.gathers(g) && len(x.subject(g)) == 0
}

// manner reports whether a noun without an article tells how, not what:
// "received in audience".
func (x *extractor) manner(tok int) bool {
	n := tok - 1 - x.st.First
	return n >= 0 && x.st.Rels[n].Has(language.In) && !x.lx.IsArticle(x.d.Toks[tok-1].Form)
}
