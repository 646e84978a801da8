package export

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

var update = flag.Bool("update", false, "write the files of testdata/entries anew")

// exported is what a format makes of some entries.
func exported(t *testing.T, format string, o EntryOptions, entries ...record.Entry) []byte {
	t.Helper()
	f, err := FormatNamed(format)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w, err := f.Open(&out, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := w.Write(e); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestEntryFormatsGolden holds every format to a file that other libraries read in the
// module readback. The formats that can mark rejected entries hold them.
func TestEntryFormatsGolden(t *testing.T) {
	for _, f := range EntryFormats() {
		t.Run(f.Name, func(t *testing.T) {
			got := exported(t, f.Name, EntryOptions{Rejected: f.Marks}, sampleEntries()...)
			if again := exported(t, f.Name, EntryOptions{Rejected: f.Marks}, sampleEntries()...); !bytes.Equal(got, again) {
				t.Error("the same entries give other bytes")
			}
			file := filepath.Join("testdata", "entries", f.Name+f.Extension)
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(want, got) {
				t.Errorf("%s is not what is written now (go test -update writes it anew): %s", file, cmp.Diff(string(want), string(got)))
			}
		})
	}
}

func TestEntryFormatsLeaveOutWhatIsRejected(t *testing.T) {
	rejected := sampleRejected()
	for _, f := range EntryFormats() {
		none := exported(t, f.Name, EntryOptions{})
		if got := exported(t, f.Name, EntryOptions{}, rejected); !bytes.Equal(none, got) {
			t.Errorf("%s holds a rejected entry: %s", f.Name, got)
		}
		_, err := f.Open(io.Discard, EntryOptions{Rejected: true})
		if f.Marks != (err == nil) || err != nil && !errors.Is(err, ErrNoMark) {
			t.Errorf("%s asked for rejected entries: %v", f.Name, err)
		}
	}
}

func TestEntryFormatsAreDescribed(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range EntryFormats() {
		if f.Name == "" || f.About == "" || !strings.Contains(f.MediaType, "/") || !strings.HasPrefix(f.Extension, ".") || seen[f.Name] {
			t.Errorf("%+v: something is missing, or the name stands twice", f)
		}
		seen[f.Name] = true
	}
	if _, err := FormatNamed("xlsx"); err == nil || !strings.Contains(err.Error(), `"jsonl"`) {
		t.Errorf("an unknown format: %v", err)
	}
}

// full is a stream that takes so many bytes and no more.
type full struct{ room int }

var errFull = errors.New("no space left")

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// An error of the stream comes back from Write or Close, whatever the format holds back.
func TestEntryFormatsTellOfAFullDisk(t *testing.T) {
	for _, f := range EntryFormats() {
		size := len(exported(t, f.Name, EntryOptions{}, sampleEntries()...))
		for _, room := range []int{0, size / 2, size - 1} {
			w, err := f.Open(&full{room: room}, EntryOptions{})
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range sampleEntries() {
				err = errors.Join(err, w.Write(e))
			}
			if err = errors.Join(err, w.Close()); !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d of %d bytes: %v", f.Name, room, size, err)
			}
		}
	}
}
