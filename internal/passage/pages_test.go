package passage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/packs"
	"github.com/parley-news/parley/record"
)

// splitter reads the packs that ship, but only the files that this step needs.
func splitter(t testing.TB) *Splitter {
	t.Helper()
	dirs, err := packs.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]*language.Pack{}
	for _, d := range dirs {
		grammar, err := packs.FS.ReadFile(d.Name() + "/pack.yaml")
		if err != nil {
			continue
		}
		p := &language.Pack{Code: d.Name()}
		if err := yaml.Unmarshal(grammar, &p.Grammar); err != nil {
			t.Fatal(err)
		}
		p.Noise, _ = packs.FS.ReadFile(d.Name() + "/noise.tsv")
		all[d.Name()] = p
	}
	s, err := New(all)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var roleMarks = map[record.Role]string{
	record.RoleTitle: "T", record.RoleReport: "R", record.RoleFurniture: "F", record.RoleComment: "C",
}

func roleAt(r Result, at int) record.Role {
	for _, p := range r.Passages {
		if p.Start <= at && at < p.End {
			return p.Role
		}
	}
	return ""
}

// TestPages reads pages whose lines are marked with their roles: T, R, F or C
// before a bar.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d pages, %v", len(files), err)
	}
	s := splitter(t)
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			var text strings.Builder
			var want, got []string
			starts := []int{}
			for line := range strings.Lines(string(data)) {
				starts = append(starts, text.Len())
				text.WriteString(line[2:])
				want = append(want, strings.TrimSpace(line))
			}
			for _, end := range []string{"\n", "\r\n"} {
				page := strings.ReplaceAll(text.String(), "\n", end)
				r := s.Split(page, "", "")
				got = got[:0]
				for i, at := range starts {
					at += i * (len(end) - 1)
					words := strings.TrimSpace(want[i][2:])
					if words == "" {
						got = append(got, want[i])
						continue
					}
					at += strings.Index(page[at:], words)
					got = append(got, roleMarks[roleAt(r, at)]+"|"+want[i][2:])
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("line ends %q: %s", end, diff)
				}
			}
		})
	}
}
