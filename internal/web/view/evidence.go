package view

import (
	"context"
	"slices"

	"github.com/parley-news/parley/record"
)

// mostWitnesses is in how many documents the words for an entry's values are looked up.
const mostWitnesses = 40

// Evidence is the words by which a value of an entry is known.
type Evidence struct {
	// Field is what they support, as record.Evidence has it.
	Field string `json:"field"`
	Quoted
	// Rule found them.
	Rule string `json:"rule"`
}

// readings are those of the documents of an entry by id, the newest mostWitnesses of them.
func (m *Maker) readings(ctx context.Context, e *record.Entry) (map[string]*record.Reading, error) {
	out := map[string]*record.Reading{}
	for _, member := range slices.Backward(e.Members) {
		if len(out) == mostWitnesses {
			break
		}
		if out[member.Document] != nil {
			continue
		}
		r, err := m.register.Document(ctx, member.Document)
		if err != nil {
			return nil, err
		}
		out[member.Document] = &r
	}
	return out, nil
}

// evidence gathers the words for an entry from readings. What several documents say in the
// same words is there once, in those of the newest.
func evidence(e *record.Entry, readings map[string]*record.Reading) []Evidence {
	out := []Evidence{}
	type words struct{ field, text, rule string }
	seen := map[words]bool{}
	members := membersOf(e)
	for _, member := range slices.Backward(e.Members) {
		r := readings[member.Document]
		if r == nil {
			continue
		}
		for _, c := range r.Contacts {
			if c.ID != member.Contact {
				continue
			}
			for _, ev := range c.Evidence {
				k := words{ev.Field, ev.Text, ev.Rule}
				if ev.End <= ev.Start || seen[k] {
					continue
				}
				seen[k] = true
				q := quoted(record.Words{Document: member.Document, Start: ev.Start, End: ev.End, Text: ev.Text}, members)
				q.within(readings)
				out = append(out, Evidence{ev.Field, q, ev.Rule})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Evidence) int { return fieldRank(a.Field) - fieldRank(b.Field) })
	return out
}

// shownFields are the fields of an entry in the order in which a page shows them.
var shownFields = []string{
	"kind", "mode", "summit", "status", "step", "parties", "people", "date", "place", "initiator", "duration", "topics", "about", "outcome",
}

func fieldRank(field string) int {
	if i := slices.Index(shownFields, field); i >= 0 {
		return i
	}
	return len(shownFields)
}
