package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/record"
)

// silentOn is a thing that one side of a contact reports and of which another says
// nothing, or which it will neither confirm nor deny.
type silentOn struct {
	of           *contact
	side, silent string
	told         *statement
	by           *extract.Aside
}

// silence notes that a party says nothing of what another side reported last, or will not
// confirm it.
func (r *reader) silence(a *extract.Aside) {
	silent := r.oneSide(a.By)
	r.mute = a
	told, side := r.toldByOther(a.Sentence, silent, r.topicsAround(a))
	if silent == "" || told == nil {
		return
	}
	about := told.contacts
	if len(about) == 0 && r.focus != nil {
		about = []*contact{r.focus}
	}
	for _, c := range about {
		if c.roles.of(side) == "" || c.roles.of(silent) == "" {
			continue
		}
		q := silentOn{c, side, silent, told, a}
		if a.Kind == extract.Silent {
			r.silences = append(r.silences, q)
			r.spokeInstead(c, &q)
			return
		}
		r.doubted[c] = q
	}
}

// muteBefore returns the institution or state of which the sentence before one says that it, or
// its paper, does not mention something: what goes on speaks of it.
func (r *reader) muteBefore(s int) *entity {
	if r.mute == nil || r.mute.Sentence != s-1 {
		return nil
	}
	es := r.refs(r.mute.By)
	if len(es) != 1 || es[0].isPerson() {
		return nil
	}
	return &es[0]
}

// spokeInstead notes that a side which says nothing of a thing speaks of another in the same
// sentence: "Lima did not mention grain; there they spoke of roads".
func (r *reader) spokeInstead(c *contact, q *silentOn) {
	for _, b := range r.statementsIn(q.by.Sentence) {
		if y, _ := r.voice(b); y == q.silent && b.first >= q.by.Last && r.tellsMatter(b) {
			r.clashes[c] = append(r.clashes[c], clash{q.told, b, q.side, q.silent, nil})
			return
		}
	}
	for _, m := range r.mattersIn(q.by.Sentence) {
		if by := r.oneSide(m.By); by != "" && by != q.silent || m.Said || m.Cue.First < q.by.Last {
			continue
		}
		b := &statement{
			sp: &extract.Speech{Sentence: m.Sentence}, speakers: r.refs(q.by.By), act: "say",
			first: m.Cue.First, last: m.Last, until: m.Sentence, contacts: []*contact{c},
		}
		r.words[c] = append(r.words[c], b)
		r.clashes[c] = append(r.clashes[c], clash{q.told, b, q.side, q.silent, m.Cue})
		return
	}
}

// topicsAround are the topics that the sentence of an aside names.
func (r *reader) topicsAround(a *extract.Aside) []string {
	var out []string
	for _, h := range r.survey().hits[a.Sentence] {
		out = append(out, h.Entry.ID)
	}
	return out
}

// farSilence is how many sentences after it was told a thing may be said not to be mentioned,
// where it is named again.
const farSilence = 4

// toldByOther returns what another side than a given one has said last, in a sentence or
// the one before it, or somewhat farther back on one of some topics.
func (r *reader) toldByOther(s int, but string, on []string) (told *statement, side string) {
	for _, told := range slices.Backward(r.statements) {
		if s-told.until > farSilence || r.d.Sentences[told.sp.Sentence].Title {
			break
		}
		side, _ := r.voice(told)
		named := slices.ContainsFunc(r.topicsOf(told), func(topic string) bool { return slices.Contains(on, topic) })
		if side != "" && side != but && (named || s-told.until <= 1 && len(on) == 0) {
			return told, side
		}
	}
	if len(on) > 0 {
		return r.toldByOther(s, but, nil)
	}
	return nil, ""
}

// silenceRecord makes the record of a silence.
func (r *reader) silenceRecord(q *silentOn, id string) record.OneSided {
	field := r.fieldOf(q.told)
	if field == "claim" && r.tellsAgreed(q.told) {
		field = "outcome"
	}
	return record.OneSided{
		Contact: id, Field: field, Value: r.d.Words(r.saying(q.told)), Side: q.side, Silent: []string{q.silent},
	}
}

// fieldOf is the field that a statement tells something of: who asked for a contact, what
// was spoken of, else what was said.
func (r *reader) fieldOf(s *statement) string {
	switch {
	case r.tellsOf(s, language.Initiator):
		return "initiator"
	case r.tellsMatter(s):
		return "topics"
	}
	return "claim"
}

// unconfirmedBy makes the divergence of a contact that one side tells of and another will
// neither confirm nor deny, nil for none.
func (r *reader) unconfirmedBy(c *contact, id string, ev *evidenceList) *record.Divergence {
	q, ok := r.doubted[c]
	if !ok {
		return nil
	}
	first, last := r.saying(q.told)
	told := ev.add(evidence{"status", first, last, r.lx.Pack.Code + ": claim"})
	by := ev.add(evidence{"status", q.by.First, q.by.Last, q.by.Cue.Entry.Rule(r.lx.Pack.Code)})
	return &record.Divergence{Contact: id, Field: "status", Sides: sorted(
		record.Says{Side: q.side, Says: r.d.Words(first, last), Evidence: told},
		record.Says{Side: q.silent, Says: r.d.Words(q.by.First, q.by.Last), Evidence: by},
	)}
}
