package command

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// TestAddOnFullDisk: what is safe is told beside the error, and the same command goes on
// from there when there is room.
func TestAddOnFullDisk(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=3m"); err != nil {
		t.Skipf("no disk can be made here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(disk, 0); err != nil {
			t.Error(err)
		}
	})
	path := filepath.Join(disk, "my.parley")
	const many = 1024
	add := func() (code int, out, errs string) {
		var o, e bytes.Buffer
		a := &app{in: strings.NewReader(""), out: &o, err: &e}
		a.wire()
		a.newReader = func() (parley.DocumentReader, error) { return nothing{}, nil }
		a.open = func(context.Context, io.Reader, input) iter.Seq2[record.Document, error] {
			return func(yield func(record.Document, error) bool) {
				dice := rand.New(rand.NewPCG(1, 2))
				for i := range many {
					text := make([]byte, 2000) // that cannot be packed
					for k := range text {
						text[k] = byte('0' + dice.IntN(70))
					}
					if !yield(record.Document{ID: fmt.Sprint(i), Text: string(text)}, nil) {
						return
					}
				}
			}
		}
		code = a.run(t.Context(), []string{"add", "--register", path, "x"})
		return code, o.String(), e.String()
	}
	code, out, errs := add()
	var safe int
	if _, err := fmt.Sscanf(out, "%d added,", &safe); err != nil || safe == 0 || safe == many || code != exitFailed || !strings.Contains(errs, "the disk is full") {
		t.Fatalf("code %d, %q, %q", code, out, errs)
	}
	if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT, "size=100m"); err != nil {
		t.Fatal(err)
	}
	code, out, errs = add()
	want := fmt.Sprintf("%d added, 0 changed, %d unchanged;", many-safe, safe)
	if code != 0 || errs != "" || !strings.HasPrefix(out, want) {
		t.Errorf("with room: code %d, %q, %q; want %q", code, out, errs, want)
	}
}
