package passage

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/text"
	"github.com/parley-news/parley/record"
)

// Splitter cuts documents into passages. It is safe for concurrent use.
type Splitter struct {
	phrases  patterns
	calendar calendar
	we       map[string]bool
	evidence *evidence
	// words is room that no document needs now.
	words sync.Pool
}

// Result is what a document consists of.
type Result struct {
	// Passages cover the whole text, in order and without overlap. Offsets are
	// in bytes. An empty text has none.
	Passages []record.Passage
	// Comments are the readers' comments inside the passages of that role.
	Comments []record.Comment
	// Language is the ISO 639-1 code of the report (639-3 where there is no
	// shorter one), "" when nothing tells it.
	Language string
	// Genre is one of record.Genres.
	Genre string
	// Issuer is the wording that names whose text a readout or a joint
	// statement is, "" when the text does not say.
	Issuer string
}

// New builds a splitter from the noise.tsv of every pack; a pack without one
// lends its stopwords alone. The error joins all that is wrong with the files,
// each with file, line and column.
func New(packs map[string]*language.Pack) (*Splitter, error) {
	s := &Splitter{
		phrases:  patterns{first: map[string][]*pattern{}, loose: text.SetOf(nil)},
		we:       map[string]bool{},
		calendar: calendar{months: map[string]int{}, words: map[string]bool{}},
	}
	var errs []error
	for _, code := range sortedKeys(packs) {
		if len(packs[code].Noise) == 0 {
			continue
		}
		file := code + "/noise.tsv"
		n, err := readNoise(file, packs[code].Noise)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		for k, list := range n.phrases {
			for _, p := range list {
				if err := s.phrases.add(kind(k), code, file, p); err != nil {
					errs = append(errs, err)
				}
			}
		}
		s.calendar.add(n)
		for _, w := range n.we {
			s.we[form(w)] = true
		}
	}
	var err error
	if s.evidence, err = newEvidence(packs); err != nil {
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("passage: reading noise files: %w", err)
	}
	return s, nil
}

// Split says what the lines of a text are. A title known from elsewhere helps
// to find it in the text; a language that is given is believed for the report,
// and "" lets the text tell.
func (s *Splitter) Split(text, title, lang string) Result {
	d := s.read(text, title, lang)
	r := Result{Language: d.language, Passages: d.passages(), Comments: d.thread}
	d.genre(&r)
	d.words.forget()
	s.words.Put(d.words)
	return r
}

// read judges the lines of a text.
func (s *Splitter) read(text, title, lang string) *document {
	w, _ := s.words.Get().(*words)
	if w == nil {
		w = &words{}
	}
	d := &document{Splitter: s, text: text, words: w, lines: cut(text, w), language: lang}
	d.phraseLines()
	d.lines = unfold(text, d.lines, w, d.goesOn)
	d.comments()
	d.bounds()
	d.links()
	d.title(title)
	d.lists()
	d.boxes()
	d.header()
	d.fragments()
	d.tail()
	d.languages()
	return d
}

// document is a text while its lines are being judged.
type document struct {
	*Splitter
	text  string
	words *words
	lines []line
	// first and last are the first and the last line of prose of the report;
	// first > last when there is none.
	first, last int
	titleAt     int // -1 without
	sentences   int // lines of running text that end as a sentence does
	language    string
	thread      []record.Comment
	tally       tally
	// steps counts bytes weighed and lines visited; a test holds it to the
	// length of the text.
	steps int
}

// bounds finds where the running text of the report begins and ends.
func (d *document) bounds() {
	d.first, d.last, d.titleAt = len(d.lines), -1, -1
	for i := range d.lines {
		if l := &d.lines[i]; l.role == "" && l.prose() {
			d.first = min(d.first, i)
			d.last = i
			if l.stop {
				d.sentences++
			}
		}
	}
}

// passages joins neighbouring lines of one role and one language; the space
// between lines goes to the line before it.
func (d *document) passages() []record.Passage {
	if d.text == "" {
		return nil
	}
	var out []record.Passage
	for i := range d.lines {
		l := &d.lines[i]
		if n := len(out) - 1; n >= 0 && out[n].Role == l.role && out[n].Language == l.lang && l.role != record.RoleTitle {
			continue
		}
		start := l.start - l.lead
		if len(out) == 0 {
			start = 0
		} else {
			out[len(out)-1].End = start
		}
		out = append(out, record.Passage{Role: l.role, Language: l.lang, Start: start})
	}
	if len(out) == 0 {
		out = append(out, record.Passage{Role: record.RoleFurniture, Language: d.language})
	}
	out[len(out)-1].End = len(d.text)
	return out
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
