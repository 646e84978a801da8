package resolve

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/record"
)

// statement is a stretch of reported speech with its speaker bound.
type statement struct {
	sp       *extract.Speech
	speakers []entity
	act      string
	first    int
	last     int
	quoted   bool
	// via are those it comes through, outlet first.
	via []entity
	// until is the last sentence of the stretch.
	until    int
	contacts []*contact
}

// speech binds the speakers of one speech. A quotation without a speaker goes
// on with the last one's words.
func (r *reader) speech(sp *extract.Speech) {
	s := &statement{sp: sp, act: sp.Act, first: sp.First, last: sp.Last, until: sp.Sentence, quoted: sp.QuoteFrom >= 0 || sp.Turn}
	if sp.Nobody {
		r.nobodyAt = sp.Sentence
		return
	}
	if sp.Follows {
		r.follow(s)
		return
	}
	if s.speakers = r.speakersOf(sp); len(s.speakers) == 0 { // nobody knows who "both leaders" are
		s.speakers, s.act = r.relayers(sp), "say"
	}
	if len(s.speakers) == 0 {
		return
	}
	s.via = r.passedOn(sp, s.speakers)
	if prev := r.quoted(); sp.Carried && prev != nil {
		prev.until, prev.last = sp.Sentence, min(prev.last, r.d.Sentences[sp.Sentence].First)
	}
	r.reported(s)
	r.readout(s)
	r.agreed(s)
	r.concerns(s)
	if len(s.speakers) == 1 && s.speakers[0].isPerson() && !sp.Same && !r.inRelative(sp) { // "the statement said": its author is no "he"
		spoke := s.speakers[0]
		spoke.sentence, spoke.subject = sp.Sentence, true
		r.salient = append(r.salient, &spoke)
		r.lastPerson = &s.speakers[0]
	}
	r.state(s)
}

// inRelative reports whether a speech is told in a clause about its speaker: "met his
// counterpart, who called for".
func (r *reader) inRelative(sp *extract.Speech) bool {
	return sp.Cue != nil && slices.ContainsFunc(r.d.Sentences[sp.Sentence].Verbs, func(v annotate.VerbGroup) bool {
		return v.First <= sp.Cue.At && sp.Cue.At < v.Last && r.lx.IsRelative(r.d.Toks[v.First].Form)
	})
}

// speakersOf binds the speakers of a speech, by how it names them.
func (r *reader) speakersOf(sp *extract.Speech) []entity {
	if sp.Staff {
		if e := r.topic(sp.Sentence, &annotate.Actor{}); e != nil {
			return r.officesOf([]entity{*e})
		}
	}
	switch {
	case sp.Same:
		if es := r.author(sp); es != nil || sp.Source {
			return es
		}
		return r.convened(r.begins(sp) - 1)
	case sp.Silent:
		if e := r.resumed(sp, extract.Ref{}, &annotate.Actor{}); e != nil {
			return r.ones.Keep(*e)
		}
		return nil
	}
	return r.speakers(sp)
}

// relayers returns those who pass a speech on and can be speakers themselves.
func (r *reader) relayers(sp *extract.Speech) []entity {
	return slices.DeleteFunc(r.refs(sp.Via), func(e entity) bool { return !r.speaks(&e) })
}

// passedOn returns the sources that pass a speech on: those it names, else those of
// the statement before, where the interview or the release goes on.
func (r *reader) passedOn(sp *extract.Speech, speakers []entity) []entity {
	via := r.via(sp)
	if sp.ViaSame {
		via = append(via, r.author(sp)...)
	}
	via = slices.DeleteFunc(via, func(v entity) bool { return r.isSpeaker(&v, speakers) })
	if prev := r.lastStatement(); len(via) == 0 && prev != nil && r.begins(sp)-prev.until <= 1 && sameSpeakers(prev.speakers, speakers) {
		return prev.via
	}
	return via
}

