package resolve

import "slices"

// further gives a mention that leaves out its sides those of the contact in
// focus, where it tells of one more of theirs, of another phase: "The next round
// will be held in Vienna", "These talks were suspended". It reports whether it
// did.
func (r *reader) further(m *mention) bool {
	c := r.focus
	if c == nil || len(c.order) < 2 || len(m.order) > 1 || !m.StepSure && !m.located() || m.Foreign {
		return false
	}
	if m.Definite && !m.numbered() && !(m.Background && (m.Theirs || m.dated && sameGroup(c.kind, m.Kind))) && (m.Generic || !sameGroup(c.kind, m.Kind)) {
		return false
	}
	if c := m.StepCue; m.Noun && c != nil && (c.Entry.Cue.POS == "ADJ" || c.Entry.Cue.POS == "ANY" && c.Arg("scope") == "modal") {
		return false // "with a view to future talks", "on the eve of the summit" tell of none
	}
	if m.Sentence-c.last().Sentence > 2 || !r.anotherOf(c, m) || !c.between(m.order) {
		return false
	}
	for _, id := range c.order {
		m.party(id, "party")
	}
	if m.Kind == "talk" && m.Background { // "their last conversation" was of the form of this one
		m.Kind = c.kind
	}
	return true
}

// anotherOf reports whether a mention without sides tells of another contact of
// those of a contact: on other days, long past, or to come.
func (r *reader) anotherOf(c *contact, m *mention) bool {
	if m.dated && m.Noun && (!m.Definite || m.numbered() || r.otherPlace(c, m)) && r.otherTime(c, m) {
		return true
	}
	to := phase(m.Step)
	return m.Background && (m.dated || to != "past") || to != "past" && to != phase(c.step)
}

// numbered reports whether a noun calls a contact one of a series: "the first round".
func (m *mention) numbered() bool { return m.Cue.Entry.Cue.Is("numbered") }

// located reports whether a noun tells of a contact by its day, and by its place or as
// one before: "the Istanbul talks in June", "the previous meeting, in December".
func (m *mention) located() bool { return m.Noun && m.dated && (m.Background || len(m.Places) > 0) }

// requested takes a request that is told of a contact already held for what it
// is: it says who asked for that one, and proposes none ("the call was requested
// by the Iranian side").
func (r *reader) requested(m *mention) {
	if !m.Noun || !m.Definite || m.Step != "called-for" || r.focus == nil || phase(r.focus.step) != "past" || !r.compatibleKind(r.focus, m) || !r.focus.between(m.order) {
		return
	}
	m.Step, m.StepSure, m.Future = "", false, false
}

// hoped takes what those in a contact want to discuss for what it is about: "arrived
// to meet X, with whom he hopes to discuss".
func (r *reader) hoped(m *mention) {
	f := r.focus
	if m.Noun || !m.Generic || len(m.Dates) > 0 || len(m.order) == 0 || f == nil || m.Sentence-f.last().Sentence > 1 {
		return
	}
	if phase(m.Step) == "future" && phase(f.step) == "past" && f.between(m.order) && m.StepCue != nil && m.StepCue.Arg("scope") == "modal" {
		m.Step, m.StepSure, m.Future = "", false, false
	}
}

// called returns the contact that a noun only calls the first of something, as whose subject
// the sentence names it: "The talks will be the first meeting of A with B since 2021".
func (r *reader) called(m *mention) *contact {
	if !m.Noun || !r.first(m) {
		return nil
	}
	for _, j := range slices.Backward(r.joinedIn(m.Sentence)) {
		if j.m.Cue.Last > m.Cue.First || !j.m.Noun {
			continue
		}
		if r.predicateOf(j.m, m) && r.compatibleKind(j.c, m) {
			return j.c
		}
		return nil
	}
	return nil
}

// first reports whether a word right before a noun, or among its own, calls it the first.
func (r *reader) first(m *mention) bool {
	const reach = 3
	for i := max(r.d.Sentences[m.Sentence].First, m.Cue.First-reach); i < m.Cue.Last; i++ {
		if r.lx.IsFirst(r.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// predicateOf reports whether one finite verb, which may stand in front of both where verbs
// do, and no preposition stands between a noun and a later one.
func (r *reader) predicateOf(subject, m *mention) bool {
	const reach = 3 // from a verb in front to its subject
	st := &r.d.Sentences[m.Sentence]
	from := -1
	for i := range st.Verbs {
		v := &st.Verbs[i]
		switch front := r.lx.Pack.VerbFirst && v.Last <= subject.Cue.First && subject.Cue.First-v.Last < reach; {
		case v.First < subject.Cue.Last && !front || v.Last > m.Cue.First:
		case from >= 0:
			return false
		default:
			from = max(v.Last, subject.Cue.Last)
		}
	}
	for k := from; k >= 0 && k < m.Cue.First; k++ {
		if st.Rels[k-st.First] != 0 || r.comma(k) {
			return false
		}
	}
	return from >= 0
}
