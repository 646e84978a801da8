package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/record"
)

// settle decides what the mentions of each contact leave open.
func (r *reader) settle() {
	r.telephones = r.tellsOfCalls()
	for _, c := range r.contacts {
		if c.step == "" {
			c.step = "held"
		}
		r.future(c)
		if c.kind == "talk" {
			c.kind = r.talkKind(c)
		}
		if c.kind == "talks" && c.step == "held" && len(c.order) == 2 && r.heads(c) { // two heads who held talks met
			c.kind = "meeting"
			if slices.ContainsFunc(c.mentions, func(m *mention) bool { return m.spoken() && len(m.order) == 2 && !m.Adjunct }) { // or had "a conversation"
				c.kind = r.talkKind(c)
			}
		}
		r.underWay(c)
		r.nameHolders(c)
	}
}

// talkKind settles an exchange whose form no mention gives. A place makes it a
// meeting; that somebody "spoke with" somebody or had "a conversation" with him, with
// no place, is mostly a call; nouns such as "discussions" are mostly of meetings.
func (r *reader) talkKind(c *contact) string {
	if o := r.lastOfTheirs(c); o != nil && kindGroup(o.kind) == "remote" { // a call: "their last exchange"
		return o.kind
	}
	spoke, persons := false, false
	for i := range c.entities {
		persons = persons || c.entities[i].somebody()
	}
	if !persons && phase(c.step) != "past" { // states that will or will not talk negotiate
		return "talks"
	}
	spoken := slices.ContainsFunc(c.mentions, (*mention).spoken)
	told := slices.ContainsFunc(c.mentions, func(m *mention) bool { return !m.Noun && !m.Generic })
	if !spoken && (c.step == "ongoing" || record.Steps[c.step] == "proposed" && !told) { // what goes on is more than one meeting
		return "talks"
	}
	for _, m := range c.mentions {
		for _, p := range m.Places {
			if g := r.world.Places[p.Name]; g == nil && p.Country != "" || r.exact(p) == city {
				return "meeting"
			}
		}
		spoke = spoke || !m.Noun && !m.Generic && !m.Cue.Entry.Cue.Is("met")
	}
	if spoken || spoke && !r.amongMeetings(c) && !r.meetsAround(c) {
		return "call"
	}
	if !persons && !spoke { // "the two countries resumed their discussions"
		return "talks"
	}
	return "meeting"
}

// spoken reports whether a mention tells of a contact by a word that means a call where nobody
// says otherwise.
func (m *mention) spoken() bool { return m.Cue.Entry.Cue.Is("spoken") }

// lastOfTheirs returns the contact of the same sides told of before one that is only
// called their last.
func (r *reader) lastOfTheirs(c *contact) *contact {
	if !c.mentions[0].Background || !c.mentions[0].Noun {
		return nil
	}
	for i := c.number - 1; i >= max(0, c.number-maxBack); i-- {
		if o := r.contacts[i]; len(o.order) == len(c.order) && o.between(c.order) {
			return o
		}
	}
	return nil
}

// amongMeetings reports whether the contact told of just before was a meeting that
// one of the sides had abroad, or a visit of theirs, at the same time: who met one
// leader there and "spoke with" another did so in person.
func (r *reader) amongMeetings(c *contact) bool {
	if c.number == 0 {
		return false
	}
	p := r.contacts[c.number-1]
	if phase(p.step) != phase(c.step) || c.mentions[0].Sentence-p.last().Sentence > 2 {
		return false
	}
	if p.kind == "visit" { // who travelled somewhere speaks to the hosts in person
		return p.between(c.order)
	}
	if p.kind != "meeting" {
		return false
	}
	for _, m := range p.mentions {
		if g := r.world.Places[r.town(m)]; g != nil {
			return slices.ContainsFunc(p.order, func(id string) bool { return c.roles.of(id) != "" && id != g.Country })
		}
	}
	return false
}

// meetsAround reports whether somebody of a contact met others on the same days, in a
// document that tells of no call: who holds a series of talks holds all of them so.
func (r *reader) meetsAround(c *contact) bool {
	if r.telephones {
		return false
	}
	return slices.ContainsFunc(r.contacts[max(0, c.number-maxBack):c.number], func(o *contact) bool {
		return kindGroup(o.kind) == "person" && o.kind != "visit" && phase(o.step) == phase(c.step) && !r.otherTime(o, c.mentions[0]) &&
			slices.ContainsFunc(o.entities, func(e entity) bool { return e.isPerson() && contains(c.entities, &e) })
	})
}

