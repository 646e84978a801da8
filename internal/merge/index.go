package merge

import "github.com/parley-news/parley/record"

// Link says that a mention goes with an earlier one in the canonical order, and how well.
type Link struct {
	To  record.Ref
	Fit int
}

// Index is the mentions of a register as merging walks them. An error is that of the
// storage.
type Index interface {
	// Near returns the mentions that share a key (Keys) with m and whose days touch its
	// reach (Reach), without m, each once, in any order.
	Near(m *Mention) ([]*Mention, error)
	// Mention returns one mention, or nil when it is not there.
	Mention(record.Ref) (*Mention, error)
	// Out returns the links of a mention, also of one just taken out; In those that
	// link to it.
	Out(record.Ref) ([]Link, error)
	In(record.Ref) ([]record.Ref, error)
	// SetOut replaces the links of a mention.
	SetOut(record.Ref, []Link) error
}
