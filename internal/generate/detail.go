package generate

import (
	"fmt"

	"github.com/parley-news/parley/record"
)

// length tells how long a conversation took.
func (w *writer) length() {
	if w.t.story.kind == "meeting" || w.r.IntN(3) > 0 {
		return
	}
	w.say("length", &w.scene)
	iso := fmt.Sprintf("PT%dM", w.scene.length)
	if h := w.scene.length / 60; h > 0 {
		iso = fmt.Sprintf("PT%dH", h)
		if m := w.scene.length % 60; m > 0 {
			iso += fmt.Sprintf("%dM", m)
		}
	}
	at := w.filled["minutes"]
	w.main.Duration = &record.Duration{Min: &iso, Max: &iso, Text: w.String()[at.start:at.end]}
	w.main.Evidence = append(w.main.Evidence, w.of("duration", "duration", at))
}

// initiator tells who asked for the contact: as a fact, or as what one or both sides say.
func (w *writer) initiator() {
	s := w.t.story
	if s.initiator == "" || w.r.IntN(2) == 0 {
		return
	}
	by, other := s.a, s.b
	if s.initiator == s.b.id {
		by, other = other, by
	}
	switch {
	case s.disputed && w.r.IntN(3) == 0:
		w.claim(by, other)
		w.claim(other, by)
		w.main.Disputed = []string{"initiator"}
	case s.disputed && w.r.IntN(2) == 0:
		w.claim(by, other)
		w.askedBy(other)
	case s.disputed || w.r.IntN(5) == 0:
		w.claim(other, by)
		w.askedBy(by)
	default:
		w.tellInitiator("initiator.", by, nil)
		w.askedBy(by)
	}
}

func (w *writer) askedBy(s *side) {
	w.main.Initiator = &record.Actor{ID: s.id, Name: w.g.cast.world.ActorName(s.id)}
}

// claim tells who asked for the contact as what the government of one side says.
func (w *writer) claim(says, asked *side) {
	n := w.tellInitiator("claim.", asked, says)
	chain := []record.Source{{Name: "Government of " + w.g.cast.world.ActorName(says.id), Type: "institution"}}
	w.main.ReportedBy = append(w.main.ReportedBy, chain)
	w.main.Accounts = append(w.main.Accounts, record.Account{
		Side: &says.id, Chain: chain,
		Asserts: []record.Assertion{{Field: "initiator", Value: asked.id, Evidence: []int{n}}},
	})
}

// tellInitiator writes the sentence and returns the number of its evidence.
func (w *writer) tellInitiator(key string, asked, says *side) int {
	form := "call"
	if w.t.story.kind == "meeting" {
		form = "meeting"
	}
	sc := w.scene
	sc.sides = map[byte]*side{'X': asked, 'Y': says}
	_, at := w.say(key+form, &sc)
	w.main.Evidence = append(w.main.Evidence, w.of("initiator", "initiator", at))
	return len(w.main.Evidence) - 1
}

// quote writes what one of the two says.
func (w *writer) quote() {
	who := w.scene.sides["AB"[w.r.IntN(2)]]
	sc := w.scene
	sc.sides = map[byte]*side{'X': who}
	said, at := w.say("quote", &sc)
	if said == nil {
		return // the language has none for a woman, or for a man
	}
	words := w.String()[at.start:at.end]
	as := w.filled["X"]
	w.truth.Statements = append(w.truth.Statements, record.Statement{
		ID:      hashOf(w.doc.ID, at.start, at.end),
		Speaker: record.Speaker{ID: &who.person.Name, Name: who.person.Name, Type: "person", Country: &who.id, Office: &who.office, As: w.String()[as.start:as.end]},
		Kind:    "indirect", Act: "say", Start: at.start, End: at.end, Text: words,
		Via: []record.Source{}, Addressees: []record.Actor{}, Topics: []string{}, About: []record.Actor{}, Contacts: []string{},
		Codes: record.Codes{CAMEO: "010"}, Evidence: []record.Evidence{w.of("act", "speech say", at)},
	})
}

// background tells of an earlier contact: of the same two, or of one of them with somebody
// else.
func (w *writer) background() {
	key, o := "background.same.", w.t.story.before
	if o == nil || w.t.story.aside != nil && w.r.IntN(2) == 0 {
		key, o = "background.other.", w.t.story.aside
	}
	if o == nil || o.kind == "video" || !o.day.Before(w.t.published) || !o.day.Before(w.t.story.day) {
		return
	}
	sc := scene{sides: map[byte]*side{'A': o.a, 'B': o.b}, day: o.day}
	if key == "background.other." {
		for _, x := range []*side{o.a, o.b} {
			w.named[x.person] = w.named[x.person] || !w.met[x.person]
		}
	}
	said, at := w.say(key+o.kind, &sc)
	if said == nil {
		return
	}
	c := blank(w.doc.ID, at.start, at.end)
	c.Kind, c.Status, c.Step = o.kind, "held", "held"
	c.Codes = codes(c.Kind, c.Status)
	w.g.attend(&c, o, func(x *side) string {
		if !w.named[x.person] {
			return ""
		}
		return w.l.name(x.person)
	})
	c.Date = w.date
	c.Evidence = append(c.Evidence, w.of("kind", "contact "+o.kind, at), w.of("status", "step held", at), w.of("date", "date", w.filled["full"]))
	w.truth.Contacts = append(w.truth.Contacts, Told{o.number, c})
}
