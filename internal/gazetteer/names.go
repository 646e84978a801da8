package gazetteer

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/pile"
	"github.com/parley-news/parley/internal/text"
)

// index finds persons by the skeleton of the last word of any of their names.
type index struct {
	byLast map[string][]nameForm
	// joined finds full names whose words are written as one or parted
	// otherwise, loose those whose family name differs in its vowels alone.
	joined, loose map[string][]nameForm
	// front finds Arabic names by their first words: the last are often left
	// out ("Faisal bin Farhan").
	front map[string][]nameForm
	given map[string]bool
	// met holds the skeletons of the words so far while names are added: each is
	// worked out and kept once.
	met map[string]string
	// words holds the keys of all forms.
	words pile.Of[string]
}

type nameForm struct {
	person *Person
	// keys are the skeletons of the words, particles left out unless they are
	// all there is; plain are those of the words without diacritics.
	keys, plain []string
	short       bool
	// turned: the family name comes first.
	turned bool
}

// NameMatch is a person whose name a run of words may be.
type NameMatch struct {
	Person *Person
	// Full: given and family name match. Otherwise the words are one of the
	// person's short forms, and other persons may share them.
	Full bool
	// exact: the words are a name of the person, with none left out or added.
	exact bool
}

func emptyIndex(size int) index {
	return index{byLast: make(map[string][]nameForm, size), joined: map[string][]nameForm{}, loose: map[string][]nameForm{}, front: map[string][]nameForm{}, given: map[string]bool{}, met: map[string]string{}}
}

func newIndex(w *World) index {
	ix := emptyIndex(2 * len(w.Persons))
	for _, name := range sortedKeys(w.Persons) {
		p := w.Persons[name]
		ix.add(p, p.Name, false)
		if first, double := firstSurname(p.Name); double {
			ix.add(p, first, false)
		}
		for _, a := range p.Aliases {
			ix.add(p, a, false)
		}
		for _, s := range p.Short {
			ix.add(p, s, true)
		}
	}
	ix.met = nil
	return ix
}

// firstSurname cuts a name behind the first of two family names that a hyphen
// joins: "Siljanovska-Davkova" is also called by the first.
func firstSurname(name string) (string, bool) {
	at := strings.LastIndexByte(name, '-')
	if at < 0 || strings.IndexByte(name[at:], ' ') >= 0 || at-strings.LastIndexByte(name, ' ') <= shortestSurname {
		return "", false
	}
	next, _ := utf8.DecodeRuneInString(name[at+1:])
	return name[:at], unicode.IsUpper(next)
}

// shortestSurname is over how many bytes of a word may be half a family name.
const shortestSurname = 4

func (ix *index) add(p *Person, name string, short bool) {
	words := nameWords(name)
	f := nameForm{person: p, keys: ix.words.Keep(keys(words, ix.skeleton)...), short: short}
	n := len(f.keys)
	if n == 0 {
		return
	}
	f.plain = f.keys
	if !ascii(name) {
		for i, w := range words {
			words[i] = text.StripMarks(w)
		}
		if plain := keys(words, ix.skeleton); len(plain) == n && !slices.Equal(plain, f.keys) {
			f.plain = ix.words.Keep(plain...)
		}
	}
	f.short = short || n == 1
	ix.put(f)
	if f.short {
		return
	}
	if f.keys[0] != "" && len(f.keys[0]) > 1 {
		ix.given[f.keys[0]], ix.given[f.plain[0]] = true, true
	}
	key := string(appendJoined(nil, f.keys))
	ix.joined[key] = append(ix.joined[key], f)
	if key := string(appendLoose(nil, f.keys[n-1])); len(key) >= looseFrom {
		ix.loose[key] = append(ix.loose[key], f)
	}
	if n > 2 && len(words) > n { // the particles of Arabic names are in words alone
		key := string(appendFront(nil, f.keys))
		ix.front[key] = append(ix.front[key], f)
	}
	if n == 2 { // the family name may come first (Hungarian, Chinese usage)
		turned := nameForm{person: p, keys: ix.words.Keep(f.keys[1], f.keys[0]), turned: true}
		if turned.plain = turned.keys; &f.plain[0] != &f.keys[0] {
			turned.plain = ix.words.Keep(f.plain[1], f.plain[0])
		}
		ix.put(turned)
	}
}

func (ix *index) put(f nameForm) {
	key, plain := f.keys[len(f.keys)-1], f.plain[len(f.plain)-1]
	ix.byLast[key] = append(ix.byLast[key], f)
	if plain != key {
		ix.byLast[plain] = append(ix.byLast[plain], f)
	}
}

// IsGiven reports whether a skeleton is that of somebody's given name.
func (w *World) IsGiven(skeleton string) bool { return w.names().given[skeleton] }

// BeginsAsName reports whether the first word of a name is somebody's given name.
func (w *World) BeginsAsName(name string) bool {
	words := nameWords(name)
	return len(words) > 0 && w.IsGiven(w.Skeleton(words[0]))
}

// Keys returns the skeletons of the words of a name without its particles.
func Keys(words []string) []string { return keys(words, Skeleton) }

func keys(words []string, skeleton func(string) string) []string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		k := skeleton(w)
		if k != "" && !(IsParticle(k) && len(words) > 1) {
			out = append(out, k)
		}
	}
	return out
}

func (ix *index) skeleton(word string) string {
	k, ok := ix.met[word]
	if !ok {
		k = Skeleton(word)
		ix.met[word] = k
	}
	return k
}

