package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/pile"
)

// Ref is an actor of the document by sentence and number.
type Ref struct{ Sentence, Actor int }

// Participant is an actor with its part in a contact.
type Participant struct {
	Ref
	Part language.Part
}

// StateRef is a state that takes part by adjective or name alone.
type StateRef struct {
	ID          string
	First, Last int
}

// Candidate is one mention of a contact.
type Candidate struct {
	Sentence int
	Cue      *annotate.Cue
	// Kind is a contact kind, or "talk" when the form is not said.
	Kind string
	// Step is the fine status, "" when nothing says how far the contact got.
	Step string
	// StepSure: words other than tense say so.
	StepSure bool
	// Open: the step is told in the present or the future, so it still holds
	// ("is ready to meet", not "had been ready to").
	Open bool
	// Beside: a comma sets it beside who is told of ("A, on a visit to B").
	Beside bool
	// Earlier: it had been called off or put off before what else the text tells.
	Earlier bool
	// Foretold: it was still to come when it was told of, which was before something
	// else of the past ("had announced that he would go").
	Foretold bool
	// Supposed: its clause only supposes ("if they meet").
	Supposed bool
	Summit   bool
	Generic  bool
	Noun     bool
	Definite bool
	// Pointed: its determiner points at what was told of before ("these talks").
	Pointed bool
	// Such: it is likened to what was told of before ("no such call"), or is that.
	Such       bool
	Background bool
	// Counted: the text only says how often ("they spoke three times").
	Counted bool
	// FirstPerson: who speaks takes part ("I will meet the president").
	FirstPerson bool
	// Attended: a definite noun of which the sentence only tells who else was there
	// ("the meeting was attended by").
	Attended bool
	// Adjunct: the noun tells the occasion of something else ("during a call").
	Adjunct bool
	// Each: words beside it tell of one contact with each of several.
	Each bool
	// Asked: it only says who asked for a contact told of before.
	Asked bool
	// Answer: it only says what became of an offer told of before.
	Answer bool
	// Foreign: it is with those who are no side ("talk with the rebels"), or the noun is
	// that of a body which is none ("the Security Council meeting"), so it does not refer
	// back.
	Foreign bool
	// Gather: several of one side meet one another ("EU ministers met in").
	Gather bool
	// Owned: a possessive stands before the noun ("his visit", "their call").
	Owned bool
	// Object is the part of whom a pronoun in front of the verb stands for ("l'a
	// reçu").
	Object language.Part
	// Theirs: several own it together.
	Theirs       bool
	Participants []Participant
	States       []StateRef
	// Initiators asked for it.
	Initiators []Ref
	Mediators  []Ref
	// MediatingStates are mediators that an adjective names ("under Qatari mediation").
	MediatingStates []StateRef
	// Dropped is the part of a subject that its verb leaves out, "" when it has one.
	Dropped language.Part
	// DroppedAll: the subject left out is several ("Hablaron de").
	DroppedAll bool
	Dates      []dates.Mention
	// Future: the wording looks ahead, so a bare weekday does too.
	Future    bool
	Durations []dates.Mention
	Places    []annotate.PlaceMention
	// First and Last are the clause, for topics and evidence.
	First, Last  int
	StepCue      *annotate.Cue
	InitiatorCue *annotate.Cue
	// Announcers are those who tell that it is to come ("Lima announced a meeting").
	Announcers []Ref
	// Matters say what it was or will be about.
	Matters []Stretch
	// Hedged: hearsay ("ar fi vorbit", "aurait rencontré").
	Hedged bool
}

// Speech is one mention of somebody's reported words.
type Speech struct {
	Sentence int
	Speakers []Ref
	Act      string
	// First and Last are tokens of the content, QuoteFrom and QuoteTo the
	// quotations in it (indices, half open).
	First, Last        int
	QuoteFrom, QuoteTo int
	// ActFrom is where the words start that the act is said of, where the speaker first said
	// other things; 0 for First.
	ActFrom int
	Cue     *annotate.Cue
	// To are those it was said to, When is the day.
	To   []Ref
	When *dates.Mention
	// Via are outlets and persons the words come through, outlet first.
	Via []Ref
	// ViaSame: the words come through the paper quoted last.
	ViaSame bool
	// Follows: a quotation without a speaker of its own, said by the last one.
	Follows bool
	// Source: only the source of a report ("according to the Kremlin").
	Source bool
	// Against are those whose words it turns down, AgainstAt where these are told of
	// ("rejected a statement from Lima that").
	Against   []Ref
	AgainstAt Stretch
	// View: told as the view of the speaker ("For Paris, ...").
	View bool
	// Same: the speaker is the author of the paper quoted last ("the statement
	// adds").
	Same  bool
	Title bool
	// Staff: who speaks are the staff of whom the sentence tells ("according to
	// his office").
	Staff bool
	// Turn: a turn of a transcript, all in the speaker's words.
	Turn bool
	// Silent: the verb has no subject of its own; who spoke goes on.
	Silent bool
	// Nobody: somebody without a name or an office speaks. No statement, but
	// what follows is not said by whoever spoke before.
	Nobody bool
	// Carried: words inside a quotation that who is quoted only passes on.
	Carried bool
	// inner: words that stand in a quotation, a statement only where they are
	// relayed by who is quoted.
	inner bool
	// verb is the reporting verb.
	verb *annotate.VerbGroup
}

// Report says that a sentence's content comes from somebody: an outlet that
// carries it or a source it is attributed to.
type Report struct {
	Sentence    int
	Chain       []Ref
	First, Last int
}

// Findings are all mentions of one document.
type Findings struct {
	Candidates []Candidate
	Speeches   []Speech
	Reports    []Report
	Matters    []Matter
	Asides     []Aside
}

// Run extracts from a document.
func Run(d *annotate.Document) *Findings {
	x := &extractor{d: d, lx: d.Lexicon, out: &Findings{}}
	contacts := 0
	for s := range d.Sentences {
		for i := range d.Sentences[s].Cues {
			if d.Sentences[s].Cues[i].Sense() == language.Contact {
				contacts++
			}
		}
	}
	x.out.Candidates = make([]Candidate, 0, contacts)
	for s := range d.Sentences {
		x.enter(s)
		x.sources()
		x.contacts()
		x.looseMatters()
		if from := len(x.out.Speeches); !x.turn() {
			x.speeches()
			x.denialOnly(from)
		}
		x.asides()
	}
	x.adopt()
	return x.out
}

type extractor struct {
	d   *annotate.Document
	lx  *annotate.Lexicon
	s   int
	st  *annotate.Sentence
	out *Findings
	// nobodys is the first quotation behind those that belong to nobody.
	nobodys int
	index   index
	// turns counts the lines that open with a speaker's name; turnEnd is the
	// token behind the last turn.
	turns   *int
	turnEnd int
	// kept is used again from sentence to sentence: the cues that mean what they say.
	kept []annotate.Cue
	// links and refs hold the chains of verbs and the lists of actors.
	links pile.Of[*annotate.VerbGroup]
	refs  pile.Of[Ref]
}
