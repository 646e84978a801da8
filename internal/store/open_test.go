package store

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestOpenErrors asks what a person is told of a file that cannot be opened.
func TestOpenErrors(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "letter.txt")
	write(t, text, strings.Repeat("This is no database. ", 100))
	other := filepath.Join(dir, "other.db")
	database(t, other, "CREATE TABLE birds (name TEXT)")
	newer := filepath.Join(dir, "newer.parley")
	database(t, newer, "PRAGMA application_id = 0x5061726c; CREATE TABLE goose_db_version (version_id INTEGER); INSERT INTO goose_db_version VALUES (9999)",
		"CREATE TABLE documents (id INTEGER)")
	older := filepath.Join(dir, "older.parley")
	database(t, older, "PRAGMA application_id = 0x5061726c; CREATE TABLE goose_db_version (version_id INTEGER); INSERT INTO goose_db_version VALUES (0)",
		"CREATE TABLE documents (id INTEGER)")
	tests := []struct {
		name, path string
		o          Options
		want       error
		says       string
	}{
		{"a text", text, Options{}, ErrNoRegister, "another kind"},
		{"a database of another program", other, Options{}, ErrNoRegister, "another program"},
		{"a folder", dir, Options{}, ErrNoRegister, "folder"},
		{"a register of a later version", newer, Options{}, ErrNoRegister, "later one"},
		{"a register of an earlier version, to read", older, Options{ReadOnly: true}, nil, "earlier version"},
		{"nothing, to read", filepath.Join(dir, "none.parley"), Options{ReadOnly: true}, ErrNoRegister, "no such file"},
		{"a file where a folder is due", filepath.Join(text, "r.parley"), Options{}, nil, "not a directory"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := listing(t, dir)
			s, err := Open(t.Context(), tt.path, tt.o)
			if err == nil {
				_ = s.Close()
				t.Fatal("it was opened")
			}
			if tt.want != nil && !errors.Is(err, tt.want) {
				t.Errorf("error %v, want %v", err, tt.want)
			}
			if !strings.Contains(err.Error(), tt.says) || !strings.Contains(err.Error(), tt.path) {
				t.Errorf("error %q does not say %q of %s", err, tt.says, tt.path)
			}
			if after := listing(t, dir); after != before {
				t.Errorf("files before: %s\nafter: %s", before, after)
			}
		})
	}
}

func write(t *testing.T, path, words string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
}

// database makes an SQLite file.
func database(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
}

// listing is the files of a folder with their contents.
func listing(t *testing.T, dir string) string {
	t.Helper()
	var out strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		out.WriteString(path + " " + hash(string(data)) + "\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestOpenMakesFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "folder?", "r%20.parley")
	s := reopen(t, path, Options{})
	add(t, s, reading("d1", "FRA", "TUR", "2025-03-11"))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
	sound(t, path)
}

func TestReadOnly(t *testing.T) {
	s, path := open(t)
	d1 := reading("d1", "FRA", "TUR", "2025-03-11")
	add(t, s, d1)
	r := reopen(t, path, Options{ReadOnly: true})
	if got := entries(t, r); len(got) != 1 {
		t.Errorf("entries %v, want one", got)
	}
	if _, err := r.Add(t.Context(), nil); !errors.Is(err, ErrReadOnly) {
		t.Errorf("error %v, want %v", err, ErrReadOnly)
	}
}

func TestLocked(t *testing.T) {
	s, path := open(t)
	add(t, s, reading("d1", "FRA", "TUR", "2025-03-11"))
	other := reopen(t, path, Options{Wait: 30 * time.Millisecond})
	if err := s.writer.exec(t.Context(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	late := reading("d2", "FRA", "TUR", "2025-03-11")
	_, err := other.Add(t.Context(), readings(late))
	if !errors.Is(err, ErrBusy) || !strings.Contains(err.Error(), "another process") {
		t.Errorf("error %v, want %v", err, ErrBusy)
	}
	if got := entries(t, other); len(got) != 1 {
		t.Errorf("who reads sees %v, want one entry", got)
	}
	if err := s.writer.exec(t.Context(), "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	add(t, other, late)
	add(t, s, reading("d3", "FRA", "TUR", "2025-03-11")) // what s remembers is of before
	if got := sortedEntries(t, s); len(got) != 1 || len(got[0]) != 3 {
		t.Errorf("entries %v, want one of three documents", got)
	}
}
