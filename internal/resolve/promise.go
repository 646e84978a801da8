package resolve

import (
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/record"
)

// promise is what a side undertook, in the words that tell it.
type promise struct{ who, text string }

// undertakes records what somebody undertook, once for each side however often it is told.
func (r *reader) undertakes(a *extract.Aside) {
	if r.d.Sentences[a.Sentence].Title {
		return
	}
	text := r.d.Words(a.First, a.Last)
	for _, e := range r.refs(a.By) {
		id := e.country()
		if id == "" || r.undertook[promise{id, text}] {
			continue
		}
		r.undertook[promise{id, text}] = true
		ev := &evidenceList{d: r.d}
		ev.add(evidence{"commitment", a.First, a.Last, a.Cue.Entry.Rule(r.lx.Pack.Code)})
		r.commitments = append(r.commitments, record.Commitment{
			Who: record.Actor{ID: id, Name: r.world.ActorName(id)}, Text: text,
			Date: r.dateIn(a.Sentence, extract.Stretch{First: a.Promise, Last: a.Last}), Evidence: ev.list,
		})
	}
}

// dateIn returns the day that a stretch looks ahead to.
func (r *reader) dateIn(s int, in extract.Stretch) *record.Date {
	for _, d := range r.d.Sentences[s].Dates {
		if d.First < in.First || d.Last > in.Last || precision[d.Kind] == 0 {
			continue
		}
		if d = r.lx.Dates.Resolve(d, r.d.Published, d.Direction != dates.Past); d.Resolved {
			return r.dateRecord(d)
		}
	}
	return nil
}
