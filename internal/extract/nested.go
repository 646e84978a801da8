package extract

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/syntax"
)

// nest settles speech inside reported speech ("X said that Y had promised"):
// it is part of what X said. Where X only passes on the words of somebody of
// the same side - a spokesperson, a press service - that one speaks, and X is
// the way the words came.
func (x *extractor) nest(from int) {
	speeches := x.out.Speeches[from:]
	dropped := make([]bool, len(speeches))
	for i := range speeches {
		for j := range speeches {
			a, b := &speeches[i], &speeches[j]
			if i == j || dropped[i] || dropped[j] || a.Nobody || !x.inside(b, a) {
				continue
			}
			if x.relays(a, b) && x.leads(a, b) {
				b.Via = append(append([]Ref(nil), a.Speakers...), b.Via...)
				b.ViaSame, b.inner = b.ViaSame || a.Same, false
				x.reportAround(a, b)
				dropped[i] = true
				continue
			}
			if at := x.ownRelative(b); at > a.First && !x.thatFollows(a.verb.Last) && a.QuoteFrom < 0 && a.verb.Last <= a.First {
				a.Last = min(a.Last, at)
				continue
			}
			dropped[j] = true
		}
	}
	x.passOn(from)
	kept := x.out.Speeches[:from]
	for i := range speeches {
		if !dropped[i] && !speeches[i].inner {
			kept = append(kept, speeches[i])
		}
	}
	x.out.Speeches = kept
}

// ownRelative returns where the relative clause starts in which somebody just named says
// something, 0 for none: "conveyed greetings to the Amir, who said".
func (x *extractor) ownRelative(b *Speech) int {
	if len(b.Speakers) != 1 || b.Speakers[0].Sentence != x.s {
		return 0
	}
	end := x.st.Actors[b.Speakers[0].Actor].Last
	for i := end; i <= min(end+1, b.verb.Main-1); i++ {
		if x.relative(i) {
			return end
		}
	}
	return 0
}

// passOn gives words that open a further sentence of a quotation to whom they are of,
// where the one who is quoted only passes them on: "The Prime Minister thanked the
// President", as the next paragraph of what an office is quoted as saying.
func (x *extractor) passOn(from int) {
	a := x.quotedBefore(from)
	for i := from; i < len(x.out.Speeches); i++ {
		b := &x.out.Speeches[i]
		if !b.inner {
			continue
		}
		b.Carried = true
		if a != nil && x.speaksFor(&x.d.Sentences[a[0].Sentence].Actors[a[0].Actor], b) {
			b.Via, b.inner = a, false
		}
	}
}

// quotedBefore returns who is quoted in the sentence before, nil when nobody is.
func (x *extractor) quotedBefore(from int) []Ref {
	const (
		gap     = 2  // captions may stand between paragraphs
		longest = 50 // sentences of one quotation
	)
	if from == 0 || x.s-x.out.Speeches[from-1].Sentence > gap {
		return nil
	}
	for i := from - 1; i >= max(from-longest, 0); i-- {
		switch sp := &x.out.Speeches[i]; {
		case sp.Follows:
		case sp.Carried:
			return sp.Via
		case sp.QuoteFrom < 0 || len(sp.Speakers) != 1:
			return nil
		default:
			return sp.Speakers
		}
	}
	return nil
}

// reportAround makes the speech of who passes on somebody's words the report of what
// stands outside them: "A called B and urged C to talk, the spokesman said".
func (x *extractor) reportAround(a, b *Speech) {
	if len(a.Speakers) > 0 && a.First < b.First {
		x.out.Reports = append(x.out.Reports, Report{Sentence: x.s, Chain: a.Speakers, First: a.First, Last: a.Last})
	}
}

// inside reports whether the verb of b stands in what a reports. Where each
// stands in the other, the one behind what it reports is the outer, else the
// first.
func (x *extractor) inside(b, a *Speech) bool {
	holds := func(o, i *Speech) bool { return o.First <= i.verb.Main && i.verb.Main < o.Last }
	if a.verb == nil || b.verb == nil || !holds(a, b) {
		return false
	}
	if !holds(b, a) {
		return true
	}
	behind := func(o *Speech) bool { return o.Last <= o.verb.First+1 }
	return behind(a) || !behind(b) && a.verb.Main < b.verb.Main
}

