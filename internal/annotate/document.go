package annotate

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// Document is a document with its annotations.
type Document struct {
	Text      string
	Lexicon   *Lexicon
	Published time.Time // zero when unknown
	Toks      []text.Token
	Sentences []Sentence
	// Quotes are stretches between quotation marks, marks included, in order.
	Quotes []Quote
	// Steps counts the places looked at on the way to a reading; a test holds
	// it to the length of the text.
	Steps int

	buffers *buffers
}

// Sentence is one sentence. All token numbers count from the start of the
// document.
type Sentence struct {
	First, Last int
	// Title: the sentence is the document's headline.
	Title bool
	// Paragraph counts the paragraphs of the document.
	Paragraph int
	Actors    []Actor
	Places    []PlaceMention
	// States are adjectives and names of states that stand in no actor:
	// "Russian-Ukrainian talks".
	States []StateMention
	Cues   []Cue
	Verbs  []VerbGroup
	Dates  []dates.Mention
	// Words, Rels and RelFirst have one element per token: what the syntax
	// model says of it, which relations end with it, and where those start.
	Words    []Word
	Rels     []Rels
	RelFirst []int
	// And marks tokens that join a list.
	And []bool
}

// Word is what the syntax model says of a token.
type Word struct {
	Tag   syntax.Tag
	Feats syntax.Feats
}

// Rels is a set of relations: one preposition may stand for several.
type Rels uint16

var relations = []language.Relation{
	language.With, language.Between, language.Of, language.To, language.By, language.In, language.From, language.About, language.Other, language.Marked,
}

func relBit(r language.Relation) Rels {
	for i, x := range relations {
		if x == r {
			return 1 << i
		}
	}
	return 0
}

// RelSet returns the set of some relations.
func RelSet(rels ...language.Relation) Rels {
	var out Rels
	for _, r := range rels {
		out |= relBit(r)
	}
	return out
}

// Has reports whether a relation is in the set.
func (r Rels) Has(rel language.Relation) bool { return r&relBit(rel) != 0 }

// ActorKind says what an actor is named by.
type ActorKind uint8

// The kinds of actor.
const (
	Person ActorKind = iota
	OfficeHolder
	Institution
	State
	Organisation
	Group
	Outlet
	Pronoun
	Both
	Counterpart
)

// Actor is a noun phrase that stands for somebody who can act.
type Actor struct {
	First, Last int
	Kind        ActorKind
	Person      *gazetteer.Person
	// Name is the name as written, for persons.
	Name string
	// Given: the name has more than one word.
	Given bool
	// Office is an id of the gazetteer, Of the state or organisation.
	Office, Of string
	// Institution is its name, or "@kind" of the state Of.
	Institution string
	// Group is a group that is no state.
	Group string
	// Plural: more than one person or institution ("the ministers").
	Plural, Former bool
	// CounterpartOf: "his Turkish counterpart".
	IsCounterpart bool
	// Rank of a Both: leader, minister, side or country.
	Rank string
	// Female is known from a title or the gazetteer.
	Gender string
	// Rels are the relations that may govern the phrase, RelAt the first token
	// of the preposition.
	Rels  Rels
	RelAt int
	// Case is the case of the phrase, in languages that have them, as one feature or several.
	Case syntax.Feats
	// List numbers the coordination the actor is part of within its sentence.
	List int
	// Object: a preposition marks the phrase as an object. Dative: it may as well be
	// whom something is done to ("escribió a X").
	Object, Dative bool
	// To is the state an envoy is sent or accredited to.
	To string
	// Place: the same words may be a place ("in Moscow").
	Place string
	// OfBoth: "the ministers of the two countries". Owned: "his minister".
	OfBoth, Owned bool
	// Possessive: the phrase owns what follows ("Putin's call").
	Possessive bool
}

// PlaceMention is a place name.
type PlaceMention struct {
	First, Last int
	// Name is a key of the gazetteer's places, or empty for a state.
	Name, Country string
	Rels          Rels
}

// Addressed reports whether a preposition marks an actor as whom something is done to.
func (a *Actor) Addressed() bool { return a.Dative || a.Rels.Has(language.To) }

