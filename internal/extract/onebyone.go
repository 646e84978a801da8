package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// scene is the days and the places told of a contact, and where their words end.
type scene struct {
	days   []dates.Mention
	places []annotate.PlaceMention
	end    int
}

func (s scene) told() bool { return len(s.days)+len(s.places) > 0 }

// leg is one of several contacts that somebody has one by one: with which actors of the
// sentence, when and where.
type leg struct {
	first, last int
	scene
}

// oneByOne returns the further contacts of somebody who has several, where each is told
// with its day or place: "met A in Lima and B in Quito", "will talk on Monday with A and on
// Friday with B". What is left of the candidate is the first of them.
func (x *extractor) oneByOne(k *Candidate) []Candidate {
	legs, part := x.legs(k)
	if len(legs) < 2 {
		return nil
	}
	out := make([]Candidate, len(legs))
	for i, l := range legs {
		out[i] = *k
		out[i].Participants = slices.DeleteFunc(slices.Clone(k.Participants), func(p Participant) bool {
			return p.Sentence == x.s && p.Actor >= legs[0].first
		})
		for a := l.first; a <= l.last; a++ {
			out[i].take([]Ref{{x.s, a}}, part)
		}
		if len(l.days) > 0 {
			out[i].Dates = l.days
		}
		if len(l.places) > 0 {
			out[i].Places = l.places
		}
	}
	*k = out[0]
	return out[1:]
}

// legs returns the contacts with one after the other that are told behind a cue, and the
// part that those have whom they are with.
func (x *extractor) legs(k *Candidate) ([]leg, language.Part) {
	i := slices.IndexFunc(k.Participants, func(p Participant) bool {
		return p.Sentence == x.s && x.st.Actors[p.Actor].First >= k.Cue.Last && (!k.Noun || x.st.Actors[p.Actor].Rels.Has(language.With))
	})
	if i < 0 {
		return nil, ""
	}
	a := k.Participants[i].Actor
	like := &x.st.Actors[a]
	ahead := x.sceneBefore(x.startOf(like)).told()
	var out []leg
	for a >= 0 {
		l := x.legFrom(a, ahead)
		if v := x.verbAt(l.end); !l.told() || v != nil && v.Finite { // "and B on Tuesday refused"
			break
		}
		out = append(out, l)
		a = x.partnerBehind(l.end, like, ahead)
	}
	return out, k.Participants[i].Part
}

// startOf returns where an actor starts, with its preposition.
func (x *extractor) startOf(a *annotate.Actor) int {
	if a.Rels != 0 {
		return a.RelAt
	}
	return x.bareStart(a)
}

// bareStart returns where an actor starts, with its determiner or the preposition that
// marks an object.
func (x *extractor) bareStart(a *annotate.Actor) int {
	if first := a.First - 1; first >= x.st.First && (a.Object || x.word(first).Tag == syntax.Det || x.lx.IsOwner(x.d.Toks[first].Form)) {
		return first
	}
	return a.First
}

// legFrom reads the contact with an actor and those listed with it: its day or place is
// the one ahead of it, or they follow.
func (x *extractor) legFrom(a int, ahead bool) leg {
	l := leg{first: a, last: a}
	as := x.st.Actors
	for l.last+1 < len(as) && as[a].List != 0 && as[l.last+1].List == as[a].List && !x.dayOrPlace(as[l.last].Last, as[l.last+1].First) {
		l.last++
	}
	l.end = as[l.last].Last
	if ahead {
		s := x.sceneBefore(x.startOf(&as[a]))
		l.days, l.places = s.days, s.places
		return l
	}
	for {
		s := x.sceneAt(l.end)
		if !s.told() {
			return l
		}
		l.days, l.places, l.end = append(l.days, s.days...), append(l.places, s.places...), s.end
	}
}

// dayOrPlace reports whether a day or a place stands between two tokens.
func (x *extractor) dayOrPlace(from, to int) bool {
	for i := from; i < to; i++ {
		if s := x.sceneAt(i); s.told() && s.end <= to {
			return true
		}
	}
	return false
}

// sceneAt returns the day or the place at a token, or behind a preposition there.
func (x *extractor) sceneAt(tok int) (s scene) {
	if d := x.dayBehind(tok); d != nil {
		return scene{days: []dates.Mention{*d}, end: d.Last}
	}
	for i := range x.st.Places {
		if p := &x.st.Places[i]; p.First == tok+1 && p.Rels.Has(language.In) {
			return scene{places: []annotate.PlaceMention{*p}, end: p.Last}
		}
	}
	return s
}

// sceneBefore returns the day or the place that ends before a token.
func (x *extractor) sceneBefore(tok int) (s scene) {
	for i := range x.st.Dates {
		if d := &x.st.Dates[i]; d.Kind == dates.Day && d.Last == tok {
			s.days = append(s.days, *d)
		}
	}
	for i := range x.st.Places {
		if p := &x.st.Places[i]; p.Last == tok && p.Rels.Has(language.In) {
			s.places = append(s.places, *p)
		}
	}
	return s
}

// partnerBehind returns the actor that a comma or a conjunction joins to a token, governed
// as another one is, perhaps with its day or place ahead of it; -1 for none.
func (x *extractor) partnerBehind(tok int, like *annotate.Actor, ahead bool) int {
	from := tok
	for tok < x.st.Last && tok-from < 2 && (x.raw(tok) == "," || x.st.And[tok-x.st.First] || x.lx.IsSubordinate(x.d.Toks[tok].Form)) {
		tok++
	}
	if tok == from {
		return -1
	}
	if s := x.sceneAt(tok); ahead && s.told() {
		tok = s.end
	}
	return slices.IndexFunc(x.st.Actors, func(a annotate.Actor) bool {
		switch {
		case a.First < tok:
			return false
		case a.Rels != 0 && a.RelAt == tok:
			return a.Rels&like.Rels != 0
		case a.Rels == 0 || a.RelAt == like.RelAt: // the preposition is that of the first
			return x.bareStart(&a) == tok && (a.Kind == annotate.Person || a.Kind == annotate.OfficeHolder || a.Kind == annotate.Counterpart)
		}
		return false
	})
}
