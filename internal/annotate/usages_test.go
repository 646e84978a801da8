package annotate

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/packs"
	"github.com/parley-news/parley/world"
)

// usages are how newspapers of a language write Russian and Ukrainian names: the letters in
// which they differ from English, then the ends of words. What usage keeps of the sources:
// the transliteration tables of the languages' press and encyclopedias.
var pressUsages = map[string]struct{ letters, ends *strings.Replacer }{
	"en": {strings.NewReplacer(), strings.NewReplacer("iy ", "y ", "yy ", "y ")},
	"fr": {strings.NewReplacer("ж", "j", "ч", "tch", "ш", "ch", "щ", "chtch", "у", "ou", "ю", "iou", "я", "ia", "й", "ï", "ге", "gue", "ги", "gui"), strings.NewReplacer("in ", "ine ", "iï ", "i ", "yï ", "y ")},
	"de": {strings.NewReplacer("ж", "sch", "в", "w", "з", "s", "х", "ch", "ц", "z", "ч", "tsch", "ш", "sch", "щ", "schtsch", "ю", "ju", "я", "ja", "й", "i"), strings.NewReplacer("ii ", "i ", "yi ", "y ")},
	"es": {strings.NewReplacer("х", "j", "щ", "sch", "й", "i"), strings.NewReplacer("ii ", "i ", "yi ", "y ")},
	"pt": {strings.NewReplacer("ж", "j", "ч", "tch", "ш", "ch", "щ", "chtch", "ю", "iu", "я", "ia", "й", "i"), strings.NewReplacer("ii ", "i ", "yi ", "y ")},
	"it": {strings.NewReplacer("ж", "ž", "х", "ch", "ц", "c", "ч", "č", "ш", "š", "щ", "šč", "ю", "ju", "я", "ja", "й", "j"), strings.NewReplacer()},
	"ro": {strings.NewReplacer("ж", "j", "х", "h", "ц", "ț", "че", "ce", "чи", "ci", "ча", "cea", "чо", "cio", "чу", "ciu", "ч", "c", "ше", "șe", "ш", "ș", "щ", "șc", "ю", "iu", "я", "ia", "й", "i", "ы", "î"), strings.NewReplacer("ii ", "i ", "îi ", "îi ", "ci ", "ci ")},
	"tr": {strings.NewReplacer("ж", "j", "х", "h", "ч", "ç", "ш", "ş", "щ", "şç", "ы", "ı"), strings.NewReplacer("iy ", "i ", "ıy ", "ıy ")},
}

// leastUsage is what the name engine must find of the spellings that the rules of a usage
// make of names, in each.
const leastUsage = 0.90

// TestUsages writes the names of persons whose own spelling is Cyrillic as the press of other
// languages does, and looks them up.
func TestUsages(t *testing.T) {
	w, all := shipped(t)
	for _, code := range slices.Sorted(maps.Keys(pressUsages)) {
		lx, err := NewLexicon(all[code], w)
		if err != nil {
			t.Fatal(err)
		}
		persons, found, wrong := 0, 0, 0
		for _, name := range slices.Sorted(maps.Keys(w.Persons)) {
			p := w.Persons[name]
			if p.Country != "RUS" && p.Country != "UKR" && p.Country != "BGR" || p.Native == "" || gazetteer.IsLatin(p.Native) {
				continue
			}
			persons++
			s := spelled(p.Native, code)
			var run []gazetteer.Spelling
			for _, word := range strings.Fields(s) {
				run = append(run, gazetteer.Spelling{Word: word, Skeletons: lx.stems(word, w.Skeleton(word))})
			}
			switch ms := w.LookupSpellings(run); {
			case len(ms) == 0:
				t.Logf("%s: %s is nobody, should be %s; skeletons %v", code, s, name, run)
			case ms[0].Person != p:
				wrong++
				t.Logf("%s: %s is %s, should be %s", code, s, ms[0].Person.Name, name)
			default:
				found++
			}
		}
		t.Logf("%s: %d names, %d found, %d taken for somebody else's: recall %.3f", code, persons, found, wrong, float64(found)/float64(persons))
		if float64(found) < leastUsage*float64(persons) || wrong > persons/100 {
			t.Errorf("%s: %d of %d names found, %d taken for somebody else's", code, found, persons, wrong)
		}
	}
}

// spelled writes a Cyrillic name as a usage does.
func spelled(native, code string) string {
	u := pressUsages[code]
	s := inEnglish.Replace(u.letters.Replace(strings.ToLower(native)))
	words := strings.Fields(u.ends.Replace(s + " "))
	for i, word := range words {
		r, n := utf8.DecodeRuneInString(word)
		words[i] = string(unicode.ToUpper(r)) + word[n:]
	}
	return strings.Join(words, " ")
}

// inEnglish writes the letters on which the usages agree with the English one.
var inEnglish = strings.NewReplacer("а", "a", "б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "е", "e", "ё", "e", "є", "ie", "ж", "zh", "з", "z", "и", "i",
	"і", "i", "ї", "i", "й", "y", "к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f", "х", "kh",
	"ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "a", "ы", "y", "ь", "", "э", "e", "ю", "yu", "я", "ya")

// shipped loads the world and the packs as they ship.
func shipped(t *testing.T) (*gazetteer.World, map[string]*language.Pack) {
	t.Helper()
	w, err := gazetteer.Load(world.FS)
	if err != nil {
		t.Fatal(err)
	}
	all, err := language.Load(packs.FS)
	if err != nil {
		t.Fatal(err)
	}
	return w, all
}
