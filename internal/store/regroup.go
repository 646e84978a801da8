package store

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// storedEntry is an entry as the register holds it.
type storedEntry struct {
	id     int64
	first  merge.Day
	terms  []byte
	record []byte
}

// regroup writes the entry of each group, and takes away those that have no group any more.
func (b *batch) regroup(groups [][]record.Ref) error {
	stale := maps.Clone(b.orphaned)
	for _, g := range groups {
		for _, r := range g {
			m, err := b.index.byContact(r.Contact)
			if err != nil {
				return err
			}
			stale[m.entry] = true
		}
	}
	delete(stale, 0) // of what has none yet
	for _, g := range groups {
		id, err := b.putEntry(g)
		if err != nil {
			return err
		}
		delete(stale, id)
	}
	for _, id := range slices.Sorted(maps.Keys(stale)) {
		if err := b.takeEntry(id); err != nil {
			return err
		}
	}
	return nil
}

// putEntry writes the entry of a group and returns its row.
func (b *batch) putEntry(group []record.Ref) (int64, error) {
	e, err := b.build(group)
	if err != nil {
		return 0, err
	}
	plain, err := json.Marshal(e)
	if err != nil {
		return 0, err
	}
	var old storedEntry
	found, err := b.row(b.ctx, "SELECT id, first, terms, record FROM entries WHERE entry = ?", []any{e.ID}, &old.id, &old.first, &old.terms, &old.record)
	if err != nil {
		return 0, err
	}
	if found {
		before, err := unsqueeze(old.record)
		if err != nil {
			return 0, err
		}
		if bytes.Equal(before, plain) {
			return old.id, nil
		}
	}
	if found {
		b.note(e.ID, Changed)
	} else {
		b.note(e.ID, Added)
	}
	id, err := b.writeEntry(&e, plain, &old)
	if err != nil {
		return 0, err
	}
	return id, b.assign(group, id)
}

// note keeps what became of an entry in the whole batch, which can settle more than once.
func (b *batch) note(entry string, o Outcome) {
	switch before := b.entries[entry]; {
	case before == Added && o == Removed:
		delete(b.entries, entry)
	case before == Removed && o == Added:
		b.entries[entry] = Changed
	case before != Added:
		b.entries[entry] = o
	}
}

// writeEntry inserts or updates the row of an entry and its facets.
func (b *batch) writeEntry(e *record.Entry, plain []byte, old *storedEntry) (int64, error) {
	first, last := span(e)
	ids, err := b.terms.numbers(entryTerms(e))
	if err != nil {
		return 0, err
	}
	id := old.id
	if id == 0 {
		id, err = b.insert(b.ctx, "INSERT INTO entries (entry, first, last, terms, record, added, changed) VALUES (?, ?, ?, ?, ?, ?, ?)",
			e.ID, first, last, packNumbers(ids), squeeze(plain), b.revision, b.revision)
	} else {
		err = b.exec(b.ctx, "UPDATE entries SET first = ?, last = ?, terms = ?, record = ?, changed = ? WHERE id = ?",
			first, last, packNumbers(ids), squeeze(plain), b.revision, id)
	}
	if err != nil {
		return 0, err
	}
	had := unpackNumbers(old.terms)
	for _, t := range had {
		if _, still := slices.BinarySearch(ids, t); !still || old.first != first {
			if err := b.takeFacet(t, old.first, id); err != nil {
				return 0, err
			}
		}
	}
	for _, t := range ids {
		if _, already := slices.BinarySearch(had, t); !already || old.first != first {
			if err := b.putFacet(t, first, id); err != nil {
				return 0, err
			}
		}
	}
	return id, nil
}

func (b *batch) putFacet(t int64, first merge.Day, entry int64) error {
	b.terms.count(t, ofEntries, 1)
	return b.exec(b.ctx, "INSERT INTO facets (term, first, entry) VALUES (?, ?, ?)", t, first, entry)
}

func (b *batch) takeFacet(t int64, first merge.Day, entry int64) error {
	b.terms.count(t, ofEntries, -1)
	return b.exec(b.ctx, "DELETE FROM facets WHERE term = ? AND first = ? AND entry = ?", t, first, entry)
}

// assign notes to which entry the mentions of a group belong.
func (b *batch) assign(group []record.Ref, entry int64) error {
	for _, r := range group {
		m, err := b.index.byContact(r.Contact)
		if err != nil {
			return err
		}
		if m.entry == entry {
			continue
		}
		if err := b.exec(b.ctx, "UPDATE mentions SET entry = ? WHERE id = ?", entry, m.id); err != nil {
			return err
		}
		m.entry = entry
	}
	return nil
}

func (b *batch) takeEntry(id int64) error {
	var entry string
	var old storedEntry
	found, err := b.row(b.ctx, "SELECT entry, first, terms FROM entries WHERE id = ?", []any{id}, &entry, &old.first, &old.terms)
	if err != nil || !found {
		return err
	}
	b.note(entry, Removed)
	for _, t := range unpackNumbers(old.terms) {
		if err := b.takeFacet(t, old.first, id); err != nil {
			return err
		}
	}
	return b.exec(b.ctx, "DELETE FROM entries WHERE id = ?", id)
}

// build makes the entry of a group.
func (b *batch) build(group []record.Ref) (record.Entry, error) {
	parts, err := b.parts.of(b.index, group)
	if err != nil {
		return record.Entry{}, err
	}
	return merge.Build(parts, b.rules.about(group)), nil
}
