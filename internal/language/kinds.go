package language

// Order is a closed kind of word order.
type Order string

// The closed kinds. VerbSecond: the finite verb is the second part of a main clause, what
// completes it stands at the end, and in other clauses the whole verb does. VerbLast: the verb
// stands at the end of every clause, what governs a phrase behind it.
const (
	VerbSecond Order = "verb-second"
	VerbLast   Order = "verb-last"
)

// Conjugated lists forms of verbs: those that are nothing else, by tense, and those that are
// nouns too, which are verbs where a clause opens. Before are the words in front of a verb
// that change its tense.
type Conjugated struct {
	Past    []string `yaml:"past"`
	Present []string `yaml:"present"`
	Either  []string `yaml:"either"`
	Before  struct {
		Past     []string `yaml:"past"`
		Future   []string `yaml:"future"`
		Governed []string `yaml:"governed"`
		Opens    []string `yaml:"opens"`
	} `yaml:"before"`
}

// Numberless lists articles of the plural, and the endings of nouns, but feminine ones, that
// may be in the plural behind them.
type Numberless struct {
	Articles []string `yaml:"articles"`
	Endings  []string `yaml:"endings"`
}

// DescribedBy says how participles in front of a noun are told: by the endings of adjectives, the
// endings that participles have in front of those, and a mark that verbs have in no past.
type DescribedBy struct {
	Endings     []string `yaml:"endings"`
	Participles []string `yaml:"participles"`
	Mark        string   `yaml:"mark"`
}

// JoinedInfinitive is the mark of the infinitive where it stands between a particle and its
// verb, and what the infinitive ends in.
type JoinedInfinitive struct {
	Mark   string `yaml:"mark"`
	Ending string `yaml:"ending"`
}

// Namesake lists forms of a state that may also stand for another one: they do in
// a document that names the other more often by forms of its own.
type Namesake struct {
	State string   `yaml:"state"`
	Also  string   `yaml:"also"`
	Forms []string `yaml:"forms"`
}

// Short says beside which state forms of states.tsv stand for another.
type Short struct {
	State  string   `yaml:"state"`
	Beside string   `yaml:"beside"`
	Forms  []string `yaml:"forms"`
}

// ModelNote says where a syntax model comes from and how good it is.
type ModelNote struct {
	Treebanks []string `yaml:"treebanks"`
	Licence   string   `yaml:"licence"`
	// Figures on held-out sentences, in percent: pos (accuracy), features (F1),
	// lemma (accuracy), uas (unlabelled attachment) and subjects (F1).
	Figures map[string]float64 `yaml:"figures"`
}

// Relation is what a preposition or a case says of the phrase it governs.
type Relation string

// The closed relations.
const (
	None    Relation = ""
	With    Relation = "with"
	Between Relation = "between"
	Of      Relation = "of"
	To      Relation = "to"
	By      Relation = "by"
	In      Relation = "in"
	From    Relation = "from"
	About   Relation = "about"
	Other   Relation = "other"
	// Marked is a preposition that only marks a person as the object
	// (Romanian "pe", Spanish "a").
	Marked Relation = "object"
)

// Frame says which part each slot of a cue plays.
type Frame map[Slot]Part

// Slot is a place beside a cue where an actor can stand.
type Slot string

// The closed slots: grammatical roles, relations, and what stands in front of
// a noun (possessor, adjective).
const (
	Subject   Slot = "subject"
	Object    Slot = "object"
	Possessor Slot = "possessor"
	Adjective Slot = "adjective"
)

// Part is what an actor in a slot is to the contact.
type Part string

// The closed parts.
const (
	PartParty Part = "party"
	PartHost  Part = "host"
	PartGuest Part = "guest"
	PartPlace Part = "place"
)
