package syntax

import (
	"fmt"
	"strings"
)

// Options of training. The zero value of a field stands for its default.
type Options struct {
	Rounds   int    // over the sentences; 10
	Ensemble int    // how many learners are added up; 3
	Seed     uint64 // of every order and draw; 1
	Size     int    // of the model file in bytes, at most; 3,000,000
	// Progress is told what is being learned; nil for nothing.
	Progress func(step string)
}

func (o Options) orDefault() Options {
	if o.Rounds == 0 {
		o.Rounds = 10
	}
	if o.Ensemble == 0 {
		o.Ensemble = 3
	}
	if o.Seed == 0 {
		o.Seed = 1
	}
	if o.Size == 0 {
		o.Size = 3_000_000
	}
	if o.Progress == nil {
		o.Progress = func(string) {}
	}
	return o
}

// How much of the file, in percent, the weights of each step may take. The
// rest is for their buckets, the lemmas and the lexicon.
const (
	taggerShare = 30
	parserShare = 30
	labelShare  = 10
)

// Train learns a model from treebank sentences, which it first brings to their
// surface (see Sentence.Surface). The same sentences and options give the same
// model.
func Train(sentences []Sentence, o Options) (*Model, error) {
	o = o.orDefault()
	surface := make([]Sentence, len(sentences))
	for i, s := range sentences {
		surface[i] = s.Surface()
	}
	tags := collectTags(surface)
	if len(tags) == 0 {
		return nil, fmt.Errorf("syntax: training: no sentences")
	}
	m := &Model{letters: lettersOf(surface)}
	m.tagger.setTags(tags)
	if m.tagger.columns >= maxColumns {
		return nil, fmt.Errorf("syntax: training: %d columns, more than %d", m.tagger.columns, maxColumns-1)
	}
	ids := numberTags(surface, tags)
	o.Progress("tags")
	m.learnTags(surface, ids, o)
	o.Progress("lemmas")
	m.lemmas = trainLemmas(surface, ids, m.letters)
	o.Progress("arcs")
	cases := m.parseCases(surface, ids, o)
	m.setParser(prune(ensemble(o.Ensemble, o.Seed, func(seed uint64) *learner {
		return trainParser(cases, tags, o.Rounds, seed)
	}), o.Size*parserShare/100))
	o.Progress("relations")
	m.labels = prune(ensemble(o.Ensemble, o.Seed, func(seed uint64) *learner {
		return trainLabels(cases, tags, o.Rounds, seed)
	}), o.Size*labelShare/100)
	return m, nil
}

// learnTags trains the tagger of m.
func (m *Model) learnTags(sentences []Sentence, ids map[jointTag]int16, o Options) {
	m.tagger.lexicon = newLexicon(m.prepare(sentences, ids), m.letters)
	all := append(sentences[:len(sentences):len(sentences)], respell(sentences, o.Seed)...)
	prepared := m.prepare(all, ids)
	m.tagger.weights = prune(ensemble(o.Ensemble, o.Seed, func(seed uint64) *learner {
		return m.tagger.train(prepared, o.Rounds, seed)
	}), o.Size*taggerShare/100)
}

// prepare reads the words of sentences once for all rounds.
func (m *Model) prepare(sentences []Sentence, ids map[jointTag]int16) []tagged {
	out := make([]tagged, len(sentences))
	var runes []rune
	for n, s := range sentences {
		t := &out[n]
		for _, w := range s.Words {
			t.words = append(t.words, w.Form)
			t.tags = append(t.tags, ids[jointTag{w.Tag, w.Feats}])
		}
		t.keys = make([]wordKeys, len(s.Words))
		how := spellingOf(t.words)
		for i, w := range t.words {
			runes = m.letters.readWord(w, how, runes, &t.keys[i])
			m.tagger.lexicon.look(&t.keys[i])
		}
	}
	return out
}

// lettersOf finds out whether the language writes a comma below ș and ț.
func lettersOf(sentences []Sentence) letters {
	comma, cedilla := 0, 0
	for _, s := range sentences {
		for _, w := range s.Words {
			if strings.ContainsAny(w.Form, "șț") {
				comma++
			}
			if strings.ContainsAny(w.Form, "şţ") {
				cedilla++
			}
		}
	}
	if comma > 0 && comma > 10*cedilla {
		return commaBelow
	}
	return 0
}
