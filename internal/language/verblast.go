package language

// Suffixing is what a language declares whose clauses end with their verb and whose words end with
// what others say with words of their own.
type Suffixing struct {
	// Endings maps each relation to the case endings that express it; Parted are those of them
	// that are parted from common nouns too.
	Endings map[Relation][]string `yaml:"endings"`
	Parted  []string              `yaml:"parted"`
	// Softened maps the last letter of a noun before an ending to the one it has without.
	Softened map[string]string `yaml:"softened"`
	// Attributes are the endings and postpositions by which a phrase describes the noun behind it
	// ("Ankara'daki", "arasındaki").
	Attributes []string `yaml:"attributes"`
	// DateAttributes are the endings of dates that do ("dünkü").
	DateAttributes []string `yaml:"date_attributes"`
	// Owned are the endings of nouns that have an owner, Plurals those of more than one.
	Owned struct {
		Endings []string `yaml:"endings"`
		Plurals []string `yaml:"plurals"`
	} `yaml:"owned"`
	// VerbEndings maps each kind of verb form to its endings.
	VerbEndings map[VerbForm][]string `yaml:"verb_endings"`
	// VerbWords are words that are put in front of a verb for what its ending says: not, can.
	VerbWords map[string][]string `yaml:"verb_words"`
	// NameParticles stand inside names, as those of all languages do ("es-Sisi").
	NameParticles []string `yaml:"name_particles"`
	// Nouns are starts of nouns that the tagger takes for verb forms.
	Nouns []string `yaml:"nouns"`
	// Intransitive are starts of verbs that have no object, so that a bare noun in front of one is
	// its subject.
	Intransitive []string `yaml:"intransitive"`
	// Transitive are starts of verbs that have one although a shorter start says that they do not.
	Transitive []string `yaml:"transitive"`
	// Verbalizing are starts of what makes a verb of one of the nouns.
	Verbalizing []string `yaml:"verbalizing"`
	// Middle are starts of verbs that look passive and are not.
	Middle []string `yaml:"middle"`
	// Closing are participles of "to be" behind the verb of a clause that describes ("yapacak olan").
	Closing []string `yaml:"closing"`
	// Existential are verbs that say that there is something: it stands behind them.
	Existential []string `yaml:"existential"`
}

// VerbForm is a kind of verb form of a language whose clauses end with their verb.
type VerbForm string

// The closed kinds of verb form.
const (
	// Describing: "who did" in front of its noun; Described: "that X did", or the matter of a
	// verb of saying; Promised: the same of what is to come.
	Describing VerbForm = "describing"
	Described  VerbForm = "described"
	Promised   VerbForm = "promised"
	// Wished: "that X do"; Aim: "to do".
	Wished VerbForm = "wished"
	Aim    VerbForm = "aim"
	// BareAim are those of aim that no noun has.
	BareAim VerbForm = "bare-aim"
	// Joined: "did, and"; Timed: "when X did"; Supposed: "if X does".
	Joined   VerbForm = "joined"
	Timed    VerbForm = "timed"
	Supposed VerbForm = "supposed"
	// Future, Past and Progressive forms are those of a verb that is finite, Finite all of those.
	FutureForm      VerbForm = "future"
	PastForm        VerbForm = "past"
	ProgressiveForm VerbForm = "progressive"
	FiniteForm      VerbForm = "finite"
	// Bare: described or promised without a case, which may stand in front of a noun; Passive
	// forms of any kind.
	BareForm    VerbForm = "bare"
	PassiveForm VerbForm = "passive"
)
