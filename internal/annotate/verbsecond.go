package annotate

import "github.com/parley-news/parley/internal/syntax"

// mainClause moves the finite verb of a main clause behind its subject where that stands
// behind it, and the rest of the verb to the finite one.
func (a *arranger) mainClause(n int) {
	p := &a.pieces[n]
	verb := p.verb
	last := a.listEnd(n)
	a.separable(verb, last)
	rest, end := a.rest(n)
	front := a.front(n)
	behind := -1
	if !a.subjectIn(front, verb, n) {
		behind = a.subjectBehind(verb, end)
	}
	if a.frontedPredicate(front, verb, end) {
		return
	}
	particle := a.particleOf(verb, last)
	a.completes(verb, rest)
	if len(rest) > 0 && a.tagOf(verb) == syntax.Verb && a.words[rest[0]].Feats.Has(syntax.Participle) { // far from its participle, "haben" looks like a verb of its own
		a.words[verb].Tag = syntax.Aux
	}
	a.stative(verb, rest)
	var neg []int
	for i := verb + 1; i < p.last; i++ {
		if a.negates(i) && !a.limited(i) && (i > behind) {
			neg = append(neg, i)
			break
		}
	}
	if behind < 0 { // the verb stands where it is read
		if len(rest) > 0 || a.tagOf(verb) == syntax.Aux {
			a.put(verb, neg...)
		} else {
			a.put(verb-1, neg...)
		}
		a.put(verb-1, particle)
		a.put(verb, rest...)
		return
	}
	if len(rest) == 0 && a.tagOf(verb) != syntax.Aux {
		a.put(behind, neg...)
	}
	if verb > front {
		a.fronted[verb-1] = a.tellsContact(front, verb) || a.tagOf(front) == syntax.Adp && a.endsInName(verb)
	}
	a.put(behind, particle)
	a.put(behind, verb)
	if len(rest) > 0 || a.tagOf(verb) == syntax.Aux {
		a.put(behind, neg...)
	}
	a.put(behind, rest...)
	a.run(behind, verb+1, a.subjectStart(verb+1, behind+1, p.last))
}

// rest returns the verbs that complete the finite one of a main clause, the last first, and
// where the clause may end. They may stand behind clauses set in between.
func (a *arranger) rest(n int) (tokens []int, end int) {
	p := &a.pieces[n]
	if out := a.firstCluster(p.verb+1, p.last); len(out) > 0 {
		return out, p.last
	}
	if a.tagOf(p.verb) != syntax.Aux {
		return nil, p.last
	}
	if at := a.predicate(p.verb+1, p.last); at >= 0 {
		return []int{at}, p.last
	}
	for m := n + 1; m < len(a.pieces) && m <= n+4; m++ {
		q := &a.pieces[m]
		if q.hard || q.kind == mainPiece {
			break
		}
		if q.kind == subPiece {
			continue
		}
		if q.kind == infPiece && m == n+1 && a.infinitiveMark(a.infinitiveAt(q.last)) {
			break // "ist bereit, nach Kiew zu reisen"
		}
		if out := a.firstCluster(q.first, q.last); len(out) > 0 && q.last-1 == a.highest(out) {
			q.kind = namePiece
			return out, p.last
		}
	}
	return nil, p.last
}

// predicate returns the adjective that ends a stretch and is said of the subject, -1 for none:
// "ist zu einem Treffen bereit".
func (a *arranger) predicate(from, to int) int {
	if at := to - 1; at > from && a.tagOf(at) == syntax.Adj && !a.d.Toks[a.first+at].Upper && a.tagOf(at-1) != syntax.Det && a.tagOf(at-1) != syntax.Adp && a.tagOf(at-1) != syntax.CConj {
		return at
	}
	return -1
}

