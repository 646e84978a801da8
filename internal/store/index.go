package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// mention is one of merge, with the numbers of its row and of those it belongs to.
type mention struct {
	id, document, entry int64
	*merge.Mention
	out    []merge.Link
	linked bool // out is read
}

// index is the mentions of a register as merging walks them (merge.Index), within one
// transaction.
type index struct {
	ctx context.Context
	*session
	memory *memory
	// gone are the mentions taken out: merging still asks for their links.
	gone map[string]*mention
}

func newIndex(ctx context.Context, q *session, m *memory) *index {
	return &index{ctx: ctx, session: q, memory: m, gone: map[string]*mention{}}
}

// byID returns a mention by its row, nil when there is none.
func (x *index) byID(id int64) (*mention, error) {
	if m, ok := x.memory.mentions.get(id); ok {
		return m, nil
	}
	return x.load("id = ?", id)
}

// byContact returns a mention by its contact, nil when there is none.
func (x *index) byContact(contact string) (*mention, error) {
	if id, ok := x.memory.contacts.get(contact); ok {
		return x.byID(id)
	}
	return x.load("contact = ?", contact)
}

func (x *index) load(where string, arg any) (*mention, error) {
	m := &mention{Mention: &merge.Mention{}}
	var features []byte
	found, err := x.row(x.ctx, "SELECT id, document, coalesce(entry, 0), features FROM mentions WHERE "+where,
		[]any{arg}, &m.id, &m.document, &m.entry, &features)
	if err != nil || !found {
		return nil, err
	}
	if err := m.UnmarshalBinary(features); err != nil {
		return nil, err
	}
	x.keep(m)
	return m, nil
}

func (x *index) keep(m *mention) {
	x.memory.mentions.put(m.id, m)
	x.memory.contacts.put(m.Contact, m.id)
}

// put adds a mention.
func (x *index) put(document int64, m *merge.Mention) error {
	features, err := m.MarshalBinary()
	if err != nil {
		return err
	}
	id, err := x.insert(x.ctx, "INSERT INTO mentions (contact, document, features) VALUES (?, ?, ?)", m.Contact, document, features)
	if err != nil {
		return err
	}
	x.keep(&mention{id: id, document: document, Mention: m})
	return x.putKeys(id, m)
}

// replace gives a mention other features.
func (x *index) replace(old *mention, m *merge.Mention) error {
	features, err := m.MarshalBinary()
	if err != nil {
		return err
	}
	if err := x.exec(x.ctx, "UPDATE mentions SET features = ? WHERE id = ?", features, old.id); err != nil {
		return err
	}
	if err := x.takeKeys(old); err != nil {
		return err
	}
	now := *old
	now.Mention = m
	x.keep(&now)
	return x.putKeys(old.id, m)
}

// take takes a mention out; its links stay until merging cuts them.
func (x *index) take(m *mention) error {
	x.gone[m.Contact] = m
	x.memory.mentions.drop(m.id)
	x.memory.contacts.drop(m.Contact)
	if err := x.takeKeys(m); err != nil {
		return err
	}
	return x.exec(x.ctx, "DELETE FROM mentions WHERE id = ?", m.id)
}

func (x *index) putKeys(id int64, m *merge.Mention) error {
	from, to := m.Span()
	if from == merge.Unknown { // it is near nothing
		return nil
	}
	for _, k := range merge.Keys(m) {
		err := x.exec(x.ctx, "INSERT INTO mention_keys (key, width, first, last, mention) VALUES (?, ?, ?, ?, ?)",
			k, merge.Width(m), from, to, id)
		if err != nil {
			return err
		}
	}
	return nil
}

func (x *index) takeKeys(m *mention) error {
	from, _ := m.Span()
	for _, k := range merge.Keys(m.Mention) {
		err := x.exec(x.ctx, "DELETE FROM mention_keys WHERE key = ? AND width = ? AND first = ? AND mention = ?",
			k, merge.Width(m.Mention), from, m.id)
		if err != nil {
			return err
		}
	}
	return nil
}

// nearby walks one range for each class of width, for what begins too long before the
// reach cannot touch it.
var nearby = func() string {
	var classes []string
	for i, w := range merge.Widths {
		classes = append(classes, fmt.Sprintf(
			"SELECT mention FROM mention_keys WHERE key = ?1 AND width = %d AND first BETWEEN ?2 - %d AND ?3 AND last >= ?2", i, w))
	}
	return strings.Join(append(classes, fmt.Sprintf(
		"SELECT mention FROM mention_keys WHERE key = ?1 AND width = %d AND first <= ?3 AND last >= ?2", len(merge.Widths))), " UNION ALL ")
}()

// Near implements merge.Index.
func (x *index) Near(m *merge.Mention) ([]*merge.Mention, error) {
	from, to, ok := merge.Reach(m)
	if !ok {
		return nil, nil
	}
	var ids []int64
	for _, k := range merge.Keys(m) {
		found, err := column[int64](x.ctx, x.session, nearby, k, from, to)
		if err != nil {
			return nil, err
		}
		ids = append(ids, found...)
	}
	slices.Sort(ids)
	var out []*merge.Mention
	for _, id := range slices.Compact(ids) {
		n, err := x.byID(id)
		if err != nil {
			return nil, err
		}
		if n == nil {
			return nil, fmt.Errorf("a key leads to mention %d, which is not there", id)
		}
		if n.Ref != m.Ref {
			out = append(out, n.Mention)
		}
	}
	return out, nil
}

// Mention implements merge.Index.
func (x *index) Mention(r record.Ref) (*merge.Mention, error) {
	m, err := x.byContact(r.Contact)
	if err != nil || m == nil || m.Document != r.Document {
		return nil, err
	}
	return m.Mention, nil
}
