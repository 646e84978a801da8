package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// Correct appends a correction to the log and makes the entries that it touches anew. The
// number and the time are filled in. The error is merge.ErrCorrection when it makes no
// sense, ErrNotFound when it names what is not there.
func (s *Store) Correct(ctx context.Context, c record.Correction) (record.Correction, error) {
	err := s.write(ctx, func(q *session) error {
		b, err := s.newBatch(ctx, q)
		if err != nil {
			return err
		}
		c.At = b.stamp
		return b.correct(&c)
	})
	return c, s.plain("correcting", err)
}

func (b *batch) correct(c *record.Correction) error {
	if err := b.checkCorrection(c); err != nil {
		return err
	}
	before := b.rules.force
	// Null and an empty list are the same, and are written the same.
	c.Contacts, c.From = append([]record.Ref{}, c.Contacts...), append([]record.Ref{}, c.From...)
	if _, err := b.row(b.ctx, "SELECT coalesce(max(id), 0) + 1 FROM corrections", nil, &c.ID); err != nil {
		return err
	}
	plain, err := json.Marshal(c)
	if err != nil {
		return err
	}
	if err := b.exec(b.ctx, "INSERT INTO corrections (id, record) VALUES (?, ?)", c.ID, string(plain)); err != nil {
		return err
	}
	b.memory.rules = nil
	if err := b.recall(); err != nil {
		return err
	}
	changed := append(without(before, b.rules.force), without(b.rules.force, before)...)
	if len(changed) == 0 {
		return fmt.Errorf("%w: correction %d is not in force any more", merge.ErrCorrection, c.Undoes)
	}
	for i := range changed {
		b.touched = append(b.touched, contactsOf(&changed[i])...)
	}
	return b.finish()
}

// checkCorrection asks whether a correction makes sense, and whether what it names is there.
func (b *batch) checkCorrection(c *record.Correction) error {
	if err := merge.CheckCorrection(*c); err != nil {
		return err
	}
	for _, r := range contactsOf(c) {
		now, err := today(b.ctx, b.session, r)
		if err != nil {
			return err
		}
		m, err := b.index.Mention(now)
		if err != nil {
			return err
		}
		if m == nil {
			return fmt.Errorf("contact %s of document %s: %w", r.Contact, r.Document, ErrNotFound)
		}
	}
	if c.Action != "undo" {
		return nil
	}
	var there int
	found, err := b.row(b.ctx, "SELECT 1 FROM corrections WHERE id = ?", []any{c.Undoes}, &there)
	if err == nil && !found {
		err = fmt.Errorf("correction %d: %w", c.Undoes, ErrNotFound)
	}
	return err
}

// without returns the corrections that others does not hold.
func without(cs, others []record.Correction) []record.Correction {
	held := map[int64]bool{}
	for _, c := range others {
		held[c.ID] = true
	}
	return slices.DeleteFunc(slices.Clone(cs), func(c record.Correction) bool { return held[c.ID] })
}
