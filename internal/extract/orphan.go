package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// attributed reads "according to X": the whole sentence is X's, unless X only
// passes on what somebody says in it.
func (x *extractor) attributed(c *annotate.Cue, from int) {
	if end := x.relativeEnd(c.Last); end > 0 {
		x.whose(c, end, from)
		return
	}
	refs, last, same, paper := x.authority(c)
	refs = x.speaking(refs)
	bare := c.Entry.Cue.Is("bare")
	if len(refs) == 0 && !same || c.Arg("kind") == "outlet" || bare && !x.bareSayer(c, last) {
		return
	}
	sp := Speech{Sentence: x.s, Speakers: refs, Same: same, Act: "say", Cue: c, QuoteFrom: -1, QuoteTo: -1, Title: x.st.Title, Source: !paper}
	sp.Staff = same && x.ownStaff(c.Last, last)
	begin, end := x.share(c)
	if c.First-begin <= 2 {
		sp.First, sp.Last = last, end
	} else if x.amid(c) || x.lx.Pack.Order == language.VerbSecond && last+2 < end { // the finite verb stands in front of it
		sp.First, sp.Last = x.clauseStart(c.First), end
	} else {
		sp.First, sp.Last = begin, c.First
		if x.raw(c.First-1) == "," && last+1 < x.st.Last && x.raw(last) == "," && !x.breaks(last+1) && !x.relative(last+1) && x.word(last+1).Tag != syntax.CConj { // "There is, according to X, no way"
			sp.Last = x.clauseEnd(last + 1)
		}
	}
	if bare && c.First == x.st.First {
		prev := &x.d.Sentences[x.s-1]
		sp.First, sp.Last = prev.First, prev.Last
	}
	if q := x.quotesIn(sp.First, sp.Last); q >= 0 {
		sp.QuoteFrom, sp.QuoteTo = q, q+1
	}
	if sp.Last-sp.First <= 2 {
		return
	}
	kept := x.out.Speeches[:from]
	relayed := false
	for _, o := range x.out.Speeches[from:] {
		switch {
		case o.verb == nil || o.verb.Main < sp.First || o.verb.Main >= sp.Last:
		case paper:
			relayed, o.ViaSame = true, same
		case x.relays(&sp, &o):
			relayed, o.ViaSame = true, o.ViaSame || same && !o.Same
		case slices.Equal(o.Speakers, refs):
			relayed = true
		default: // part of what X says
			continue
		}
		kept = append(kept, o)
	}
	x.out.Speeches = kept
	if !relayed {
		x.addSpeech(sp, len(x.out.Speeches))
	}
}

// bareSayer reports whether words that name somebody without a verb say whose words stand
// before them: a sentence, or a quotation that a comma parts from them, "“Pronti”, così X", or
// what a colon does.
func (x *extractor) bareSayer(c *annotate.Cue, last int) bool {
	if v := x.finiteAfter(c.Last); v != nil && !x.relative(v.First-1) && !x.clauseBetween(last, v.First) {
		return false
	}
	if c.First == x.st.First {
		return x.s > 0 && !x.d.Sentences[x.s-1].Title && c.Arg("bare") != "quote"
	}
	p := c.First - 1
	if x.raw(p) == ":" && c.Arg("bare") != "quote" {
		return true
	}
	if x.raw(p) == "," || x.raw(p) == ":" || x.dash(p) {
		p--
	}
	return p >= x.st.First && x.d.InQuote(p) >= 0
}

// share returns the part of the sentence that an attribution may vouch for: what stands
// behind an earlier one, and before the semicolon that a later one, or who says something
// else, stands behind.
func (x *extractor) share(c *annotate.Cue) (first, last int) {
	first, last = x.st.First, x.st.Last
	if at := x.otherHalf(c.Last); at >= 0 {
		last = at
	}
	semicolon := func(from, to int) int {
		for i := from; i < to; i++ {
			if x.raw(i) == ";" {
				return i
			}
		}
		return -1
	}
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o == c || o.Sense() != language.According {
			continue
		}
		if o.First > c.First {
			if at := semicolon(c.Last, min(o.First, last)); at >= 0 {
				last = at
			}
			continue
		}
		if at := semicolon(o.Last, c.First); at >= 0 {
			first = at + 1
		} else if _, end, _, _ := x.authority(o); end < c.First {
			first = max(first, end) // nobody may be named
		}
		for first < c.First && (!x.d.Toks[first].Word || x.st.And[first-x.st.First] || x.word(first).Tag == syntax.CConj) {
			first++
		}
	}
	return first, last
}

// ownStaff reports whether a stretch names the staff of somebody told of: "his
// office", "ses services".
func (x *extractor) ownStaff(from, to int) bool {
	owned, staff := false, false
	for i := from; i < to; i++ {
		owned = owned || x.lx.IsOwner(x.d.Toks[i].Form)
		staff = staff || x.lx.IsStaff(x.d.Toks[i].Form)
	}
	return owned && staff
}

