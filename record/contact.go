package record

// Contact is one exchange, past, planned or refused, between parties.
type Contact struct {
	ID string `json:"id"`
	// Kind is one of Kinds, Mode one of Modes, Status one of Statuses and Step
	// one of Steps, the fine form of Status.
	Kind   string  `json:"kind"`
	Mode   string  `json:"mode"`
	Summit bool    `json:"summit"`
	Status string  `json:"status"`
	Step   string  `json:"step"`
	PartOf *string `json:"part_of"`

	Parties []Party  `json:"parties"`
	Groups  []string `json:"groups"`
	People  []Person `json:"people"`

	Date      *Date     `json:"date"`
	Place     *Place    `json:"place"`
	Duration  *Duration `json:"duration"`
	Initiator *Actor    `json:"initiator"`
	Topics    []string  `json:"topics"`
	About     []Actor   `json:"about"`
	Outcome   *string   `json:"outcome"`

	// ReportedBy lists chains of sources, each from the outlet named in the
	// text to the original source.
	ReportedBy [][]Source `json:"reported_by"`
	Accounts   []Account  `json:"accounts"`
	// Disputed names the fields on which accounts differ.
	Disputed []string `json:"disputed"`
	// Main is true for what the document is about, false for what it mentions
	// in passing.
	Main     bool       `json:"main"`
	Codes    Codes      `json:"codes"`
	Evidence []Evidence `json:"evidence"`
}

// Party is a state (ISO 3166 alpha-3; Kosovo XKX) or an organisation (its
// usual acronym) that takes part in a contact.
type Party struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// Type is "state" or "organisation".
	Type string `json:"type"`
	// Role is one of Roles.
	Role string `json:"role"`
}

// Person is somebody who takes part in a contact.
type Person struct {
	// ID is one for the same person in every document, language and script: the name
	// for somebody of the gazetteer, else what spellings of the name share, the country
	// and the office. Null where the text does not give all three.
	ID *string `json:"id"`
	// Name is the English Wikipedia title, or for a person not in the
	// gazetteer the wording itself in Latin letters.
	Name    string  `json:"name"`
	Native  *string `json:"native"`
	Country *string `json:"country"`
	Office  *string `json:"office"`
	// Role is "principal" for those who speak for a party, else "attendee".
	Role string `json:"role"`
	// As is the wording in the text.
	As string `json:"as"`
	// Inferred is true when only the office was named and its holder on the
	// contact's date was looked up.
	Inferred bool `json:"inferred"`
}

// Actor is a reference to a state or an organisation.
type Actor struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Source is one link of a chain of sources.
type Source struct {
	Name string `json:"name"`
	// Type is outlet, institution, person, state or organisation.
	Type string `json:"type"`
}

// Place is where a contact takes place. Lat and Lon are decimal degrees.
type Place struct {
	Name    string   `json:"name"`
	Country *string  `json:"country"`
	Lat     *float64 `json:"lat"`
	Lon     *float64 `json:"lon"`
}

// Date is an interval of days, both ends included, with its precision.
type Date struct {
	// From and To are days, "2006-01-02".
	From string `json:"from"`
	To   string `json:"to"`
	// Time is "15:04" and Zone an IANA name or "+02:00", if the text has them.
	Time *string `json:"time"`
	Zone *string `json:"zone"`
	// Basis is "explicit" when the text gives the day itself, "relative" when
	// it was counted from the day of publication.
	Basis       string `json:"basis"`
	Approximate bool   `json:"approximate"`
	Text        string `json:"text"`
}

// Duration is how long a contact took: ISO 8601 durations, either end null
// when the text leaves it open.
type Duration struct {
	Min  *string `json:"min"`
	Max  *string `json:"max"`
	Text string  `json:"text"`
}

// Codes are the event codes of two coding schemes in use.
type Codes struct {
	CAMEO  string `json:"cameo"`
	PLOVER string `json:"plover,omitempty"`
}

// Account is what one side, or one chain of sources without a side, asserts of
// a contact, field by field.
type Account struct {
	// Side is the party whose account it is, null for a source of no side.
	Side    *string     `json:"side"`
	Chain   []Source    `json:"chain"`
	Asserts []Assertion `json:"asserts"`
}

// Assertion is one value of one field, with the evidence of its contact that
// supports it, by index.
type Assertion struct {
	// Field is one of Fields.
	Field    string `json:"field"`
	Value    string `json:"value"`
	Evidence []int  `json:"evidence"`
}

// Evidence is the words that support one value, and the rule that found it.
type Evidence struct {
	Field string `json:"field"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	// Rule is "<language>: <name of the rule>", for a topic "<language>: <topic> <form>".
	Rule string `json:"rule"`
}
