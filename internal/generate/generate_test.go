package generate

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/record"
	"github.com/parley-news/parley/world"
)

var loaded = sync.OnceValues(func() (*gazetteer.World, error) { return gazetteer.Load(world.FS) })

func generator(t *testing.T, seed uint64, o Options) *Generator {
	t.Helper()
	w, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	g, err := New(seed, w, o)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// readings are those of the first documents.
func readings(g *Generator, n int) []record.Reading {
	var out []record.Reading
	for range n {
		out = append(out, Reading(g.Next()))
	}
	return out
}

func TestSameSeedSameDocuments(t *testing.T) {
	const n = 300
	a := readings(generator(t, 7, Options{}), n)
	if diff := cmp.Diff(a, readings(generator(t, 7, Options{}), n)); diff != "" {
		t.Errorf("the same seed gives other documents (-first +second):\n%s", diff)
	}
	if b := readings(generator(t, 8, Options{}), n); cmp.Equal(a, b) {
		t.Error("another seed gives the same documents")
	}
}

func TestReading(t *testing.T) {
	g := generator(t, 1, Options{PerDay: 50})
	for range 3000 {
		doc, truth := g.Next()
		r := Reading(doc, truth)
		if size := len(doc.Text); size < shortest || size > longestText+400 {
			t.Errorf("%s: a text of %d bytes", doc.ID, size)
		}
		if strings.ContainsAny(doc.Text, "{}") || !strings.HasPrefix(doc.Text, doc.Title) {
			t.Errorf("%s: not filled in: %s", doc.ID, doc.Text)
		}
		if len(r.Contacts) == 0 || len(r.Contacts[0].Parties) != 2 || len(r.Contacts[0].People) != 2 {
			t.Fatalf("%s: tells of no contact: %+v\n%s", doc.ID, r.Contacts, doc.Text)
		}
		ids := map[string]bool{}
		for _, c := range r.Contacts {
			ids[c.ID] = true
			for _, e := range c.Evidence {
				if doc.Text[e.Start:e.End] != e.Text || e.Text == "" {
					t.Errorf("%s: evidence %+v is not in the text", doc.ID, e)
				}
			}
		}
		if len(ids) != len(r.Contacts) {
			t.Errorf("%s: two contacts of one id", doc.ID)
		}
		for _, s := range r.Statements {
			if doc.Text[s.Start:s.End] != s.Text || !ids[s.Contacts[0]] {
				t.Errorf("%s: statement %+v", doc.ID, s)
			}
		}
	}
}

// TestMix holds the mix against what Options promises.
func TestMix(t *testing.T) {
	const n = 10000
	g := generator(t, 1, Options{PerDay: 200, Changed: 20})
	told, seen, changed, languages, backs := map[int64]int{}, map[string]bool{}, 0, map[string]int{}, 0
	var first, last string
	for range n {
		doc, truth := g.Next()
		if seen[doc.ID] {
			changed++
		} else {
			told[truth.Contacts[0].Story]++
		}
		seen[doc.ID] = true
		languages[doc.Language]++
		backs += len(truth.Contacts) - 1
		if first == "" {
			first = *doc.Published
		}
		last = *doc.Published
	}
	most := slices.Max(slices.Collect(maps.Values(told)))
	mean := float64(len(seen)) / float64(len(told))
	t.Logf("%d contacts, %.2f documents each, at most %d; %d changed; %d second contacts; %v; %s to %s", len(told), mean, most, changed, backs, languages, first, last)
	if mean < 2.5 || mean > 3.5 || most < 30 || most > maxMostTold {
		t.Errorf("a contact is told by %.2f documents, at most by %d", mean, most)
	}
	if share := float64(changed) / n; share < 0.01 || share > 0.03 {
		t.Errorf("%d of %d documents changed", changed, n)
	}
	if len(languages) != len(g.languages) {
		t.Errorf("languages: %v", languages)
	}
	if backs < n/50 {
		t.Errorf("%d of %d documents tell of a second contact", backs, n)
	}
}

func TestOptionErrors(t *testing.T) {
	w, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	for want, o := range map[string]Options{
		"contacts per day":       {PerDay: -1},
		"documents of a contact": {MostTold: 41},
		"changed documents":      {Changed: 1001},
		`no language "xx"`:       {Languages: []string{"en", "xx"}},
	} {
		if _, err := New(1, w, o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %q", o, err, want)
		}
	}
}

// TestLanguages holds the languages against each other: each can say all that any can.
func TestLanguages(t *testing.T) {
	g := generator(t, 1, Options{First: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)})
	en := g.languages[slices.IndexFunc(g.languages, func(l *language) bool { return l.code == "en" })]
	for _, l := range g.languages {
		if diff := cmp.Diff(slices.Sorted(maps.Keys(en.Sentences)), slices.Sorted(maps.Keys(l.Sentences))); diff != "" {
			t.Errorf("%s: sentences (-en +%s):\n%s", l.code, l.code, diff)
		}
		if diff := cmp.Diff(slices.Sorted(maps.Keys(en.Topics)), slices.Sorted(maps.Keys(l.Topics))); diff != "" {
			t.Errorf("%s: topics (-en +%s):\n%s", l.code, l.code, diff)
		}
		if diff := cmp.Diff(en.order, l.order); diff != "" {
			t.Errorf("%s: states (-en +%s):\n%s", l.code, l.code, diff)
		}
		for _, b := range bodies {
			if _, ok := l.Offices[b.office+"/"+b.id]; !ok {
				t.Errorf("%s: no office %s/%s", l.code, b.office, b.id)
			}
		}
		for _, o := range []string{"president", "prime-minister", "foreign-minister", "defence-minister"} {
			if l.Offices[o].M == "" {
				t.Errorf("%s: no office %s", l.code, o)
			}
		}
		for topic := range l.Topics {
			if !slices.Contains(record.Topics, topic) {
				t.Errorf("%s: %q is no topic", l.code, topic)
			}
		}
		if len(l.Weekdays) != 7 || len(l.Months) != 12 || l.Weight < 1 || len(l.Outlets) < 5 {
			t.Errorf("%s: %d weekdays, %d months, weight %d, %d outlets", l.code, len(l.Weekdays), len(l.Months), l.Weight, len(l.Outlets))
		}
	}
}

func TestTemplateErrors(t *testing.T) {
	for _, s := range []string{"{C}", "{A.none}", "{week}"} {
		if _, err := parseTemplate(s); err == nil {
			t.Errorf("%q is taken for a template", s)
		}
	}
}
