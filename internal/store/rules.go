package store

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// rules is the log of corrections as it bears on the contacts of today.
type rules struct {
	rules *merge.Rules
	// force are the corrections in force, with the names their contacts have today.
	force []record.Correction
	of    map[record.Ref][]int // into force
}

// readRules reads the log of corrections.
func readRules(ctx context.Context, q *session) (*rules, error) {
	log, err := corrections(ctx, q)
	if err != nil {
		return nil, err
	}
	for i := range log {
		for _, refs := range [][]record.Ref{log[i].Contacts, log[i].From} {
			for j, r := range refs {
				if refs[j], err = today(ctx, q, r); err != nil {
					return nil, err
				}
			}
		}
	}
	out := &rules{rules: merge.NewRules(log), force: merge.InForce(log), of: map[record.Ref][]int{}}
	for i, c := range out.force {
		for _, r := range contactsOf(&c) {
			out.of[r] = append(out.of[r], i)
		}
	}
	return out, nil
}

// about returns the corrections in force that touch a group, in the order of the log.
func (r *rules) about(group []record.Ref) []record.Correction {
	touch := map[int]bool{}
	for _, ref := range group {
		for _, i := range r.of[ref] {
			touch[i] = true
		}
	}
	if len(touch) == 0 {
		return nil
	}
	var out []record.Correction
	for i, c := range r.force {
		if touch[i] {
			out = append(out, c)
		}
	}
	return out
}

// beside returns the contacts that corrections in force name along with one.
func (r *rules) beside(ref record.Ref) []record.Ref {
	var out []record.Ref
	for _, i := range r.of[ref] {
		out = append(out, contactsOf(&r.force[i])...)
	}
	return out
}

// contactsOf returns all contacts that a correction names.
func contactsOf(c *record.Correction) []record.Ref {
	return append(slices.Clone(c.Contacts), c.From...)
}

// today returns the name that a contact has today, or the same where it never had another.
func today(ctx context.Context, q *session, r record.Ref) (record.Ref, error) {
	_, err := q.row(ctx, `WITH RECURSIVE chain (c) AS (SELECT now FROM renamed WHERE contact = ?1 UNION SELECT now FROM renamed JOIN chain ON contact = c)
		SELECT c FROM chain WHERE c NOT IN (SELECT contact FROM renamed)`, []any{r.Contact}, &r.Contact)
	return r, err
}

func corrections(ctx context.Context, q *session) ([]record.Correction, error) {
	texts, err := column[string](ctx, q, "SELECT record FROM corrections ORDER BY id")
	if err != nil {
		return nil, err
	}
	out := make([]record.Correction, len(texts))
	for i, t := range texts {
		if err := json.Unmarshal([]byte(t), &out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Corrections returns the log of corrections.
func (s *Store) Corrections(ctx context.Context) (log []record.Correction, err error) {
	err = s.read(ctx, func(q *session) error {
		log, err = corrections(ctx, q)
		return err
	})
	return log, s.plain("reading", err)
}
