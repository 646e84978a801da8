package gazetteer

import (
	"bytes"
	"slices"
	"strings"
)

// crossing finds persons whose names the gazetteer has in Latin letters alone by what
// Cyrillic and Arabic writing leave of them: the consonants, with those levelled that
// the script does not tell apart or that usages spell in several ways. It is worked out
// when the first name of such a script is looked up.
type crossing struct{ cyrillic, arabic map[string][]nameForm }

// script is how names are compared across to a script.
type script struct {
	// drops are the consonants that come and go, classes those that are one.
	drops   string
	classes []string
	// parted: the script parts words where the gazetteer does.
	parted bool
	// least is how many consonants a full name must leave to tell a person.
	least int
}

var (
	// h comes and goes (Харрис, Гарріс), j is many letters or none, s, z and their hisses
	// depend on the source.
	cyrillic = script{drops: "hJ", classes: []string{"zSs"}, parted: true, least: 3}
	// There are no letters for p, v and g, or several; words are parted otherwise (عبد الله,
	// Abdullah).
	arabic = script{drops: "h", classes: []string{"zSs", "pb", "vf", "gkJ"}, least: 4}
)

// newCrossing takes the persons of the gazetteer as they are written in Latin letters, and in
// Arabic ones, whose short vowels are written or not: "بلينكن", "بلينكين".
func newCrossing(ix, written *index) crossing {
	c := crossing{map[string][]nameForm{}, map[string][]nameForm{}}
	for _, key := range sortedKeys(written.joined) {
		for _, f := range written.joined[key] {
			if slices.ContainsFunc(f.person.Spellings, isArabic) {
				c.add(c.arabic, f, &arabic)
			}
		}
	}
	for _, key := range sortedKeys(ix.joined) {
		for _, f := range ix.joined[key] {
			// Who is known as written in a script is found by that.
			if !slices.ContainsFunc(f.person.Spellings, isCyrillic) {
				c.add(c.cyrillic, f, &cyrillic)
			}
			if !slices.ContainsFunc(f.person.Spellings, isArabic) {
				c.add(c.arabic, f, &arabic)
			}
		}
	}
	return c
}

func (c *crossing) add(to map[string][]nameForm, f nameForm, sc *script) {
	if k, ok := sc.key(nil, f.keys); ok {
		to[string(k)] = append(to[string(k)], f)
	}
}

// key appends what a script leaves of the words of a full name; ok says that it is enough.
func (sc *script) key(dst []byte, skeletons []string) (k []byte, ok bool) {
	consonants := 0
	for _, s := range skeletons {
		start := len(dst)
		dst = sc.appendWord(dst, s)
		consonants += len(dst) - start
		if sc.parted && len(dst) > start && dst[start] == opening {
			consonants--
		}
		if sc.parted {
			dst = append(dst, ' ')
		}
	}
	return dst, len(skeletons) > 1 && consonants >= sc.least
}

// wordwise says whether a form found by what a script leaves of all its words is a name: of two
// that have as many words, each must leave the same.
func (sc *script) wordwise(f *nameForm, keys []string) (full, ok bool) {
	if len(f.keys) != len(keys) {
		return true, true
	}
	var a, b [32]byte
	for i, k := range keys {
		if !bytes.Equal(sc.appendWord(a[:0], k), sc.appendWord(b[:0], f.keys[i])) {
			return false, false
		}
	}
	return true, true
}

// opening stands for the vowel that a word opens with: "Eric" is no "Росії".
const opening = '.'

// appendWord appends the consonants of a skeleton without those that are dropped; each of a
// class is written as its last. Where words are parted alike, it says whether a vowel opens one.
func (sc *script) appendWord(dst []byte, skeleton string) []byte {
	last, opens := byte(0), sc.parted
	for i := 0; i < len(skeleton); i++ {
		c := skeleton[i]
		if strings.IndexByte(sc.drops, c) >= 0 {
			last = 0
			continue
		}
		if vowel(c) {
			if opens {
				dst, opens = append(dst, opening), false
			}
			last = 0
			continue
		}
		opens = false
		for _, class := range sc.classes {
			if strings.IndexByte(class, c) >= 0 {
				c = class[len(class)-1]
			}
		}
		if c != last {
			dst = append(dst, c)
		}
		last = c
	}
	return dst
}

// Spelling is a word of a name in text with the skeletons of all forms it may be
// inflected from, the one as it stands first.
type Spelling struct {
	Word      string
	Skeletons []string
}

