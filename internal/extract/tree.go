package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// hang asks the parser for the sides of a contact for which the clause rules
// found fewer than two: the actors of the sentence that hang on its cue, or on
// the verb it hangs on, in a relation that makes them take part.
func (x *extractor) hang(k *Candidate) {
	if k.Noun && k.Definite && len(k.Participants)+len(k.States) == 0 {
		return // "the summit" was told of before
	}
	if x.complete(k) || len(k.Participants)+len(k.States) >= 2 || !x.others(k) || x.occasion(k) {
		return
	}
	t := x.d.Tree(x.s)
	if t == nil {
		return
	}
	frame := x.frame(k)
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.Kind == annotate.Outlet || x.outside(k, a) || a.Kind == annotate.State && a.Plural && k.Cue.Arg("frame") == "receive" {
			continue
		}
		if slot := x.path(t, k, a); slot != "" {
			if part := frame[slot]; part != "" && part != language.PartPlace {
				k.take(x.with(i), part)
			}
		}
	}
}

// others reports whether the sentence has actors that take no part yet.
func (x *extractor) others(k *Candidate) bool {
	n := 0
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.Kind != annotate.Outlet && !x.outside(k, a) {
			n++
		}
	}
	return n > len(k.Participants)
}

// outside reports whether an actor and a contact stand in different quotations,
// or the actor in the cue itself.
func (x *extractor) outside(k *Candidate, a *annotate.Actor) bool {
	return x.d.InQuote(a.First) != x.d.InQuote(k.Cue.At) || a.First < k.Cue.Last && a.Last > k.Cue.First
}

// longestPath bounds the way from an actor to a contact's cue in the tree.
const longestPath = 5

// path follows an actor up the tree to the cue and returns the slot it stands
// in, "" when the way leads elsewhere or through a word that parts them.
func (x *extractor) path(t *annotate.Tree, k *Candidate, a *annotate.Actor) language.Slot {
	cue := t.Top(k.Cue.First, k.Cue.Last)
	at := t.Top(a.First, a.Last)
	for range longestPath {
		head := t.Head(at)
		if head < 0 {
			return ""
		}
		rel := t.Rel(at)
		switch {
		case head >= k.Cue.First && head < k.Cue.Last:
			return x.slot(a, rel)
		case rel.Subject() && x.below(t, cue, head, k.Noun):
			return language.Subject
		case rel != syntax.Conj && rel != syntax.Appos && rel != syntax.Nmod && rel != syntax.Dep:
			return ""
		case rel == syntax.Nmod && !a.Rels.Has(language.Of), x.contactNoun(head):
			return "" // also "on the sidelines of the summit of X"
		}
		at = head
	}
	return ""
}

// contactNoun reports whether a token is the noun of a contact.
func (x *extractor) contactNoun(tok int) bool {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Contact && c.Entry.Cue.POS == "NOUN" && c.First <= tok && tok < c.Last {
			return true
		}
	}
	return false
}

// below reports whether a cue hangs on a verb as its object, its circumstance or
// its complement, so that the verb's subject is the contact's: "held talks",
// "said in a call", "agreed to meet".
func (x *extractor) below(t *annotate.Tree, cue, verb int, noun bool) bool {
	for range longestPath {
		head := t.Head(cue)
		if head < 0 {
			return false
		}
		switch rel := t.Rel(cue); {
		case rel == syntax.Obj || rel == syntax.Obl || rel == syntax.Xcomp || rel == syntax.Conj:
		case rel == syntax.Nmod && noun:
		default:
			return false
		}
		if head == verb {
			return true
		}
		cue = head
	}
	return false
}

// intended reports whether an infinitive hangs on a noun, not on the verb before
// it: "thanked him for the invitation to come", "their plan to hold talks".
func (x *extractor) intended(v *annotate.VerbGroup) bool {
	if v.Finite || v.Tense != annotate.Infinitive {
		return false
	}
	t := x.d.Tree(x.s)
	if t == nil {
		return false
	}
	head := t.Head(v.Main)
	return head >= 0 && head < v.First && x.word(head).Tag == syntax.Noun && t.Rel(v.Main) == syntax.Dep && !x.inActor(head) && !x.inDate(head)
}

// slot is the slot of an actor that hangs on a cue in a relation.
func (x *extractor) slot(a *annotate.Actor, rel syntax.Rel) language.Slot {
	switch rel {
	case syntax.Nsubj:
		return language.Subject
	case syntax.NsubjPass, syntax.Obj:
		return language.Object
	case syntax.OblAgent:
		return language.Slot(language.By)
	case syntax.Obl, syntax.Nmod:
		for _, r := range []language.Relation{language.With, language.Between, language.By, language.From} {
			if a.Rels.Has(r) {
				return language.Slot(r)
			}
		}
		if a.Rels.Has(language.Of) {
			return language.Slot(language.Of)
		}
		if a.Possessive {
			return language.Possessor
		}
	}
	return ""
}