// amid reports whether an attribution stands inside the clause that it vouches
// for: no verb comes before it, or only those before its relative pronoun.
func (x *extractor) amid(c *annotate.Cue) bool {
	p := c.First - 1
	if x.raw(p) == "," {
		p--
	}
	if x.relative(p) || x.breaks(p) {
		return true
	}
	verb := false
	for i := range x.st.Verbs {
		v := &x.st.Verbs[i]
		if !v.Finite || v.First < x.clauseStart(c.First) {
			continue
		}
		if v.First < c.First {
			return false
		}
		verb = true
	}
	return verb
}

// authority returns whom an attribution names and where the name ends, and
// whether it only refers back: "according to him", "according to the
// statement".
func (x *extractor) authority(c *annotate.Cue) (refs []Ref, last int, same, paper bool) {
	if x.relativeEnd(c.Last) > 0 { // "selon lesquelles"
		return nil, 0, false, false
	}
	if a := x.actorEnding(c.First); a >= 0 && x.lx.IsPostposition(x.d.Toks[c.First].Form) && x.st.Actors[a].Kind == annotate.Pronoun { // "Ihm zufolge"
		return x.with(a), c.Last, false, false
	}
	if x.owned(c) { // "по его словам"
		return nil, c.Last, true, false
	}
	head := -1
	for i := c.Last - 1; i < x.st.Last && i < c.Last+9; i++ {
		if i > c.Last && x.lx.Pack.Order == language.VerbSecond && x.d.Apart(i) { // "Nach Angaben der Polizei ist X gestorben"
			break
		}
		for k := range x.st.Actors {
			if a := &x.st.Actors[k]; a.First == i && a.Last > c.Last {
				if head >= 0 && a.Kind == annotate.State && !x.lx.IsUtterance(x.d.Toks[head].Form) {
					return nil, 0, false, false // "according to the constitution of Russia"
				}
				refs = x.with(k)
				return refs, x.st.Actors[refs[len(refs)-1].Actor].Last, false, head >= 0
			}
		}
		if i < c.Last {
			continue
		}
		if !x.d.Toks[i].Word || x.verbAt(i) != nil && x.verbAt(i).Finite {
			last = i
			break
		}
		last = i + 1
		switch t := x.word(i).Tag; {
		case i == c.Last && t != syntax.Noun && t != syntax.ProperNoun && i+1 < x.st.Last && !x.d.Toks[i+1].Word:
			return nil, last, true, false
		case t == syntax.Noun && head < 0:
			head = i
		}
	}
	paper = head >= 0 && (x.lx.IsUtterance(x.d.Toks[head].Form) || x.lx.IsStaff(x.d.Toks[head].Form))
	return nil, last, paper && !x.newInformant(head), paper
}

