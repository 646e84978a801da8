package syntax

// An Analysis holds what a model says of the words of one sentence. Tag and Feats
// have one element per word after Model.Analyse; they are valid until the next
// call with the same Analysis. The zero value is
// ready for use, and using it again saves allocations. It is not safe for
// concurrent use; each goroutine wants its own.
type Analysis struct {
	Tag   []Tag
	Feats []Feats

	model   *Model
	words   []string
	how     spelling
	keys    []wordKeys
	joint   []int16
	lemmas  []string
	plain   []byte
	runes   []rune
	tagging tagScratch
}

// Analyse tags the words of one sentence and fills out.Tag and out.Feats.
// Words are tokens as a tokenizer finds them: elided forms ("l'", "s-", "n't")
// and punctuation marks stand alone. Curly quotation marks, dashes and, for
// Romanian, cedillas need no preparation. The words are kept for Lemma: they
// must not change before it was called.
func (m *Model) Analyse(words []string, out *Analysis) {
	n := len(words)
	out.model, out.words, out.how = m, words, spellingOf(words)
	out.keys = resize(out.keys, n)
	out.joint = resize(out.joint, n)
	out.Tag, out.Feats = resize(out.Tag, n), resize(out.Feats, n)
	out.lemmas = resize(out.lemmas, n)
	clear(out.lemmas)

	m.tagger.meet(m.letters, words, out.how, out.keys, &out.tagging)
	m.tagger.run(out.keys, &out.tagging, out.joint)
	for i, j := range out.joint {
		out.Tag[i], out.Feats[i] = m.tagger.tags[j].tag, m.tagger.tags[j].feats
	}
}

// Tagged is what the parser takes from a word that was analysed.
type Tagged struct {
	form  uint64
	joint int16
}

// AppendTagged appends the words analysed, as Model.Parse takes them.
func (a *Analysis) AppendTagged(out []Tagged) []Tagged {
	for i, joint := range a.joint {
		out = append(out, Tagged{a.keys[i].form, joint})
	}
	return out
}

// resize returns a slice of n elements, s itself if it has room.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2+8)
	}
	return s[:n]
}

// Len returns the number of words analysed.
func (a *Analysis) Len() int { return len(a.Tag) }

// Lemma returns the dictionary form of word i, as far as the model knows:
// "rencontré" as a verb is "rencontrer". Lemmas are in lower case, those of
// proper nouns excepted. It is worked out at the first call.
func (a *Analysis) Lemma(i int) string {
	if a.lemmas[i] == "" {
		a.plain = a.model.letters.appendPlain(a.plain[:0], a.words[i])
		a.lemmas[i], a.runes = a.model.lemmas.lemma(a.plain, a.joint[i], a.Tag[i], a.how, a.runes)
	}
	return a.lemmas[i]
}
