package store

import (
	"encoding/json"
	"reflect"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// storedDocument is a document as the register holds it.
type storedDocument struct {
	id, place      int64
	sha256         string
	packed, joined []byte
}

// stored returns a document by its id, nil when it is not there.
func (b *batch) stored(document string) (*storedDocument, error) {
	var old storedDocument
	found, err := b.row(b.ctx, "SELECT id, place, sha256, reading FROM documents WHERE document = ?",
		[]any{document}, &old.id, &old.place, &old.sha256, &old.packed)
	if err != nil || !found {
		return nil, err
	}
	old.joined, err = unsqueeze(old.packed)
	return &old, err
}

// change puts another reading of a document in the place of the old one, which becomes
// history.
func (b *batch) change(old *storedDocument, r *record.Reading, packed []byte) error {
	before, err := readReading(old.joined)
	if err != nil {
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
			return b.exec(b.ctx, "INSERT INTO history (document, sha256, replaced, reading) VALUES (?, ?, ?, ?)",
				d.ID, old.sha256, b.stamp, old.packed)
		},
		func() error { return b.changeWords(old.place, place, d) },
		func() error {
			return b.exec(b.ctx, `UPDATE documents SET place = ?, sha256 = ?, url = ?, outlet = ?, genre = ?, issuer = ?, language = ?, title = ?,
				published = ?, retrieved = ?, given = ?, reading = ? WHERE id = ?`,
				place, d.SHA256, d.URL, d.Outlet, d.Genre, d.Issuer, d.Language, d.Title,
				d.Published, d.Retrieved, string(given), packed, old.id)
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
	var gone []*mention
	had := map[string]bool{}
	for i := range before.Contacts {
		old, err := b.index.byContact(before.Contacts[i].ID)
		if err != nil {
			return err
		}
		had[old.Contact] = true
		if now[old.Contact] == nil {
			gone = append(gone, old)
		} else if err := b.changeContact(old, now[old.Contact]); err != nil {
			return err
		}
	}
	var come []*merge.Mention
	for i := range r.Contacts {
		if c := r.Contacts[i].ID; !had[c] {
			come = append(come, now[c])
		}
	}
	for _, m := range come {
		if err := b.revive(m.Ref); err != nil {
			return err
		}
	}
	if err := b.takeContacts(gone, come); err != nil {
		return err
	}
	for _, m := range come {
		if err := b.addContact(id, m); err != nil {
			return err
		}
	}
	return nil
}

// changeContact replaces a mention of which only the features may have changed.
func (b *batch) changeContact(old *mention, now *merge.Mention) error {
	if reflect.DeepEqual(old.Mention, now) {
		b.touched = append(b.touched, now.Ref)
		return nil
	}
	b.removed, b.added = append(b.removed, old.Ref), append(b.added, now)
	return b.index.replace(old, now)
}

// takeContacts takes mentions out, and notes where what was known by their ids is found
// from now on.
func (b *batch) takeContacts(gone []*mention, come []*merge.Mention) error {
	mentions := make([]*merge.Mention, len(gone))
	for i, m := range gone {
		mentions[i] = m.Mention
	}
	successors := merge.Successors(mentions, come)
	for _, m := range gone {
		if err := b.retire(m, successors[m.Contact]); err != nil {
			return err
		}
		b.removed = append(b.removed, m.Ref)
		b.touched = append(b.touched, b.rules.beside(m.Ref)...)
		b.orphaned[m.entry] = true
	}
	for _, m := range gone {
		if err := b.index.take(m); err != nil {
			return err
		}
	}
	return nil
}

// retire notes the contacts that a contact which is gone leads to: the one that took its
// place, and the others of its entry.
func (b *batch) retire(m *mention, successor string) error {
	b.renamed = b.renamed || len(b.rules.beside(m.Ref)) > 0
	if successor != "" {
		if err := b.exec(b.ctx, "INSERT OR REPLACE INTO renamed (contact, document, now) VALUES (?, ?, ?)", m.Contact, m.Document, successor); err != nil {
			return err
		}
		if err := b.exec(b.ctx, "INSERT OR IGNORE INTO retired (entry, successor) VALUES (?, ?)", m.Contact, successor); err != nil {
			return err
		}
	}
	return b.exec(b.ctx, "INSERT OR IGNORE INTO retired (entry, successor) SELECT ?1, contact FROM mentions WHERE entry = ?2 AND contact <> ?1",
		m.Contact, m.entry)
}

// revive forgets where a contact led to that is there again.
func (b *batch) revive(r record.Ref) error {
	other, err := today(b.ctx, b.session, r)
	if err != nil {
		return err
	}
	if beside := b.rules.beside(other); len(beside) > 0 {
		b.renamed, b.touched = true, append(b.touched, beside...)
	}
	if err := b.exec(b.ctx, "DELETE FROM retired WHERE entry = ?", r.Contact); err != nil {
		return err
	}
	return b.exec(b.ctx, "DELETE FROM renamed WHERE contact = ?", r.Contact)
}
