package resolve

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/pile"
	"github.com/parley-news/parley/record"
)

// reader resolves one document.
type reader struct {
	d     *annotate.Document
	lx    *annotate.Lexicon
	world *gazetteer.World
	found *extract.Findings
	docID string
	// ownText: the document is a readout, one side's own text.
	ownText bool
	// issued is the wording that names whose text it is, issues who that is.
	issued string
	issues *issuers
	// bound[sentence][actor] are the entities an actor stands for.
	bound      [][][]entity
	history    []*entity
	byPerson   map[*gazetteer.Person]*entity
	byName     map[string]*entity
	salient    []*entity
	lastPerson *entity
	lastThing  *entity
	// crowd are the several that were the subject of a sentence last, or a group.
	crowd    *entity
	lastPair []entity
	pairAt   int // its sentence
	lastList int
	// home is the state that the document names most so far, mentioned how often
	// it names each.
	home      string
	mentioned map[string]int
	// domestic is the state in which the document was published.
	domestic   string
	lastOfKind map[string]string
	// lastMinistry is the ministry named last, which "the ministry" takes up.
	lastMinistry *entity
	// focus is the contact told of last, before the one at the start of the
	// sentence.
	focus, before *contact
	contacts      []*contact
	statements    []*statement
	// joinings are the mentions of all contacts, in the order of the text.
	joinings []joining
	// summits are the first that the document tells the place of.
	summits []*extract.Candidate
	// apart: the contact in focus is one of several told of at once, so that "the
	// two leaders" are the pair named last rather than its sides.
	apart bool
	// series is the last mention that told of several meetings at once, seriesAt the
	// sentence in which one of them was told of last.
	series   *mention
	seriesAt int
	// nobodyAt is the last sentence in which somebody without a name spoke.
	nobodyAt int
	// discussed are stretches that say what a contact in focus was about.
	discussed map[*contact][]span
	// surveyed is where the text names which topic.
	surveyed *survey
	// countriesNamed counts the states it names.
	countriesNamed *countries
	// readouts are the sources that tell what was said in a contact in focus.
	readouts map[*contact][]account
	// outcomes are the statements that say what was agreed in a contact.
	outcomes map[*contact]*statement
	// words are the statements about each contact, known once all are read.
	words map[*contact][]*statement
	// clashes are the rival versions that sides give of a contact.
	clashes map[*contact][]clash
	// disclaimed are the words in which a party says it did not ask for a contact.
	disclaimed map[*contact]*extract.Aside
	// silences are what a side says nothing of, doubted what it will not confirm.
	silences []silentOn
	doubted  map[*contact]silentOn
	// mute is the last aside that somebody says nothing of a thing.
	mute *extract.Aside
	// commitments are what sides undertook, undertook each of them once.
	commitments []record.Commitment
	undertook   map[promise]bool
	// crowded is the last mention in which several take part whose states are not told.
	crowded *mention
	// topicList is that of one contact after the other.
	topicList topicList
	// Lists and values that a document has many of.
	ones     pile.Of[entity]
	rows     pile.Of[[]entity]
	strings  pile.Of[string]
	mentions pile.Of[mention]
	sides    pile.Of[side]
	parts    pile.Of[part]
	telling  pile.Of[*mention]
	// telephones: the document has a word for a call.
	telephones bool
}

// Read resolves the findings of one document into its reading; doc carries
// everything known of the document itself.
func Read(d *annotate.Document, found *extract.Findings, doc record.Document) record.Reading {
	r := &reader{
		d: d, ownText: doc.Genre == "readout", domestic: domestic(d.Lexicon.World, &doc),
		lx: d.Lexicon, world: d.Lexicon.World, found: found, docID: doc.ID,
		bound: make([][][]entity, len(d.Sentences)), byPerson: map[*gazetteer.Person]*entity{}, byName: map[string]*entity{},
		mentioned: map[string]int{}, lastOfKind: map[string]string{}, discussed: map[*contact][]span{},
		readouts: map[*contact][]account{}, outcomes: map[*contact]*statement{},
		clashes: map[*contact][]clash{}, disclaimed: map[*contact]*extract.Aside{}, doubted: map[*contact]silentOn{},
		words: map[*contact][]*statement{}, undertook: map[promise]bool{},
	}
	if doc.Issuer != nil {
		r.issued = *doc.Issuer
	}
	if r.domestic == "" {
		r.domestic = r.datelined()
	}
	c, sp := 0, 0
	for s := range d.Sentences {
		r.bind(s)
		r.before = r.focus
		for ; c < len(found.Candidates) && found.Candidates[c].Sentence == s; c++ {
			r.mention(&found.Candidates[c])
		}
		r.specify(s)
		r.backTo(s)
		r.discuss(s)
		for ; sp < len(found.Speeches) && found.Speeches[sp].Sentence == s; sp++ {
			r.speech(&found.Speeches[sp])
		}
		r.asides(s)
	}
	r.settle()
	for _, s := range r.statements {
		for _, c := range s.contacts {
			r.words[c] = append(r.words[c], s)
		}
	}
	return r.reading(doc)
}

// refs returns the entities of some actors.
func (r *reader) refs(refs []extract.Ref) []entity {
	var out []entity
	for _, ref := range refs {
		if r.bound[ref.Sentence] == nil { // who speaks a sentence later is bound by name only
			if a := &r.d.Sentences[ref.Sentence].Actors[ref.Actor]; a.Kind == annotate.Person {
				out = append(out, r.entities(ref.Sentence, ref.Actor, a)...)
			}
			continue
		}
		out = append(out, r.bound[ref.Sentence][ref.Actor]...)
	}
	return out
}
