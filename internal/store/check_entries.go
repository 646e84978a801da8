package store

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// mentions looks whether each belongs to an entry.
func (c *checker) mentions() error {
	lost, err := column[string](c.ctx, c.session, "SELECT contact FROM mentions WHERE entry IS NULL LIMIT 10")
	if err != nil {
		return err
	}
	for _, contact := range lost {
		if err := c.tell("mentions", "contact %s belongs to no entry", contact); err != nil {
			return err
		}
	}
	return c.rows(c.ctx, `SELECT mention, target FROM links WHERE mention NOT IN (SELECT id FROM mentions)
		OR target NOT IN (SELECT id FROM mentions) LIMIT 10`, nil, func(scan scanner) error {
		var from, to int64
		if err := scan(&from, &to); err != nil {
			return err
		}
		return c.tell("links", "mentions %d and %d are linked, and one of them is not there", from, to)
	})
}

// entries merges the contacts of each entry anew and compares.
func (c *checker) entries() error {
	var facets int
	err := c.each("entries", func(id int64) error {
		n, err := c.entry(id)
		facets += n
		return err
	})
	if err != nil {
		return err
	}
	return c.sameRows("facets", facets)
}

// entryRow is what the table of entries says.
type entryRow struct {
	entry         string
	first, last   merge.Day
	terms, record []byte
}

// entry returns how many facets it has.
func (c *checker) entry(id int64) (int, error) {
	var have entryRow
	if _, err := c.row(c.ctx, "SELECT entry, first, last, terms, record FROM entries WHERE id = ?", []any{id},
		&have.entry, &have.first, &have.last, &have.terms, &have.record); err != nil {
		return 0, c.damage("entries", err)
	}
	where := "entry " + have.entry
	refs, err := group(c.ctx, c.session, have.entry)
	if err != nil {
		return 0, c.damage(where, err)
	}
	if err := c.grouped(where, refs); err != nil {
		return 0, err
	}
	p := &parts{ctx: c.ctx, session: c.session, kept: c.memory.parts}
	of, err := p.of(newIndex(c.ctx, c.session, &c.memory), refs)
	if err != nil {
		return 0, c.damage(where, err)
	}
	want := merge.Build(of, c.rules.about(refs))
	if err := c.compare(where, &have, &want); err != nil {
		return 0, err
	}
	ids := unpackNumbers(have.terms)
	return len(ids), c.faceted(where, id, have.first, ids, entryTerms(&want))
}

// compare looks whether an entry is what its documents say together.
func (c *checker) compare(where string, have *entryRow, want *record.Entry) error {
	plain, err := unsqueeze(have.record)
	if err != nil {
		return c.damage(where, err)
	}
	wanted, err := json.Marshal(want)
	if err != nil {
		return err
	}
	first, last := span(want)
	if !bytes.Equal(plain, wanted) || have.entry != want.ID || have.first != first || have.last != last {
		return c.tell(where, "it is not what its documents say together")
	}
	return nil
}

// faceted looks whether an entry is found by what it has.
func (c *checker) faceted(where string, id int64, first merge.Day, ids []int64, want termSet) error {
	have := map[term]bool{}
	for _, t := range ids {
		var k term
		found, err := c.row(c.ctx, "SELECT facet, value FROM terms JOIN facets ON term = id WHERE id = ? AND first = ? AND entry = ?",
			[]any{t, first, id}, &k.facet, &k.value)
		if err != nil {
			return err
		}
		if found {
			have[k] = true
		}
	}
	for k := range want {
		if !have[k] {
			return c.tell(where, "it is not found by its %s %q", k.facet, k.value)
		}
	}
	if len(ids) != len(want) {
		return c.tell(where, "it is found by what it has not")
	}
	return nil
}

// grouped links the contacts of an entry anew, and asks whether they come together again.
func (c *checker) grouped(where string, refs []record.Ref) error {
	x := &linked{index: newIndex(c.ctx, c.session, &c.memory), changed: map[record.Ref][]merge.Link{}}
	mentions := make([]*merge.Mention, len(refs))
	for i, r := range refs {
		m, err := x.Mention(r)
		if err != nil || m == nil {
			return c.damage(where, err)
		}
		mentions[i] = m
	}
	groups, err := merge.Update(x, mentions, nil, nil, c.rules.rules)
	if err != nil {
		return c.damage(where, err)
	}
	if len(x.changed) > 0 {
		return c.tell(where, "its contacts are not linked to those they go with")
	}
	if !slices.ContainsFunc(groups, func(g []record.Ref) bool { return slices.Equal(g, refs) }) {
		return c.tell(where, "other contacts belong to it")
	}
	return nil
}

// linked is an index that notes which links would change, and changes none.
type linked struct {
	*index
	changed map[record.Ref][]merge.Link
}

// Out implements merge.Index.
func (x *linked) Out(r record.Ref) ([]merge.Link, error) {
	if links, ok := x.changed[r]; ok {
		return links, nil
	}
	return x.index.Out(r)
}

// SetOut implements merge.Index.
func (x *linked) SetOut(r record.Ref, links []merge.Link) error {
	x.changed[r] = links
	return nil
}
