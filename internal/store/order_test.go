package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/parley-news/parley/internal/generate"
	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// TestAnyOrder adds documents in any order, in batches of any size, some of them with
// another text at first, and gives corrections as soon as they can be given or later: the
// export is byte for byte that of adding all in one batch and correcting then.
func TestAnyOrder(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		all := rapid.OneOf(fromGenerator(), fromSmallWorld()).Draw(t, "readings")
		whole := newRegister(t, filepath.Join(dir, strconv.Itoa(n)+"-whole"))
		defer whole.Close()
		addAll(t, whole, all)
		log := drawCorrections(t, whole, all)

		parts := newRegister(t, filepath.Join(dir, strconv.Itoa(n)+"-parts"))
		defer parts.Close()
		for _, r := range rapid.SliceOfNDistinct(rapid.SampledFrom(all), 0, 4, documentOf).Draw(t, "those that change") {
			addAll(t, parts, []record.Reading{earlier(t, r)})
		}
		for left := rapid.Permutation(all).Draw(t, "order"); len(left) > 0; {
			size := rapid.IntRange(1, len(left)).Draw(t, "batch")
			addAll(t, parts, left[:size])
			left = left[size:]
			for len(log) > 0 && (len(left) == 0 || rapid.Bool().Draw(t, "correct")) {
				_, err := parts.Correct(t.Context(), log[0])
				if errors.Is(err, ErrNotFound) && len(left) > 0 {
					break // its documents are still to come
				}
				if err != nil {
					t.Fatal(err)
				}
				log = log[1:]
			}
		}
		if diff := cmp.Diff(string(export(t, whole)), string(export(t, parts))); diff != "" {
			t.Fatalf("the order makes another register (-whole +parts):\n%s", diff)
		}
		if problems, err := parts.Check(t.Context()); err != nil || len(problems) > 0 {
			t.Fatalf("check: %v %v", problems, err)
		}
	})
}

// drawCorrections gives a register corrections, and returns those that it took.
func drawCorrections(t *rapid.T, s *Store, all []record.Reading) []record.Correction {
	var refs []record.Ref
	for _, r := range all {
		for _, c := range r.Contacts {
			refs = append(refs, record.Ref{Document: r.Document.ID, Contact: c.ID})
		}
	}
	var log []record.Correction
	if len(refs) < 2 {
		return log
	}
	ref := rapid.SampledFrom(refs)
	for range rapid.IntRange(0, 5).Draw(t, "corrections") {
		c := record.Correction{Author: "Ann", Reason: "seen", Action: rapid.SampledFrom(record.Actions).Draw(t, "action")}
		switch c.Action {
		case "merge", "confirm":
			c.Contacts = rapid.SliceOfN(ref, 2, 3).Draw(t, "contacts")
		case "split":
			c.Contacts, c.From = []record.Ref{ref.Draw(t, "contact")}, []record.Ref{ref.Draw(t, "from")}
		case "undo":
			c.Undoes = int64(rapid.IntRange(1, 5).Draw(t, "undoes"))
		case "set":
			c.Contacts, c.Field = []record.Ref{ref.Draw(t, "contact")}, rapid.SampledFrom([]string{"date", "kind"}).Draw(t, "field")
			c.Value = map[string]string{"date": "2024-10-05", "kind": "letter"}[c.Field]
		default:
			c.Contacts = []record.Ref{ref.Draw(t, "contact")}
		}
		done, err := s.Correct(t.Context(), c)
		switch {
		case err == nil:
			done.ID, done.At = 0, ""
			log = append(log, done)
		case !errors.Is(err, merge.ErrCorrection) && !errors.Is(err, ErrNotFound):
			t.Fatal(err)
		}
	}
	return log
}

