package parley

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/parley-news/parley/packs"
)

// The packs that are built in are compiled when they are needed; here all are.
func TestShippedPacks(t *testing.T) {
	r, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.compileAll(); err != nil {
		t.Error(err)
	}
	if len(r.lexicons) < 3 {
		t.Errorf("%d packs", len(r.lexicons))
	}
}

// A pack of the user's own is checked at once.
func TestOwnPacksAreChecked(t *testing.T) {
	for file, line := range map[string]string{"cues.tsv": "rencontr(\tVERB\tcontact\tkind=meeting frame=meet\n", "dates.yaml": "nothing: 1\n"} {
		own := fstest.MapFS{}
		err := fs.WalkDir(packs.FS, "fr", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(packs.FS, path)
			own[path] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := NewReader(WithPacks(own)); err != nil {
			t.Fatalf("a copy of the pack: %v", err)
		}
		own["fr/"+file].Data = append(own["fr/"+file].Data, line...)
		if _, err := NewReader(WithPacks(own)); err == nil || !strings.Contains(err.Error(), "fr/"+file+":") {
			t.Errorf("%s: error %v", file, err)
		}
	}
}