func nameWords(name string) []string {
	var words []string
	start := -1
	for i, r := range name + " " {
		if r == ' ' || r == '-' || r == '.' {
			if start >= 0 {
				words = append(words, name[start:i])
			}
			start = -1
		} else if start < 0 {
			start = i
		}
	}
	return words
}

// Lookup returns the persons whose name the words of a Latin-script name may
// be, full matches first, then by name.
func (w *World) Lookup(words []string) []NameMatch { return w.LookupKeys(Keys(words)) }

// LookupKeys is Lookup for words whose Keys are known already.
func (w *World) LookupKeys(keys []string) []NameMatch {
	if len(keys) == 0 {
		return nil
	}
	ix := w.names()
	return ix.lookup(keys)
}

func (ix *index) lookup(keys []string) []NameMatch {
	last := keys[len(keys)-1]
	out := match(nil, ix.byLast[last], keys, (*nameForm).matches)
	if len(out) == 0 && len(keys) > 1 {
		var buf [64]byte
		if out = match(out, ix.joined[string(appendJoined(buf[:0], keys))], keys, (*nameForm).whole); len(out) == 0 && ix.given[keys[0]] {
			if out = match(out, ix.loose[string(appendLoose(buf[:0], last))], keys, (*nameForm).matches); len(out) == 0 && len(keys[1]) > 2 {
				out = match(out, ix.front[string(appendFront(buf[:0], keys))], keys, (*nameForm).begins)
			}
		}
	}
	if len(out) > 1 {
		sort.SliceStable(out, func(i, j int) bool {
			a, b := out[i], out[j]
			if a.Full != b.Full {
				return a.Full
			}
			return a.exact && !b.exact
		})
	}
	return out
}

// appendJoined appends the key that index.joined has a name under, appendFront
// that of index.front.
func appendJoined(dst []byte, keys []string) []byte {
	for _, k := range keys {
		dst = append(dst, k...)
	}
	return dst
}

func appendFront(dst []byte, keys []string) []byte {
	return appendConsonants(append(append(dst, keys[0]...), ' '), keys[1])
}

// match appends the persons of the forms that a name may be.
func match(out []NameMatch, forms []nameForm, keys []string, may func(*nameForm, []string) (full, ok bool)) []NameMatch {
next:
	for i := range forms {
		f := &forms[i]
		full, ok := may(f, keys)
		if !ok {
			continue
		}
		exact := slices.Equal(keys, f.keys) || slices.Equal(keys, f.plain)
		for i := range out {
			if out[i].Person == f.person {
				out[i].Full, out[i].exact = out[i].Full || full, out[i].exact || exact
				continue next
			}
		}
		out = append(out, NameMatch{f.person, full, exact})
	}
	return out
}

// whole says that a name is a form's own: the key it was found by decides.
func (f *nameForm) whole([]string) (full, ok bool) { return true, true }

// begins says that a name is the first words of a form.
func (f *nameForm) begins(keys []string) (full, ok bool) {
	if len(keys) > len(f.keys) {
		return false, false
	}
	for i := 2; i < len(keys); i++ {
		if !sameGiven(keys[i], f.keys[i]) {
			return false, false
		}
	}
	return true, true
}

// matches compares a name found in text, whose last word has the form's last
// skeleton, with the form.
func (f *nameForm) matches(keys []string) (full, ok bool) {
	n, m := len(keys), len(f.keys)
	if n == 1 {
		return m == 1 && !f.short, m == 1
	}
	if m == 1 { // a given name was added to a short form: only the full name can tell
		return false, false
	}
	if f.short {
		return false, n == m && (sameGiven(keys[0], f.keys[0]) && slices.Equal(keys[1:], f.keys[1:]) || slices.Equal(keys, f.plain))
	}
	if !sameGiven(keys[0], f.keys[0]) && !sameGiven(keys[0], f.plain[0]) {
		return false, false
	}
	if f.turned && keys[0] != f.keys[0] && keys[0] != f.plain[0] { // a family name has one spelling
		return false, false
	}
	if n > m && keys[0] != f.keys[0] && keys[0] != f.plain[0] { // "Saudi Arabia Faisal" is no Saud al-Faisal
		return false, false
	}
	// Middle words may be missing on either side, but may not contradict.
	short, long := keys[1:n-1], f.keys[1:m-1]
	if len(short) > len(long) {
		short, long = long, short
	}
	at := 0
	for _, k := range short {
		for at < len(long) && !sameGiven(k, long[at]) {
			at++
		}
		if at == len(long) {
			return false, false
		}
		at++
	}
	return true, true
}

// sameGiven compares given names: equal, an initial, or the same consonants.
func sameGiven(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	return strings.ContainsAny(a, "aeiou") && strings.ContainsAny(b, "aeiou") && sameConsonants(a, b)
}

// sameConsonants compares two skeletons but for their vowels. Arabic and
// Persian names share their consonants across usages (Mohammed, Muhammad,
// Mohamed), and little else.
func sameConsonants(a, b string) bool {
	n := 0
	var last byte
	for i, j := 0, 0; ; n++ {
		for i < len(a) && (vowel(a[i]) || a[i] == last || guttural(a[i], last)) {
			i++
		}
		for j < len(b) && (vowel(b[j]) || b[j] == last || guttural(b[j], last)) {
			j++
		}
		if i == len(a) || j == len(b) {
			return n > 1 && i == len(a) && j == len(b)
		}
		if a[i] != b[j] && !guttural(a[i], b[j]) {
			return false
		}
		last = a[i]
	}
}

// guttural reports whether two letters are the g of Russian and the h of Ukrainian usage:
// Oleg and Oleh.
func guttural(a, b byte) bool { return a == 'g' && b == 'h' || a == 'h' && b == 'g' }