// owned reports whether a cue says by a possessive whose words it means.
func (x *extractor) owned(c *annotate.Cue) bool {
	for i := c.First; i < c.Last; i++ {
		if x.lx.IsOwner(x.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// newInformant reports whether a noun brings in somebody without a name: "according to
// a source", "to sources", not "to the source".
func (x *extractor) newInformant(noun int) bool {
	i := noun - 1
	for i > x.st.First && x.word(i).Tag == syntax.Adj {
		i--
	}
	return x.lx.IsInformant(x.d.Toks[noun].Form) && !x.lx.IsDefinite(x.d.Toks[i].Form)
}

// orphans notes quotations of a sentence that no cue claimed: the speaker of
// the sentence before goes on, or the cue of the sentence after names them.
func (x *extractor) orphans(from int) {
	for q := x.quoteAt(x.st.First); q < len(x.d.Quotes) && x.d.Quotes[q].First < x.st.Last; q++ {
		Q := &x.d.Quotes[q]
		if Q.Last-Q.First < 6 {
			continue
		}
		if refs := x.speaking(x.announced(Q.First)); len(refs) > 0 && !x.claimedQuote(q, from) {
			x.out.Speeches = append(x.out.Speeches, Speech{
				Sentence: x.s, Speakers: refs, First: Q.First, Last: min(Q.Last, x.st.Last), QuoteFrom: q, QuoteTo: q + 1, Act: "say", Title: x.st.Title,
			})
			continue
		}
		start, end := max(Q.First, x.st.First), min(Q.Last, x.st.Last)
		if 2*(end-start) < x.st.Last-x.st.First || x.claimedQuote(q, from) {
			continue
		}
		x.out.Speeches = append(x.out.Speeches, Speech{
			Sentence: x.s, First: start, Last: end, QuoteFrom: q, QuoteTo: q + 1, Follows: true, Act: "say", Title: x.st.Title,
		})
	}
}

// announced returns whom a sentence names before the colon of a quotation, and nothing
// else but the hour and the matter: "10:05 Prime Minister X: “...”", "X, on Sudan: “...”".
func (x *extractor) announced(quote int) []Ref {
	colon := quote - 1
	if colon <= x.st.First || x.raw(colon) != ":" {
		return nil
	}
	if a := x.actorEnding(colon); a >= 0 && x.heads(a) {
		return x.with(a)
	}
	if len(x.st.Actors) == 0 || !x.heads(0) {
		return nil
	}
	refs := x.with(0)
	first := x.st.Actors[refs[len(refs)-1].Actor].Last
	if first < colon && x.raw(first) == "," {
		first++
	}
	if k := x.st.Actors[0].Kind; k != annotate.Person && k != annotate.OfficeHolder || first >= colon || x.word(first).Tag != syntax.Adp {
		return nil
	}
	if v := x.finiteAfter(first); v != nil && v.First < colon {
		return nil
	}
	return refs
}

// heads reports whether nothing but the hour and marks stands before an actor in its sentence.
func (x *extractor) heads(a int) bool {
	i := x.phraseStart(x.st.Actors[a].First)
	for i > x.st.First && (x.inDate(i-1) || !x.d.Toks[i-1].Word) {
		i--
	}
	return i == x.st.First
}

// adopt gives the earlier sentences of a quotation to the speech that names its
// speaker in a later one.
func (x *extractor) adopt() {
	owner := map[int]*Speech{}
	for i := range x.out.Speeches {
		sp := &x.out.Speeches[i]
		for q := sp.QuoteFrom; !sp.Follows && q >= 0 && q < sp.QuoteTo; q++ {
			if owner[q] == nil {
				owner[q] = sp
			}
		}
	}
	kept := x.out.Speeches[:0]
	for i := range x.out.Speeches {
		sp := x.out.Speeches[i]
		if o := owner[sp.QuoteFrom]; sp.Follows && o != nil && o.Sentence > sp.Sentence {
			o.First = min(o.First, sp.First)
			continue
		}
		kept = append(kept, sp)
	}
	x.out.Speeches = kept
}

func (x *extractor) claimedQuote(q, from int) bool {
	if q < x.nobodys {
		return true
	}
	for i := from; i < len(x.out.Speeches); i++ {
		sp := &x.out.Speeches[i]
		if sp.QuoteFrom <= q && q < sp.QuoteTo && !sp.Follows {
			return true
		}
	}
	return false
}

// partial gives a quotation that no reporting verb claims to the subject of its
// clause: what stands in quotation marks behind somebody's verb is in their
// words ("called the outcome a “great victory”", "was cautious: “...”").
func (x *extractor) partial(from int) {
	for q := x.quoteAt(x.st.First); q < len(x.d.Quotes) && x.d.Quotes[q].First < x.st.Last; q++ {
		Q := &x.d.Quotes[q]
		if Q.First <= x.st.First || Q.Last-Q.First < 4 || x.claimedQuote(q, from) || x.reported(q, from) || x.titled(Q) {
			continue
		}
		refs, start := x.quoting(Q.First)
		if refs = x.speaking(refs); len(refs) == 0 || x.cueIn(language.Contact, start, Q.First) != nil { // "had a „frank” talk"
			continue
		}
		x.addSpeech(Speech{
			Sentence: x.s, First: start, Last: max(Q.Last, start+1), QuoteFrom: q, QuoteTo: q + 1, Act: "say", Speakers: refs, Title: x.st.Title,
		}, from)
	}
}

// titled reports whether what stands in quotation marks is a name where nouns have capitals:
// "die Krimiserie „Bella Block“".
func (x *extractor) titled(q *annotate.Quote) bool {
	return x.lx.Pack.CapitalNouns && x.raw(q.First-1) != ":" && !x.lx.IsIndefinite(x.d.Toks[q.First-1].Form) && x.d.Toks[q.First+1].Upper && !x.verbIn(q.First, q.Last)
}

// reported reports whether a quotation stands in the content of a speech.
func (x *extractor) reported(q, from int) bool {
	for i := from; i < len(x.out.Speeches); i++ {
		if sp := &x.out.Speeches[i]; sp.First <= x.d.Quotes[q].First && x.d.Quotes[q].First < sp.Last {
			return true
		}
	}
	return false
}

// quoting returns the subject of the finite verb that stands before a quotation
// and where the stretch starts that the quotation completes.
func (x *extractor) quoting(quote int) ([]Ref, int) {
	for i := len(x.st.Verbs) - 1; i >= 0; i-- {
		v := &x.st.Verbs[i]
		if v.Last > quote || !v.Finite {
			continue
		}
		if x.d.InQuote(v.Main) >= 0 {
			return nil, 0
		}
		for t := v.Last; t < quote; t++ {
			if x.relative(t) || x.raw(t) == ";" {
				return nil, 0
			}
		}
		if v.Passive {
			return nil, 0
		}
		refs := x.subject(v)
		for _, r := range refs {
			if k := x.d.Sentences[r.Sentence].Actors[r.Actor].Kind; v.Reported && k != annotate.Person || k == annotate.Organisation || k == annotate.State && x.raw(quote-1) != ":" {
				return nil, 0
			}
		}
		if x.raw(quote-1) == ":" {
			return refs, quote
		}
		return refs, v.First
	}
	return nil, 0
}
