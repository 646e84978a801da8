package extract

import (
	"maps"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// noun reads the arguments of a noun.
func (x *extractor) noun(k *Candidate) {
	frame := x.frame(k)
	x.left(k, frame)
	x.townBefore(k)
	if x.fringe(k.Cue) { // "on the sidelines of a summit, A met with B"
		frame = maps.Clone(frame)
		delete(frame, language.Slot(language.With))
		delete(frame, language.Subject)
	}
	x.right(k, frame, "", k.Cue.Last, true)
	x.carried(k, frame)
	k.Adjunct = x.adjunct(k)
	k.Generic = k.Generic || x.knownTo(k)
	n := k.Cue.First - 1
	k.Definite = n >= x.st.First && x.lx.IsDefinite(x.d.Toks[n].Form) || x.definite(k.Cue.At)
	k.Attended = k.Definite && x.attended(k.Cue)
	for ; n >= x.st.First && n >= k.Cue.First-3 && x.st.Rels[n-x.st.First] == 0; n-- {
		k.Pointed = k.Pointed || n == k.Cue.First-1 && x.lx.IsThese(x.d.Toks[n].Form)
		k.Such = k.Such || x.such(n)
		k.Owned = k.Owned || x.lx.IsOwner(x.d.Toks[n].Form)
		k.Theirs = k.Theirs || x.lx.IsTheirs(x.d.Toks[n].Form)
	}
	k.Owned, k.Definite = k.Owned || x.ownerBehind(k.Cue.Last), k.Definite || k.Such
}

// such reports whether a word likens a noun to what was told of before: "no such call",
// not "the first such summit", which is another.
func (x *extractor) such(tok int) bool {
	if !x.lx.IsSuch(x.d.Toks[tok].Form) {
		return false
	}
	return tok == x.st.First || x.word(tok-1).Tag != syntax.Adj && x.word(tok-1).Tag != syntax.Num
}

// ownerBehind reports whether a possessive of one owner stands at a token, behind its
// noun: "convorbirea sa cu".
func (x *extractor) ownerBehind(tok int) bool {
	if tok >= x.st.Last || x.word(tok).Tag != syntax.Det || x.st.Rels[tok-x.st.First] != 0 {
		return false
	}
	form := x.d.Toks[tok].Form
	return x.lx.IsOwner(form) && !x.lx.IsTheirs(form)
}

// left takes what stands in front of a noun: possessors, adjectives and names
// of states, and the adjectives of states beside it.
func (x *extractor) left(k *Candidate, frame language.Frame) {
	x.adjectives(k, frame)
	for i := len(x.st.Actors) - 1; i >= 0; i-- {
		a := &x.st.Actors[i]
		if a.Last > k.Cue.First && (a.First >= k.Cue.First || a.Last > k.Cue.Last) {
			continue
		}
		near := a.Last > k.Cue.First || x.modifies(a.Last, k.Cue.First) // "ASEAN [Leaders' Meeting]"
		switch {
		case a.Possessive && near && frame[language.Possessor] != "":
			k.take(x.with(i), frame[language.Possessor])
		case near && x.venue(a):
			k.Places = append(k.Places, annotate.PlaceMention{First: a.First, Last: a.Last, Name: a.Place, Country: a.Of, Rels: annotate.RelSet(language.In)})
		case near && !a.Possessive && (x.compound(a) || a.Last > k.Cue.First) && frame[language.Adjective] != "":
			k.take(x.with(i), frame[language.Adjective])
		default:
			k.Foreign = near && a.Kind == annotate.Institution && x.lx.Pack.Attributive
			return
		}
		k.First = min(k.First, a.First)
	}
}

// adjectives takes the states whose adjectives or names modify the noun of a cue.
func (x *extractor) adjectives(k *Candidate, frame language.Frame) {
	if frame[language.Adjective] == "" {
		return
	}
	for i := range x.st.States {
		m := &x.st.States[i]
		if k.Kind == "visit" && x.lx.World.States[m.ID] == nil { // "an African tour" is to Africa
			continue
		}
		if m.Last <= k.Cue.First && x.modifies(m.Last, k.Cue.First) || m.First >= k.Cue.Last && x.modifies(k.Cue.Last, m.First) {
			k.States = append(k.States, StateRef{m.ID, m.First, m.Last})
			k.First = min(k.First, m.First)
		}
	}
}

// townBefore takes a town in front of a noun for where: "the Geneva talks".
func (x *extractor) townBefore(k *Candidate) {
	for i := range x.st.Places {
		p := &x.st.Places[i]
		if p.Rels == 0 && p.Last <= k.Cue.First && x.lx.Pack.Attributive && x.town(p) && x.modifies(p.Last, k.Cue.First) {
			k.Places = append(k.Places, *p)
		}
	}
}

// compound reports whether a name can modify a noun that follows ("US-China
// talks"): only where nouns do so, in languages whose names own by a mark.
func (x *extractor) compound(a *annotate.Actor) bool {
	return x.lx.Pack.Attributive && (a.Kind == annotate.State || a.Kind == annotate.Organisation || a.Kind == annotate.Person && !a.Given && a.Office == "")
}

// venue reports whether a capital in front of a noun says where: "the Doha
// meeting". Two of them that a hyphen joins are the governments.
func (x *extractor) venue(a *annotate.Actor) bool {
	if !x.lx.Pack.Attributive || a.Kind != annotate.State || a.Place == "" || a.Possessive || a.List != 0 {
		return false
	}
	return !x.d.Toks[a.First].Hyphen && !x.hyphenAfter(a)
}

// modifies reports whether only words that can stand between a modifier and
// its noun lie between: adjectives, nouns of a compound, hyphens, other states.
func (x *extractor) modifies(from, to int) bool {
	if to-from > 5 {
		return false
	}
	for i := from; i < to; i++ {
		t := &x.d.Toks[i]
		if x.st.And[i-x.st.First] || x.lx.IsPossessive(t.Form) {
			continue
		}
		if !t.Word && !t.Number {
			switch x.raw(i) {
			case "-", "–", "/", "“", "”", "\"":
				continue
			}
			return false
		}
		if x.st.Rels[i-x.st.First] != 0 {
			return false
		}
		switch x.word(i).Tag {
		case syntax.Adj, syntax.Noun, syntax.ProperNoun, syntax.Num, syntax.Adv, syntax.Other:
		case syntax.Verb:
			if !x.word(i).Feats.Any(syntax.Participle | syntax.Gerund) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// definite reports whether the ending of a noun makes it definite, "întâlnirea", or
// would where no preposition stood before the noun alone: "după întâlnire, A a spus".
func (x *extractor) definite(tok int) bool {
	if n := tok - 1 - x.st.First; n >= 0 && len(x.lx.Pack.Definite) > 0 && x.st.Rels[n] != 0 && tok+1 < x.st.Last {
		next := x.word(tok + 1).Tag
		if next == syntax.Punct || next == syntax.Verb || next == syntax.Aux {
			return true
		}
	}
	return x.ending(tok)
}

// ending reports whether the ending of a noun makes it definite.
func (x *extractor) ending(tok int) bool {
	return slices.ContainsFunc(x.lx.Pack.Definite, func(ending string) bool { return strings.HasSuffix(x.raw(tok), ending) })
}

// knownTo reports whether a noun only says how somebody without a name knows: "a
// source close to the negotiations".
func (x *extractor) knownTo(k *Candidate) bool {
	const reach = 7 // words between: "a source with direct knowledge of the state of the"
	for i := k.Cue.First - 1; i >= x.st.First && i >= k.Cue.First-reach; i-- {
		if g := x.verbAt(i); g != nil && g.Finite || !x.d.Toks[i].Word || x.breaks(i) {
			return false
		}
		if x.lx.IsInformant(x.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// attended reports whether the clause of a noun only tells who takes part: "was attended
// by A and B", "was held in the presence of", "A and B attended the meeting".
func (x *extractor) attended(c *annotate.Cue) bool {
	return slices.ContainsFunc(x.st.Cues, func(o annotate.Cue) bool {
		from, to := min(c.Last, o.Last), max(c.First, o.First)
		if x.thatBetween(from, to) || x.namedIn(from, to) > 0 {
			return false
		}
		return o.Sense() == language.Company && o.First >= c.Last || o.Entry.Cue.Is("attend") && x.isVerb(&o)
	})
}
