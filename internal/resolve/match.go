package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/record"
)

// kindGroup names the kinds that can be one contact.
func kindGroup(kind string) string {
	switch kind {
	case "call", "video":
		return "remote"
	case "meeting", "talks", "visit":
		return "person"
	case "letter", "other":
		return kind
	}
	return "" // talk
}

func sameGroup(a, b string) bool {
	return kindGroup(a) == "" || kindGroup(b) == "" || kindGroup(a) == kindGroup(b)
}

// phase orders statuses: what has happened, what is to come, what will not;
// "" when nothing is said.
func phase(step string) string { return phases[step] }

var phases = func() map[string]string {
	out := map[string]string{}
	for step, status := range record.Steps {
		switch status {
		case "held", "ongoing":
			out[step] = "past"
		case "scheduled", "proposed":
			out[step] = "future"
		case "denied", "cancelled":
			out[step] = "off"
		}
	}
	return out
}()

// match finds the contact that a mention speaks of, the latest first.
func (r *reader) match(m *mention) *contact {
	var best *contact
	score := 0
	day, dated := r.bestDate(m.Candidate)
	m.day, m.dated = interval{day.From, day.To}, dated
	if c := r.called(m); c != nil {
		m.Step, m.StepSure, m.Dates, m.dated = "", false, nil, false
		return c
	}
	for _, c := range slices.Backward(r.latest()) {
		if s := r.likeness(c, m); s > score {
			best, score = c, s
		}
	}
	if r.focus != nil && r.focus.number < len(r.contacts)-maxBack {
		if s := r.likeness(r.focus, m); s > score {
			best = r.focus
		}
	}
	if best != nil {
		m.linked = len(m.order) < 2
	}
	return best
}

// likeness says how well a mention fits a contact, 0 when it does not.
func (r *reader) likeness(c *contact, m *mention) int {
	r.d.Steps += 1 + len(c.kinds) + len(c.towns) + len(c.lands) + len(c.days) + len(c.entities)
	s := r.sharing(c, m)
	if s == 0 || !r.compatibleKind(c, m) || c.beside(m) || r.otherPhase(c, m) || r.otherTime(c, m) || r.otherPlace(c, m) || r.otherPeople(c, m) {
		return 0
	}
	if r.subjectOf(c, m) || r.prepares(c, m) || len(m.order) < 2 && m.otherGroup(c) {
		return 0 // "Kinshasa and the M23 will go on talking": its sides are these
	}
	if c == r.focus {
		s += 2
	}
	if c.kind == m.Kind {
		s++
	}
	return s
}

// subjectOf reports whether a mention is what those of a contact spoke about, and so is
// another: "spoke with X about the Budapest summit".
func (r *reader) subjectOf(c *contact, m *mention) bool {
	last := c.last()
	spoke := c.kind == "talk" && phase(c.step) == "past" && !last.Noun && last.Sentence == m.Sentence && last.Cue.First < m.Cue.First
	return spoke && m.Noun && kindGroup(m.Kind) == "person" && len(m.order) < 2 && r.topical(m)
}

// prepares reports whether a journey of the same sentence is made to bring a contact about,
// and so is another: "will go to Accra to prepare the summit".
func (r *reader) prepares(c *contact, m *mention) bool {
	last := c.last()
	if last.Kind != "visit" || last.Sentence != m.Sentence || !m.Noun || m.StepCue == nil || record.Steps[m.StepCue.Arg("step")] != "scheduled" {
		return false
	}
	st := &r.d.Sentences[m.Sentence]
	for i := range st.Verbs {
		if v := &st.Verbs[i]; v.First <= m.StepCue.At && m.StepCue.At < v.Last {
			return v.Tense == annotate.Infinitive && v.First >= last.Cue.Last && v.Last <= m.Cue.First
		}
	}
	return false
}

// sameSides reports whether a mention names all the sides of a contact, and no other.
func (c *contact) sameSides(m *mention) bool {
	return len(m.order) == len(c.order) && c.between(m.order)
}

