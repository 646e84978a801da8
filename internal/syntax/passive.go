package syntax

import "strings"

// passives marks passive participles alike in all treebanks. Some mark the
// voice on the verb, some leave it to the auxiliary; trained on both, a model
// would learn neither.
type passives struct {
	marked   bool    // a verb of this treebank has its voice marked
	carriers []int   // heads of passive auxiliaries in the sentence being read
	clauses  []int   // participles in the sentence that modify a noun
	later    []place // those of all sentences
}

// place is a word of a treebank.
type place struct{ sentence, word int }

// see takes note of word i, given by its row.
func (p *passives) see(i int, w Word, rel string) {
	switch {
	case w.Feats.Has(Passive) && w.Tag == Verb:
		p.marked = true
	case rel == "acl" && w.Tag == Verb && w.Feats.Has(Participle) && !w.Feats.Any(Present):
		p.clauses = append(p.clauses, i)
	}
	if strings.HasPrefix(rel, "aux:pass") && w.Head >= 0 {
		p.carriers = append(p.carriers, w.Head)
	}
}

// close marks the participles of sentence number n that have a passive
// auxiliary.
func (p *passives) close(n int, words []Word) {
	for _, i := range p.carriers {
		if words[i].Tag == Verb && words[i].Feats.Has(Participle) {
			words[i].Feats |= Passive
		}
	}
	for _, i := range p.clauses {
		if !hasAuxiliary(words, i) {
			p.later = append(p.later, place{n, i})
		}
	}
	p.carriers, p.clauses = p.carriers[:0], p.clauses[:0]
}

func hasAuxiliary(words []Word, i int) bool {
	for _, w := range words {
		if w.Head == i && w.Rel == AuxRel {
			return true
		}
	}
	return false
}

// end marks, in a treebank that never does so itself, the participles that
// modify a noun: "the letter signed by both".
func (p *passives) end(sentences []Sentence) {
	if p.marked {
		return
	}
	for _, at := range p.later {
		sentences[at.sentence].Words[at.word].Feats |= Passive
	}
}
