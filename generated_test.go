package parley

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"github.com/parley-news/parley/internal/generate"
	"github.com/parley-news/parley/internal/sample"
	"github.com/parley-news/parley/internal/store"
	"github.com/parley-news/parley/record"
)

// TestGeneratedAreRead reads generated documents of every language and asks whether the
// contact is found that each tells of: its parties, kind, status and day.
func TestGeneratedAreRead(t *testing.T) {
	const count, least = 100, 0.9
	r, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range sample.Languages(t) {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			g, err := generate.New(1, r.World(), generate.Options{Languages: []string{lang}, PerDay: 2})
			if err != nil {
				t.Fatal(err)
			}
			found := 0
			for range count {
				doc, truth := g.Next()
				got, err := r.Read(context.Background(), doc)
				if err != nil {
					t.Fatal(err)
				}
				want := &truth.Contacts[0].Contact
				if slices.ContainsFunc(got.Contacts, func(c record.Contact) bool { return sameContact(&c, want) }) {
					found++
				}
			}
			t.Logf("%s: %d of %d found", lang, found, count)
			if share := float64(found) / count; share < least {
				t.Errorf("the contact was found in %.2f of the documents, want %.2f", share, least)
			}
		})
	}
}

// TestGeneratedAreMerged puts generated documents into a register and asks whether those of
// one contact lie together there, and those of others apart.
func TestGeneratedAreMerged(t *testing.T) {
	const count, least = 800, 0.98
	reader, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	g, err := generate.New(1, reader.World(), generate.Options{Changed: -1})
	if err != nil {
		t.Fatal(err)
	}
	r, err := OpenRegister(t.Context(), filepath.Join(t.TempDir(), "merged.parley"), WithReader(func() (DocumentReader, error) { return reader, nil }))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	truths := map[string]generate.Truth{}
	docs := func(yield func(record.Document, error) bool) {
		for range count {
			doc, truth := g.Next()
			truths[doc.ID] = truth
			if !yield(doc, nil) {
				return
			}
		}
	}
	if _, err := r.Add(t.Context(), docs, Adding{}); err != nil {
		t.Fatal(err)
	}
	// The contacts of the entries by the story they tell; what is no story's is left out.
	entries, stories, both := map[string]float64{}, map[int64]float64{}, map[string]map[int64]float64{}
	for e, err := range r.store.Entries(t.Context(), store.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		both[e.ID] = map[int64]float64{}
		for _, m := range e.Members {
			if story, ok := storyOf(truths[m.Document], &e); ok {
				entries[e.ID]++
				stories[story]++
				both[e.ID][story]++
			}
		}
	}
	var n, precision, recall float64 // B-cubed
	for id, of := range both {
		for story, k := range of {
			n += k
			precision += k * k / entries[id]
			recall += k * k / stories[story]
		}
	}
	t.Logf("%.0f contacts in %d entries, of %d stories: precision %.4f, recall %.4f", n, len(entries), len(stories), precision/n, recall/n)
	if n < count*0.9 || precision/n < least || recall/n < least {
		t.Errorf("precision %.4f and recall %.4f of %.0f contacts, want %.2f of %d", precision/n, recall/n, n, least, count)
	}
}

// storyOf is which of the contacts that a document tells of an entry must be: the only one
// of the same parties and kind.
func storyOf(truth generate.Truth, e *record.Entry) (int64, bool) {
	var found []int64
	for _, c := range truth.Contacts {
		same := slices.EqualFunc(c.Contact.Parties, e.Parties, func(a, b record.Party) bool { return a.ID == b.ID })
		if same && c.Contact.Kind == e.Kind {
			found = append(found, c.Story)
		}
	}
	if len(found) != 1 {
		return 0, false
	}
	return found[0], true
}

// sameContact reports whether a record has what another one gives.
func sameContact(a, b *record.Contact) bool {
	ids := func(c *record.Contact) []string {
		var out []string
		for _, p := range c.Parties {
			out = append(out, p.ID)
		}
		slices.Sort(out)
		return out
	}
	return a.Kind == b.Kind && a.Status == b.Status && slices.Equal(ids(a), ids(b)) &&
		(b.Date == nil || a.Date != nil && a.Date.From == b.Date.From && a.Date.To == b.Date.To)
}
