package language

import "github.com/parley-news/parley/internal/text"

// Pack is one language.
type Pack struct {
	// Code is the ISO 639-1 code, the name of the pack's folder.
	Code string
	Grammar
	Text    text.Rules
	Entries []Entry
	Frames  map[string]Frame
	// Dates, Noise and Syntax are the files of the steps that read them; Syntax
	// is nil where no model ships.
	Dates, Noise, Syntax []byte
}

// Grammar is what pack.yaml declares.
type Grammar struct {
	Name   string `yaml:"name"`
	Native string `yaml:"native"`
	Script string `yaml:"script"`
	// Apostrophe is one of the closed kinds of package text; Whole are words it
	// does not part, Elided the only ones that an elision parts from the next.
	Apostrophe text.Apostrophe `yaml:"apostrophe"`
	Whole      []string        `yaml:"whole"`
	Elided     []string        `yaml:"elided"`
	// Spellings are letters that another orthography writes otherwise: forms
	// are found in both.
	Spellings map[string]string `yaml:"spellings"`
	// Bare are words that lose their diacritic as a capital at the start of a sentence.
	Bare map[string]string `yaml:"bare"`
	// Marked are words that another differs from by its diacritics alone: they keep theirs.
	Marked []string `yaml:"marked"`
	// Abbreviations do not end a sentence.
	Abbreviations []string `yaml:"abbreviations"`
	// Affixes are the words that are written together with their neighbour, and what
	// words may wear.
	Affixes *text.Affixes `yaml:"affixes"`
	// Clitics are words that a hyphen joins to the next (Before) or the
	// previous (After) word and that are yet words of their own. Endings are those of
	// verbs that stand behind such a word ("encontrar-se-á").
	Clitics struct {
		Before  []string `yaml:"before"`
		After   []string `yaml:"after"`
		Endings []string `yaml:"endings"`
	} `yaml:"clitics"`
	// Enclitics are pronouns written onto the end of a verb ("reunirse"), After the
	// endings that it has in front of one, Whole the words that only look like that.
	Enclitics struct {
		Words []string `yaml:"words"`
		After []string `yaml:"after"`
		Whole []string `yaml:"whole"`
	} `yaml:"enclitics"`
	// Prefixes are words written onto the front of a noun ("expresidente"), Before
	// those nouns.
	Prefixes struct {
		Words  []string `yaml:"words"`
		Before []string `yaml:"before"`
	} `yaml:"prefixes"`
	// Quotes are pairs of quotation marks, outermost first.
	Quotes [][2]string `yaml:"quotes"`
	// That introduces reported speech, Relative a relative clause, Subordinate
	// any other clause with a verb of its own, And joins the parts of a list.
	That        []string `yaml:"that"`
	Relative    []string `yaml:"relative"`
	Subordinate []string `yaml:"subordinate"`
	// If opens a clause that asks or supposes.
	If []string `yaml:"if"`
	// Clefts set one phrase of a clause apart, before its "that" ("c'est avec X
	// que"). Except, behind a verb, makes a single negation a limit ("ne ... que").
	Clefts    []string `yaml:"clefts"`
	Except    []string `yaml:"except"`
	And       []string `yaml:"and"`
	Negations []string `yaml:"negations"`
	// IdleNegation are the words before "that" in whose clause a single negation says
	// nothing ("avant").
	IdleNegation []string `yaml:"idle_negation"`
	// Future and Conditional are auxiliaries that the tagger does not mark.
	Future      []string `yaml:"future"`
	Conditional []string `yaml:"conditional"`
	// Infinitive marks an infinitive where no verb governs it: without it a form
	// that the tagger takes for one is finite.
	Infinitive []string `yaml:"infinitive"`
	// Must are verbs that say what somebody has to do.
	Must []string `yaml:"must"`
	// Passive are auxiliaries that make a participle passive.
	Passive []string `yaml:"passive"`
	// Auxiliaries are forms that are one before a participle, though the tagger
	// takes them for an article.
	Auxiliaries []string `yaml:"auxiliaries"`
	// Prepositions are words that the tagger takes for others.
	Prepositions []string `yaml:"prepositions"`
	// Verbs are forms of verbs that the tagger takes for nouns.
	Verbs []string `yaml:"verbs"`
	// OnlyFuture and OnlyPast are endings, as written, that verbs have in no other
	// tense.
	OnlyFuture []string `yaml:"only_future"`
	OnlyPast   []string `yaml:"only_past"`
	// PastEndings are those of all pasts without an auxiliary: what the tagger takes for
	// one and has none of them is a present.
	PastEndings []string `yaml:"past_endings"`
	// OnlyInfinitive are endings, as written, of infinitives: what the tagger takes for a
	// name, with a small letter and such an ending, is one.
	OnlyInfinitive []string `yaml:"only_infinitive"`
	// Thereof are words that open a sentence and stand for the one before, in front of the verb
	// that tells whose words it was ("Об этом сообщил X", "Lo ha detto X").
	Thereof []string `yaml:"thereof"`
	// As are words that open a clause which tells whose words those around it are ("как
	// сообщили в МИД, ...").
	As []string `yaml:"as"`
	// Tenses are forms of verbs that show their tense by themselves, whatever the tagger takes
	// them for: Future, Past, and Passive for participles in no case.
	Tenses map[string][]string `yaml:"tenses"`
	// Conjugated are forms of verbs by tense, whatever the tagger says.
	Conjugated Conjugated `yaml:"conjugated"`
	// NoCapitals: the script has none, so that names are told by the tagger and by being no
	// words of the language.
	NoCapitals bool `yaml:"no_capitals"`
	// VerbFirst: the subject stands behind its verb, in front of the object.
	VerbFirst bool `yaml:"verb_first"`
	// Construct: a noun without an article owns nothing, but belongs to what stands behind it.
	Construct bool `yaml:"construct"`
	// Anymore are words that with a negation say that what was to be will not.
	Anymore []string `yaml:"anymore"`
	// ConditionalEndings are those that every conditional without an auxiliary has:
	// what the tagger takes for one and has none of them is an imperfect.
	ConditionalEndings []string `yaml:"conditional_endings"`
	// OnlyConditional are endings that no imperfect has, as written.
	OnlyConditional []string `yaml:"only_conditional"`
	// OnlyParticiple are endings, as written, that no present of a single third person has.
	OnlyParticiple []string `yaml:"only_participle"`
	// OnlyPresent are endings, as written, that no past has.
	OnlyPresent []string `yaml:"only_present"`
	// Oblique are endings that only nouns in the genitive or the dative have.
	Oblique []string `yaml:"oblique"`
	// Caseless are the genders of persons whose names show no case.
	Caseless []string `yaml:"caseless"`
	// Definite are endings that make a noun definite.
	Definite []string `yaml:"definite"`
	// Active are auxiliaries that make no passive, whatever the tagger takes the
	// participle for.
	Active []string `yaml:"active"`
	// Undergo are forms of verbs that, turned on their subject, make a passive of the
	// infinitive behind them ("s'est vu refuser").
	Undergo []string `yaml:"undergo"`
	// Perfect are auxiliaries that make a past of a conditional, and a passive
	// otherwise.
	Perfect []string `yaml:"perfect"`
	// Natives: behind an article the adjective of a state stands for somebody of it who
	// was named before ("el uruguayo").
	Natives bool `yaml:"natives"`
	// Attributive: the name of a state may stand in front of a noun as its
	// adjective ("UK minister").
	Attributive bool `yaml:"attributive"`
	// BareRelatives: a relative clause may need no relative word ("the talks he had").
	BareRelatives bool `yaml:"bare_relatives"`
	// Order is how the words of clauses are ordered where not as subject, verb, rest.
	Order Order `yaml:"order"`
	// Particles are first parts of verbs that stand at the end of their clause ("rief ... an").
	Particles []string `yaml:"particles"`
	// Postpositions are prepositions that stand behind what they govern ("Merz zufolge").
	Postpositions []string `yaml:"postpositions"`
	// Unsubject are articles and pronouns in cases in which no subject stands.
	Unsubject []string `yaml:"unsubject"`
	// OfArticles are articles in the genitive: behind a noun they say whose it is.
	OfArticles []string `yaml:"of_articles"`
	// Genitive are the endings by which names tell whose something is ("Putins").
	Genitive []string `yaml:"genitive"`
	// CapitalNouns: all nouns are written with a capital, not names alone.
	CapitalNouns bool `yaml:"capital_nouns"`
	// AsTold are words that open a clause which only says who tells what stands beside it
	// ("Wie X mitteilte, ...").
	AsTold []string `yaml:"as_told"`
	// Being are forms of "to be", BePast participles with which it makes a past: with others it
	// tells a state ("ist geplant").
	Being  []string `yaml:"being"`
	BePast []string `yaml:"be_past"`
	// Preterites are forms of verbs that are a past and nothing else, whatever the tagger says.
	Preterites []string `yaml:"preterites"`
	// Numberless tells the number of nouns that are the same in both ("die Außenminister").
	Numberless Numberless `yaml:"numberless"`
	// SubjectArticles are articles and relative words that nothing but a subject has ("der").
	SubjectArticles []string `yaml:"subject_articles"`
	// JoinedInfinitive is how infinitives with their mark inside are told ("aufzunehmen").
	JoinedInfinitive JoinedInfinitive `yaml:"joined_infinitive"`
	// PluralVerbs are endings of verbs whose subject is in the plural.
	PluralVerbs []string `yaml:"plural_verbs"`
	// Limiting are words that turn a negation in front of them into more than was expected
	// ("nicht nur").
	Limiting []string `yaml:"limiting"`
	// PresentAhead: news tells in the present only what is to come, even of the day it is written.
	PresentAhead bool `yaml:"present_ahead"`
	// Purposes are prepositions of what somebody travels for, Goals those of where: what for may
	// stand in front of where ("reist zu Gesprächen nach Polen").
	Purposes []string `yaml:"purposes"`
	Goals    []string `yaml:"goals"`
	// DescribedBy is how participles in front of a noun are told ("der für Freitag geplante Besuch").
	DescribedBy DescribedBy `yaml:"described_by"`
	// Presents are finite forms of verbs that are no past though they end as one.
	Presents []string `yaml:"presents"`
	// Quoting are forms of verbs in the mood of reported speech, whatever the tagger says.
	Quoting []string `yaml:"quoting"`
	// Hearsay: a past conditional tells what others say has happened ("aurait vu").
	Hearsay bool `yaml:"hearsay"`
	// Documents are nouns of things that are called by the place they were made
	// in ("Minsk agreements"), so that the place is no government there.
	Documents []string `yaml:"documents"`
	// Media are nouns of media: a name after one is an outlet.
	Media []string `yaml:"media"`
	// Possessive marks, after a name, that the name owns what follows.
	Possessive []string `yaml:"possessive"`
	// Pronouns stand for the subject of an earlier sentence.
	Pronouns struct {
		Singular []string `yaml:"singular"`
		Plural   []string `yaml:"plural"`
		// Expletives are phrases whose pronoun stands for nobody ("il y a").
		Expletives []string `yaml:"expletives"`
		// Latter are those of the singular that take up who was named last.
		Latter []string `yaml:"latter"`
		// Anybody are those that may mean anybody ("on").
		Anybody []string `yaml:"anybody"`
		// Reflexives turn a verb on its subject.
		Reflexives []string `yaml:"reflexives"`
		// Objects stand in front of a verb for its object ("l'", "lui").
		Objects []string `yaml:"objects"`
		// Things stand for states and institutions, not for persons.
		Things []string `yaml:"things"`
	} `yaml:"pronouns"`
	// Genders lists the pronouns of the genders m and f.
	Genders map[string][]string `yaml:"genders"`
	// ProDrop: a verb needs no pronoun for a subject told of before.
	ProDrop bool `yaml:"pro_drop"`
	// NoPreterite: news tells nothing in a past without an auxiliary; what the
	// tagger takes for one is a present.
	NoPreterite bool `yaml:"no_preterite"`
	// PluralAnybody: a verb in the plural without a subject tells what anybody does, those of
	// an institution where one is named ("в Кремле заявили").
	PluralAnybody bool `yaml:"plural_anybody"`
	// BareParticiples: a passive participle in no case is a predicate without an auxiliary
	// ("встреча отменена").
	BareParticiples bool `yaml:"bare_participles"`
	// Owners are possessive determiners ("his", "leur").
	Owners []string `yaml:"owners"`
	// Theirs are those of them that several own by together ("leur"), Where the
	// relative words that stand for a place ("où").
	Theirs []string `yaml:"theirs"`
	Where  []string `yaml:"where"`
	// These are determiners that point at something told of before ("this").
	These []string `yaml:"these"`
	// Such are the words that liken something to what was told of before ("such").
	Such []string `yaml:"such"`
	// Until are the words before the day that something is put off to ("until").
	Until []string `yaml:"until"`
	// Meant are the words before the day that something is planned for ("for").
	Meant []string `yaml:"meant"`
	// Ones are the words that stand for an office named before them ("celui").
	Ones []string `yaml:"ones"`
	// Utterances are nouns for what somebody issues, which can stand as the
	// subject of a reporting verb in its author's place ("the statement adds").
	Utterances []string `yaml:"utterances"`
	// Unreal are words in front of a noun that leave open whether there will be such
	// a thing ("any", "without").
	Unreal []string `yaml:"unreal"`
	// Firsts say that something is the first of its kind, where the word for "from" also
	// says since when ("prima vizită din 1946").
	Firsts []string `yaml:"firsts"`
	// Claims are nouns for what is said to be so: who rejects one denies it.
	Claims []string `yaml:"claims"`
	// Informants are nouns for who tells something without a name ("a source").
	Informants []string `yaml:"informants"`
	// Staff are nouns for those who speak in somebody's name ("the premier's
	// office").
	Staff []string `yaml:"staff"`
	// Quantities are nouns that only count those behind their "of" ("une dizaine
	// de ministres").
	Quantities []string `yaml:"quantities"`
	// Sites are nouns for places of a kind, whose name follows ("the city of Geneva").
	Sites []string `yaml:"sites"`
	// Buildings are nouns for what bears somebody's name ("aéroport Ahmed Sékou Touré").
	Buildings []string `yaml:"buildings"`
	// Heads are nouns for who heads or serves something: with a state behind them they tell
	// whose officer somebody is ("the head of Chad's customs").
	Heads []string `yaml:"heads"`
	// Members are nouns for the states that an organisation is made of ("les pays
	// membres de l'UE").
	Members []string `yaml:"members"`
	// Articles are articles and the words that stand in their place; Indefinite
	// are those of them that bring in something new.
	Articles   []string `yaml:"articles"`
	Indefinite []string `yaml:"indefinite"`
	// Doubles are words that are an article or a preposition, as the tagger says ("a").
	Doubles []string `yaml:"doubles"`
	// Adverbs are words that together say how or how often, and govern nothing ("de
	// nouveau", "once more").
	Adverbs []string `yaml:"adverbs"`
	// Adjuncts introduce a contact as the occasion of something else ("during
	// a call with").
	Adjuncts []string `yaml:"adjuncts"`
	// Each are words by which several contacts are told at once: one of each
	// ("separate", "tour à tour").
	Each []string `yaml:"each"`
	// Including are words that name some of those told of before ("including", "dont").
	Including []string `yaml:"including"`
	// Namely are words that open a sentence which names those told of before ("they are").
	Namely []string `yaml:"namely"`
	// Preconditions are words that open a clause which has to come true before something else
	// does ("until", "tant que").
	Preconditions []string `yaml:"preconditions"`
	// Ahead are words that open a clause which tells what comes after the main one
	// ("before", "avant que").
	Ahead []string `yaml:"ahead"`
	// Since are words behind a negated verb by which it tells how long something has
	// not happened ("since", "depuis").
	Since []string `yaml:"since"`
	// Done are words before a verb by which it tells what was over by then ("after").
	Done []string `yaml:"done"`
	// Next are words by which a text goes on with one more of the same day
	// ("then", "également").
	Next []string `yaml:"next"`
	// Namesakes are forms that two states share ("Congo").
	Namesakes []Namesake `yaml:"namesakes"`
	// Shorts are forms that name a state only in a text that names it, and another,
	// otherwise too ("the North").
	Shorts []Short `yaml:"shorts"`
	// NameEndings are the endings that cases give names, in the order in which they
	// are tried.
	NameEndings []NameEnding `yaml:"name_endings"`
	// TitleLabels: a title may open with what it is about and a comma ("Libia, A vede B").
	TitleLabels bool `yaml:"title_labels"`
	// Country is the state in whose press a text in the language stands, where nothing tells.
	Country string `yaml:"country"`
	// Appended: short names of organisations and states may stand behind a noun as its
	// adjectives ("il vertice Nato").
	Appended bool `yaml:"appended"`
	// NameUsages are what the language writes in names of other languages for letters that
	// English writes otherwise, several sets where it is inconsistent.
	NameUsages []map[string]string `yaml:"name_usages"`
	// Stopwords are frequent words by which the language of a text is told.
	Stopwords []string `yaml:"stopwords"`
	// Cases maps a case of the tagger to the relation it stands for.
	Cases map[string]Relation `yaml:"cases"`
	// Plurals are endings that make a noun of a contact plural, and an office, which they put
	// in no case.
	Plurals []string `yaml:"plurals"`
	// Singulars are endings that make an office singular.
	Singulars []string `yaml:"singulars"`
	// NameCases are endings by which a name shows its case, whatever the tagger says.
	NameCases []NameCase `yaml:"name_cases"`
	// Feminine are endings that feminine nouns have in their first case and masculine ones in
	// the genitive.
	Feminine []string `yaml:"feminine"`
	// Relations maps each relation to the words that express it.
	Relations map[Relation][]string `yaml:"relations"`
	Suffixing `yaml:",inline"`
	// Model describes the syntax model that ships with the pack.
	Model ModelNote `yaml:"model"`
}
