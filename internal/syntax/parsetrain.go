package syntax

import (
	"math/rand/v2"
	"runtime"
	"sync"
)

// parseCase is a sentence for the training of parser and labels: words with
// the tags a tagger gives them that did not learn from this sentence, so that
// the parser gets used to its mistakes.
type parseCase struct {
	words []Tagged
	gold  []int32 // heads; the root's is the number of words
	rels  []Rel
}

// jackknife is how many taggers share the tagging of the training sentences.
const jackknife = 5

// parseCases tags the sentences by taggers trained on the others.
func (m *Model) parseCases(sentences []Sentence, ids map[jointTag]int16, o Options) []parseCase {
	cases := make([]parseCase, len(sentences))
	limit := make(chan struct{}, max(1, runtime.GOMAXPROCS(0)))
	var all sync.WaitGroup
	for fold := range jackknife {
		all.Go(func() {
			limit <- struct{}{}
			defer func() { <-limit }()
			m.tagFold(sentences, ids, o, fold, cases)
		})
	}
	all.Wait()
	return cases
}

// tagFold fills the cases of one fold.
func (m *Model) tagFold(sentences []Sentence, ids map[jointTag]int16, o Options, fold int, cases []parseCase) {
	train, _ := HoldOut(sentences, jackknife, fold)
	other := Model{letters: m.letters}
	other.tagger.setTags(m.tagger.tags)
	o.Rounds, o.Ensemble = (o.Rounds+1)/2, 1
	other.learnTags(train, ids, o)
	var a Analysis
	for i := fold; i < len(sentences); i += jackknife {
		words := sentences[i].Words
		forms := make([]string, len(words))
		for k, w := range words {
			forms[k] = w.Form
		}
		other.Analyse(forms, &a)
		c := parseCase{words: a.AppendTagged(nil)}
		for _, w := range words {
			head := int32(w.Head)
			if head < 0 {
				head = int32(len(words))
			}
			c.gold, c.rels = append(c.gold, head), append(c.rels, w.Rel)
		}
		cases[i] = c
	}
}

// followFrom and followShare: from this round on, the parser goes this share
// of its own ways while learning, wrong ones too, and learns to make the best
// of them.
const (
	followFrom  = 1
	followShare = 0.9
)

func trainParser(cases []parseCase, tags []jointTag, rounds int, seed uint64) *learner {
	l := newLearner()
	rng := rand.New(rand.NewPCG(seed, 2))
	var s parseScratch
	for round := range rounds {
		for _, n := range rng.Perm(len(cases)) {
			c := cases[n]
			s.state.start(c.words, tags)
			for !s.state.done() {
				learnMove(l, &s, c.gold, round >= followFrom, rng)
			}
		}
	}
	return l
}

func learnMove(l *learner, s *parseScratch, gold []int32, follow bool, rng *rand.Rand) {
	p := &s.state
	s.features = dropSome(p.appendFeatures(s.features[:0]), parseDrop, rng)
	var scores [moveCount]int32
	var costs [moveCount]int
	l.score(s.features, scores[:])
	l.now++
	p.costs(gold, &costs)
	guess, best := p.bestMove(&scores), p.cheapest(&costs, &scores)
	if costs[guess] > costs[best] {
		l.update(s.features, uint8(best), 1)
		l.update(s.features, uint8(guess), -1)
		if !follow || rng.Float64() > followShare {
			guess = best
		}
	}
	p.do(guess)
}

// trainLabels learns relations on the gold trees.
func trainLabels(cases []parseCase, tags []jointTag, rounds int, seed uint64) *learner {
	l := newLearner()
	rng := rand.New(rand.NewPCG(seed, 3))
	var s parseScratch
	for range rounds {
		for _, n := range rng.Perm(len(cases)) {
			learnLabels(l, &s, cases[n], tags, rng)
		}
	}
	return l
}

func learnLabels(l *learner, s *parseScratch, c parseCase, tags []jointTag, rng *rand.Rand) {
	p := &s.state
	p.start(c.words, tags)
	p.hang(c.gold)
	s.given = resize(s.given, len(c.gold)+1)
	clear(s.given)
	for i, h := range c.gold {
		if h == p.root() {
			continue
		}
		s.features = dropSome(p.labelFeatures(s.features[:0], int32(i), s.given), parseDrop, rng)
		var scores [relCount]int32
		l.score(s.features, scores[:])
		l.now++
		guess := bestRel(scores[:])
		if guess != c.rels[i] {
			l.update(s.features, uint8(c.rels[i]), 1)
			l.update(s.features, uint8(guess), -1)
		}
		s.given[h] |= 1 << guess
	}
}

// hang builds the tree of the given heads, children in the order in which the
// parser would find them: the outermost last.
func (p *parseState) hang(heads []int32) {
	copy(p.heads, heads)
	for i, h := range heads {
		if k := &p.kids[h]; int32(i) > h {
			k.right2, k.right = k.right, int32(i)
			k.rights++
		}
	}
	for i := len(heads) - 1; i >= 0; i-- {
		if k := &p.kids[heads[i]]; int32(i) < heads[i] {
			k.left2, k.left = k.left, int32(i)
			k.lefts++
		}
	}
}