// leads reports whether b is all that a reports: no other actor and no other
// verb stands before its subject.
func (x *extractor) leads(a, b *Speech) bool {
	start := b.verb.First
	if len(b.Speakers) > 0 && b.Speakers[0].Sentence == x.s {
		start = min(start, x.st.Actors[b.Speakers[0].Actor].First)
	}
	if start-a.First <= 4 || x.fronts(a.First, start) {
		return true
	}
	for i := a.First; i < start; i++ {
		if x.actorStarting(i) >= 0 || x.verbAt(i) != nil && x.verbAt(i) != a.verb && x.verbAt(i).Finite {
			return false
		}
	}
	return start-a.First <= 12
}

// fronts reports whether a stretch is a phrase that a preposition opens and a
// comma ends, without a verb of its own: "In a call with B, A warned".
func (x *extractor) fronts(from, to int) bool {
	if from < x.st.First { // a quotation that began in a sentence before
		return false
	}
	for i := from; i < to; i++ {
		if g := x.verbAt(i); g != nil && g.Finite || x.breaks(i) {
			return false
		}
	}
	at := x.phraseStart(to) - 1
	return at > from && x.raw(at) == "," && (x.word(from).Tag == syntax.Adp || x.word(from).Tag == syntax.Adv)
}

// relays reports whether the speaker of a is one who passes on the words of
// others and the speaker of b a principal of the same side.
func (x *extractor) relays(a, b *Speech) bool {
	if len(b.Speakers) == 0 || a.Act == "deny" { // "denied that B had asked for a meeting"
		return false
	}
	if a.Same || x.thingSays(a) { // "..., the statement adds", "..., it added"
		k := x.st.Actors[b.Speakers[0].Actor].Kind
		return k == annotate.Person || k == annotate.OfficeHolder || k == annotate.Both
	}
	if len(a.Speakers) != 1 || a.Speakers[0].Sentence != x.s {
		return false
	}
	return x.speaksFor(&x.st.Actors[a.Speakers[0].Actor], b)
}

// thingSays reports whether the speaker is a pronoun that stands for no person.
func (x *extractor) thingSays(sp *Speech) bool {
	if len(sp.Speakers) != 1 || sp.Speakers[0].Sentence != x.s {
		return false
	}
	a := &x.st.Actors[sp.Speakers[0].Actor]
	return a.Kind == annotate.Pronoun && x.lx.IsThing(x.d.Toks[a.First].Form)
}

// speaksFor reports whether somebody passes on the words of a speech: an institution or
// a spokesperson, and the speaker a principal of the same side or one who speaks to
// it, or in a readout that is quoted of either side.
func (x *extractor) speaksFor(carrier *annotate.Actor, b *Speech) bool {
	nameless := carrier.Kind == annotate.OfficeHolder && x.spokesperson(carrier)
	if carrier.Kind != annotate.Institution && !nameless && (b.inner || !x.spokesperson(carrier)) { // a spokesperson who is quoted speaks
		return false
	}
	for _, r := range b.Speakers {
		p := &x.st.Actors[r.Actor]
		switch p.Kind {
		case annotate.Both:
			return true
		case annotate.Person, annotate.OfficeHolder:
			if b.Carried || len(b.Speakers) > 1 || p.Of == carrier.Of || p.Of == "" || carrier.Of == "" || x.saidTo(b, carrier.Of) {
				return true
			}
		}
	}
	return false
}

// saidTo reports whether a speech is said to somebody of a side: "B thanked A, the
// office of A said".
func (x *extractor) saidTo(b *Speech, side string) bool {
	return slices.ContainsFunc(b.To, func(r Ref) bool { return x.d.Sentences[r.Sentence].Actors[r.Actor].Of == side })
}

// spokesperson reports whether speaking for others is an actor's office.
func (x *extractor) spokesperson(a *annotate.Actor) bool {
	office := a.Office
	if office == "" && a.Person != nil {
		if h, ok := x.lx.World.OfficeOn(a.Person, x.d.Published); ok {
			office = h.Office
		}
	}
	return strings.HasSuffix(office, "spokesperson")
}
