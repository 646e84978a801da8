package parley

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/sample"
	"github.com/parley-news/parley/record"
)

// FuzzRead reads any text in any language: it never panics, and what it
// returns points at the text it read.
func FuzzRead(f *testing.F) {
	r, err := NewReader()
	if err != nil {
		f.Fatal(err)
	}
	langs := sample.Languages(f)
	for i, d := range benchCorpus(f, langs...) {
		if i%11 == 0 || i < len(langs) {
			f.Add(d.Text[:len(d.Text)/4], d.Language)
			f.Add(d.Text[:len(d.Text)/5], langs[i%len(langs)]) // as another language, cut anywhere
		}
	}
	for _, g := range growths {
		f.Add(grown(g.piece, 300), "en")
	}
	f.Add("\xff\xfe", "")
	day := "2025-09-18"
	f.Fuzz(func(t *testing.T, text, lang string) {
		got, err := r.Read(context.Background(), record.Document{Text: text, Language: lang, Published: &day})
		if err != nil {
			if utf8.ValidString(text) || !errors.Is(err, ErrText) {
				t.Fatal(err)
			}
			return
		}
		if err := sound(&got, text); err != nil {
			t.Fatal(err)
		}
	})
}

// TestReadingsAreSound reads the corpus of the benchmark as it is, with its words shuffled,
// cut off and joined, in between those of the next language, and as another language: more
// of the reader is reached so than by single bytes.
func TestReadingsAreSound(t *testing.T) {
	r, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same texts at every run
	contacts := 0
	langs := sample.Languages(t)
	docs := benchCorpus(t, langs...)
	for i, d := range docs {
		words := strings.SplitAfter(d.Text, " ")
		for round := range 5 {
			switch round {
			case 1:
				at := rnd.IntN(len(words))
				words = slices.Concat(words[at:], words[:at:at])
				words[0] = strings.TrimSpace(words[0])
			case 2:
				rnd.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
			case 3:
				next := strings.SplitAfter(docs[(i+1)%len(docs)].Text, " ")
				for k := range min(len(words), len(next)) {
					if rnd.IntN(3) == 0 {
						words[k] = next[k]
					}
				}
			case 4:
				d.Language = langs[rnd.IntN(len(langs))]
			}
			d.Text = strings.Join(words, "")
			got, err := r.Read(context.Background(), d)
			if err == nil {
				err = sound(&got, d.Text)
			}
			if err != nil {
				t.Errorf("document %d, round %d: %v", i, round, err)
			}
			contacts += len(got.Contacts)
		}
	}
	if contacts == 0 {
		t.Error("not one contact")
	}
}

// sound checks what holds of every reading of a text.
func sound(r *record.Reading, text string) error {
	at := 0
	for _, p := range r.Document.Passages {
		if p.Start != at || p.End < p.Start || !bounds(text, p.Start, p.End) {
			return fmt.Errorf("the passage %+v does not follow on %d", p, at)
		}
		at = p.End
	}
	if at != len(text) {
		return fmt.Errorf("the passages end at %d of %d", at, len(text))
	}
	for _, c := range r.Comments {
		if !bounds(text, c.Start, c.End) {
			return fmt.Errorf("the comment %+v lies outside the text", c)
		}
	}
	ids := map[string]bool{}
	for i := range r.Contacts {
		c := &r.Contacts[i]
		if ids[c.ID] {
			return fmt.Errorf("two contacts have the id %s", c.ID)
		}
		ids[c.ID] = true
		if err := soundContact(c, text); err != nil {
			return fmt.Errorf("contact %d: %w", i, err)
		}
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		if !bounds(text, s.Start, s.End) || s.Text != text[s.Start:s.End] {
			return fmt.Errorf("statement %d: [%d, %d) is not %q", i, s.Start, s.End, s.Text)
		}
		if !slices.Contains(record.Acts, s.Act) || !slices.IsSorted(s.Topics) {
			return fmt.Errorf("statement %d: act %q, topics %q", i, s.Act, s.Topics)
		}
		if (s.Kind == "quote") != (s.Quote != nil) {
			return fmt.Errorf("statement %d: kind %s, quote %v", i, s.Kind, s.Quote)
		}
		for _, id := range s.Contacts {
			if !ids[id] {
				return fmt.Errorf("statement %d speaks of the contact %s, which is not there", i, id)
			}
		}
		if err := soundEvidence(s.Evidence, text); err != nil {
			return fmt.Errorf("statement %d: %w", i, err)
		}
	}
	return nil
}

func soundContact(c *record.Contact, text string) error {
	if !slices.Contains(record.Kinds, c.Kind) || record.Steps[c.Step] != c.Status || !slices.Contains(record.Modes, c.Mode) {
		return fmt.Errorf("kind %q, step %q, status %q, mode %q", c.Kind, c.Step, c.Status, c.Mode)
	}
	if !slices.IsSortedFunc(c.Parties, func(a, b record.Party) int { return strings.Compare(a.ID, b.ID) }) || !slices.IsSorted(c.Topics) ||
		!slices.IsSortedFunc(c.About, func(a, b record.Actor) int { return strings.Compare(a.ID, b.ID) }) || !slices.IsSorted(c.Groups) {
		return fmt.Errorf("a list is not in order: %+v", c)
	}
	if c.Date != nil && c.Date.To < c.Date.From {
		return fmt.Errorf("the date ends before it begins: %+v", c.Date)
	}
	for _, a := range c.Accounts {
		for _, as := range a.Asserts {
			for _, e := range as.Evidence {
				if e < 0 || e >= len(c.Evidence) {
					return fmt.Errorf("an account rests on evidence %d of %d", e, len(c.Evidence))
				}
			}
		}
	}
	return soundEvidence(c.Evidence, text)
}

func soundEvidence(list []record.Evidence, text string) error {
	for _, e := range list {
		if !bounds(text, e.Start, e.End) || e.Text != text[e.Start:e.End] {
			return fmt.Errorf("the evidence [%d, %d) for %s is not %q", e.Start, e.End, e.Field, e.Text)
		}
	}
	return nil
}

// bounds reports whether a stretch lies in the text and cuts no rune.
func bounds(text string, start, end int) bool {
	rune := func(at int) bool { return at == len(text) || utf8.RuneStart(text[at]) }
	return 0 <= start && start <= end && end <= len(text) && rune(start) && rune(end)
}
