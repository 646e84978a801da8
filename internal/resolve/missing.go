package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
)

// addMissing adds the sides that the words of a mention leave out. Each way sees
// what those before it found, and most look only where fewer than two sides are
// known; so what the grammar requires goes before what the text suggests:
//
//   - pronouns: the subject a verb drops, the object in front of it, the person
//     the text was telling of, "their" and "his"
//   - the world: where an ambassador is posted, where the document was published,
//     where talks are held
//   - who asked for the contact, who speaks of it as theirs, whose journey it is for
//   - at last those that the sentence, or the text before, names for no other reason,
//     and the state whose own text this is
//
// A dropped subject comes first only where nobody else is known; beside one side
// it yields to who asked and who speaks.
//
// Beside a group that is no state only the grammar tells: the other side is named.
func (r *reader) addMissing(m *mention) {
	if r.joinsFocus(m) {
		return
	}
	if r.brokered(m) {
		m.brokers, m.entities, m.order, m.roles = m.entities, nil, nil, nil
		return
	}
	if m.Object != "" && len(m.order) == 0 {
		r.dropped(m)
	}
	r.takenUp(m)
	r.protagonist(m)
	r.sharers(m)
	r.owner(m)
	if m.withGroup() {
		return
	}
	r.posted(m)
	r.onVisit(m)
	r.homeOfficer(m)
	r.initiated(m)
	r.teller(m)
	r.ofTopic(m)
	r.hosted(m)
	if r.oneSided(m) || m.onlyHosts() {
		r.dropped(m)
	}
	r.traveller(m)
	r.guess(m)
	r.receivedAtHome(m)
}

// brokered reports whether a noun names nobody but those who mediate: its sides were told
// before.
func (r *reader) brokered(m *mention) bool {
	if !m.Noun || len(m.order) == 0 {
		return false
	}
	mediators := r.refs(m.Mediators)
	return !slices.ContainsFunc(m.order, func(id string) bool {
		return m.roles.of(id) != "mediator" && !slices.ContainsFunc(mediators, func(e entity) bool { return e.country() == id })
	})
}

// adjectiveOfMediator reports whether a state is only the adjective of who mediates:
// "Egyptian-brokered talks".
func (r *reader) adjectiveOfMediator(m *mention, s extract.StateRef) bool {
	return slices.ContainsFunc(r.d.Sentences[m.Sentence].Cues, func(c annotate.Cue) bool { return c.Sense() == language.Mediator && c.First == s.Last })
}

// withGroup reports whether a group that is no state takes part.
func (m *mention) withGroup() bool {
	return slices.ContainsFunc(m.entities, func(e entity) bool { return e.group != "" })
}

// receivedAtHome makes the state that issues a readout the host of a visit of which
// it names only the guest: "The visit of the Hungarian minister was put off."
func (r *reader) receivedAtHome(m *mention) {
	if !r.ownText || m.Kind != "visit" || !m.Noun || m.Generic || !m.StepSure {
		return
	}
	if len(m.order) == 1 && m.roles.of(m.order[0]) == "guest" {
		m.party(r.home, "host")
	}
}

// oneSided reports whether a mention names one side alone, or several that each
// met with the one it does not name: whose verb leaves out its subject, a single one.
func (r *reader) oneSided(m *mention) bool {
	several := m.Each || m.Dropped != "" && !m.DroppedAll && !m.Noun
	return len(m.order) == 1 || several && len(m.order) > 1 && r.onlyWith(m)
}

// theme is the subject of one of the sentences before a mention, of another side.
func (r *reader) theme(m *mention) *entity {
	for _, e := range slices.Backward(r.atHand()) {
		if e.subject && m.Sentence-e.sentence <= 2 && e.country() != "" && m.roles.of(e.country()) == "" && !r.retired(m.Candidate, e) {
			return e
		}
	}
	return nil
}

// takenUp adds whom a pronoun in front of the verb stands for: of another side,
// the subject of the last sentence that names one, else who was named last; or whom the
// one side met just before.
func (r *reader) takenUp(m *mention) {
	if m.Object == "" || len(m.order) > 1 && (m.Kind != "visit" || m.travelled()) { // "a tour that will take him to A and B"
		return
	}
	best := r.lastSubject(func(e *entity) bool {
		return e.country() != "" && m.roles.of(e.country()) == "" && e.sentence >= m.Sentence-2 && !r.retired(m.Candidate, e)
	})
	if best == nil {
		best = r.interlocutor(m)
	}
	if best != nil {
		m.add(*best, role(m.Object))
	}
}

// interlocutor returns who the one side of a mention met in the contact told of just
// before: "A was received by B. He handed him a letter."
func (r *reader) interlocutor(m *mention) *entity {
	f := r.focus
	if f == nil || len(m.order) != 1 || len(f.order) != 2 || f.roles.of(m.order[0]) == "" || m.Sentence-f.last().Sentence > 2 {
		return nil
	}
	i := slices.IndexFunc(f.entities, func(e entity) bool { return e.somebody() && e.country() != m.order[0] })
	if i < 0 {
		return nil
	}
	return &f.entities[i]
}

