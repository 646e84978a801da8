package generate

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/record"
)

// text is a document being written in a language.
type text struct {
	l *language
	r *rand.Rand
	strings.Builder
	published time.Time
	// named are those whom the text names, met those it has told of.
	named, met map[*gazetteer.Person]bool
	open       bool // a paragraph has begun
	// filled are the spans of the slots of the last sentence, date its date.
	filled map[string]span
	date   *record.Date
}

type span struct{ start, end int }

// of turns a span of the text into evidence.
func (t *text) of(field, rule string, s span) record.Evidence {
	return record.Evidence{Field: field, Start: s.start, End: s.end, Text: t.String()[s.start:s.end], Rule: t.l.code + ": " + rule}
}

// scene is what sentences are about.
type scene struct {
	sides map[byte]*side
	day   time.Time
	// dated asks for a sentence that tells the day.
	dated  bool
	city   string
	topics []string
	length int
}

// paragraph begins one with the next sentence.
func (t *text) paragraph() {
	if t.open {
		t.WriteString("\n\n")
		t.open = false
	}
}

// say writes one of the sentences of a key that suits the scene, and returns which one and
// where it stands; nil when the language has none.
func (t *text) say(key string, sc *scene) (template, span) {
	var fit []template
	for _, s := range t.l.templates[key] {
		if s.suits(sc) {
			fit = append(fit, s)
		}
	}
	if len(fit) == 0 {
		return nil, span{}
	}
	chosen := fit[t.r.IntN(len(fit))]
	return chosen, t.write(chosen, sc)
}

func (t *text) write(s template, sc *scene) span {
	if t.open {
		t.WriteByte(' ')
	}
	t.open = true
	start := t.Len()
	t.filled, t.date = map[string]span{}, nil
	for _, p := range s {
		words := p.words
		if p.what != "" || p.who != 0 {
			words = t.fill(p, sc)
		}
		if t.Len() == start && words != "" {
			words = sentence(words)
		}
		from := t.Len()
		t.WriteString(words)
		t.filled[p.slot()] = span{from, t.Len()}
	}
	return span{start, t.Len()}
}

// slot names what a piece stands for.
func (p piece) slot() string {
	if p.who == 0 {
		return p.what
	}
	return string(rune(p.who)) + p.what
}

func (t *text) fill(p piece, sc *scene) string {
	who := sc.sides[p.who]
	switch p.what {
	case "", "with":
		return t.actor(who, p.what == "with")
	case "one":
		return t.l.states[who.id].one
	case "two":
		return t.l.states[who.id].two
	case "f":
		if who.woman() {
			return t.l.Feminine
		}
	case "day":
		return t.when(sc.day)
	case "full":
		return t.on(sc.day, t.l.date(sc.day, true), "explicit")
	case "city":
		return t.l.states[sc.city].city
	case "topics":
		var names []string
		for _, id := range sc.topics {
			names = append(names, t.l.Topics[id])
		}
		return strings.Join(names, t.l.And)
	case "minutes":
		return strconv.Itoa(sc.length)
	}
	return "" // he and she
}

// actor writes a side: in full at first, then often by name alone.
func (t *text) actor(s *side, with bool) string {
	name := t.l.name(s.person)
	if t.met[s.person] && t.named[s.person] && name != "" && !with && t.r.IntN(3) > 0 {
		return name
	}
	t.met[s.person] = true
	return t.l.actor(s, with, t.named[s.person])
}

// on notes how a day is told, and returns the words.
func (t *text) on(day time.Time, words, basis string) string {
	d := day.Format(time.DateOnly)
	t.date = &record.Date{From: d, To: d, Basis: basis, Text: words}
	return words
}

// when tells a day as news of the day of publication does.
func (t *text) when(day time.Time) string {
	n := int(day.Sub(t.published).Hours() / 24)
	explicit := t.r.IntN(4) == 0
	switch {
	case n < -60 || n > 60 || explicit && t.r.IntN(2) == 0:
		return t.on(day, t.l.date(day, true), "explicit")
	case n < -6 || n > 6 || explicit:
		return t.on(day, t.l.date(day, false), "explicit")
	case n == 0 && t.r.IntN(3) == 0:
		return t.on(day, t.l.Today, "relative")
	case n == -1 && t.r.IntN(3) == 0:
		return t.on(day, t.l.Yesterday, "relative")
	case n == 1 && t.r.IntN(3) == 0:
		return t.on(day, t.l.Tomorrow, "relative")
	}
	return t.on(day, t.l.weekday(day), "relative")
}
