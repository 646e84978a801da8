package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/syntax"
)

// lookup returns the persons whose name a run of tokens may be, in whatever case and
// script.
func (f *finder) lookup(first, last int) []gazetteer.NameMatch {
	ms := f.alike(first, last)
	if len(ms) > 0 && f.twoNames(first, last) && !bears(ms[0].Person, f.d.Words(first, first+1)) {
		return nil
	}
	return ms
}

// twoNames reports whether a hyphen or a preposition joins the names of two persons, who
// together may look like a third: "Meloni-Trump", "Meloni da Trump".
func (f *finder) twoNames(first, last int) bool {
	switch last - first {
	case 2:
		if !f.d.Toks[first+1].Hyphen || !f.d.Toks[first].Upper {
			return false
		}
	case 3:
		if !f.lx.particle(f.d.Toks[first+1].Form) || f.d.Toks[last-1].Hyphen || f.wordAt(first+1).Tag != syntax.Adp {
			return false
		}
	default:
		return false
	}
	return len(f.alike(first, first+1)) > 0 && len(f.alike(last-1, last)) > 0
}

// alike returns the persons whose name looks like a run of tokens.
func (f *finder) alike(first, last int) []gazetteer.NameMatch {
	keys := f.keys(first, last)
	latin := gazetteer.IsLatin(f.d.Words(first, first+1))
	if latin || len(keys) == 0 {
		if ms := f.lx.World.LookupKeys(keys); len(ms) > 0 || len(keys) == 0 || !f.lx.bends() {
			return ms
		}
	}
	if f.acronym(first, last) {
		return nil
	}
	run := make([]gazetteer.Spelling, 0, len(keys))
	for i := first; i < last; i++ {
		if k := f.skeleton(i); k != "" && !((gazetteer.IsParticle(k) || f.lx.nameParticles.Has(f.d.Toks[i].Form)) && last-first > 1) {
			run = append(run, gazetteer.Spelling{Word: f.d.Words(i, i+1), Skeletons: f.stems(i)})
		}
	}
	return f.lx.World.LookupSpellings(run)
}

// acronym reports whether one word of a run is written in capitals alone and another is not:
// "МИД Дании" is nobody; or whether a short one stands alone: "пише УНН".
func (f *finder) acronym(first, last int) bool {
	caps, other := false, false
	for i := first; i < last; i++ {
		t := &f.d.Toks[i]
		caps, other = caps || t.Caps && !roman(t.Form), other || !t.Caps
	}
	return (caps && other || caps && last-first == 1 && f.d.Toks[first].End-f.d.Toks[first].Start <= 2*longestAcronym) && len(f.lx.Pack.NameEndings) > 0
}

// stems returns the skeletons of the forms that a word of a name may be inflected from or be
// another spelling of, that of the word as it stands first.
func (f *finder) stems(tok int) []string {
	own := f.skeleton(tok)
	if !f.lx.bends() {
		return f.skeletons[tok : tok+1 : tok+1]
	}
	word := f.d.Words(tok, tok+1)
	if known, ok := f.stemmed[word]; ok {
		return known
	}
	out := f.lx.stems(word, own)
	f.stemmed[word] = out
	return out
}

// bends reports whether the language inflects names, or spells foreign ones its own way.
func (lx *Lexicon) bends() bool { return len(lx.Pack.NameEndings)+len(lx.usages) > 0 }

// stems returns the skeletons of a word of a name: its own, and those of all it may stand for.
func (lx *Lexicon) stems(word, own string) []string {
	out := []string{own}
	add := func(form string) {
		if s := lx.World.Skeleton(form); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, form := range append([]string{word}, lx.Pack.NameForms(word)...) {
		add(form)
		for _, u := range lx.usages {
			add(u.Replace(strings.ToLower(form)))
		}
	}
	return out
}

// base returns a run of tokens as the name it is: in its first case, in Latin letters.
func (f *finder) base(first, last int) string {
	name := f.d.Words(first, last)
	if len(f.lx.Pack.NameEndings) > 0 {
		words := make([]string, 0, last-first)
		for i := first; i < last; i++ {
			words = append(words, f.nominative(i))
		}
		name = strings.Join(words, " ")
	}
	return f.lx.World.Latin(name)
}

// nominative returns a word of a name in its first case: as it stands where the tagger
// says so, else that of the forms it may be inflected from which the document has or which
// is a given name, else the likeliest of them, but for a given name as it stands: "Диего".
func (f *finder) nominative(tok int) string {
	word := f.d.Words(tok, tok+1)
	if !f.d.Toks[tok].Upper || f.wordAt(tok).Feats.Has(syntax.Nominative) {
		return word
	}
	forms := f.lx.Pack.NameForms(word)
	for _, form := range forms {
		if f.writes(form) {
			return form
		}
	}
	given := func(name string) bool { return f.lx.World.IsGiven(f.lx.World.Skeleton(name)) }
	if at := slices.IndexFunc(forms, given); at >= 0 {
		return forms[at]
	}
	if len(forms) == 0 || !f.wordAt(tok).Feats.Any(syntax.Cases) || given(word) {
		return word
	}
	return forms[0]
}

// writes reports whether the document has a word with a capital.
func (f *finder) writes(word string) bool {
	if len(f.written) == 0 {
		for i := range f.d.Toks {
			if f.d.Toks[i].Upper {
				f.written[f.d.Words(i, i+1)] = true
			}
		}
	}
	return f.written[word]
}

// remember keeps somebody by a word of the name, in every form it may be inflected from.
func remember[T any](f *finder, by map[string]*T, tok int, who *T) {
	for _, s := range f.stems(tok) {
		by[s] = who
	}
}

// recall returns who is known by a word of a name, as it stands first.
func recall[T any](f *finder, by map[string]*T, tok int) *T {
	for _, s := range f.stems(tok) {
		if who := by[s]; who != nil {
			return who
		}
	}
	return nil
}