// newWritten is the index of names in other scripts: each in full, and by that of its words
// by which the person is called in short.
func newWritten(w *World) index {
	ix := emptyIndex(len(w.Persons))
	for _, name := range sortedKeys(w.Persons) {
		p := w.Persons[name]
		for _, s := range p.Spellings {
			ix.add(p, s, false)
			if short := shortSpelling(p, s); short != "" {
				ix.add(p, short, true)
			}
		}
	}
	ix.met = nil
	return ix
}

// shortSpelling returns the word of a spelling that stands where the Latin name has the
// short one, "" where the two are not built alike.
func shortSpelling(p *Person, spelling string) string {
	own, words := strings.Fields(p.Name), strings.Fields(spelling)
	if len(p.Short) == 0 || len(words) < 2 {
		return ""
	}
	at := slices.Index(own, p.Short[0])
	switch {
	case at == len(own)-1:
		return words[len(words)-1]
	case at >= 0 && len(own) == len(words):
		return words[at]
	}
	return ""
}

// LookupSpellings returns the persons whose name a run of words may be, in any script and
// case: as it stands, else put back into its first case, else across scripts. Particles
// are to be left out, as Keys does.
func (w *World) LookupSpellings(run []Spelling) []NameMatch {
	if len(run) == 0 {
		return nil
	}
	keys := make([]string, len(run))
	inflected := false
	for i, s := range run {
		keys[i] = s.Skeletons[0]
		inflected = inflected || len(s.Skeletons) > 1
	}
	indexes := []index{w.names()}
	if !IsLatin(run[0].Word) {
		// A single word may be anybody's given name: only those count who are written so.
		if indexes = []index{w.written(), w.names()}; len(run) == 1 {
			indexes = indexes[:1]
		}
	}
	var out []NameMatch
	for i := 0; i < len(indexes) && len(out) == 0; i++ {
		out = indexes[i].lookup(keys)
	}
	for i := 0; i < len(indexes) && len(out) == 0 && inflected; i++ {
		out = indexes[i].inflected(run, keys)
	}
	if len(out) == 0 && len(run) > 1 {
		out = w.across(run, keys)
	}
	slices.SortStableFunc(out, func(a, b NameMatch) int { return rankOf(a) - rankOf(b) })
	return out
}

func rankOf(m NameMatch) int {
	switch {
	case m.Full && m.exact:
		return 0
	case m.Full:
		return 1
	case m.exact:
		return 2
	}
	return 3
}

// Find returns the persons whom a name in its first case may be, in any script, likely
// ones first.
func (w *World) Find(name string) []NameMatch {
	words := nameWords(name)
	var run []Spelling
	for _, word := range words {
		if k := w.Skeleton(word); k != "" && !(IsParticle(k) && len(words) > 1) {
			run = append(run, Spelling{word, []string{k}})
		}
	}
	return w.LookupSpellings(run)
}

// inflected looks for persons by every form the last word may be of; the words before
// take the form that the person's name has.
func (ix *index) inflected(run []Spelling, keys []string) []NameMatch {
	var out []NameMatch
	last := len(run) - 1
	for _, end := range run[last].Skeletons {
		for i := range ix.byLast[end] {
			f := &ix.byLast[end][i]
			for k := range run[:last] {
				keys[k] = nearest(run[k].Skeletons, f)
			}
			keys[last] = end
			out = match(out, ix.byLast[end][i:i+1], keys, (*nameForm).matches)
		}
	}
	return out
}

// nearest returns that of the forms of a word which a person's name has, the first if
// it has none.
func nearest(forms []string, f *nameForm) string {
	for _, s := range forms {
		if slices.Contains(f.keys, s) || sameGiven(s, f.keys[0]) {
			return s
		}
	}
	return forms[0]
}

// across looks for persons whose names are only known in another script.
func (w *World) across(run []Spelling, keys []string) []NameMatch {
	forms, sc := w.crossing().cyrillic, &cyrillic
	switch {
	case isArabic(run[0].Word):
		forms, sc = w.crossing().arabic, &arabic
	case !isCyrillic(run[0].Word):
		return nil
	}
	var out []NameMatch
	var buf [64]byte
	last := len(run) - 1
	for _, front := range run[0].Skeletons {
		for _, end := range run[last].Skeletons {
			for k := range run {
				keys[k] = run[k].Skeletons[0]
			}
			keys[0], keys[last] = front, end
			if k, ok := sc.key(buf[:0], keys); ok {
				out = match(out, forms[string(k)], keys, sc.wordwise)
			}
		}
	}
	return out
}