// tellsOfCalls reports whether a document has a word for a call or a video conference.
func (r *reader) tellsOfCalls() bool {
	for i := range r.d.Sentences {
		for j := range r.d.Sentences[i].Cues {
			if c := &r.d.Sentences[i].Cues[j]; kindGroup(c.Arg("kind")) == "remote" || c.Entry.Cue.Is("spoken") {
				return true
			}
		}
	}
	return false
}

// future corrects a step that only tense gave, or another mention than the one that
// tells the day and that it is to come: what is dated after the day of
// publication has not been held, nor what a present puts into the week under way; who
// denies it has no plans for it.
func (r *reader) future(c *contact) {
	if c.step != "held" && c.step != "ongoing" && c.step != "said-not-to-have-happened" || r.d.Published.IsZero() {
		return
	}
	_, m, d := r.date(c)
	if c.step == "said-not-to-have-happened" {
		if m != nil && d.From.After(r.d.Published) {
			c.step = "no-plans"
		}
		return
	}
	if m == nil || c.stepSure && c.step == "held" && phase(m.Step) != "future" {
		return
	}
	today := d.Kind == dates.Day && !(r.lx.Pack.PresentAhead && c.kind != "visit" && !r.d.Sentences[m.Sentence].Title)
	ahead := !c.stepSure && (!m.Noun && m.Step == "" || d.Kind == dates.Day && m.Noun && m.Future && m.Step == "held") && !today && d.Direction != dates.Past
	if d.From.After(r.d.Published) || ahead && !d.To.Before(r.d.Published) {
		c.step = "scheduled"
	}
}

// underWay makes a visit that is told of on its own day one that goes on, and what is
// only told to have begun on that day.
func (r *reader) underWay(c *contact) {
	if c.step != "held" || c.kind != "visit" && !c.begun() {
		return
	}
	_, m, d := r.date(c)
	if m == nil && c.begun() && r.isMain(c) { // "the talks have begun" is news
		c.step = "ongoing"
	}
	if m == nil || c.kind == "visit" && (m.Kind != "visit" || m.Step == "held" && !m.begins()) { // who went there may be back
		return
	}
	if !d.From.After(r.d.Published) && !d.To.Before(r.d.Published) && precision[d.Kind] >= 4 {
		c.step = "ongoing"
	}
}

// begins reports whether a mention tells of the beginning of a contact.
func (m *mention) begins() bool {
	if m.Step != "held" {
		return false
	}
	if m.StepCue != nil {
		return m.StepCue.Entry.Cue.Is("begins")
	}
	return m.Cue.Entry.Cue.Is("begins")
}

// begun reports whether some mention tells of the beginning of a contact and no other
// that it took place or ended.
func (c *contact) begun() bool {
	over := func(m *mention) bool {
		met := c.kind != "visit" && m.Kind != "visit" && !m.Noun && !m.Generic // "received him, and they began the talks"
		return m.Step == "held" && (m.StepCue != nil || met) && !m.begins()
	}
	starts := func(m *mention) bool { return m.begins() && (m.StepCue != nil || c.kind == "visit") } // who has arrived need not have met yet
	return slices.ContainsFunc(c.mentions, starts) && !slices.ContainsFunc(c.mentions, over)
}

// head returns the mention that says most of a contact: the first with the
// most parties.
func (c *contact) head() *mention {
	best := c.mentions[0]
	for _, m := range c.mentions {
		if len(m.order) > len(best.order) {
			best = m
		}
	}
	return best
}

// isMain reports whether the document is about a contact: it stands in the
// title or in the first sentences of the report.
func (r *reader) isMain(c *contact) bool {
	body := 0
	for s := range r.d.Sentences {
		if !r.d.Sentences[s].Title {
			body = s
			break
		}
	}
	for _, m := range c.mentions {
		if m.Sentence <= body+1 {
			return true
		}
	}
	return len(r.contacts) == 1
}

// evidence is the words behind a value, by token.
type evidence struct {
	field       string
	first, last int
	rule        string
}
