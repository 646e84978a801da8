package store

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// documents looks at each document, and at what was made of its reading alone.
func (c *checker) documents() error {
	var keys, words int
	err := c.each("documents", func(id int64) error {
		words++
		n, err := c.document(id)
		keys += n
		return err
	})
	if err != nil {
		return err
	}
	if err := c.sameRows("words_docsize", words); err != nil {
		return err
	}
	return c.sameRows("mention_keys", keys)
}

// document returns how many keys its mentions have.
func (c *checker) document(id int64) (keys int, err error) {
	var d record.Document
	var packed []byte
	var place int64
	if _, err := c.row(c.ctx, `SELECT place, document, sha256, url, outlet, genre, issuer, language, title, published, retrieved, reading
		FROM documents WHERE id = ?`, []any{id}, &place, &d.ID, &d.SHA256, &d.URL, &d.Outlet, &d.Genre, &d.Issuer, &d.Language, &d.Title,
		&d.Published, &d.Retrieved, &packed); err != nil {
		return 0, c.damage("documents", err)
	}
	where := "document " + d.ID
	r, err := unpackReading(packed)
	if err != nil {
		return 0, c.damage(where, err)
	}
	head := r.Document
	head.Passages, head.Text = nil, ""
	if !reflect.DeepEqual(head, d) {
		if err := c.tell(where, "its reading is of another document"); err != nil {
			return 0, err
		}
	}
	if err := c.indexed(where, place, &r); err != nil {
		return 0, err
	}
	if err := c.speech(where, id, &r); err != nil {
		return 0, err
	}
	return c.contacts(where, id, &r)
}

// indexed looks whether as many words of a document are in the index as it has.
func (c *checker) indexed(where string, place int64, r *record.Reading) error {
	var have []byte
	if _, err := c.row(c.ctx, "SELECT sz FROM words_docsize WHERE id = ?", []any{place}, &have); err != nil {
		return err
	}
	in := newIndexed(place, &r.Document)
	var want []byte
	for _, s := range []string{in.title, in.text} {
		want = appendVarint(want, len(strings.Fields(s)))
	}
	if !bytes.Equal(have, want) {
		return c.tell(where, "its words are not in the index, or others are")
	}
	return nil
}

// appendVarint writes a number as SQLite does, seven bits to a byte, the highest first.
func appendVarint(to []byte, n int) []byte {
	from := len(to)
	to = append(to, byte(n&0x7f))
	for n >>= 7; n > 0; n >>= 7 {
		to = slices.Insert(to, from, byte(n&0x7f)|0x80)
	}
	return to
}

// speech compares the statements and commitments with those of the reading.
func (c *checker) speech(where string, id int64, r *record.Reading) error {
	for _, kind := range []struct {
		query string
		want  []any
	}{
		{"SELECT record FROM statements WHERE document = ? ORDER BY id", anys(r.Statements)},
		{"SELECT record FROM commitments WHERE document = ? ORDER BY id", anys(r.Commitments)},
	} {
		have, err := column[[]byte](c.ctx, c.session, kind.query, id)
		if err != nil {
			return err
		}
		same := slices.EqualFunc(have, kind.want, func(packed []byte, want any) bool {
			plain, err := unsqueeze(packed)
			wanted, wantedErr := json.Marshal(want)
			return err == nil && wantedErr == nil && bytes.Equal(plain, wanted)
		})
		if !same {
			if err := c.tell(where, "statements or commitments are not those of its reading"); err != nil {
				return err
			}
		}
	}
	return nil
}

func anys[T any](of []T) []any {
	out := make([]any, len(of))
	for i, v := range of {
		out[i] = v
	}
	return out
}

// contacts compares the mentions with the contacts of the reading.
func (c *checker) contacts(where string, id int64, r *record.Reading) (keys int, err error) {
	have, err := column[string](c.ctx, c.session, "SELECT contact FROM mentions WHERE document = ?", id)
	if err != nil {
		return 0, err
	}
	var want []string
	for i := range r.Contacts {
		want = append(want, r.Contacts[i].ID)
	}
	slices.Sort(have)
	slices.Sort(want)
	if !slices.Equal(have, want) {
		return 0, c.tell(where, "its mentions are not those of its reading")
	}
	x := newIndex(c.ctx, c.session, &c.memory)
	for i := range r.Contacts {
		n, err := c.mention(where, x, merge.NewMention(&r.Document, &r.Contacts[i]))
		if err != nil {
			return 0, err
		}
		keys += n
	}
	return keys, nil
}

func (c *checker) mention(where string, x *index, want *merge.Mention) (keys int, err error) {
	m, err := x.byContact(want.Contact)
	if err != nil {
		return 0, c.damage(where, err)
	}
	if !reflect.DeepEqual(m.Mention, want) {
		return 0, c.tell(where, "contact %s was changed", want.Contact)
	}
	from, to := want.Span()
	if from == merge.Unknown {
		return 0, nil
	}
	for _, k := range merge.Keys(want) {
		var there int
		found, err := c.row(c.ctx, "SELECT 1 FROM mention_keys WHERE key = ? AND width = ? AND first = ? AND mention = ? AND last = ?",
			[]any{k, merge.Width(want), from, m.id, to}, &there)
		if err != nil {
			return 0, err
		}
		if !found {
			return 0, c.tell(where, "contact %s is not found by %s", want.Contact, k)
		}
		keys++
	}
	return keys, nil
}
