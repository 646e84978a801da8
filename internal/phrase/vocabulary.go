package phrase

import (
	"hash/maphash"

	"github.com/parley-news/parley/internal/text"
)

// Vocabulary numbers the words of forms from 1 on, so that a word of a text is
// looked up once, however many forms and matchers it may be part of. Its words
// lie one after the other in one piece of memory: a map of strings would have to
// be looked through whenever memory is collected. The zero value is empty.
type Vocabulary struct {
	letters []byte
	// ends has the end of each word among the letters, by number.
	ends []uint32
	// places is a hash table of numbers, 0 where it is free; at most half is
	// taken.
	places []int32
	// Of most words no form begins with them. begins has, by number, a bit for
	// each matcher that has a form which does, openings the bits of those that have
	// one which begins with the start of such a word, gaps of those that have one
	// which begins with any word.
	begins   []uint8
	openings [1 << openingBits]uint8
	gaps     uint8
	matchers int
	// affixes are what words of the language may wear, nil for nothing.
	affixes *text.Affixes
}

// NewVocabulary returns an empty vocabulary of a language.
func NewVocabulary(rules *text.Rules) *Vocabulary { return &Vocabulary{affixes: rules.Affixes} }

// matcher returns the bit of one more matcher.
func (v *Vocabulary) matcher() uint8 {
	if len(v.ends) == 0 {
		v.grow()
	}
	v.matchers++
	return 1 << (v.matchers - 1)
}

var seed = maphash.MakeSeed() // what is found does not depend on it

// Number sets the number of each token, 0 for a word that no form has, and says
// which matchers may find something at it.
func (v *Vocabulary) Number(toks []text.Token) {
	if len(v.places) == 0 {
		return
	}
	for i := range toks {
		t := &toks[i]
		t.ID = v.places[v.place(t.Form)]
		t.Begins = v.gaps | v.begins[t.ID]
		if len(t.Form) >= shortest {
			t.Begins |= v.openings[openingHash(t.Form)]
		}
		if v.affixes != nil {
			v.undress(t)
		}
	}
}

// Knows reports whether a folded word is a word of some form.
func (v *Vocabulary) Knows(word string) bool {
	return len(v.places) > 0 && v.places[v.place(word)] != 0
}

// undress looks a word up without what it only wears.
func (v *Vocabulary) undress(t *text.Token) {
	t.Bare, t.Worn = 0, 0
	if bare := v.affixes.Bare(t.Form); bare != t.Form {
		t.Worn = uint8(len(t.Form) - len(bare))
		t.Bare = v.places[v.place(bare)]
		if len(bare) >= shortest {
			t.Begins |= v.openings[openingHash(bare)]
		}
	}
	if t.Bare == 0 {
		if bare := v.affixes.Unended(t.Form); bare != t.Form {
			t.Bare = v.places[v.place(bare)]
		}
	}
	t.Begins |= v.begins[t.Bare]
}

// place returns where the number of a word stands or would stand.
func (v *Vocabulary) place(word string) int {
	mask := len(v.places) - 1
	at := int(maphash.String(seed, word)) & mask
	for v.places[at] != 0 && string(v.word(v.places[at])) != word {
		at = (at + 1) & mask
	}
	return at
}

func (v *Vocabulary) word(id int32) []byte { return v.letters[v.ends[id-1]:v.ends[id]] }

func (v *Vocabulary) add(word string) int32 {
	if 2*len(v.ends) >= len(v.places) {
		v.grow()
	}
	at := v.place(word)
	if v.places[at] == 0 {
		v.places[at] = int32(len(v.ends))
		v.letters = append(v.letters, word...)
		v.ends = append(v.ends, uint32(len(v.letters)))
		v.begins = append(v.begins, 0)
	}
	return v.places[at]
}

func (v *Vocabulary) grow() {
	if len(v.ends) == 0 {
		v.ends, v.begins = append(v.ends, 0), append(v.begins, 0) // numbers start at 1
	}
	v.places = make([]int32, max(64, 2*len(v.places)))
	for id := 1; id < len(v.ends); id++ {
		v.places[v.place(string(v.word(int32(id))))] = int32(id)
	}
}
