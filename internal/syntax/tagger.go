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
	partial []partialSum
	last    []uint16 // of each joint tag: the partial sum of all its columns but its own
	lexicon lexicon
	weights table
	sums    sumCache
}

// A partialSum adds a column to an earlier one. Joint tags that share their first
// columns share the sums of these: adding up is much of the work of tagging. The
// column stands in the lowest eight bits, the number of the earlier sum above.
type partialSum uint32

// maxPartial is more than maxJointTags joint tags of eight shared columns need.
const maxPartial = 1 << 11

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
	t.sharePartial()
}

// sharePartial lists the partial sums that the joint tags need, number 0 being
// that of the column that no weight has. Those of the first columns come first: a processor waits for
// a sum that it has just begun to add up.
func (t *tagger) sharePartial() {
	t.partial, t.last = []partialSum{maxColumns - 1}, make([]uint16, len(t.tags))
	known := map[partialSum]uint16{}
	for k, more := 0, true; more; k++ {
		more = false
		for i, parts := range t.parts {
			if k >= len(parts) {
				continue
			}
			more = true
			if parts[k] == uint8(tagCount+i) {
				continue
			}
			sum := partialSum(t.last[i])<<8 | partialSum(parts[k])
			if known[sum] == 0 {
				known[sum] = uint16(len(t.partial))
				t.partial = append(t.partial, sum)
			}
			t.last[i] = known[sum]
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

// appendFeatures appends the features of word i, in the order in which training
// draws which of them to leave out.
func (t *tagger) appendFeatures(fs []uint64, words []wordKeys, i int, h history) []uint64 {
	var buf [len(drawn)]uint64
	all := buf[:0]
	for r := range role(roles) {
		all = at(words, i+offsets[r]).appendFeatures(all, r, i+offsets[r] == 0)
	}
	all = t.appendJoint(all, words, i, h)
	for _, k := range drawn {
		fs = append(fs, all[k])
	}
	return words[i].appendAffixes(fs)
}

// drawn says where in the order of training the features stand that do not
// come from affixes.
var drawn = [...]uint8{
	0, 4, 6, 10, 11, 12, 13, 1, 2, 14, 15, 16, 17, 18, 19, 20, 21, 22,
	3, 23, 24, 25, 26, 7, 8, 9, 5, 27, 28, 29, 30, 31, 32, 33, 34,
}

// appendJoint appends those features of word i that several words or the tags
// before it have a part in.
func (t *tagger) appendJoint(fs []uint64, words []wordKeys, i int, h history) []uint64 {
	w, l1, r1, r2 := &words[i], at(words, i-1), at(words, i+1), at(words, i+2)
	t1, t2, tv := uint64(h.last+2), uint64(h.before+2), uint64(h.verb+2)
	u1 := uint64(0)
	if h.last >= 0 {
		u1 = uint64(t.tags[h.last].tag) + 1
	}
	return append(fs,
		duo(6, l1.form, w.form), duo(7, w.form, r1.form),
		duo(10, w.shape, t1), duo(11, l1.shape, r1.shape),
		mix(12, t1), duo(13, t1, t2), duo(14, t1, w.form), duo(15, t1, r1.form),
		duo(16, t1, w.suf[2]), duo(17, tv, w.suf[1]), duo(18, tv, w.form),
		duo(20, w.class, t1), duo(21, w.class, r1.class), duo(22, r1.class, t1), duo(23, r1.class, r2.class),
		duo(28, u1, w.suf[1]), duo(29, mix(t1, w.class), r1.class),
		duo(34, h.verbForm, w.suf[1]), duo(35, h.verbForm, w.class), duo(36, h.verbForm, t1),
		duo(30, l1.form, r1.form), duo(31, r1.shape, w.class), duo(32, mix(t1, t2), w.class),
	)
}

// best adds up the columns of each joint tag and returns the highest, the
// first of equals.
func (t *tagger) best(s *tagScratch) int16 {
	scores, sums := &s.scores, &s.partial
	partial := t.partial[:min(len(t.partial), maxPartial)]
	i := 0
	for ; i < len(partial)-1; i += 2 { // two at a time: much of the work of tagging
		p, q := partial[i], partial[i+1]
		sums[i] = sums[p>>8%maxPartial] + scores[uint8(p)]
		sums[i+1] = sums[q>>8%maxPartial] + scores[uint8(q)]
	}
	if i < len(partial) {
		p := partial[i]
		sums[i] = sums[p>>8%maxPartial] + scores[uint8(p)]
	}
	winner, top := 0, int32(-1<<31)
	for i, own := range scores[tagCount:][:len(t.last)] {
		if sum := sums[t.last[i]%maxPartial] + own; sum > top {
			winner, top = i, sum
		}
	}
	return int16(winner)
}

// run tags the words of a sentence, which it has met, from left to right.
func (t *tagger) run(words []wordKeys, scratch *tagScratch, out []int16) {
	h := atStart
	for i := range words {
		tag := words[i].fixed
		if tag < 0 {
			scratch.add(i)
			scratch.features = t.appendJoint(scratch.features[:0], words, i, h)
			scratch.found = t.weights.addAll(scratch.features, &scratch.scores, scratch.found)
			tag = t.best(scratch)
		}
		out[i] = tag
		h.push(t, tag, &words[i])
	}
}

type tagScratch struct {
	features []uint64
	found    []spot
	scores   [maxColumns]int32
	partial  [maxPartial]int32
	sums     []*wordSums // of the words of the sentence, with two more on either side
	runes    []rune
	// spare, own and rows have the sums of words that are not kept.
	spare []wordSums
	own   []int32
	rows  []byte
}
