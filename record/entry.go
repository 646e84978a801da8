package record

// Entry is one contact in the register: what all documents together say of it.
// Where accounts differ the field is listed in Disputed and the entry itself
// takes no side: a disputed date is the interval that covers all accounts, a
// disputed initiator or place is null.
type Entry struct {
	Schema int `json:"schema"`
	// ID is the smallest id of its members.
	ID string `json:"id"`

	Kind      string    `json:"kind"`
	Mode      string    `json:"mode"`
	Summit    bool      `json:"summit"`
	Status    string    `json:"status"`
	Step      string    `json:"step"`
	Parties   []Party   `json:"parties"`
	Groups    []string  `json:"groups"`
	People    []Person  `json:"people"`
	Date      *Date     `json:"date"`
	Place     *Place    `json:"place"`
	Duration  *Duration `json:"duration"`
	Initiator *Actor    `json:"initiator"`
	Topics    []string  `json:"topics"`
	About     []Actor   `json:"about"`
	Outcome   *string   `json:"outcome"`
	// Disputed names the fields on which accounts differ.
	Disputed []string `json:"disputed"`
	Codes    Codes    `json:"codes"`

	Members     []Member          `json:"members"`
	Accounts    []EntryAccount    `json:"accounts"`
	Life        []LifeStep        `json:"life"`
	Divergences []EntryDivergence `json:"divergences"`
	OnlyOneSide []EntryOneSided   `json:"only_one_side"`
	// Corrections are those in force, in the order of the log.
	Corrections []Correction `json:"corrections"`
	// Rejected is true when a person has said that this is no contact.
	Rejected bool `json:"rejected"`
}

// Ref names a contact of a document's reading.
type Ref struct {
	Document string `json:"document"`
	Contact  string `json:"contact"`
}

// Member is a contact of a document's reading that belongs to an entry, with what is
// known of the document.
type Member struct {
	Ref
	Outlet    *string `json:"outlet"`
	Language  string  `json:"language"`
	Published *string `json:"published"`
	Title     string  `json:"title"`
	URL       *string `json:"url"`
	// Main is true where the document is about the contact.
	Main bool `json:"main"`
}

// Words are words of a document: byte offsets into its text, half open.
type Words struct {
	Document string `json:"document"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
}

// EntryAccount is what one side, or one chain of sources without a side, asserts
// of an entry in all its documents.
type EntryAccount struct {
	// Side is the party, or the third state or organisation, whose account it is, null for
	// a source of no side.
	Side *string `json:"side"`
	// Chain is from the outlet to the original source; an outlet that names no
	// source is a chain of its own.
	Chain   []Source         `json:"chain"`
	Asserts []EntryAssertion `json:"asserts"`
}

// EntryAssertion is one value of one field, in whose words.
type EntryAssertion struct {
	// Field is one of Fields.
	Field string `json:"field"`
	Value string `json:"value"`
	Words
}

// LifeStep is one step in the life of an entry.
type LifeStep struct {
	// Status is one of Statuses, Step one of Steps.
	Status string `json:"status"`
	Step   string `json:"step"`
	// Announced is the day on which the step became known, null when no document
	// that tells of it has a day.
	Announced *string `json:"announced"`
	// For is the days the contact was then to take place, or took place.
	For *Interval `json:"for"`
	// By is the side that announced it, null when the source is of no side.
	By *string `json:"by"`
	Words
}

// Interval is from one day to another, "2006-01-02", both included.
type Interval struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// EntryDivergence is a field of an entry of which sides assert different things.
type EntryDivergence struct {
	Field string      `json:"field"`
	Sides []EntrySays `json:"sides"`
}

// EntrySays is one side's version of a field.
type EntrySays struct {
	Side string `json:"side"`
	Says string `json:"says"`
	Words
}

// EntryOneSided is a value that only one side reports. Silent lists the other sides
// that have given an account and do not mention it; it is no denial.
type EntryOneSided struct {
	Field  string   `json:"field"`
	Value  string   `json:"value"`
	Side   string   `json:"side"`
	Silent []string `json:"silent"`
	Words
}
