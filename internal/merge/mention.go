package merge

import (
	"github.com/parley-news/parley/record"
)

// Day counts days from 1970-01-01.
type Day int32

// Mention is a contact of a reading with what merging looks at.
type Mention struct {
	record.Ref
	Published Day // 0 when unknown
	// From and To are the days on which it can have taken place, both included: its
	// own date, or what the day of publication and its status leave open.
	From, To Day
	// Dated is true when the text gives its days.
	Dated   bool
	Kind    string
	Mode    string
	Status  string
	Step    string
	Summit  bool
	Main    bool
	Parties []Side // sorted by ID
	People  []Who  // sorted by ID
	Place   string
	Country string // of the place
	Topics  []string
	// Initiator is the id of a party, or "".
	Initiator string
}

// Side is a party of a mention.
type Side struct{ ID, Role string }

// Who is a person of a mention.
type Who struct {
	ID, Country, Office string
	Inferred            bool
}

// Link says that a mention goes with an earlier one (in the canonical order), and
// how well.
type Link struct {
	To  record.Ref
	Fit int
}

// Index is the mentions of a register as merging walks them. Methods see what was
// written before; an error is that of the storage.
type Index interface {
	// Near returns all mentions that share a key (Keys) with m and whose days lie
	// within m's reach (Reach), m itself excluded, in any order.
	Near(m *Mention) ([]*Mention, error)
	// Mention returns one mention, or nil when it is not there.
	Mention(record.Ref) (*Mention, error)
	// Out returns the links of a mention, In those that lead to it.
	Out(record.Ref) ([]Link, error)
	In(record.Ref) ([]record.Ref, error)
	// SetOut replaces the links of a mention.
	SetOut(record.Ref, []Link) error
}
