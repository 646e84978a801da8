package store

import (
	"encoding/json"
	"reflect"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// storedDocument is a document as the register holds it.
type storedDocument struct {
	id, place     int64
	sha256, text  string
	packed, plain []byte
}

// stored returns a document by its id, nil when it is not there.
func (b *batch) stored(document string) (*storedDocument, error) {
	var old storedDocument
	found, err := b.row(b.ctx, "SELECT id, place, sha256, text, reading FROM documents WHERE document = ?",
		[]any{document}, &old.id, &old.place, &old.sha256, &old.text, &old.packed)
	if err != nil || !found {
		return nil, err
	}
	old.plain, err = unsqueeze(old.packed)
	return &old, err
}

// change puts another reading of a document in the place of the old one, which becomes
// history.
func (b *batch) change(old *storedDocument, r *record.Reading, plain []byte) error {
	var before record.Reading
	if err := json.Unmarshal(old.plain, &before); err != nil {
		return err
	}
	d := &r.Document
	given, err := json.Marshal(d.Given)
	if err != nil {
		return err
	}
	place := old.place
	if day(d.Published) != day(before.Document.Published) {
		if place, err = b.freePlace(d.Published); err != nil {
			return err
		}
	}
	for _, step := range []func() error{
		func() error {
			return b.exec(b.ctx, "INSERT INTO history (document, sha256, replaced, reading, text) VALUES (?, ?, ?, ?, ?)",
				d.ID, old.sha256, b.stamp, old.packed, squeeze([]byte(old.text)))
		},
		func() error { return b.changeWords(old.place, place, d) },
		func() error {
			return b.exec(b.ctx, `UPDATE documents SET place = ?, sha256 = ?, url = ?, outlet = ?, genre = ?, issuer = ?, language = ?, title = ?,
				published = ?, retrieved = ?, given = ?, reading = ?, text = ? WHERE id = ?`,
				place, d.SHA256, d.URL, d.Outlet, d.Genre, d.Issuer, d.Language, d.Title,
				d.Published, d.Retrieved, string(given), squeeze(plain), d.Text, old.id)
		},
		func() error { return b.takeSpeech(old.id) },
		func() error { return b.addSpeech(old.id, r) },
		func() error { return b.changeContacts(old.id, &before, r) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	b.memory.parts.put(old.id, merge.Parts(r))
	return nil
}

// changeContacts takes out the mentions that the document has no more, puts in the new
// ones and replaces those of which merging sees something else.
func (b *batch) changeContacts(id int64, before, r *record.Reading) error {
	now := map[string]*merge.Mention{}
	for i := range r.Contacts {
		now[r.Contacts[i].ID] = merge.NewMention(&r.Document, &r.Contacts[i])
	}
	kept := map[string]bool{}
	for i := range before.Contacts {
		contact := before.Contacts[i].ID
		old, err := b.index.byContact(contact)
		if err != nil {
			return err
		}
		if err := b.changeContact(old, now[contact]); err != nil {
			return err
		}
		kept[contact] = true
	}
	for i := range r.Contacts {
		if c := r.Contacts[i].ID; !kept[c] {
			if err := b.addContact(id, now[c]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *batch) changeContact(old *mention, now *merge.Mention) error {
	if now != nil && reflect.DeepEqual(old.Mention, now) {
		b.touched = append(b.touched, now.Ref)
		return nil
	}
	b.removed = append(b.removed, old.Ref)
	if now == nil {
		b.orphaned[old.entry] = true
		return b.index.take(old)
	}
	b.added = append(b.added, now)
	return b.index.replace(old, now)
}
