package merge

// A plan that is moved is told of for its old days and then for its new ones. A mention
// with the step "moved" says which the new days are, not which the old ones were: it goes
// with the plan of the same parties that was known when it was published and lay near.
const (
	// movedFar is how far a plan is moved at most, in days.
	movedFar = 60
	// movedLate is how many days after its old days a plan is still said to be moved.
	movedLate = 3
)

func (m *Mention) moved() bool { return m.Step == "moved" && m.exact() && m.Published != Unknown }

// announced reports whether a mention tells of what lies ahead.
func (m *Mention) announced() bool { return m.Status == "scheduled" || m.Status == "proposed" }

// moves reports whether a says that a plan, told of by b, is for other days.
func moves(a, b *Mention) bool {
	return a.moved() && b.announced() && b.exact() && replaces(a.Published, span{a.From, a.To}, b.Published, span{b.From, b.To})
}

// replaces reports whether a move published on one day to new days can be that of a plan
// that was known on another, for old days.
func replaces(moved Day, to span, known Day, from span) bool {
	gap := max(to.from, from.from) - min(to.to, from.to)
	return known != Unknown && known <= moved+nearDays && nearDays < gap && gap <= movedFar && from.to >= moved-movedLate
}

// Span returns the days by which an index keeps a mention, both included: those on which
// it can have taken place, and where it was moved, those on which it can have been planned.
// Both are Unknown for one that is near nothing.
func (m *Mention) Span() (from, to Day) {
	if !m.moved() {
		return m.From, m.To
	}
	return min(m.From, max(m.Published-movedLate, m.From-movedFar)), m.To + movedFar
}