// sharing says how well the sides of a mention fit those of a contact.
func (r *reader) sharing(c *contact, m *mention) int {
	shared, extra := 0, 0
	for _, p := range m.order {
		if c.roles.of(p) != "" {
			shared++
		} else {
			extra++
		}
	}
	switch {
	case c.sameSides(m):
		return 10
	case len(m.order) <= 1 && extra == 0:
		if !r.refersBack(c, m) {
			return 0
		}
		if len(m.order) == 0 && (c != r.focus && !r.calls(c, m) || m.Foreign || r.ofOthers(c, m)) || m.rulesOut() && phase(c.step) == "future" {
			return 0
		}
		return 4 + shared
	case m.Each: // "their separate talks", after a meeting of three
	case shared >= 2 && extra == 0 && (m.Generic || m.denier != "" || m.Noun && !m.StepSure && c.last().Sentence == m.Sentence): // "will meet X for talks"
		return 6
	case shared == len(c.order) && shared >= 2:
		return 5
	case shared >= 2 && extra == 0 && r.samePhase(c, m) && r.thirdsAlone(c, m), c == r.focus && r.joinsFocus(m):
		return 5
	}
	return 0
}

// refersBack reports whether a mention without both parties may speak of a contact told of
// before: a noun or a word that refers, or a verb without an object right behind it ("the
// White House had called first").
func (r *reader) refersBack(c *contact, m *mention) bool {
	if m.Noun {
		return true
	}
	frame := m.Cue.Arg("frame")
	return !m.Foreign && (m.Generic || m.Definite || frame == "accept" || (frame == "tell" || frame == "hand") && len(m.order) == 1 && r.recent(c))
}

// calls reports whether a definite noun calls a contact told of just before by its form,
// where that in focus is of another: "The letter was handed over", after talks that it
// proposes.
func (r *reader) calls(c *contact, m *mention) bool {
	const near = 2
	return r.focus != nil && m.Definite && c.kind == m.Kind && !r.compatibleKind(r.focus, m) && m.Sentence-c.last().Sentence <= near
}

// ofOthers reports whether an indefinite noun stands in the words of somebody who is
// of no side of a contact: "There is no meeting planned," says one who tells of his own.
func (r *reader) ofOthers(c *contact, m *mention) bool {
	if !m.Noun || m.Definite || m.Owned {
		return false
	}
	for _, sp := range r.speechesOver(m.Sentence) {
		if m.Cue.First < sp.First || m.Cue.Last > sp.Last {
			continue
		}
		if side := r.oneSide(sp.Speakers); side != "" && c.roles.of(side) == "" {
			return true
		}
	}
	return false
}

// thirdsAlone reports whether the sides of a contact that a mention leaves out are
// those that others may meet without: a host, an organisation.
func (r *reader) thirdsAlone(c *contact, m *mention) bool {
	if c.visits() { // each host is another's
		return false
	}
	for _, p := range c.order {
		if m.roles.of(p) == "" && c.roles.of(p) != "host" && r.world.Organisations[p] == nil {
			return false
		}
	}
	return true
}

// rulesOut reports whether a mention refuses contacts of a kind at large: "ruled out
// any discussion" does not take back what is agreed.
func (m *mention) rulesOut() bool {
	return m.Noun && !m.Definite && !m.Owned && m.Generic && m.Step == "refused"
}

// whole reports whether a noun names a contact by its sides.
func (m *mention) whole() bool { return m.Noun && !m.Generic && len(m.order) >= 2 }

// beside reports whether a sentence that told of a contact by all its sides now
// tells of one of another kind, by all sides again: "talks have stopped since
// the summit between".
func (c *contact) beside(m *mention) bool {
	last := c.last()
	if last.Kind == "visit" || m.Kind == "visit" { // talks are held on a visit
		return false
	}
	return last.Sentence == m.Sentence && last.whole() && m.whole() && last.Kind != m.Kind && (last.Kind == "talks" || m.Kind == "talks")
}

// recent reports whether a contact is the one in focus, or the last call told of.
func (r *reader) recent(c *contact) bool {
	if c == r.focus {
		return true
	}
	for _, o := range slices.Backward(r.latest()) {
		if o.kind == "call" {
			return o == c
		}
	}
	return false
}
