package gazetteer

import "sort"

// index finds persons by the skeleton of the last word of any of their names.
type index struct {
	byLast map[string][]nameForm
}

type nameForm struct {
	person *Person
	// keys are the skeletons of the words, particles left out unless they are
	// all there is.
	keys  []string
	short bool
}

// NameMatch is a person whose name a run of words may be.
type NameMatch struct {
	Person *Person
	// Full: given and family name match. Otherwise the words are one of the
	// person's short forms, and other persons may share them.
	Full bool
}

func newIndex(w *World) index {
	ix := index{byLast: make(map[string][]nameForm, 2*len(w.Persons))}
	for _, name := range sortedKeys(w.Persons) {
		p := w.Persons[name]
		ix.add(p, p.Name, false)
		for _, a := range p.Aliases {
			ix.add(p, a, false)
		}
		for _, s := range p.Short {
			ix.add(p, s, true)
		}
	}
	return ix
}

func (ix *index) add(p *Person, name string, short bool) {
	keys := Keys(nameWords(name))
	if len(keys) == 0 {
		return
	}
	last := keys[len(keys)-1]
	ix.byLast[last] = append(ix.byLast[last], nameForm{p, keys, short || len(keys) == 1})
	if len(keys) == 2 && !short { // the family name may come first (Hungarian, Chinese usage)
		ix.byLast[keys[0]] = append(ix.byLast[keys[0]], nameForm{p, []string{keys[1], keys[0]}, false})
	}
}

// Keys returns the skeletons of the words of a name without its particles.
func Keys(words []string) []string {
	var keys []string
	for _, w := range words {
		k := Skeleton(w)
		if k != "" && !(particles[k] && len(words) > 1) {
			keys = append(keys, k)
		}
	}
	return keys
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
	var out []NameMatch
	seen := map[*Person]int{}
	for _, f := range w.names().byLast[keys[len(keys)-1]] {
		full, ok := f.matches(keys)
		if !ok {
			continue
		}
		if at, dup := seen[f.person]; dup {
			out[at-1].Full = out[at-1].Full || full
			continue
		}
		out = append(out, NameMatch{f.person, full})
		seen[f.person] = len(out)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Full && !out[j].Full })
	return out
}

// matches compares a name found in text, whose last word has the form's last
// skeleton, with the form.
func (f nameForm) matches(keys []string) (full, ok bool) {
	n, m := len(keys), len(f.keys)
	if n == 1 {
		return m == 1 && !f.short, m == 1
	}
	if m == 1 { // a given name was added to a short form: only the full name can tell
		return false, false
	}
	if f.short {
		return false, n == m && equalKeys(keys, f.keys)
	}
	if !sameGiven(keys[0], f.keys[0]) {
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

func equalKeys(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return len(a) == len(b)
}

// sameGiven compares given names: equal, an initial, or the same consonants.
func sameGiven(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	ca, cb := consonants(a), consonants(b)
	return len(ca) > 1 && ca == cb
}
