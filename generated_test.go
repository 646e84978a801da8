package parley

import (
	"context"
	"slices"
	"testing"

	"github.com/parley-news/parley/internal/generate"
	"github.com/parley-news/parley/internal/sample"
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

// sameContact reports whether two records are of the same contact, told alike.
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
		a.Date != nil && b.Date != nil && a.Date.From == b.Date.From && a.Date.To == b.Date.To
}
