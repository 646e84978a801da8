package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/syntax"
)

type pieceKind uint8

const (
	// namePiece has no verb: a part of a clause, an apposition.
	namePiece pieceKind = iota
	mainPiece
	subPiece
	infPiece
)

// piece is a stretch of a sentence between marks of punctuation, or between a conjunction
// and one, with one finite verb at most.
type piece struct {
	first, last int // in the sentence
	kind        pieceKind
	// opener is the word that opens a subordinate clause, -1 for none, relative whether
	// it is a relative pronoun.
	opener   int
	relative bool
	// verb is the finite verb, -1 for none.
	verb int
	// hard: what stands before the piece is no part of its clause.
	hard bool
}

// split parts the sentence into pieces.
func (a *arranger) split() {
	a.pieces = a.pieces[:0]
	a.scareQuotes()
	from, hard := 0, true
	for i := 0; i <= len(a.words); i++ {
		if i < len(a.words) && (a.d.Toks[a.first+i].Word || a.d.Toks[a.first+i].Number) {
			continue
		}
		if i < len(a.words) && (a.insideName(i) || a.quoted[i]) {
			continue
		}
		if i > from {
			a.coordinated(from, i, hard)
			hard = false
		}
		if i < len(a.words) {
			hard = hard || a.raw(i) != "," && a.raw(i) != "(" && a.raw(i) != ")"
		}
		from = i + 1
	}
}

// scareQuotes marks the words between quotation marks that are only a part of the clause
// around them: they have no verb of their own.
func (a *arranger) scareQuotes() {
	const longest = 12
	for i := range a.words {
		ends := a.lx.openers[a.raw(i)]
		if a.raw(i) == "(" {
			ends = []string{")"}
		}
		if len(ends) == 0 || a.quoted[i] {
			continue
		}
		for j := i + 1; j < len(a.words) && j < i+longest && !a.finite(j) && a.raw(j) != "." && a.raw(j) != ","; j++ {
			if slices.Contains(ends, a.raw(j)) {
				for k := i; k <= j; k++ {
					a.quoted[k] = true
				}
				break
			}
		}
	}
}

// insideName reports whether a stop or a stroke is part of a name or a number: "Dr. Merz".
func (a *arranger) insideName(i int) bool {
	if a.dropped[i] {
		return true
	}
	switch a.raw(i) {
	case ".", "/", "&", "'", "’", "%":
		return i+1 < len(a.words)
	}
	return false
}

func (a *arranger) commaIn(from, to int) bool {
	for i := from; i < to; i++ {
		if a.raw(i) == "," {
			return true
		}
	}
	return false
}

// coordinated adds a stretch, in two or more pieces where a conjunction joins verbs of their own.
func (a *arranger) coordinated(from, to int, hard bool) {
	a.lastParticiple(from, to)
	verb := -1
	for i := from; i < to; i++ {
		if a.finite(i) {
			verb = i
		}
		if verb < 0 || i == from || a.tagOf(i) != syntax.CConj || !a.hasFinite(i+1, to) {
			continue
		}
		a.pieces = append(a.pieces, piece{first: from, last: i, opener: -1, verb: -1, hard: hard})
		from, verb, hard = i, -1, true
	}
	a.pieces = append(a.pieces, piece{first: from, last: to, opener: -1, verb: -1, hard: hard})
}

// lastParticiple makes a participle of the verb that ends a stretch behind a finite auxiliary where
// the tagger takes it for a finite one of the same form: "haben A und B telefoniert".
func (a *arranger) lastParticiple(from, to int) {
	last := to - 1
	if last <= from || a.tagOf(last) != syntax.Verb || !a.finite(last) || a.tagOf(last-1) == syntax.CConj {
		return
	}
	for i := from; i < last-1; i++ {
		if a.tagOf(i) == syntax.Aux && a.finite(i) && a.tagOf(i+1) != syntax.CConj {
			a.complement(i, last)
			return
		}
	}
}

