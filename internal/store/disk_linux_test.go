package store

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/generate"
)

// disk makes a disk of a size ("3m"), and skips the test where none can be made.
func disk(t *testing.T, size string) string {
	t.Helper()
	at := t.TempDir()
	if err := syscall.Mount("tmpfs", at, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("no disk can be made here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(at, 0); err != nil {
			t.Error(err)
		}
	})
	return at
}

func remount(t *testing.T, disk string, flags uintptr, size string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT|flags, "size="+size); err != nil {
		t.Fatal(err)
	}
}

// TestSmallDisk adds to a disk that is full on the way: what was added before is there, and
// with room again adding goes on to the register that a large disk would hold.
func TestSmallDisk(t *testing.T) {
	d := disk(t, "3m")
	path := filepath.Join(d, "r.parley")
	s := reopen(t, path, Options{})
	all := made(maker(t, 3, generate.Options{PerDay: 20}), 240)
	const size = 20
	added, full := 0, 0
	for added < len(all) {
		_, err := s.Add(t.Context(), all[added:added+size])
		if err == nil {
			added += size
			continue
		}
		if full++; full > 1 || !errors.Is(err, ErrFull) {
			t.Fatalf("after %d readings: %v", added, err)
		}
		remount(t, d, 0, "200m")
		sound(t, path)
		for _, r := range all[:added] {
			if _, err := s.Document(t.Context(), r.Document.ID); err != nil {
				t.Error(err)
			}
		}
	}
	if full == 0 || added == 0 {
		t.Fatalf("the disk was full %d times", full)
	}
	sound(t, path)
	whole, _ := open(t)
	add(t, whole, all...)
	if diff := cmp.Diff(string(export(t, whole)), string(export(t, s))); diff != "" {
		t.Errorf("a full disk on the way makes another register (-without +with):\n%s", diff)
	}
}

// TestNoRoomForRegister opens a new register on a disk without room for one.
func TestNoRoomForRegister(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(disk(t, "16k"), "r.parley"), Options{})
	if err == nil {
		t.Fatal("a register was made without room", s.Close())
	}
	if !errors.Is(err, ErrFull) {
		t.Error(err)
	}
}

// TestReadOnlyDisk opens a register on a disk that may not be written to: adding says so,
// reading works.
func TestReadOnlyDisk(t *testing.T) {
	d := disk(t, "50m")
	path := filepath.Join(d, "r.parley")
	s := reopen(t, path, Options{})
	all := made(maker(t, 3, generate.Options{PerDay: 20}), 40)
	add(t, s, all...)
	want := export(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	remount(t, d, syscall.MS_RDONLY, "50m")
	if s, err := Open(t.Context(), path, Options{}); err == nil {
		_, err = s.Add(t.Context(), all[:1])
		t.Error("opened for writing; adding: ", err, s.Close())
	} else if !errors.Is(err, ErrReadOnly) {
		t.Error(err)
	}
	s = reopen(t, path, Options{ReadOnly: true})
	if diff := cmp.Diff(string(want), string(export(t, s))); diff != "" {
		t.Error(diff)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
