package passage

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/table"
	"github.com/parley-news/parley/internal/text"
)

// wordsFile lists, for languages with and without a pack, the words that no
// text of them does without and the letters that mark them. A language without
// a pack stays a candidate: Bulgarian is not read as Russian for want of a
// Bulgarian pack.
//
//go:embed words.tsv
var wordsFile []byte

// candidate is a language in one script.
type candidate struct {
	lang   string
	script script
}

// evidence is what speaks for each candidate.
type evidence struct {
	candidates []candidate
	// words and letters hold the candidates, by index, that use them; bare are
	// the longer words without their marks, for texts that are typed so. plain holds
	// those of both that are written without marks, as most words of a text are.
	words   map[string][]int16
	bare    map[string][]int16
	letters map[rune][]int16
	plain   wordTable
}

var scriptNames = map[string]script{
	"latin": latin, "cyrillic": cyrillic, "arabic": arabic, "hebrew": hebrew,
	"devanagari": devanagari, "ethiopic": ethiopic, "greek": greek, "han": han, "kana": kana,
	"hangul": hangul, "georgian": georgian, "armenian": armenian, "thai": thai,
}

func newEvidence(packs map[string]*language.Pack) (*evidence, error) {
	rows, err := table.Read("words.tsv", wordsFile, "language", "script", "letters", "words")
	if err != nil {
		return nil, fmt.Errorf("passage: %w", err)
	}
	e := &evidence{words: map[string][]int16{}, bare: map[string][]int16{}, letters: map[rune][]int16{}}
	for _, r := range rows {
		sc, ok := scriptNames[r.Cells[1]]
		if !ok {
			return nil, r.At(1, fmt.Errorf("passage: unknown script %q", r.Cells[1]))
		}
		e.add(candidate{r.Cells[0], sc}, r.Cells[2], r.List(3))
	}
	for _, code := range sortedKeys(packs) {
		p := packs[code]
		if sc, ok := scriptNames[strings.ToLower(p.Script)]; ok {
			e.add(candidate{code, sc}, "", p.Stopwords)
		}
	}
	e.plain = tableOf(e.bare, e.words)
	return e, nil
}

func (e *evidence) add(c candidate, letters string, words []string) {
	i := slices.Index(e.candidates, c)
	if i < 0 {
		i = len(e.candidates)
		e.candidates = append(e.candidates, c)
	}
	at := int16(i) //nolint:gosec // some hundred candidates at most
	for _, r := range letters {
		if !slices.Contains(e.letters[r], at) {
			e.letters[r] = append(e.letters[r], at)
		}
	}
	for _, w := range words {
		for w := range plainWords(w) {
			w := string(w)
			note(e.words, w, at)
			if b := text.StripMarks(w); b != w && len(b) >= bareWord {
				note(e.bare, b, at)
			}
		}
	}
}

// bareWord is how long, in bytes, a word must be to be known without its marks.
const bareWord = 5

func note(words map[string][]int16, w string, c int16) {
	if !slices.Contains(words[w], c) {
		words[w] = append(words[w], c)
	}
}

// speakers returns the candidates that use a word.
func (e *evidence) speakers(w []byte) []int16 {
	if ascii(w) {
		return e.plain.find(w)
	}
	if in := e.words[string(w)]; in != nil || len(w) < bareWord {
		return in
	}
	return e.bare[text.StripMarks(string(w))]
}

// plainWords yields the words of s in lower case, cut at everything that is
// no letter. A word stands until the next.
func plainWords(s string) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		var buf [64]byte
		word, composed := buf[:0], true
		for _, r := range s {
			if letter(r) {
				r = lower(r)
				word = utf8.AppendRune(word, r)
				composed = composed && r < firstMark
				continue
			}
			if len(word) > 0 && !yield(compose(word, composed)) {
				return
			}
			word, composed = word[:0], true
		}
		if len(word) > 0 {
			yield(compose(word, composed))
		}
	}
}

// firstMark is the first letter that may combine with the one before it.
const firstMark = 0x300

func compose(word []byte, composed bool) []byte {
	if composed {
		return word
	}
	return []byte(norm.NFC.String(string(word)))
}

func lower(r rune) rune {
	if r < utf8.RuneSelf {
		return r | 0x20
	}
	return unicode.ToLower(r)
}

func ascii(word []byte) bool {
	for _, c := range word {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func letter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r)
}

// tally is how much a sample speaks for each candidate. It can be used again.
type tally struct {
	script script
	words  int       // words of the sample
	known  []float64 // share of words that the candidate knows
	score  []float64
	own    []int
}

func (t *tally) reset(candidates int) {
	if len(t.own) != candidates {
		*t = tally{known: make([]float64, candidates), score: make([]float64, candidates), own: make([]int, candidates)}
	}
	t.words = 0
	clear(t.known)
	clear(t.score)
	clear(t.own)
}

// weigh counts the evidence of a sample.
func (e *evidence) weigh(t *tally, sample string) {
	t.reset(len(e.candidates))
	t.script = scriptOf(sample)
	foreign := 0
	for w := range plainWords(sample) {
		t.words++
		in := e.speakers(w)
		for _, c := range in {
			t.known[c]++
			// A word that few languages share says more.
			t.score[c] += 1 + 1/float64(len(in))
		}
		if ascii(w) {
			continue
		}
		for _, r := range string(w) {
			if in := e.letters[r]; in != nil {
				foreign++
				for _, c := range in {
					t.own[c]++
				}
			}
		}
	}
	for c := range t.score {
		if t.words == 0 || e.candidates[c].script != t.script {
			t.score[c], t.known[c] = 0, 0
			continue
		}
		t.known[c] /= float64(t.words)
		t.score[c] = (t.score[c] + 0.6*float64(2*t.own[c]-foreign)) / float64(t.words)
	}
}

// best returns the two strongest candidates, -1 where there is none.
func (t *tally) best() (first, second int) {
	first, second = -1, -1
	for c, s := range t.score {
		switch {
		case s <= 0:
		case first < 0 || s > t.score[first]:
			first, second = c, first
		case second < 0 || s > t.score[second]:
			second = c
		}
	}
	return first, second
}