func (a *arranger) hasFinite(from, to int) bool {
	for i := from; i < to; i++ {
		if a.finite(i) {
			return true
		}
	}
	return false
}

// classify tells what a piece is.
func (a *arranger) classify(n int) {
	p := &a.pieces[n]
	lead := p.first
	for lead < p.last && (a.tagOf(lead) == syntax.CConj || a.tagOf(lead) == syntax.Adv && lead+1 < p.last && a.opens(lead+1)) {
		lead++
	}
	last := -1
	for i := p.first; i < p.last; i++ {
		if a.finite(i) {
			if p.verb < 0 {
				p.verb = i
			}
			last = i
		}
	}
	switch rel := a.relativeAt(n, lead); {
	case lead < p.last && a.opens(lead) && (last < 0 || a.closing(last, p.last) || last > lead+1):
		p.kind, p.opener, p.verb = subPiece, lead, last
	case rel >= 0:
		p.kind, p.opener, p.verb, p.relative = subPiece, rel, last, true
	case p.verb >= 0 && n > 0 && a.tagOf(p.first) == syntax.CConj && a.pieces[n-1].kind == subPiece && a.closing(p.verb, p.last) && p.verb > lead+1:
		p.kind, p.opener = subPiece, p.first
	case p.verb >= 0:
		p.kind = mainPiece
	case a.infinitiveAt(p.last) >= p.first:
		p.kind = infPiece
	}
	if p.kind != subPiece {
		a.demonstrative(p.first, p.last)
	}
}

// promote makes a finite verb of the infinitive of a sentence that has no other: the two look
// the same in the plural.
func (a *arranger) promote() {
	for i := range a.pieces {
		if a.pieces[i].kind == mainPiece {
			return
		}
	}
	for n := range a.pieces {
		p := &a.pieces[n]
		if p.kind == subPiece {
			continue
		}
		for i := p.first; i < p.last; i++ {
			if a.verb(i) && a.words[i].Feats.Has(syntax.Infinitive) && !a.infinitiveMark(i-1) && (i > p.first || n > 0) {
				a.words[i].Feats = syntax.Finite | syntax.Indicative | syntax.Present | syntax.Plural | syntax.Third
				p.kind, p.verb = mainPiece, i
				return
			}
		}
	}
}

// opens reports whether a word opens a subordinate clause.
func (a *arranger) opens(i int) bool {
	form := a.form(i)
	return a.tagOf(i) != syntax.Adp && a.tagOf(i) != syntax.CConj && (a.lx.that.Has(form) || a.tagOf(i) == syntax.SConj && a.lx.subordinate.Has(form))
}

// closing reports whether nothing but verbs stands between a verb and the end of a piece.
func (a *arranger) closing(verb, last int) bool {
	for i := verb + 1; i < last; i++ {
		if !a.verb(i) && !a.infinitiveMark(i) {
			return false
		}
	}
	return true
}

// relativeAt returns the relative pronoun that opens a piece behind a comma, perhaps behind a
// preposition, -1 for none: the finite verb stands at the end.
func (a *arranger) relativeAt(n, lead int) int {
	p := &a.pieces[n]
	if p.first == 0 || a.raw(p.first-1) != "," || p.first != lead {
		return -1
	}
	at := p.first
	if a.tagOf(at) == syntax.Adp && at+1 < p.last {
		at++
	}
	if !a.lx.relative.Has(a.form(at)) || at+1 >= p.last {
		return -1
	}
	pronoun := a.tagOf(at) == syntax.Pron || a.tagOf(at) == syntax.Adv || a.tagOf(at) == syntax.SConj
	last := -1
	for i := at + 1; i < p.last; i++ {
		if a.finite(i) {
			last = i
		}
	}
	switch {
	case last == at+1 && !a.closing(last, p.last): // ", das kündigte er an"
		return -1
	case last < 0:
		return -1
	case !pronoun && !a.closing(last, p.last):
		return -1
	}
	a.words[at].Tag = syntax.Pron
	return at
}

