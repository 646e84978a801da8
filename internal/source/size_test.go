package source

import (
	"path/filepath"
	"strings"
	"testing"
)

// What Size foresees is what Open reads.
func TestSize(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"a.txt": "The ministers met.", "b/c.jsonl": `{"id": "c", "text": "They spoke."}`, "b/d.json": `{"id": "d", "text": "They wrote."}`,
		"e.pdf": "not read", ".hidden/f.txt": "not read", "b/.g.txt": "not read",
	})
	for _, paths := range [][]string{{dir}, {filepath.Join(dir, "a.txt"), filepath.Join(dir, "b")}, {filepath.Join(dir, "e.pdf")}, {filepath.Join(dir, "none")}} {
		got := 0
		read(t, dir, paths, "", Options{Got: func(n int) { got += n }})
		if size, ok := Size(paths); !ok || size != int64(got) {
			t.Errorf("%q: %d bytes (%v), read %d", paths, size, ok, got)
		}
	}
	for _, paths := range [][]string{nil, {"-"}, {dir, "-"}} {
		if _, ok := Size(paths); ok {
			t.Errorf("%q has a size", strings.Join(paths, " "))
		}
	}
}