// state adds a statement, or makes it one with the last: the first sentences of its
// quotation, or what the same speaker says in the same sentence.
func (r *reader) state(s *statement) {
	prev := r.lastStatement()
	if prev != nil && s.sp.QuoteFrom >= 0 && prev.sp.Follows && prev.sp.QuoteFrom == s.sp.QuoteFrom {
		r.statements = r.statements[:len(r.statements)-1]
		s.first = prev.first
		prev = r.lastStatement()
	}
	if prev != nil && prev.sp.Sentence == s.sp.Sentence && sameSpeakers(prev.speakers, s.speakers) {
		prev.join(s)
		return
	}
	r.statements = append(r.statements, s)
	r.sets()
}

// join makes one statement of two that one speaker makes in one sentence.
func (s *statement) join(o *statement) {
	s.first, s.last = min(s.first, o.first), max(s.last, o.last)
	if s.act == "say" {
		s.act = o.act
	}
	if !s.quoted && o.quoted {
		s.quoted = true
		sp := *s.sp
		sp.QuoteFrom, sp.QuoteTo = o.sp.QuoteFrom, o.sp.QuoteTo
		s.sp = &sp
	}
	for _, c := range o.contacts {
		if !slices.Contains(s.contacts, c) {
			s.contacts = append(s.contacts, c)
		}
	}
}

// deed reports whether a statement tells what somebody did by their words
// rather than what they said: who invites or refuses is told of, and no source.
func (s *statement) deed() bool {
	if s.sp.Cue == nil || s.sp.QuoteFrom >= 0 {
		return false
	}
	switch s.sp.Cue.Arg("act") {
	case "", "say", "deny":
		return false
	}
	return s.first <= s.sp.Cue.At
}

func (r *reader) lastStatement() *statement {
	if len(r.statements) == 0 {
		return nil
	}
	return r.statements[len(r.statements)-1]
}

// quoted is the last statement that nobody passed on inside a quotation.
func (r *reader) quoted() *statement {
	for i := len(r.statements) - 1; i >= 0; i-- {
		if !r.statements[i].sp.Carried {
			return r.statements[i]
		}
	}
	return nil
}

// follow handles a quotation without a reporting verb.
func (r *reader) follow(s *statement) {
	prev := r.quoted()
	if prev == nil {
		return
	}
	if prev.sp.QuoteTo > s.sp.QuoteFrom && prev.sp.QuoteFrom <= s.sp.QuoteFrom && prev.quoted {
		if prev == r.lastStatement() { // the same quotation, next sentence
			prev.last = max(prev.last, s.last)
		}
		prev.until = s.until
		return
	}
	if s.sp.Sentence-prev.until > 2 || r.nobodyAt > prev.sp.Sentence || r.d.Sentences[prev.sp.Sentence].Title != r.d.Sentences[s.sp.Sentence].Title {
		return
	}
	s.speakers, s.via, s.act, s.contacts = prev.speakers, prev.via, "say", prev.contacts
	if prev.quoted && s.quoted && s.sp.Sentence-prev.until <= 1 && !r.newParagraph(prev.last, s.first) {
		prev.last, prev.until = max(prev.last, s.last), s.until
		return
	}
	r.statements = append(r.statements, s)
}

// speaks reports whether an entity can be a speaker of the record: named, or an
// office or institution of a known side.
func (r *reader) speaks(e *entity) bool {
	switch {
	case e.kind == annotate.Outlet:
		return false
	case e.isPerson(), e.group != "":
		return true
	case e.institution != "" && e.institution[0] != '@':
		return true
	}
	return e.of != ""
}

// reported links a statement to the contacts its sentence speaks of.
func (r *reader) reported(s *statement) {
	for _, j := range r.joinedIn(s.sp.Sentence) {
		if j.m.Cue.First >= s.first && j.m.Cue.Last <= s.last && !slices.Contains(s.contacts, j.c) {
			s.contacts = append(s.contacts, j.c)
		}
		if s.act == "say" && j.m.Cue.First >= s.first && j.m.Cue.Last <= s.last && (j.m.Step == "said-not-to-have-happened" || j.m.Step == "no-plans") {
			s.act = "deny" // "said no meeting was planned"
		}
	}
	slices.SortFunc(s.contacts, func(a, b *contact) int { return a.number - b.number })
}