// StateMention is an adjective or name of a state that is part of no actor.
type StateMention struct {
	First, Last int
	ID          string
	Adjective   bool
	Org         bool
}

// Cue is a cue found.
type Cue struct {
	First, Last int
	// At is the token of its main word.
	At    int
	Entry *language.Entry
	// Governs: a verb, or the clause of one, hangs on the cue.
	Governs bool
}

// Arg returns an argument of the cue. A step of either scope has the one that it has
// here.
func (c *Cue) Arg(name string) string {
	v := c.Entry.Cue.Args.Get(name)
	switch {
	case v != "either":
		return v
	case c.Governs:
		return "modal"
	}
	return "predicate"
}

// Sense returns the sense of the cue.
func (c *Cue) Sense() language.Sense { return c.Entry.Cue.Sense }

// Tense is the time of a verb group.
type Tense uint8

// The tenses that matter for a contact's status.
const (
	NoTense Tense = iota
	Past
	Present
	Future
	Conditional
	// PastConditional is hearsay in French ("aurait rencontré").
	PastConditional
	Infinitive
	Participle
)

// VerbGroup is a verb with its auxiliaries and modals.
type VerbGroup struct {
	First, Last int
	// Main is the token of the main verb.
	Main             int
	Tense            Tense
	Finite           bool
	Negated, Passive bool
	// FirstPerson: the verb is about who speaks.
	FirstPerson bool
	// Subjunctive: the verb hangs on another, as an infinitive does.
	Subjunctive bool
	Progressive bool
	Plural      bool
	// Reported: the verb is in the mood of reported speech ("er sei bereit").
	Reported bool
}

// Quote is a stretch between quotation marks.
type Quote struct {
	// First and Last are tokens, marks included; Start and End bytes inside.
	First, Last int
	Start, End  int
	// Open: the closing mark is missing.
	Open bool
}

// InQuote returns the index of the quotation a token lies in, or -1.
func (d *Document) InQuote(tok int) int {
	lo, hi := 0, len(d.Quotes)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Quotes[mid].Last <= tok {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(d.Quotes) && d.Quotes[lo].First <= tok {
		return lo
	}
	return -1
}

// Words returns the text of the tokens [first, last).
func (d *Document) Words(first, last int) string {
	if first >= last {
		return ""
	}
	if last-first == 1 {
		return d.Toks[first].Raw(d.Text)
	}
	start, end := d.Bytes(first, last)
	return d.Text[start:end]
}

// between returns what stands between a token and the one before it, nothing where they were
// put beside each other.
func (d *Document) between(tok int) string {
	if from, to := d.Toks[tok-1].End, d.Toks[tok].Start; from <= to {
		return d.Text[from:to]
	}
	return ""
}

// Apart reports whether other words stand in the text between a token and the one before it.
func (d *Document) Apart(tok int) bool {
	if d.Lexicon.Pack.Order == "" {
		return false
	}
	from, to := d.Toks[tok-1].End, d.Toks[tok].Start
	if from > to {
		return true
	}
	between := strings.TrimLeftFunc(d.Text[from:to], unicode.IsLetter) // the ending of a name
	return strings.ContainsFunc(between, unicode.IsLetter)
}

// Bytes returns where the words of the tokens [first, last) lie in the text: they need not
// stand there in their order.
func (d *Document) Bytes(first, last int) (start, end int) {
	start, end = d.Toks[first].Start, d.Toks[last-1].End
	if d.Lexicon.Pack.Order == "" {
		return start, end
	}
	seen := false
	for i := first; i < last; i++ {
		switch t := &d.Toks[i]; {
		case t.Start == t.End: // it is not in the text
		case !seen:
			start, end, seen = t.Start, t.End, true
		default:
			start, end = min(start, t.Start), max(end, t.End)
		}
	}
	if d.Toks[first].Ending { // the whole word
		start = wordStart(d.Text, start)
	}
	return start, max(start, end)
}

// wordStart returns where the word starts that a byte of a text stands in.
func wordStart(s string, at int) int {
	for at > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:at])
		if !unicode.IsLetter(r) && r != '\'' && r != '’' {
			break
		}
		at -= n
	}
	return at
}
