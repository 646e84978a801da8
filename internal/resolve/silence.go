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
	told, side := r.toldByOther(a.Sentence, silent)
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
			return
		}
		r.doubted[c] = q
	}
}

// toldByOther returns what another side than a given one has said last, in a sentence or
// the one before it.
func (r *reader) toldByOther(s int, but string) (told *statement, side string) {
	for _, told := range slices.Backward(r.statements) {
		if s-told.until > 1 || r.d.Sentences[told.sp.Sentence].Title {
			break
		}
		if side, _ := r.voice(told); side != "" && side != but {
			return told, side
		}
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