// demonstrative makes no relative pronouns of those of a piece that opens no relative clause.
func (a *arranger) demonstrative(from, to int) {
	for i := from; i < to; i++ {
		if a.words[i].Tag == syntax.Pron && a.lx.relative.Has(a.form(i)) && a.lx.articles.Has(a.form(i)) {
			a.words[i].Tag = syntax.Det
		}
	}
}

// infinitiveAt returns where the infinitive starts that ends a piece, with its mark; -1 for none.
func (a *arranger) infinitiveAt(last int) int {
	i := last - 1
	for i >= 0 && a.verb(i) && !a.finite(i) {
		if i > 0 && a.infinitiveMark(i-1) {
			return i - 1
		}
		if a.words[i].Feats.Has(syntax.Infinitive) && !a.verb(i-1) {
			return i
		}
		i--
	}
	return -1
}

// infinitive moves an infinitive to the start of its piece.
func (a *arranger) infinitive(n int) {
	p := &a.pieces[n]
	at := a.infinitiveAt(p.last)
	if at <= p.first || p.first == 0 || a.raw(p.first-1) != "," {
		return
	}
	to := p.first - 1
	if form := a.form(p.first); a.lx.subordinate.Has(form) { // "um", "ohne"
		a.words[p.first].Tag = syntax.Adp
		to = p.first
	}
	for i := p.first; i < at; i++ {
		if a.negates(i) {
			a.put(to, i)
		}
	}
	for i := at; i < p.last; i++ {
		a.put(to, i)
	}
}

// cluster returns the verbs at the end of a clause but the finite one, the last first, as they
// stand in other languages: "getroffen worden sei" is "sei worden getroffen".
func (a *arranger) cluster(from, to, finite int) []int {
	var out []int
	for i := to - 1; i >= from; i-- {
		switch {
		case i == finite || !a.verb(i):
		case i > from && a.infinitiveMark(i-1):
			out = append(out, i-1, i)
		default:
			out = append(out, i)
		}
	}
	return out
}

// subClause moves the verb of a subordinate clause behind its subject.
func (a *arranger) subClause(n int) {
	p := &a.pieces[n]
	start, end, verb := p.opener+1, p.last, p.verb
	if verb < 0 {
		m := a.resumed(n)
		if m < 0 {
			return
		}
		a.pieces[m].kind = namePiece
		end, verb = a.pieces[m].last, a.pieces[m].verb
	}
	from, to := verb, verb+1
	for from > start && (a.verb(from-1) && !a.finite(from-1) || a.infinitiveMark(from-1)) {
		from--
	}
	said := -1
	if from == verb && a.tagOf(verb) == syntax.Aux {
		if said = a.predicate(start, verb); said >= 0 {
			from = said
		}
	}
	for to < end && a.verb(to) && !a.finite(to) {
		to++
	}
	at := a.subjectEnd(start, from, p.relative, p.opener)
	var neg []int
	for i := at; i < from; i++ {
		if a.negates(i) && !a.limited(i) {
			neg = append(neg, i)
		}
	}
	a.separable(verb, end)
	a.put(at-1, neg...)
	rest := a.cluster(from, to, verb)
	a.stative(verb, rest)
	a.put(at-1, verb)
	a.put(at-1, rest...)
	a.put(at-1, said)
	if at > start {
		a.run(at-1, start, a.subjectStart(start, at, from))
	}
}

// resumed returns the piece in which a clause goes on that another parts from its verb, -1 for
// none: "dass der Präsident, der krank ist, reist".
func (a *arranger) resumed(n int) int {
	for m := n + 1; m < len(a.pieces) && m <= n+4; m++ {
		p := &a.pieces[m]
		if p.hard {
			return -1
		}
		if p.kind == mainPiece {
			if a.closing(p.verb, p.last) {
				return m
			}
			return -1
		}
	}
	return -1
}

// limited reports whether a negation only limits what stands behind it: "nicht nur".
func (a *arranger) limited(i int) bool { return a.lx.limiting.Has(a.form(i + 1)) }