// completes tells what the last of the verbs that complete a finite one is: the tagger takes
// participles far behind their auxiliary for finite verbs of the same form.
func (a *arranger) completes(verb int, rest []int) {
	if len(rest) == 0 {
		return
	}
	w := &a.words[rest[len(rest)-1]]
	if w.Feats.Has(syntax.Infinitive) && len(rest) == 1 && (a.lx.active.Has(a.form(verb)) || a.lx.being.Has(a.form(verb))) { // no infinitive stands alone with "have"
		w.Feats = syntax.Participle
	}
	if w.Tag != syntax.Adj && !w.Feats.Any(syntax.Infinitive|syntax.Participle) {
		w.Tag, w.Feats = syntax.Verb, w.Feats&^(syntax.Tenses|syntax.Moods|syntax.VerbForms|syntax.Persons|syntax.Numbers)|syntax.Participle
	}
}

// stative makes a passive of a participle with which "to be" tells a state: "ist geplant", and
// one of the auxiliary of "ist empfangen worden".
func (a *arranger) stative(verb int, rest []int) {
	if len(rest) == 0 || !a.lx.being.Has(a.form(verb)) {
		return
	}
	if last := &a.words[rest[len(rest)-1]]; len(rest) == 1 {
		switch {
		case last.Tag != syntax.Verb || !last.Feats.Has(syntax.Participle):
		case a.lx.bePast.Has(a.form(rest[0])):
			last.Feats &^= syntax.Passive
		default:
			last.Feats |= syntax.Passive
		}
		return
	}
	if w := &a.words[rest[0]]; a.lx.passive.Has(a.form(rest[0])) {
		w.Tag, w.Feats = syntax.Aux, syntax.Participle
	}
}

func (a *arranger) highest(tokens []int) int {
	top := -1
	for _, t := range tokens {
		top = max(top, t)
	}
	return top
}

// firstCluster returns the first run of verbs that are not finite in a stretch, the last first.
func (a *arranger) firstCluster(from, to int) []int {
	a.unfinished(from, to)
	for i := from; i < to; i++ {
		if !a.verb(i) || a.finite(i) {
			continue
		}
		start := i
		if i > from && a.infinitiveMark(i-1) {
			start = i - 1
		}
		end := i + 1
		for end < to && (a.verb(end) && !a.finite(end) || a.infinitiveMark(end)) {
			end++
		}
		return a.cluster(start, end, -1)
	}
	return nil
}

// unfinished makes participles of verbs that the tagger takes for finite at the end of a piece
// that has a finite auxiliary: "hat ... besucht".
func (a *arranger) unfinished(from, to int) {
	if from == 0 || a.tagOf(from-1) != syntax.Aux || !a.finite(from-1) {
		return
	}
	for i := to - 1; i >= from && a.verb(i); i-- {
		if a.finite(i) {
			a.complement(from-1, i)
		}
	}
}

// complement makes of a verb that the tagger takes for finite what it is behind an auxiliary: a
// participle, or the infinitive that looks like a plural ("wird treffen", "hätte reisen sollen").
func (a *arranger) complement(aux, at int) {
	w := &a.words[at]
	have := a.lx.active.Has(a.form(aux)) || a.lx.being.Has(a.form(aux))
	if w.Tag == syntax.Aux || w.Feats.Has(syntax.Plural) && !have {
		w.Feats = syntax.Infinitive
	} else {
		w.Feats = syntax.Participle
	}
}

// separable gives a verb the particle that stands at the end of its clause, as the dictionary
// writes it: "rief ... an" is "anrief".
func (a *arranger) separable(verb, end int) {
	at := a.particleOf(verb, end)
	if at < 0 {
		return
	}
	a.d.Toks[a.first+verb].Form = a.form(at) + a.form(verb)
	a.d.Toks[a.first+at].Form = "-" + a.form(at) // no preposition any more
	a.words[at] = Word{Tag: syntax.Adv}
	a.words[verb].Tag = syntax.Verb
}

// particleOf returns the particle that belongs to a verb, -1 for none. One that has been
// joined to it is known by its form.
func (a *arranger) particleOf(verb, end int) int {
	for i := verb + 1; i < end; i++ {
		form := a.form(i)
		if len(form) > 1 && form[0] == '-' && a.lx.particles.Has(form[1:]) {
			return i
		}
		if !a.lx.particles.Has(form) || a.moved[i] {
			continue
		}
		final := i+1 == end || a.tagOf(i+1) == syntax.CConj || a.tagOf(i+1) == syntax.Adp || a.infinitiveMark(i+1) || a.raw(i+1) == "." || a.raw(i+1) == "("
		if final && a.lx.vocabulary.Knows(form+a.form(verb)) {
			return i
		}
	}
	return -1
}

