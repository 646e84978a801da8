package syntax

// jointTag is what the tagger chooses between: a part of speech with its
// features.
type jointTag struct {
	tag   Tag
	feats Feats
}

// tagger holds all that tagging needs. Each joint tag is scored as the sum of
// its parts: itself, its part of speech, and each of its features, so that a
// rare joint tag is learned from the common ones it shares them with.
type tagger struct {
	tags    []jointTag
	parts   [][]uint8 // columns of each joint tag
	columns int
	lexicon lexicon
	weights table
}

// setTags numbers the columns: parts of speech, then joint tags, then features
// of verbs and of other words apart.
func (t *tagger) setTags(tags []jointTag) {
	t.tags = tags
	t.parts = make([][]uint8, len(tags))
	t.columns = tagCount + len(tags)
	groups := map[jointTag]uint8{}
	for i, j := range tags {
		t.parts[i] = []uint8{uint8(j.tag), uint8(tagCount + i)}
		for _, set := range []Feats{Tenses, Moods, VerbForms, Passive, Numbers, Persons, Cases} {
			group := jointTag{family(j.tag), j.feats & set}
			if group.feats == 0 {
				continue
			}
			if _, ok := groups[group]; !ok {
				groups[group] = uint8(t.columns)
				t.columns++
			}
			t.parts[i] = append(t.parts[i], groups[group])
		}
	}
}

// family puts parts of speech together that inflect alike.
func family(t Tag) Tag {
	switch t {
	case Verb, Aux:
		return Verb
	case Noun, Adj, Det, Num, ProperNoun:
		return Noun
	}
	return t
}

// history is what was decided to the left of a word.
type history struct {
	last, before int16  // joint tags of the two words to the left, -1 before the start
	verb         int16  // of the last verb or auxiliary, -1 if none
	verbForm     uint64 // and its form: "was" and "had" ask for different participles
}

func (h *history) push(t *tagger, tag int16, w *wordKeys) {
	h.before, h.last = h.last, tag
	if k := t.tags[tag].tag; k == Verb || k == Aux {
		h.verb, h.verbForm = tag, w.form
	}
}

var atStart = history{-1, -1, -1, 1}

// outside stands for the words before the first and after the last.
var outside = wordKeys{form: 1, shape: 1, class: 1, fixed: -1}

func at(words []wordKeys, i int) *wordKeys {
	if i < 0 || i >= len(words) {
		return &outside
	}
	return &words[i]
}

// appendFeatures appends the features of word i.
func (t *tagger) appendFeatures(fs []uint64, words []wordKeys, i int, h history) []uint64 {
	w, l1, r1 := &words[i], at(words, i-1), at(words, i+1)
	l2, r2 := at(words, i-2), at(words, i+2)
	t1, t2, tv := uint64(h.last+2), uint64(h.before+2), uint64(h.verb+2)
	u1 := uint64(0)
	if h.last >= 0 {
		u1 = uint64(t.tags[h.last].tag) + 1
	}
	first := uint64(1)
	if i == 0 {
		first = 2
	}
	fs = append(fs,
		mix(1, w.form), mix(2, l1.form), mix(3, r1.form), mix(4, l2.form), mix(5, r2.form),
		mix(mix(6, l1.form), w.form), mix(mix(7, w.form), r1.form),
		mix(mix(8, w.shape), first), mix(9, w.shape), mix(mix(10, w.shape), t1), mix(mix(11, l1.shape), r1.shape),
		mix(12, t1), mix(mix(13, t1), t2), mix(mix(14, t1), w.form), mix(mix(15, t1), r1.form),
		mix(mix(16, t1), w.suf[2]), mix(mix(17, tv), w.suf[1]), mix(mix(18, tv), w.form),
		mix(19, w.class), mix(mix(20, w.class), t1), mix(mix(21, w.class), r1.class),
		mix(mix(22, r1.class), t1), mix(mix(23, r1.class), r2.class), mix(24, r1.class),
		mix(25, r1.suf[2]), mix(26, r1.suf[1]), mix(27, l1.suf[2]),
		mix(mix(28, u1), w.suf[1]), mix(mix(29, mix(t1, w.class)), r1.class),
		duo(34, h.verbForm, w.suf[1]), duo(35, h.verbForm, w.class), duo(36, h.verbForm, t1),
		mix(mix(30, l1.form), r1.form), mix(mix(31, r1.shape), w.class), mix(mix(32, mix(t1, t2)), w.class),
	)
	for k := range affixes {
		if w.suf[k] == 0 {
			break
		}
		fs = append(fs, mix(40, w.suf[k]), mix(50, w.pre[k]))
	}
	if w.suf[2] != 0 {
		fs = append(fs, mix(mix(33, w.shape), w.suf[2]))
	}
	return fs
}

// best adds up the columns of each joint tag and returns the highest, the
// first of equals.
func (t *tagger) best(scores []int32) int16 {
	winner, top := 0, int32(-1<<31)
	for i, parts := range t.parts {
		sum := int32(0)
		for _, c := range parts {
			sum += scores[c]
		}
		if sum > top {
			winner, top = i, sum
		}
	}
	return int16(winner)
}

// run tags the words of a sentence from left to right.
func (t *tagger) run(words []wordKeys, scratch *tagScratch, out []int16) {
	h := atStart
	for i := range words {
		tag := words[i].fixed
		if tag < 0 {
			scratch.features = t.appendFeatures(scratch.features[:0], words, i, h)
			scores := scratch.scores[:t.columns]
			clear(scores)
			scratch.ranges = t.weights.addAll(scratch.features, scores, scratch.ranges)
			tag = t.best(scores)
		}
		out[i] = tag
		h.push(t, tag, &words[i])
	}
}

type tagScratch struct {
	features []uint64
	ranges   []rowRange
	scores   [256]int32
}
