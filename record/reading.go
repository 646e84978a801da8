package record

// Reading is all that one document says of diplomacy.
type Reading struct {
	Schema      int          `json:"schema"`
	Document    Document     `json:"document"`
	Contacts    []Contact    `json:"contacts"`
	Statements  []Statement  `json:"statements"`
	Divergences []Divergence `json:"divergences"`
	OnlyOneSide []OneSided   `json:"only_one_side"`
	Commitments []Commitment `json:"commitments"`
	Comments    []Comment    `json:"comments"`
	Warnings    []Warning    `json:"warnings"`
}

// Statement is a stretch of reported speech or thought of a named actor.
type Statement struct {
	ID      string  `json:"id"`
	Speaker Speaker `json:"speaker"`
	// Kind is "quote" (words in quotation marks) or "indirect".
	Kind string `json:"kind"`
	// Act is one of Acts.
	Act   string `json:"act"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	// Quote is the words in quotation marks, null when there are none.
	Quote *string `json:"quote"`
	// Via is the chain of sources named for this statement, outlet first.
	Via        []Source   `json:"via"`
	Addressees []Actor    `json:"addressees"`
	Topics     []string   `json:"topics"`
	About      []Actor    `json:"about"`
	Contacts   []string   `json:"contacts"`
	Date       *Date      `json:"date"`
	Codes      Codes      `json:"codes"`
	Evidence   []Evidence `json:"evidence"`
}

// Speaker is who a statement is attributed to.
type Speaker struct {
	// ID is that of Person, null for a speaker who is no person or for several.
	ID   *string `json:"id"`
	Name string  `json:"name"`
	// Type is that of Source, "" for several.
	Type string `json:"type"`
	// Country is the side spoken for: an alpha-3 code, an organisation, or
	// null for a joint statement.
	Country *string `json:"country"`
	Office  *string `json:"office"`
	As      string  `json:"as"`
	// Joint is who speaks together, where several do.
	Joint []Speaker `json:"joint,omitempty"`
}

// Each returns those who speak: the several of a joint statement, else the one.
func (s *Speaker) Each() []Speaker {
	if len(s.Joint) > 0 {
		return s.Joint
	}
	return []Speaker{*s}
}

// Divergence is a field of a contact of which two sides assert different
// things. Silence is no divergence.
type Divergence struct {
	Contact string `json:"contact"`
	Field   string `json:"field"`
	Sides   []Says `json:"sides"`
}

// Says is one side's version of a field. Evidence is an index into the
// evidence of the contact.
type Says struct {
	Side     string `json:"side"`
	Says     string `json:"says"`
	Evidence int    `json:"evidence"`
}

// OneSided is a value that one side reports and of which the text says that
// another side is silent.
type OneSided struct {
	Contact string   `json:"contact"`
	Field   string   `json:"field"`
	Value   string   `json:"value"`
	Side    string   `json:"side"`
	Silent  []string `json:"silent"`
}

// Commitment is something an actor undertook to do.
type Commitment struct {
	Who      Actor      `json:"who"`
	Text     string     `json:"text"`
	Date     *Date      `json:"date"`
	Evidence []Evidence `json:"evidence"`
}
