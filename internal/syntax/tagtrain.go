package syntax

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// tagged is a sentence for the training of the tagger: the plain words and the
// numbers of their joint tags.
type tagged struct {
	words []string
	tags  []int16
	keys  []wordKeys
}

// collectTags lists the joint tags of sentences, the most frequent first, as
// many as a model has room for.
func collectTags(sentences []Sentence) []jointTag {
	counts := map[jointTag]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			counts[jointTag{w.Tag, w.Feats}]++
		}
	}
	var tags []jointTag
	for t := range counts {
		tags = append(tags, t)
	}
	slices.SortFunc(tags, func(a, b jointTag) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a.tag, b.tag), cmp.Compare(a.feats, b.feats))
	})
	return tags[:min(len(tags), maxJointTags)]
}

// Columns are numbered in a byte; maxJointTags leaves room for the others.
const (
	maxColumns   = 256
	maxJointTags = 170
)

// numberTags maps every joint tag of the sentences to one that was kept: itself
// or, for a rare one, that of the same part of speech which shares most.
func numberTags(sentences []Sentence, kept []jointTag) map[jointTag]int16 {
	ids := map[jointTag]int16{}
	for i, t := range kept {
		ids[t] = int16(i)
	}
	for _, s := range sentences {
		for _, w := range s.Words {
			t := jointTag{w.Tag, w.Feats}
			if _, ok := ids[t]; !ok {
				ids[t] = nearestTag(t, kept)
			}
		}
	}
	return ids
}

// train learns weights over rounds, each in an order of its own drawn
// from seed.
func (t *tagger) train(sentences []tagged, rounds int, seed uint64) *learner {
	l := newLearner()
	rng := rand.New(rand.NewPCG(seed, 0))
	order := make([]int, len(sentences))
	for i := range order {
		order[i] = i
	}
	var scratch tagScratch
	for range rounds {
		rng.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, n := range order {
			t.learnSentence(l, sentences[n], &scratch, rng)
		}
	}
	return l
}

func (t *tagger) learnSentence(l *learner, s tagged, scratch *tagScratch, rng *rand.Rand) {
	h := atStart
	for i := range s.keys {
		if s.keys[i].fixed >= 0 {
			h.push(t, s.keys[i].fixed, &s.keys[i])
			continue
		}
		scratch.features = t.appendFeatures(scratch.features[:0], s.keys, i, h)
		scratch.features = dropSome(scratch.features, tagDrop, rng)
		clear(scratch.scores[:t.columns])
		l.score(scratch.features, scratch.scores[:])
		l.now++
		gold := s.tags[i]
		guess := t.best(scratch)
		if guess != gold {
			t.correct(l, scratch.features, gold, guess)
		}
		h.push(t, guess, &s.keys[i])
	}
}

// correct moves the weights of the parts in which gold and guess differ.
func (t *tagger) correct(l *learner, features []uint64, gold, guess int16) {
	for _, c := range t.parts[gold] {
		if !slices.Contains(t.parts[guess], c) {
			l.update(features, c, 1)
		}
	}
	for _, c := range t.parts[guess] {
		if !slices.Contains(t.parts[gold], c) {
			l.update(features, c, -1)
		}
	}
}

func nearestTag(t jointTag, kept []jointTag) int16 {
	best, score := int16(0), -1<<30
	for i, k := range kept {
		s := -differing(k.feats ^ t.feats)
		if k.tag != t.tag {
			s -= 100
		}
		if s > score {
			best, score = int16(i), s
		}
	}
	return best
}

// These shares of the features of an example are left out at random while
// learning. It keeps a word's own form from carrying everything; on treebanks
// of this size it is worth a percent of accuracy to the tagger, less to the
// parser.
const (
	tagDrop   = 0.35
	parseDrop = 0.2
)

func dropSome(features []uint64, share float64, rng *rand.Rand) []uint64 {
	kept := features[:0]
	for _, f := range features {
		if rng.Float64() >= share {
			kept = append(kept, f)
		}
	}
	return kept
}
