package codes

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/table"
	"github.com/parley-news/parley/record"
	"github.com/parley-news/parley/world"
)

func schemes(t *testing.T) *Schemes {
	t.Helper()
	s, err := LoadSchemes()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSchemesKnowTheWorld(t *testing.T) {
	s := schemes(t)
	w, err := gazetteer.Load(world.FS)
	if err != nil {
		t.Fatal(err)
	}
	for id := range w.States {
		if _, ok := s.States[id]; !ok {
			t.Errorf("states.tsv has no codes of %s", id)
		}
	}
	for id := range s.States {
		if w.States[id] == nil {
			t.Errorf("states.tsv: the world knows no state %s", id)
		}
	}
	for id := range s.Actors {
		if w.Organisations[id] == nil && w.Groups[id] == nil {
			t.Errorf("actors.tsv: the world knows no organisation and no group %q", id)
		}
	}
	for id := range s.Offices {
		if w.Offices[id] == nil {
			t.Errorf("offices.tsv: the world knows no office %s", id)
		}
	}
	for id := range s.Topics {
		if !slices.Contains(record.Topics, id) {
			t.Errorf("topics.tsv: %s is no topic", id)
		}
	}
}

// Four states are called otherwise than by ISO 3166.
func TestSchemesOfStates(t *testing.T) {
	got := map[string]string{}
	for id, c := range schemes(t).States {
		if c.CAMEO != id {
			got[id] = c.CAMEO
		}
	}
	want := map[string]string{"MNE": "MTN", "ROU": "ROM", "TLS": "TMP", "XKX": "KSV"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if c := schemes(t).States["DEU"]; c.FIPS != "GM" {
		t.Errorf("Germany is %q in FIPS 10-4", c.FIPS)
	}
}

// The whole code of an actor is made of its parts.
func TestSchemesOfActors(t *testing.T) {
	s := schemes(t)
	for id, a := range s.Actors {
		for _, part := range append([]string{a.Country, a.Group, a.Religion}, a.Types...) {
			if !strings.Contains(a.Code, part) {
				t.Errorf("%s: %s is no part of %s", id, part, a.Code)
			}
		}
	}
	if d := cmp.Diff(Actor{Code: "IGOEUREEC", Country: "EUR", Group: "EEC", Types: []string{"IGO"}}, s.Actors["EU"]); d != "" {
		t.Error(d)
	}
}

func TestSchemesHaveAValueForEveryCode(t *testing.T) {
	s := schemes(t)
	for _, kind := range record.Kinds {
		for _, status := range record.Statuses {
			c := Contact(kind, status)
			if s.Goldstein[c.CAMEO] == "" {
				t.Errorf("goldstein.tsv has no %s", c.CAMEO)
			}
			if s.Categories[c.PLOVER].Quad == 0 {
				t.Errorf("plover.tsv has no %s", c.PLOVER)
			}
		}
	}
	for _, act := range record.Acts {
		if c := Act(act).CAMEO; s.Goldstein[c] == "" {
			t.Errorf("goldstein.tsv has no %s", c)
		}
	}
}

func TestSchemesAreReadStrictly(t *testing.T) {
	for name, c := range map[string]struct{ file, line, at string }{
		"a code of a state":   {"states.tsv", "FRA\tFR\tFR", "states.tsv:2:5"},
		"two letters":         {"states.tsv", "FRA\tFRA\tFRA", "states.tsv:2:9"},
		"a code of an actor":  {"actors.tsv", "EU\tIGOEU\tEUR\tEEC\t\tIGO", "actors.tsv:2:4"},
		"a type":              {"actors.tsv", "EU\tIGOEUREEC\tEUR\tEEC\t\tigo", "actors.tsv:2:23"},
		"no type":             {"actors.tsv", "EU\tIGOEUREEC\tEUR\tEEC", "actors.tsv:2:23"},
		"too many types":      {"offices.tsv", "chair\tGOV;MIL;SPY;LEG\tGOV", "offices.tsv:2:7"},
		"no sector":           {"offices.tsv", "chair\tGOV", "offices.tsv:2:11"},
		"a context":           {"topics.tsv", "energy\tOil", "topics.tsv:2:8"},
		"a code of an event":  {"goldstein.tsv", "4\t1.0", "goldstein.tsv:2:1"},
		"a value":             {"goldstein.tsv", "04\tten", "goldstein.tsv:2:4"},
		"a value too high":    {"goldstein.tsv", "04\t11.0", "goldstein.tsv:2:4"},
		"a quad category":     {"plover.tsv", "CONSULT\t5\t1.0", "plover.tsv:2:9"},
		"the same twice":      {"goldstein.tsv", "04\t1.0\n04\t1.0", "goldstein.tsv:3:1"},
		"a column too many":   {"topics.tsv", "energy\tresource\tmore", "topics.tsv:2:17"},
		"a file without rows": {"topics.tsv", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			for _, file := range []string{"states.tsv", "actors.tsv", "offices.tsv", "topics.tsv", "goldstein.tsv", "plover.tsv"} {
				fsys[file] = &fstest.MapFile{Data: header(t, file)}
			}
			fsys[c.file].Data = append(fsys[c.file].Data, c.line...)
			_, err := load(fsys)
			if c.at == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if !errors.Is(err, table.ErrFormat) || !strings.Contains(err.Error(), c.at+": ") {
				t.Errorf("got %v, want an error at %s", err, c.at)
			}
		})
	}
	if _, err := load(fstest.MapFS{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without files: %v", err)
	}
}

// header is the first line of a table that is no comment.
func header(t *testing.T, file string) []byte {
	t.Helper()
	data, err := files.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			return []byte(line)
		}
	}
	t.Fatalf("%s has no header", file)
	return nil
}