// protagonist adds to talks that are only said to be with several sides whom the
// text was telling of: "X met Y. Talks are planned with A and B." Each of them
// talks to that one.
func (r *reader) protagonist(m *mention) {
	if len(m.Initiators) > 0 || m.Owned || !m.Noun || m.Definite || m.Adjunct {
		return
	}
	if len(m.order) < 2 || !r.onlyWith(m) || r.journeyFor(m) != nil {
		return
	}
	if e := r.whose(m); e != nil {
		m.add(*e, "party")
		m.sides = append(m.sides, side{e, m.Cue.First})
		m.apart = m.Kind != "meeting" || m.Each
	}
}

// sharers adds the two sides that "their" stands for: the last that the sentence
// names before the mention.
func (r *reader) sharers(m *mention) {
	if !m.Theirs || !m.Adjunct || len(m.order) > 1 {
		return
	}
	st := &r.d.Sentences[m.Sentence]
	var found []entity
	for i := len(st.Actors) - 1; i >= 0 && len(found) < 2; i-- {
		a := &st.Actors[i]
		if a.Last > m.Cue.First || a.Kind == annotate.Outlet || a.Rels.Has(language.About) {
			continue
		}
		for _, e := range r.bound[m.Sentence][i] {
			if c := e.country(); c != "" && (len(found) == 0 || found[0].country() != c) {
				found = append(found, e)
			}
		}
	}
	if len(found) < 2 {
		return
	}
	for _, e := range found {
		m.add(e, "party")
	}
}

// owner adds whom a possessive stands for: the last actor before the mention, else whom
// the text was telling of.
func (r *reader) owner(m *mention) {
	if !m.Owned || len(m.order) > 1 && (m.Kind != "visit" || m.travelled()) {
		return
	}
	part := "party"
	if m.Kind == "visit" {
		part = "guest"
	}
	st := &r.d.Sentences[m.Sentence]
	for i := len(st.Actors) - 1; i >= 0; i-- {
		if a := &st.Actors[i]; a.Last <= m.Cue.First && mayOwn(a) && !r.hears(m.Sentence, i) {
			for _, e := range r.bound[m.Sentence][i] {
				m.add(e, part)
			}
			return
		}
	}
	if e := r.lastSubject(func(*entity) bool { return true }); e != nil {
		m.add(*e, part)
	}
}

// mayOwn reports whether an actor may be whom a possessive behind it stands for: "X and his
// talks", "the plans of X, among them his talks".
func mayOwn(a *annotate.Actor) bool {
	return a.Rels == 0 || a.Rels.Has(language.By) || a.Rels.Has(language.Of) && a.Kind != annotate.State && a.Kind != annotate.Organisation
}

// lastSubject returns the subject of the last sentence that names somebody who fits, or
// else who was named last, of the last few.
func (r *reader) lastSubject(fits func(*entity) bool) *entity {
	var best *entity
	for _, e := range slices.Backward(r.atHand()) {
		switch {
		case !fits(e):
		case best == nil:
			best = e
		case e.sentence != best.sentence:
			return best
		case e.subject && !best.subject:
			best = e
		}
	}
	return best
}

// hears reports whether an actor is told something in its sentence: "briefed X on his
// talks with Y", which are not those of X.
func (r *reader) hears(s, i int) bool {
	return slices.ContainsFunc(r.speechesIn(s), func(sp extract.Speech) bool {
		return slices.Contains(sp.To, extract.Ref{Sentence: s, Actor: i})
	})
}

// teller adds the side that speaks of "talks with X": its own.
func (r *reader) teller(m *mention) {
	if len(m.order) == 0 || len(m.order) > 1 && !r.onlyWith(m) || !m.Noun && !m.FirstPerson {
		return
	}
	with := false
	for _, p := range m.Participants {
		with = with || r.d.Sentences[p.Sentence].Actors[p.Actor].Rels.Has(language.With)
	}
	if !with && len(m.initiators) == 0 && !m.FirstPerson {
		return
	}
	if m.FirstPerson && r.titled(m) {
		return
	}
	speeches := r.speechesOver(m.Sentence)
	for i := range speeches {
		sp := &speeches[i]
		if m.Cue.First < sp.First || m.Cue.Last > sp.Last || len(sp.Speakers) != 1 {
			continue
		}
		for _, e := range r.refs(sp.Speakers) {
			if c := e.country(); c == "" || m.roles.of(c) != "" {
				continue
			}
			if m.FirstPerson {
				m.add(e, "party")
			} else {
				m.party(e.country(), "party")
			}
		}
	}
}

// titled adds who speaks of himself behind a colon, "Boric: I spoke with Petro", and reports
// whether there is such a one.
func (r *reader) titled(m *mention) bool {
	st := &r.d.Sentences[m.Sentence]
	if len(st.Actors) == 0 || st.Actors[0].First != st.First || st.Actors[0].Last >= m.Cue.First || r.d.Words(st.Actors[0].Last, st.Actors[0].Last+1) != ":" {
		return false
	}
	for _, e := range r.bound[m.Sentence][0] {
		m.add(e, "party")
	}
	return true
}

// traveller adds to a contact who travels for it; guests of several sides meet one
// another: "the delegations of A and B arrived in C for talks".
func (r *reader) traveller(m *mention) {
	j := r.journeyFor(m)
	if j == nil || !m.Noun || len(m.order) == 0 && j.guests() < 2 || len(m.order) > 0 && !r.onlyWith(m) && !r.ofOrganisation(m) {
		return
	}
	for _, e := range j.entities {
		if j.roles.of(e.country()) == "guest" {
			m.add(e, "party")
		}
	}
}
