package view

import (
	"context"
	"slices"
	"time"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// Contact is the page of one entry.
type Contact struct {
	Entry record.Entry `json:"entry"`
	// Evidence are the words for its values, Unseen how many of its documents were not
	// looked into for them.
	Evidence []Evidence `json:"evidence"`
	Unseen   int        `json:"unseen"`
	Comparison
	Life []Step          `json:"life"`
	Why  []parley.Reason `json:"why"`
	// Before and After are the contacts of the same parties that stand next to it in the
	// order of the register, the nearest first.
	Before []record.Entry `json:"before"`
	After  []record.Entry `json:"after"`
	// Successors are the entries that the contacts of one went to that is none any more;
	// Entry is empty then.
	Successors []string `json:"successors"`
	// Moved is the id under which the entry is found now, "" where it was asked for by that.
	Moved string `json:"moved"`
}

// Step is a step in the life of an entry, as record.LifeStep has it.
type Step struct {
	Status    string           `json:"status"`
	Step      string           `json:"step"`
	Announced *string          `json:"announced"`
	For       *record.Interval `json:"for"`
	By        *string          `json:"by"`
	Quoted
	// Later is how many days after the step before it became known, -1 where that is not
	// known.
	Later int `json:"days_later"`
}

// Contact shows the entry with an id, or where its contacts went. The errors are those of
// Register.Entry.
func (m *Maker) Contact(ctx context.Context, id string) (Contact, error) {
	v := Contact{Evidence: []Evidence{}, Life: []Step{}, Why: []parley.Reason{}, Before: []record.Entry{}, After: []record.Entry{}, Successors: []string{}}
	found, err := m.register.Entry(ctx, id)
	if err != nil {
		return Contact{}, err
	}
	if found.Entry == nil {
		v.Successors = append(v.Successors, found.Successors...)
		return v, nil
	}
	v.Entry = *found.Entry
	if id != v.Entry.ID {
		v.Moved = v.Entry.ID
	}
	readings, err := m.readings(ctx, &v.Entry)
	if err != nil {
		return Contact{}, err
	}
	v.Evidence = evidence(&v.Entry, readings)
	v.Comparison = Compare(&v.Entry)
	v.within(readings)
	v.Life = lifeOf(&v.Entry)
	for i := range v.Life {
		v.Life[i].within(readings)
	}
	v.Unseen = unseen(&v.Entry, readings)
	if why, err := m.register.Why(ctx, v.Entry.ID); err != nil {
		return Contact{}, err
	} else if why != nil {
		v.Why = why
	}
	if v.Before, err = m.near(ctx, &v.Entry, true); err != nil {
		return Contact{}, err
	}
	v.After, err = m.near(ctx, &v.Entry, false)
	return v, err
}

// fewNear is how many of the contacts on either side of one are shown.
const fewNear = 3

// near are the contacts of the two parties of an entry before it, or behind it; of others
// none.
func (m *Maker) near(ctx context.Context, e *record.Entry, before bool) ([]record.Entry, error) {
	if len(e.Parties) != 2 || len(e.Groups) > 0 {
		return []record.Entry{}, nil
	}
	f := parley.Filter{Parties: []string{e.Parties[0].ID}, With: []string{e.Parties[1].ID}, Newest: before, After: parley.Cursor(e), Limit: fewNear}
	out, _, err := gather(m.register.Entries(ctx, f), fewNear)
	return out, err
}

// BeforeInOrder is Before with the nearest last.
func (c Contact) BeforeInOrder() []record.Entry {
	out := slices.Clone(c.Before)
	slices.Reverse(out)
	return out
}

// Known are the words for a field of the entry.
func (c Contact) Known(field string) []Evidence {
	var out []Evidence
	for _, e := range c.Evidence {
		if e.Field == field {
			out = append(out, e)
		}
	}
	return out
}

// WhyOf says why a member belongs to the entry, nil where that is not known.
func (c Contact) WhyOf(ref record.Ref) *parley.Reason {
	for i := range c.Why {
		if c.Why[i].Member == ref {
			return &c.Why[i]
		}
	}
	return nil
}

func lifeOf(e *record.Entry) []Step {
	members := membersOf(e)
	out := []Step{}
	var before time.Time
	for _, s := range e.Life {
		step := Step{s.Status, s.Step, s.Announced, s.For, s.By, quoted(s.Words, members), -1}
		if day, err := time.Parse(time.DateOnly, text(s.Announced)); err == nil {
			if !before.IsZero() {
				step.Later = int(day.Sub(before).Hours() / 24)
			}
			before = day
		}
		out = append(out, step)
	}
	return out
}

// unseen is how many documents of an entry were not looked into.
func unseen(e *record.Entry, readings map[string]*record.Reading) (n int) {
	for _, m := range e.Members {
		if readings[m.Document] == nil {
			n++
		}
	}
	return n
}
