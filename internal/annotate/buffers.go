package annotate

import (
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/pile"
	"github.com/parley-news/parley/internal/text"
)

// finder holds what is known while one document is read.
type finder struct {
	lx    *Lexicon
	d     *Document
	words []Word
	lists int
	// defined holds the actors that the document gives an acronym of its own:
	// "the Office of the Prime Minister (OPM)".
	defined map[string]*Actor
	// swapped maps the entries of forms that the document uses for another state.
	swapped map[int32]int32
	// dropped holds the entries of short forms that name no state in the document.
	dropped map[int32]bool
	// ordered holds what the syntax model says of the tokens of the document, where they were
	// put into another order.
	ordered []Word
	// orderedDates are the dates of those sentences, by their first token.
	orderedDates map[int][]dates.Mention
	// sentenceStart is the first token of the sentence that words belongs to.
	sentenceStart int
	*buffers
}

// buffers are the parts of a finder that serve one document after the other.
type buffers struct {
	toks      []text.Token
	folds     text.Folds
	spans     []span
	full      [][]unit // the full names in each sentence
	room      room
	sentences []Sentence
	// acting, meaning and doing hold the actors, cues and verbs of the sentences.
	acting  pile.Of[Actor]
	meaning pile.Of[Cue]
	doing   pile.Of[VerbGroup]
	tag     tagger
	people  people
	found   []phrase.Match
	// naming, cueing and grammar are what match found in the sentence; taken and
	// whole hold its units, actors the phrases read so far, groups its verbs, meant its
	// cues, keyed the skeletons of one name.
	naming, cueing, grammar []phrase.Match
	taken, whole            []unit
	actors                  []Actor
	groups                  []VerbGroup
	meant                   []Cue
	keyed                   []string
	// skeletons has one element per token of the document: the skeleton of its
	// word, "" until it is first asked for.
	skeletons []string
	// stemmed holds what stems has worked out, by the word, and written the words
	// with a capital; both are filled when they are first asked for.
	stemmed map[string][]string
	written map[string]bool
	// stateLen and stateID have one element per token of the sentence: the
	// longest name or adjective of a state that starts there.
	stateLen []int
	stateID  []int32
	// dated marks the tokens of dates in the sentence.
	dated []bool
	// arranged has what the tagger says of each token where words were put into another
	// order, reported the verbs in the mood of reported speech.
	arranged []Word
	reported []bool
	// lower holds the words that the document writes without a capital; it is
	// filled when it is first asked for.
	lower map[string]bool
	// former marks the words that say that an office was left.
	former []bool
	// home marks the words that say that it is of one's own country.
	home []bool
	// passing marks those, and the words that say it is held for a time.
	passing []bool
}

func newBuffers() *buffers {
	return &buffers{
		people: people{
			known: map[*gazetteer.Person]bool{}, spelt: map[string]*gazetteer.Person{},
			called: map[string]*gazetteer.Person{}, unknown: map[string]*stranger{},
		},
		lower: map[string]bool{}, stemmed: map[string][]string{}, written: map[string]bool{},
	}
}

// forget drops what was found in a document, and whatever would keep its text.
func (b *buffers) forget() {
	clear(b.toks)
	clear(b.full)
	clear(b.sentences)
	b.acting.Forget()
	b.meaning.Forget()
	b.doing.Forget()
	clear(b.tag.words[:cap(b.tag.words)])
	clear(b.taken[:cap(b.taken)])
	clear(b.whole[:cap(b.whole)])
	clear(b.actors[:cap(b.actors)])
	clear(b.people.known)
	clear(b.people.spelt)
	clear(b.people.called)
	clear(b.people.unknown)
	clear(b.lower)
	clear(b.stemmed)
	clear(b.written)
}

// zeroed returns a slice of n elements, all zero: s itself if it has room.
func zeroed[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	s = s[:n]
	clear(s)
	return s
}