// readout notes an institution or a spokesperson of a party that tells what was
// said in the contact in focus, in a sentence that speaks of no other.
func (r *reader) readout(s *statement) {
	if r.focus == nil || len(s.speakers) != 1 || len(s.contacts) > 0 || len(r.candidatesIn(s.sp.Sentence)) > 0 || phase(r.focus.step) != "past" {
		return
	}
	e := &s.speakers[0]
	if e.institution == "" && !strings.HasSuffix(e.office, "spokesperson") || e.institution == "@side" || e.institution == "@government" || r.focus.roles.of(e.country()) == "" {
		return
	}
	for _, c := range r.inFocus() {
		r.readouts[c] = append(r.readouts[c], account{side: e.country(), chain: append(r.chain(s.via), r.source(e))})
	}
}

// via returns the outlets and persons that a statement comes through.
func (r *reader) via(sp *extract.Speech) []entity {
	var out []entity
	add := func(es []entity) {
		for i := range es {
			src := r.source(&es[i])
			if !slices.ContainsFunc(out, func(o entity) bool { return r.source(&o) == src }) {
				out = append(out, es[i])
			}
		}
	}
	for _, ref := range sp.Via {
		add(r.bound[ref.Sentence][ref.Actor])
	}
	for _, rep := range r.reportsIn(sp.Sentence) {
		if st := &r.d.Sentences[sp.Sentence]; (rep.First > st.First || rep.Last < st.Last) && (sp.First >= rep.Last || sp.Last <= rep.First) {
			continue
		}
		for _, ref := range rep.Chain {
			if !slices.Contains(sp.Speakers, ref) {
				add(r.known(ref))
			}
		}
	}
	return out
}

// isSpeaker reports whether a source is the speaker in person.
func (r *reader) isSpeaker(v *entity, es []entity) bool {
	return slices.ContainsFunc(es, func(e entity) bool { return r.display(&e) == r.display(v) })
}

// chain is some entities as sources.
func (r *reader) chain(es []entity) []record.Source {
	out := make([]record.Source, 0, len(es)+1)
	for i := range es {
		out = append(out, r.source(&es[i]))
	}
	return out
}

func (r *reader) source(e *entity) record.Source {
	s := record.Source{Name: r.display(e)}
	switch {
	case e.kind == annotate.Outlet:
		s.Type = "outlet"
	case e.isPerson():
		s.Type = "person"
	case e.institution != "":
		s.Type = "institution"
	case r.world.Organisations[e.of] != nil:
		s.Type = "organisation"
	case e.office != "":
		s.Type = "institution"
	default:
		s.Type = "state"
	}
	return s
}

// speaker makes the record of who speaks; several speakers are one, joint.
func (r *reader) speaker(es []entity) record.Speaker {
	out := record.Speaker{}
	var names, as []string
	for i := range es {
		one := r.soleSpeaker(&es[i])
		if len(es) == 1 {
			return one
		}
		names, as = append(names, one.Name), append(as, one.As)
		out.Joint = append(out.Joint, one)
	}
	out.Name, out.As = strings.Join(names, " and "), strings.Join(as, " / ")
	return out
}

func (r *reader) soleSpeaker(e *entity) record.Speaker {
	out := record.Speaker{Name: r.display(e), Type: r.source(e).Type, As: e.as}
	if id := r.identity(e); id != "" {
		out.ID = &id
	}
	if c := e.country(); c != "" {
		out.Country = &c
	}
	if o := e.office; o != "" {
		out.Office = &o
	}
	return out
}

// newParagraph reports whether a line starts between two tokens, or with the second.
func (r *reader) newParagraph(from, to int) bool {
	for i := from; i <= to && i < len(r.d.Toks); i++ {
		if r.d.Toks[i].Line {
			return true
		}
	}
	return false
}