// listEnd returns where the clause of a piece ends whose list of names commas part: "traf mit A, B
// und C zusammen".
func (a *arranger) listEnd(n int) int {
	const most = 4
	end := a.pieces[n].last
	for m := n + 1; m < len(a.pieces) && m <= n+most && a.pieces[m].kind == namePiece && !a.pieces[m].hard; m++ {
		end = a.pieces[m].last
	}
	return end
}

// startsPhrase reports whether a word may start a noun phrase.
func (a *arranger) startsPhrase(i int) bool {
	t := &a.d.Toks[a.first+i]
	if !t.Word && !t.Number {
		return false
	}
	switch a.tagOf(i) {
	case syntax.Det, syntax.Noun, syntax.ProperNoun, syntax.Pron, syntax.Adj, syntax.Num:
		return true
	}
	return t.Upper && a.lx.nameWords.Has(t.Form)
}

// subjectBehind returns the last word of the subject that stands behind a finite verb, -1 for
// none.
func (a *arranger) subjectBehind(verb, end int) int {
	if at := a.subjectEnd(verb+1, end, false, -1); at > verb+1 {
		return at - 1
	}
	return -1
}

// subjectEnd returns the token behind the subject of a clause whose first word is given: behind
// the first noun phrase that no preposition governs and that is in no other case. Without one it
// is the start.
func (a *arranger) subjectEnd(start, end int, relative bool, pronoun int) int {
	if relative && !a.lx.unsubject.Has(a.form(pronoun)) && a.tagOf(pronoun-1) != syntax.Adp && !a.lx.owners.Has(a.form(pronoun)) && !a.lx.where.Has(a.form(pronoun)) && !a.objectPronoun(start, end, pronoun) {
		return start
	}
	_, at := a.subject(start, end)
	return at
}

// subjectStart returns where the subject starts that ends at a token, of a clause whose first
// word is given.
func (a *arranger) subjectStart(start, at, end int) int {
	if first, last := a.subject(start, end); last == at {
		return first
	}
	return start
}

// subject returns the first noun phrase of a stretch that no preposition governs and that is in
// no case in which no subject stands; an empty stretch for none.
func (a *arranger) subject(start, end int) (first, last int) {
	for i := start; i < end; {
		switch {
		case a.dateEnd[i] > i:
			i = a.dateEnd[i]
		case a.verb(i) && !a.lx.nameWords.Has(a.form(i)):
			return start, start
		case a.tagOf(i) == syntax.Adp:
			i = max(i+1, a.governedEnd(i+1, end))
		case !a.startsPhrase(i):
			if !a.d.Toks[a.first+i].Word && a.raw(i) == "," {
				return start, start
			}
			i++
		case a.lx.unsubject.Has(a.form(i)):
			i = max(i+1, a.phraseEnd(i, end))
		default:
			return i, max(i+1, a.phraseEnd(i, end))
		}
	}
	return start, start
}

func (a *arranger) governedEnd(i, end int) int {
	if i < end && a.dateEnd[i] > i {
		return a.dateEnd[i]
	}
	return a.phraseEnd(i, end)
}

// objectPronoun reports whether a relative pronoun that may be subject and object is the object:
// a phrase that can only be the subject stands right behind it.
func (a *arranger) objectPronoun(start, end, pronoun int) bool {
	if start >= end || a.lx.subjectArticles.Has(a.form(pronoun)) {
		return false
	}
	switch a.tagOf(start) {
	case syntax.Pron:
		return !a.lx.unsubject.Has(a.form(start))
	case syntax.ProperNoun:
		return !a.words[start].Feats.Has(syntax.Genitive)
	case syntax.Det:
		return a.lx.subjectArticles.Has(a.form(start))
	}
	return false
}
