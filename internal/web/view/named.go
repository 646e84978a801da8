package view

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/parley-news/parley"
)

// Query reads the parameters of an address as ParseQuery does, and writes the ids of
// parties and places in the place of what any language calls them.
func (m *Maker) Query(values url.Values, also ...string) (Query, error) {
	q, err := ParseQuery(values, also...)
	if err != nil {
		return Query{}, err
	}
	return q, m.named(&q.Filter)
}

// named writes ids in the place of names. The error is parley.ErrFilter for a party that
// nothing is called.
func (m *Maker) named(f *parley.Filter) error {
	for _, list := range []*[]string{&f.Parties, &f.With, &f.About} {
		for i, word := range *list {
			id, err := m.Party(word)
			if err != nil {
				return err
			}
			(*list)[i] = id
		}
		*list = slices.Compact(slices.Sorted(slices.Values(*list)))
	}
	for i, word := range f.Places {
		place, err := m.names.Place(word)
		if err != nil {
			return err
		}
		f.Places[i] = place
	}
	return nil
}

// Party is the id of a party by its code, or by what any language calls it. The error is
// parley.ErrFilter for one that nothing is called.
func (m *Maker) Party(word string) (string, error) {
	id, err := m.names.Party(word)
	if err == nil && id == "" {
		err = m.unknown(word)
	}
	return id, err
}

// unknown is the error of a party that nothing is called.
func (m *Maker) unknown(word string) error {
	if near := m.names.Like(word); len(near) > 0 {
		return fmt.Errorf("%w: no party is called %q; perhaps %s", parley.ErrFilter, word, strings.Join(near, ", "))
	}
	return fmt.Errorf("%w: no party is called %q; give a code, as FRA, or a name", parley.ErrFilter, word)
}
