package record

// Correction is one line of the log of what persons have mended in a register. It
// names contacts of readings, not entries, so that it means the same however the
// entries fall. Lines are only ever added: undoing is a correction too.
type Correction struct {
	// ID counts up from 1.
	ID int64 `json:"id"`
	// At is when it was made, RFC 3339 in UTC.
	At     string `json:"at"`
	Author string `json:"author"`
	Reason string `json:"reason"`
	// Action is one of Actions.
	Action string `json:"action"`
	// Contacts are those it is about: those of one contact (merge, confirm), those to
	// be parted from From (split), those that are none (reject), one that stands for
	// its entry (set).
	Contacts []Ref `json:"contacts"`
	From     []Ref `json:"from"`
	// Field and Value are of set: one of Settable, and the value as written; "" takes
	// the value away.
	Field string `json:"field"`
	Value string `json:"value"`
	// Undoes is the id of the correction that undo takes back, else 0.
	Undoes int64 `json:"undoes"`
}

// The closed lists of corrections.
var (
	Actions = []string{"merge", "split", "confirm", "reject", "set", "undo"}
	// Settable are the fields of an entry that a person may set: date as
	// "2025-03-12" or "2025-03-01/2025-03-31", people, parties, topics and about as
	// names or codes with commas between them.
	Settable = []string{
		"kind", "mode", "status", "step", "parties", "people", "date", "place", "initiator", "topics", "about", "outcome",
	}
)
