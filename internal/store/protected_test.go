//go:build unix

package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestWriteProtected asks of a register on a medium that cannot be written to: a file
// that is write-protected, or lies in a folder that is. It can be read, and written to
// when it is protected no more.
func TestWriteProtected(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("nothing is write-protected for root")
	}
	for name, protect := range map[string]func(t *testing.T, path string){
		"file":   func(t *testing.T, path string) { chmod(t, path, 0o400) },
		"folder": func(t *testing.T, path string) { chmod(t, filepath.Dir(path), 0o500) },
		"both":   func(t *testing.T, path string) { chmod(t, path, 0o400); chmod(t, filepath.Dir(path), 0o500) },
	} {
		t.Run(name, func(t *testing.T) {
			s, path := open(t)
			add(t, s, reading("d1", "FRA", "TUR", "2025-03-11"))
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			protect(t, path)
			t.Cleanup(func() {
				chmod(t, filepath.Dir(path), 0o700)
				chmod(t, path, 0o600)
			})
			if s, err := Open(t.Context(), path, Options{}); !errors.Is(err, ErrReadOnly) {
				t.Errorf("opened to write: error %v, want %v", err, ErrReadOnly)
				if err == nil {
					_ = s.Close()
				}
			}
			r := reopen(t, path, Options{ReadOnly: true})
			if got := entries(t, r); len(got) != 1 {
				t.Errorf("read: %v, want one entry", got)
			}
			if err := r.Close(); err != nil {
				t.Error(err)
			}
			chmod(t, filepath.Dir(path), 0o700)
			chmod(t, path, 0o600)
			add(t, reopen(t, path, Options{}), reading("d2", "FRA", "TUR", "2025-03-11"))
		})
	}
}

func chmod(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}
