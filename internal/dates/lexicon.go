package dates

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"

	"github.com/parley-news/parley/internal/text"
)

// word is all that a pack says of one folded word.
type word struct {
	id                                       int32 // in the tree of forms, -1 in none
	month, weekday, season, daypart, hijri   int32
	ordinal, unit                            int32
	half                                     int32  // 1 before noon, 2 after
	zone                                     int32  // index into zones
	n                                        int32  // in sixtieths
	dot                                      bool   // a full stop may follow
	fills                                    uint32 // a bit for each slot that the word may fill
	longer                                   []longer
	careful, joiner, bridge, owning, heading bool
}

// longer is a name of several words that begins with one: "كانون الثاني".
type longer struct {
	rest []string // folded
	at   int32    // index into the list
}

// settle notes which slots a word may fill; most words fill none, and most slots are
// asked in vain.
func (w *word) settle() {
	for _, x := range [...]struct {
		value int32
		slots uint32
	}{
		{w.weekday, 1<<slotWeekday | 1<<slotBareWeekday}, {w.month, 1<<slotMonth | 1<<slotBareMonth},
		{w.ordinal, 1 << slotOrdinal}, {w.unit, 1 << slotUnit}, {w.season, 1 << slotSeason},
		{w.daypart, 1 << slotDaypart}, {w.zone, 1 << slotZone}, {w.n, 1 << slotN}, {w.hijri, 1 << slotHijriMonth},
	} {
		if x.value != 0 {
			w.fills |= x.slots
		}
	}
}

type lexicon struct {
	words    map[string]int32 // index into list
	list     []word
	ids      int32
	zones    []string
	suffixes map[string]bool
	// looseMarks: short words are also written without their marks.
	looseMarks bool
	// capital: careful words are months and weekdays only with a capital.
	capital bool
	order   order
}

func newLexicon() lexicon {
	return lexicon{words: map[string]int32{}, suffixes: map[string]bool{}, zones: []string{""}}
}

// dashes are one word to the forms.
var dashes = [...]string{"–", "—", "‑", "‐", "−", "―"}

func (l *lexicon) find(form string) *word {
	i, ok := l.words[form]
	if !ok {
		return nil
	}
	return &l.list[i]
}

func (l *lexicon) enter(form string) *word {
	i, ok := l.words[form]
	if !ok {
		i = int32(len(l.list))
		l.list = append(l.list, word{id: -1})
		l.words[form] = i
		if form == "-" {
			for _, d := range dashes {
				l.words[d] = i
			}
		}
	}
	return &l.list[i]
}

// id numbers a word of a form. Where the language is often written without
// marks, a word and its bare spelling are one.
func (l *lexicon) id(form string) int32 {
	bare, marked := l.unmarked(form)
	if !marked {
		bare = form
	}
	w := l.enter(bare)
	if w.id < 0 {
		w.id = l.ids
		l.ids++
	}
	id := w.id
	if marked {
		l.enter(form).id = id
	}
	return id
}

func (l *lexicon) unmarked(form string) (string, bool) {
	if !l.looseMarks {
		return "", false
	}
	bare := text.StripMarks(form)
	return bare, bare != form
}

// meanings applies set to a listed word and to its spelling without marks.
func (l *lexicon) meanings(raw string, set func(*word)) {
	dot := utf8.RuneCountInString(raw) > 1 && strings.HasSuffix(raw, ".") && strings.Count(raw, ".") == 1
	if words := strings.Fields(text.Fold(raw)); len(words) > 1 {
		set(l.long(words))
		return
	}
	form := text.Fold(strings.TrimSpace(raw))
	if dot {
		form = strings.TrimSuffix(form, ".")
	}
	forms := [2]string{form}
	if bare, ok := l.unmarked(form); ok {
		forms[1] = bare
	}
	for _, f := range forms {
		if f != "" {
			w := l.enter(f)
			w.dot = w.dot || dot
			set(w)
		}
	}
}

// long returns what the pack says of a name of several words.
func (l *lexicon) long(words []string) *word {
	first := l.enter(words[0])
	for _, x := range first.longer {
		if slices.Equal(x.rest, words[1:]) {
			return &l.list[x.at]
		}
	}
	first.longer = append(first.longer, longer{words[1:], int32(len(l.list))})
	l.list = append(l.list, word{id: -1})
	return &l.list[len(l.list)-1]
}

// numbered reads a mapping from a number to its words. Two meanings of one
// word in one table are an error.
func (l *lexicon) numbered(r reader, n ast.Node, check func(key string) (int32, string), field func(*word) *int32) error {
	pairs, err := r.pairs(n)
	if err != nil {
		return err
	}
	for _, p := range pairs {
		v, complaint := check(p.key)
		if complaint != "" {
			return r.errorf(p.at, 0, "%s", complaint)
		}
		words, nodes, err := r.words(p.value)
		if err != nil {
			return err
		}
		for i, raw := range words {
			clash := false
			l.meanings(raw, func(w *word) {
				if f := field(w); *f != 0 && *f != v {
					clash = true
				} else {
					*f = v
				}
			})
			if clash {
				return r.errorf(nodes[i], 0, "%q stands under another key too", raw)
			}
		}
	}
	return nil
}

func between(lo, hi int) func(string) (int32, string) {
	return func(key string) (int32, string) {
		v, err := strconv.Atoi(key)
		if err != nil || v < lo || v > hi {
			return 0, "want a whole number from " + strconv.Itoa(lo) + " to " + strconv.Itoa(hi) + ", not " + strconv.Quote(key)
		}
		return int32(v), ""
	}
}

// sixtieths reads a count such as 2, 0.5 or 0.75.
func sixtieths(key string) (int32, string) {
	v, err := strconv.ParseFloat(key, 64)
	if err != nil || !(v > 0) || v > maxCount || v*60 != math.Trunc(v*60) {
		return 0, "want a count in whole sixtieths, not " + strconv.Quote(key)
	}
	return int32(v * 60), ""
}

func named[T ~uint8 | ~int8](names map[string]T, what string) func(string) (int32, string) {
	return func(key string) (int32, string) {
		v, ok := names[key]
		if !ok {
			return 0, "unknown " + what + " " + strconv.Quote(key)
		}
		return int32(v), ""
	}
}
