package merge

// manyParties is from how many parties on each party of a mention is a key of its own;
// above tooMany there are too many pairs to be keys.
const (
	manyParties = 4
	tooMany     = 6
)

// Keys returns what a mention is found by: its pairs of parties; where there are many
// parties, each of them; a lone party by itself. Two mentions that share no key are
// never the same contact.
func Keys(m *Mention) []string {
	n := len(m.Parties)
	if n == 1 {
		return []string{m.Parties[0].ID}
	}
	var out []string
	if n >= manyParties {
		for _, p := range m.Parties {
			out = append(out, p.ID+"*")
		}
	}
	if n > tooMany {
		return out
	}
	for i, a := range m.Parties {
		for _, b := range m.Parties[i+1:] {
			out = append(out, a.ID+"-"+b.ID)
		}
	}
	return out
}

// nearDays is how far apart two days may lie that are one event's: on either side of
// midnight, or told by the day it was published.
const nearDays = 1

// Reach returns the days, both included, within which another mention must have one of
// its span (Span) to be near m. ok is false when m has none: it is near nothing.
func Reach(m *Mention) (from, to Day, ok bool) {
	from, to = m.Span()
	if from == Unknown {
		return Unknown, Unknown, false
	}
	return from - nearDays, to + nearDays, true
}

// Widths are the upper ends of the classes of width by which an index keeps mentions, in
// days. Of a class with the end w, only those that begin at most w days before a reach
// can touch it; the last class has no end.
var Widths = []Day{3, 31, 200, 400}

// Width returns the class of the width of a mention's span, an index into Widths or
// len(Widths).
func Width(m *Mention) int {
	from, to := m.Span()
	for i, w := range Widths {
		if to-from <= w {
			return i
		}
	}
	return len(Widths)
}
