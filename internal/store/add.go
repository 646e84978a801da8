package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// Outcome says what became of a reading that was added, or of an entry.
type Outcome string

// The outcomes of adding.
const (
	Added     Outcome = "added"
	Unchanged Outcome = "unchanged"
	Changed   Outcome = "changed" // the old reading of a document is kept as history
	Removed   Outcome = "removed" // of entries: their contacts belong to others now
)

// Result says what became of readings that were added.
type Result struct {
	// Documents has the outcome of each reading, in their order.
	Documents []Outcome
	// Entries are those that were made, are not as they were, or are none any more, by id.
	Entries map[string]Outcome
}

// Add puts readings into the register, all of them or, when there is an error, none. The
// text of each is in its document. When Add returns, they are on the disk: nothing that
// happens to the process or the machine loses them.
func (s *Store) Add(ctx context.Context, readings []record.Reading) (Result, error) {
	var done Result
	err := s.write(ctx, func(q *session) error {
		done = Result{Documents: make([]Outcome, len(readings)), Entries: map[string]Outcome{}}
		b, err := s.newBatch(ctx, q)
		if err != nil {
			return err
		}
		b.entries = done.Entries
		for i := range readings {
			if done.Documents[i], err = b.add(&readings[i]); err != nil {
				return fmt.Errorf("document %s: %w", readings[i].Document.ID, err)
			}
		}
		return b.finish()
	})
	if err != nil {
		return Result{}, s.plain("adding to", err)
	}
	return done, nil
}

// batch is what one transaction changes.
type batch struct {
	ctx context.Context
	*session
	memory *memory
	stamp  string // of what it replaces
	rules  *rules
	index  *index
	terms  *terms
	parts  *parts

	seen     map[string]bool // documents
	added    []*merge.Mention
	removed  []record.Ref
	touched  []record.Ref
	orphaned map[int64]bool // entries of what was removed
	renamed  bool           // contacts that corrections name
	words    []indexed
	entries  map[string]Outcome
}

func (s *Store) newBatch(ctx context.Context, q *session) (*batch, error) {
	b := &batch{
		ctx: ctx, session: q, memory: &s.memory, stamp: s.now().UTC().Format(time.RFC3339),
		terms:   &terms{ctx: ctx, session: q, memory: &s.memory, counts: map[int64]*[2]int{}},
		parts:   &parts{ctx: ctx, session: q, kept: s.memory.parts},
		entries: map[string]Outcome{},
	}
	b.begin()
	return b, b.recall()
}

// recall reads the corrections, unless they are known and of contacts that were not renamed,
// and notes the contacts of which other rules hold than before.
func (b *batch) recall() error {
	if b.memory.rules == nil || b.renamed {
		now, err := readRules(b.ctx, b.session)
		if err != nil {
			return err
		}
		if b.rules != nil {
			b.touched = append(b.touched, now.rules.Differ(b.rules.rules)...)
		}
		b.memory.rules = now
	}
	b.rules = b.memory.rules
	return nil
}

func (b *batch) begin() {
	b.index = newIndex(b.ctx, b.session, b.memory)
	b.seen, b.orphaned = map[string]bool{}, map[int64]bool{}
	b.added, b.removed, b.touched, b.words, b.renamed = nil, nil, nil, nil, false
}

func (b *batch) finish() error {
	if err := b.settle(); err != nil {
		return err
	}
	return b.terms.flush()
}

// settle makes the entries of what was added, changed and taken away.
func (b *batch) settle() error {
	if err := b.recall(); err != nil {
		return err
	}
	groups, err := merge.Update(b.index, b.added, b.removed, b.touched, b.rules.rules)
	if err != nil {
		return err
	}
	if err := b.regroup(groups); err != nil {
		return err
	}
	if err := b.flushWords(); err != nil {
		return err
	}
	b.begin()
	return nil
}

func (b *batch) add(r *record.Reading) (Outcome, error) {
	d := &r.Document
	if b.seen[d.ID] { // once more in one batch
		if err := b.settle(); err != nil {
			return "", err
		}
	}
	b.seen[d.ID] = true
	old, err := b.stored(d.ID)
	if err != nil {
		return "", err
	}
	joined, err := joinReading(r)
	switch {
	case err != nil:
		return "", err
	case old == nil:
		return Added, b.addNew(r, squeeze(joined))
	case bytes.Equal(old.joined, joined):
		return Unchanged, nil
	}
	return Changed, b.change(old, r, squeeze(joined))
}

func (b *batch) addNew(r *record.Reading, packed []byte) error {
	d := &r.Document
	given, err := json.Marshal(d.Given)
	if err != nil {
		return err
	}
	place, err := b.freePlace(d.Published)
	if err != nil {
		return err
	}
	id, err := b.insert(b.ctx, `INSERT INTO documents
		(document, place, sha256, url, outlet, genre, issuer, language, title, published, retrieved, given, reading)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		d.ID, place, d.SHA256, d.URL, d.Outlet, d.Genre, d.Issuer, d.Language, d.Title, d.Published, d.Retrieved, string(given), packed)
	if err != nil {
		return err
	}
	return b.put(id, place, r)
}

// put puts in what follows from the reading of a document.
func (b *batch) put(id, place int64, r *record.Reading) error {
	b.addWords(place, &r.Document)
	if err := b.addSpeech(id, r); err != nil {
		return err
	}
	for i := range r.Contacts {
		if err := b.addContact(id, merge.NewMention(&r.Document, &r.Contacts[i])); err != nil {
			return err
		}
	}
	b.memory.parts.put(id, merge.Parts(r))
	return nil
}

func (b *batch) addContact(document int64, m *merge.Mention) error {
	other, err := b.index.byContact(m.Contact)
	if err != nil {
		return err
	}
	if other != nil {
		return fmt.Errorf("its contact %s is already one of document %s", m.Contact, other.Document)
	}
	b.added = append(b.added, m)
	return b.index.put(document, m)
}
