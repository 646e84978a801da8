package store

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/internal/text"
	"github.com/parley-news/parley/record"
)

// Span is a run of bytes, half open.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// words are the words of a text as they are searched for, with their folded form: runs of
// letters, digits and the marks on them. Those that folding leaves nothing of are none.
func words(s string) iter.Seq2[Span, string] {
	return func(yield func(Span, string) bool) {
		start := -1
		for i, r := range s {
			switch {
			case inWord(r) && start < 0:
				start = i
			case !inWord(r) && start >= 0:
				if form := foldWord(s[start:i]); form != "" && !yield(Span{start, i}, form) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			if form := foldWord(s[start:]); form != "" {
				yield(Span{start, len(s)}, form)
			}
		}
	}
}

// inWord: invisible characters, such as soft hyphens, part no word; apostrophes do, also
// the one that is a letter to Unicode.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return r != 'ʼ' && unicode.In(r, unicode.L, unicode.N, unicode.M, unicode.Cf)
}

// foldWord is the form under which a word is searched for: without case and without the
// marks of Latin letters, however short; ё is е, as most write it.
func foldWord(word string) string {
	return strings.ReplaceAll(text.StripMarks(text.Fold(word)), "ё", "е")
}

// folded writes the words of some stretches of a text as the index of words takes them.
func folded(s string, stretches []record.Passage) string {
	var out []byte
	for _, p := range stretches {
		for _, form := range words(s[p.Start:p.End]) {
			out = append(append(out, form...), ' ')
		}
	}
	return string(out)
}

// reported are the passages that are searched: title and report, the whole text where
// nothing is known of passages. Comments and furniture are not.
func reported(d *record.Document) []record.Passage {
	var out []record.Passage
	for _, p := range d.Passages {
		if p.Role == record.RoleReport || p.Role == record.RoleTitle {
			out = append(out, p)
		}
	}
	if len(d.Passages) == 0 {
		out = []record.Passage{{Role: record.RoleReport, End: len(d.Text)}}
	}
	return out
}

// indexed is a document for the index of words.
type indexed struct {
	place       int64
	title, text string
}

func newIndexed(place int64, d *record.Document) indexed {
	title := folded(d.Title, []record.Passage{{End: len(d.Title)}})
	return indexed{place, title, folded(d.Text, reported(d))}
}

// addWords puts the words of a document at its place, when the batch is settled.
func (b *batch) addWords(place int64, d *record.Document) {
	b.words = append(b.words, newIndexed(place, d))
}

// flushWords writes the index of words, in the order of places: each step back would end
// a segment of the index.
func (b *batch) flushWords() error {
	slices.SortFunc(b.words, func(a, c indexed) int { return cmp.Compare(a.place, c.place) })
	for _, w := range b.words {
		if err := b.exec(b.ctx, "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", w.place, w.title, w.text); err != nil {
			return err
		}
	}
	return nil
}

// changeWords puts other words of a document in, at its place from now on.
func (b *batch) changeWords(old, now int64, d *record.Document) error {
	b.addWords(now, d)
	return b.exec(b.ctx, "DELETE FROM words WHERE rowid = ?", old)
}

// A place is the day of publication and a number within it, so that the index of words is
// in the order of days. Documents without a day come before all others.
const (
	placesOfDay = 1 << 20
	undated     = -1 << 40 // their first place
	yearZero    = 719_529  // days from before all that can be written to 1970
)

// places returns the first and the last place of a day.
func places(d merge.Day) (first, last int64) {
	if d == merge.Unknown {
		return undated, 0
	}
	first = (int64(d) + yearZero) * placesOfDay
	return first, first + placesOfDay - 1
}

// dayOf is the day of a place.
func dayOf(place int64) merge.Day {
	if place <= 0 {
		return merge.Unknown
	}
	return merge.Day(place/placesOfDay - yearZero)
}

// freePlace returns the place for one more document of a day.
func (b *batch) freePlace(published *string) (int64, error) {
	first, last := places(day(published))
	var taken *int64
	if _, err := b.row(b.ctx, "SELECT max(place) FROM documents WHERE place BETWEEN ? AND ?", []any{first, last}, &taken); err != nil {
		return 0, err
	}
	switch {
	case taken == nil:
		return first, nil
	case *taken == last:
		return 0, fmt.Errorf("more than %d documents of one day", placesOfDay)
	}
	return *taken + 1, nil
}
