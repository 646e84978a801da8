package store

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/generate"
	"github.com/parley-news/parley/record"
)

// makeRegister has TestRegistersOfAllVersions make the register of this version.
const makeRegister = "PARLEY_MAKE_REGISTER"

// registers has one register of every released version, made by that version: the file,
// and what it was made of.
const registers = "testdata/registers"

// kept fills a register with a bit of everything.
func kept(t *testing.T, s *Store) {
	t.Helper()
	all := made(maker(t, 7, generate.Options{PerDay: 3, Changed: 200}), 12)
	d1, d2 := reading("d1", "FRA", "TUR", "2025-03-11"), reading("d2", "FRA", "TUR", "2025-05-11")
	d1.Commitments = []record.Commitment{{
		Who: record.Actor{ID: "FRA", Name: "France"}, Text: "to send grain", Evidence: []record.Evidence{},
		Date: &record.Date{From: "2025-04-01", To: "2025-04-30", Basis: "explicit", Text: "in April"},
	}}
	add(t, s, append(all, d1, d2)...)
	correct(t, s, record.Correction{Action: "merge", Contacts: []record.Ref{said(d1), said(d2)}})
	correct(t, s, record.Correction{Action: "set", Contacts: []record.Ref{said(d1)}, Field: "place", Value: "Lyon"})
	add(t, s, reading("d1", "FRA", "TUR", "2025-03-12"))
}

// TestRegistersOfAllVersions opens the register of every version so far: it comes to
// today's form, is sound, and loses no document, no correction and no history.
func TestRegistersOfAllVersions(t *testing.T) {
	if os.Getenv(makeRegister) != "" {
		makeOne(t)
	}
	for v := 1; v <= version; v++ {
		t.Run(fmt.Sprint(v), func(t *testing.T) {
			name := filepath.Join(registers, fmt.Sprint(v))
			data, err := os.ReadFile(name + ".json")
			if err != nil {
				t.Fatalf("%v; make it by %s=1 go test -run TestRegistersOfAllVersions ./internal/store", err, makeRegister)
			}
			var want held
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "r.parley")
			unzip(t, name+".parley.gz", path)
			s := reopen(t, path, Options{})
			sound(t, path)
			if diff := cmp.Diff(want, holding(t, s)); diff != "" {
				t.Errorf("(-when it was made +today):\n%s", diff)
			}
			add(t, s, twin(0)...)
			sound(t, path)
		})
	}
}

func unzip(t *testing.T, from, to string) {
	t.Helper()
	f, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, plain, 0o600); err != nil {
		t.Fatal(err)
	}
}

// makeOne makes the register of this version.
func makeOne(t *testing.T) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "r.parley")
	s := reopen(t, path, Options{})
	kept(t, s)
	data, err := json.MarshalIndent(holding(t, s), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	plain, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := z.Write(plain); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(registers, 0o750); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(registers, fmt.Sprint(version))
	for file, data := range map[string][]byte{name + ".json": append(data, '\n'), name + ".parley.gz": packed.Bytes()} {
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// held is what a register was given and cannot make anew.
type held struct {
	Documents   []string            `json:"documents"` // ids and texts
	History     map[string]int      `json:"history"`   // how many earlier readings
	Corrections []record.Correction `json:"corrections"`
}

// holding returns what a register holds.
func holding(t *testing.T, s *Store) held {
	t.Helper()
	h := held{History: map[string]int{}}
	for d, err := range s.Documents(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		h.Documents = append(h.Documents, d.ID+" "+d.Text)
		versions, err := s.History(t.Context(), d.ID)
		if err != nil {
			t.Fatal(err)
		}
		if len(versions) > 0 {
			h.History[d.ID] = len(versions)
		}
	}
	var err error
	if h.Corrections, err = s.Corrections(t.Context()); err != nil {
		t.Fatal(err)
	}
	return h
}

// TestRenew spoils all that follows from the readings: it is made anew when the register
// was made by an earlier version, and is then what it was.
func TestRenew(t *testing.T) {
	s, path := open(t)
	kept(t, s)
	want := export(t, s)
	for _, text := range []string{
		"UPDATE entries SET record = x''", "DELETE FROM facets", "DELETE FROM links", "UPDATE mentions SET features = x'00'",
		"DELETE FROM statements", "DELETE FROM words", "UPDATE terms SET entries = 7",
	} {
		if err := s.writer.exec(t.Context(), text); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.writer.exec(t.Context(), "PRAGMA user_version = 0"); err != nil {
		t.Fatal(err)
	}
	problems, err := s.Check(t.Context())
	if err != nil || len(problems) != 1 || !problems[0].Note {
		t.Errorf("before: problems %v, error %v; want one note", problems, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	var done, of int
	s = reopen(t, path, Options{Renewing: func(d, o int) { done, of = d, o }})
	if done != 14 || of != 14 {
		t.Errorf("%d of %d documents are told to be done, want 14 of 14", done, of)
	}
	if got := export(t, s); !bytes.Equal(want, got) {
		t.Errorf("(-before +after):\n%s", cmp.Diff(string(want), string(got)))
	}
}

// TestRenewInterrupted stops a register while it is made anew: it is as it was, and is made
// anew when it is opened the next time.
func TestRenewInterrupted(t *testing.T) {
	s, path := open(t)
	add(t, s, made(maker(t, 7, generate.Options{PerDay: 30}), renewBatch+20)...)
	want := export(t, s)
	if err := s.writer.exec(t.Context(), "PRAGMA user_version = 0"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	told := 0
	s, err := Open(ctx, path, Options{Renewing: func(done, _ int) { told = done; cancel() }})
	if !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), path+": interrupted; nothing was changed") || told != renewBatch {
		t.Fatalf("after %d documents: %v, error %v", told, s, err)
	}
	s = reopen(t, path, Options{ReadOnly: true})
	if got := export(t, s); !bytes.Equal(want, got) {
		t.Errorf("(-before +interrupted):\n%s", cmp.Diff(string(want), string(got)))
	}
	var is int
	if err := s.read(t.Context(), func(q *session) error { _, err := q.row(t.Context(), "PRAGMA user_version", nil, &is); return err }); err != nil || is != 0 {
		t.Errorf("the number is %d, error %v; want 0", is, err)
	}
	if got := export(t, reopen(t, path, Options{})); !bytes.Equal(want, got) {
		t.Errorf("(-before +after):\n%s", cmp.Diff(string(want), string(got)))
	}
}

// TestLaterEntries opens a register whose entries a later version has made.
func TestLaterEntries(t *testing.T) {
	s, path := open(t)
	add(t, s, twin(0)...)
	set := func(s *Store, n int) {
		t.Helper()
		if err := s.writer.exec(t.Context(), fmt.Sprintf("PRAGMA user_version = %d", n)); err != nil {
			t.Fatal(err)
		}
	}
	set(s, making+1)
	if _, err := Open(t.Context(), path, Options{}); err == nil {
		t.Error("it was opened for writing")
	}
	if got := entries(t, reopen(t, path, Options{ReadOnly: true})); len(got) != 1 {
		t.Errorf("entries %v, want one", got)
	}
	set(s, making)
}
