package store

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// find returns a mention that is there or was taken out, nil when it was never there.
func (x *index) find(r record.Ref) (*mention, error) {
	m := x.gone[r.Contact]
	if m == nil {
		var err error
		if m, err = x.byContact(r.Contact); err != nil {
			return nil, err
		}
	}
	if m == nil || m.Document != r.Document {
		return nil, nil
	}
	return m, nil
}

// ref returns the mention of a row, the other way round.
func (x *index) ref(id int64) (record.Ref, error) {
	m, err := x.byID(id)
	if err != nil {
		return record.Ref{}, err
	}
	if m != nil {
		return m.Ref, nil
	}
	for _, m := range x.gone {
		if m.id == id {
			return m.Ref, nil
		}
	}
	return record.Ref{}, fmt.Errorf("a link leads to mention %d, which is not there", id)
}

// Out implements merge.Index.
func (x *index) Out(r record.Ref) ([]merge.Link, error) {
	m, err := x.find(r)
	if err != nil || m == nil {
		return nil, err
	}
	if !m.linked {
		if m.out, err = x.readOut(m.id); err != nil {
			return nil, err
		}
		m.linked = true
	}
	return m.out, nil
}

func (x *index) readOut(id int64) ([]merge.Link, error) {
	var out []merge.Link
	var targets []int64
	err := x.rows(x.ctx, "SELECT target, fit FROM links WHERE mention = ?", []any{id}, func(scan scanner) error {
		var target int64
		var l merge.Link
		if err := scan(&target, &l.Fit); err != nil {
			return err
		}
		targets, out = append(targets, target), append(out, l)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range out {
		if out[i].To, err = x.ref(targets[i]); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(out, func(a, b merge.Link) int {
		return cmp.Or(cmp.Compare(b.Fit, a.Fit), cmp.Compare(a.To.Contact, b.To.Contact))
	})
	return out, nil
}

// In implements merge.Index.
func (x *index) In(r record.Ref) ([]record.Ref, error) {
	m, err := x.find(r)
	if err != nil || m == nil {
		return nil, err
	}
	ids, err := column[int64](x.ctx, x.session, "SELECT mention FROM links WHERE target = ?", m.id)
	if err != nil {
		return nil, err
	}
	out := make([]record.Ref, len(ids))
	for i, id := range ids {
		if out[i], err = x.ref(id); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// SetOut implements merge.Index.
func (x *index) SetOut(r record.Ref, links []merge.Link) error {
	m, err := x.find(r)
	if err != nil || m == nil {
		return err
	}
	if !m.linked || len(m.out) > 0 {
		if err := x.exec(x.ctx, "DELETE FROM links WHERE mention = ?", m.id); err != nil {
			return err
		}
	}
	for _, l := range links {
		to, err := x.find(l.To)
		if err != nil {
			return err
		}
		if err := x.exec(x.ctx, "INSERT INTO links (mention, target, fit) VALUES (?, ?, ?)", m.id, to.id, l.Fit); err != nil {
			return err
		}
	}
	m.out, m.linked = links, true
	return nil
}
