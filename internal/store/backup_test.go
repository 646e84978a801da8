package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBackup(t *testing.T) {
	s, path := open(t)
	add(t, s, twin(0)...)
	dir := t.TempDir()
	for name, from := range map[string]*Store{"writing": s, "reading": reopen(t, path, Options{ReadOnly: true})} {
		to := filepath.Join(dir, name+"'s.parley")
		if err := from.Backup(t.Context(), to); err != nil {
			t.Fatal(err)
		}
		sound(t, to)
		b := reopen(t, to, Options{})
		if diff := cmp.Diff(string(export(t, s)), string(export(t, b))); diff != "" {
			t.Errorf("%s: (-register +backup):\n%s", name, diff)
		}
		add(t, b, twin(1)...) // a backup is a register like any other
		if err := from.Backup(t.Context(), to); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: over a file that is there: error %v, want %v", name, err, fs.ErrExist)
		}
	}
}

// TestBackupWhileAdding backs up again and again while documents are added: each backup
// holds what was there at one moment.
func TestBackupWhileAdding(t *testing.T) {
	s, _ := open(t)
	add(t, s, twin(0)...)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for n := 1; n < 15; n++ {
			if _, err := s.Add(context.WithoutCancel(t.Context()), twin(n)); err != nil {
				t.Error(err)
				return
			}
		}
	}()
	dir := t.TempDir()
	for n, running := 0, true; running; n++ {
		select {
		case <-done:
			running = false
		default:
		}
		to := filepath.Join(dir, hash(string(rune(n)))+".parley")
		if err := s.Backup(t.Context(), to); err != nil {
			t.Fatal(err)
		}
		if _, err := look(t.Context(), reopen(t, to, Options{ReadOnly: true})); err != nil {
			t.Error(err)
		}
	}
}

// TestBackupFails asks that nothing is left behind of a backup that cannot be made.
func TestBackupFails(t *testing.T) {
	s, _ := open(t)
	add(t, s, twin(0)...)
	dir := t.TempDir()
	if err := s.Backup(t.Context(), filepath.Join(dir, "none", "b.parley")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("into a folder that is not there: error %v, want %v", err, fs.ErrNotExist)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Backup(ctx, filepath.Join(dir, "b.parley")); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: error %v, want %v", err, context.Canceled)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, error %v", left, err)
	}
}