func newRegister(t *rapid.T, path string) *Store {
	s, err := Open(t.Context(), path, Options{Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// addAll adds readings, and holds what the store says of the entries against how many
// there are.
func addAll(t *rapid.T, s *Store, all []record.Reading) {
	before := bytes.Count(export(t, s), []byte("\n"))
	done, err := s.Add(t.Context(), all)
	if err != nil {
		t.Fatal(err)
	}
	told := map[Outcome]int{}
	for _, o := range done.Entries {
		told[o]++
	}
	if now := bytes.Count(export(t, s), []byte("\n")); now-before != told[Added]-told[Removed] {
		t.Fatalf("%d entries became %d, told were %v", before, now, told)
	}
}

func documentOf(r record.Reading) string { return r.Document.ID }

// fromGenerator draws readings of generated documents.
func fromGenerator() *rapid.Generator[[]record.Reading] {
	return rapid.Custom(func(t *rapid.T) []record.Reading {
		o := generate.Options{PerDay: rapid.IntRange(1, 5).Draw(t, "contacts a day"), Changed: -1}
		g := maker(t, rapid.Uint64Range(1, 1000).Draw(t, "seed"), o)
		return made(g, rapid.IntRange(1, 20).Draw(t, "documents"))
	})
}

// fromSmallWorld draws readings in which much is nearly the same.
func fromSmallWorld() *rapid.Generator[[]record.Reading] {
	return rapid.Custom(func(t *rapid.T) []record.Reading {
		var out []record.Reading
		for i := range rapid.IntRange(1, 12).Draw(t, "documents") {
			r := reading(fmt.Sprintf("d%02d", i), "FRA", "TUR", anyDay(t, "published"))
			r.Contacts = r.Contacts[:0]
			for k := range rapid.IntRange(0, 3).Draw(t, "contacts") {
				r.Contacts = append(r.Contacts, drawContact(t, r.Document.ID, k))
			}
			tidy(&r)
			out = append(out, r)
		}
		return out
	})
}

func drawContact(t *rapid.T, document string, k int) record.Contact {
	sides := rapid.SampledFrom([][2]string{{"FRA", "TUR"}, {"FRA", "TUR"}, {"RUS", "TUR"}}).Draw(t, "sides")
	c := call("", sides[0], sides[1], anyDay(t, "day"))
	c.ID = hash(document + strconv.Itoa(k))
	c.Main = k == 0
	c.Kind = rapid.SampledFrom([]string{"call", "meeting"}).Draw(t, "kind")
	c.Step = rapid.SampledFrom([]string{"held", "scheduled", "moved", "cancelled"}).Draw(t, "step")
	c.Status = record.Steps[c.Step]
	if rapid.IntRange(0, 3).Draw(t, "undated") == 0 {
		c.Date = nil
	}
	if rapid.Bool().Draw(t, "third") {
		c.Parties = append(c.Parties, record.Party{ID: "USA", Name: "USA", Type: "state", Role: "party"})
	}
	if rapid.Bool().Draw(t, "asked") {
		c.Initiator = &record.Actor{ID: sides[0], Name: sides[0]}
	}
	return c
}

func anyDay(t *rapid.T, what string) string {
	return merge.Day(20_000 + rapid.IntRange(0, 12).Draw(t, what)).String()
}

// tidy makes the rest of a reading follow from its contacts: a statement belongs to one that
// is there, and the text is another one when anything is.
func tidy(r *record.Reading) {
	if len(r.Contacts) == 0 {
		r.Statements = []record.Statement{}
	}
	for i := range r.Statements {
		r.Statements[i].Contacts = []string{r.Contacts[0].ID}
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%+v", r.Contacts))
	r.Document.SHA256 = hex.EncodeToString(sum[:])
}

// earlier is what a document said before it changed: other days, one contact more or less.
func earlier(t *rapid.T, r record.Reading) record.Reading {
	r.Contacts = slices.Clone(r.Contacts)
	switch {
	case len(r.Contacts) > 0 && rapid.Bool().Draw(t, "less"):
		r.Contacts = r.Contacts[1:]
	case len(r.Contacts) > 0 && rapid.Bool().Draw(t, "other day"):
		r.Contacts[0].Date = nil
	default:
		r.Contacts = append(r.Contacts, drawContact(t, r.Document.ID, 9))
	}
	r.Statements = slices.Clone(r.Statements)
	tidy(&r)
	return r
}
