package static

import (
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// sample is a small set of files with built scripts.
func sample() fstest.MapFS {
	files := fstest.MapFS{}
	for name, body := range map[string]string{
		"css/10-frame.css":       "b{}\n",
		"css/00-base.css":        "a{}\n",
		"icon.svg":               "<svg/>",
		"built/.keep":            "",
		"built/manifest.json":    `{"page": "page-AAAA.js"}`,
		"built/page-AAAA.js":     "import './part-BBBB.js'",
		"built/part-BBBB.js":     "export {}",
		"built/LICENSES.txt":     "ISC",
		"built/page-AAAA.js.map": "{}",
	} {
		files[name] = &fstest.MapFile{Data: []byte(body)}
	}
	return files
}

func TestGather(t *testing.T) {
	s, err := gather(sample())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"page": "/static/built/page-AAAA.js"}, s.scripts); diff != "" {
		t.Errorf("scripts (-want +got):\n%s", diff)
	}
	if got := string(s.files[s.stylesheet].body); got != "a{}\nb{}\n" {
		t.Errorf("the stylesheet is %q, want its files in the order of their names", got)
	}
	served := map[string]bool{}
	for address := range s.files {
		served[address] = true
	}
	want := map[string]bool{
		s.stylesheet: true, "/static/icon.svg": true, "/static/built/page-AAAA.js": true,
		"/static/built/part-BBBB.js": true, "/static/built/LICENSES.txt": true,
	}
	if diff := cmp.Diff(want, served); diff != "" {
		t.Errorf("addresses (-want +got):\n%s", diff)
	}
}

func TestStylesheetAddress(t *testing.T) {
	files := sample()
	before, err := gather(files)
	if err != nil {
		t.Fatal(err)
	}
	files["css/10-frame.css"] = &fstest.MapFile{Data: []byte("c{}\n")}
	after, err := gather(files)
	if err != nil {
		t.Fatal(err)
	}
	if before.stylesheet == after.stylesheet {
		t.Errorf("another stylesheet has the same address, %s", after.stylesheet)
	}
}

// TestNothingBuilt is the program as it is built without Node.
func TestNothingBuilt(t *testing.T) {
	files := sample()
	for name := range files {
		if strings.HasPrefix(name, "built/") && path.Base(name) != ".keep" {
			delete(files, name)
		}
	}
	s, err := gather(files)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.scripts) != 0 || len(s.files) != 2 {
		t.Errorf("scripts %v and %d files, want no script, the stylesheet and the icon", s.scripts, len(s.files))
	}
}

func TestBrokenBuild(t *testing.T) {
	for name, manifest := range map[string]string{
		"no JSON":       "{",
		"no such file":  `{"page": "page-CCCC.js"}`,
		"another place": `{"page": "../icon.svg"}`,
	} {
		t.Run(name, func(t *testing.T) {
			files := sample()
			files["built/manifest.json"] = &fstest.MapFile{Data: []byte(manifest)}
			if _, err := gather(files); err == nil {
				t.Error("no error")
			}
		})
	}
}

// TestEmbedded looks at what this very program has: scripts only if they were built, and
// then all of them.
func TestEmbedded(t *testing.T) {
	_, err := os.Stat("built/manifest.json")
	built := err == nil
	for _, name := range []string{"map", "network", "page", "timeline"} {
		address, ok := Script(name)
		if ok != built {
			t.Errorf("Script(%q) = %q, %v; built: %v", name, address, ok, built)
		}
		if _, served := all().files[address]; ok && !served {
			t.Errorf("%s is not served", address)
		}
	}
	if address, ok := Script("unheard"); ok {
		t.Errorf("a script that does not exist is at %s", address)
	}
	if !strings.Contains(string(all().files[Stylesheet()].body), ":root") {
		t.Error("the stylesheet has no custom properties")
	}
}
