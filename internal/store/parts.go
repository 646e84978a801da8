package store

import (
	"context"
	"fmt"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// parts reads what documents say of contacts.
type parts struct {
	ctx context.Context
	*session
	kept *cache[int64, []merge.Part] // by document
}

// of returns the parts of a group.
func (p *parts) of(x *index, group []record.Ref) ([]merge.Part, error) {
	out := make([]merge.Part, len(group))
	for i, r := range group {
		m, err := x.byContact(r.Contact)
		if err != nil {
			return nil, err
		}
		if m == nil {
			return nil, fmt.Errorf("contact %s of document %s is not there", r.Contact, r.Document)
		}
		if out[i], err = p.part(m.document, r.Contact); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (p *parts) part(document int64, contact string) (merge.Part, error) {
	all, ok := p.kept.get(document)
	if !ok {
		var packed []byte
		if _, err := p.row(p.ctx, "SELECT reading FROM documents WHERE id = ?", []any{document}, &packed); err != nil {
			return merge.Part{}, err
		}
		r, err := unpackReading(packed)
		if err != nil {
			return merge.Part{}, err
		}
		all = merge.Parts(&r)
		p.kept.put(document, all)
	}
	for i := range all {
		if all[i].Contact.ID == contact {
			return all[i], nil
		}
	}
	return merge.Part{}, fmt.Errorf("contact %s is not in the reading of its document", contact)
}
