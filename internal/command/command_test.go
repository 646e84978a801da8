package command

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"parley": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestStories runs the program as a user does; see testdata/*.txtar.
func TestStories(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("ESC", "\x1b")
			return nil
		},
		Condition: func(name string) (bool, error) {
			return name == "root" && os.Geteuid() == 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"unhex": unhex, "large": large, "find": find},
	})
}

// large FILE MIB writes JSON Lines with one line of that size between two of
// the usual kind.
func large(ts *testscript.TestScript, _ bool, args []string) {
	mib, err := strconv.Atoi(args[1])
	ts.Check(err)
	line := func(id, text string) string { return `{"id": "` + id + `", "text": "` + text + "\"}\n" }
	data := line("a", "The ministers met.") + line("b", strings.Repeat("x", mib<<20)) + line("c", "They spoke.")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(data), 0o600))
}

// find NAME REGISTER DOCUMENT sets a variable to the id of the entry of a document.
func find(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(ts.Exec("parley", "show", "--register", args[1], "--format", "json", args[2]))
	var d struct{ Entries []string }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &d))
	if len(d.Entries) == 0 {
		ts.Fatalf("%s belongs to no entry", args[2])
	}
	ts.Setenv(args[0], d.Entries[0])
}

// unhex FILE HEX writes bytes that a text file cannot hold.
func unhex(ts *testscript.TestScript, _ bool, args []string) {
	data, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o600))
}

// nothing is a reader that finds nothing.
type nothing struct{}

func (nothing) Read(_ context.Context, d record.Document) (record.Reading, error) {
	return record.Reading{Schema: record.Schema, Document: d}, nil
}

// try runs one command line over three documents of which the second cannot be
// read, with a reader that finds nothing.
func try(args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	a := &app{in: strings.NewReader(""), out: &o, err: &e}
	a.wire()
	a.open = func(_ context.Context, _ io.Reader, i input) iter.Seq2[record.Document, error] {
		return func(yield func(record.Document, error) bool) {
			d := record.Document{ID: "0", Language: i.language}
			if i.published != "" {
				d.Published = &i.published
			}
			last := d
			last.ID = "2"
			_ = yield(d, nil) && yield(record.Document{}, errors.New("a.txt:3: broken")) && yield(last, nil)
		}
	}
	a.newReader = func() (parley.DocumentReader, error) { return nothing{}, nil }
	code = a.run(context.Background(), args)
	return code, o.String(), e.String()
}

func TestReadGoesOnAfterAnError(t *testing.T) {
	code, out, errs := try("read", "--language", "fr", "--published", "2025-01-02", "x")
	if code != exitFailed || errs != "parley: a.txt:3: broken\n" {
		t.Errorf("code %d, errors %q", code, errs)
	}
	want := "0\n2 Jan 2025 · fr\n\nNo diplomatic contact and no statement found.\n\n2\n2 Jan 2025 · fr\n\nNo diplomatic contact and no statement found.\n"
	if d := cmp.Diff(want, out); d != "" {
		t.Error(d)
	}
}

func TestReadFormats(t *testing.T) {
	for format, begin := range map[string]string{"jsonl": `{"schema":1,"document":{"id":"0",`, "csv": "document,id,kind,"} {
		code, out, _ := try("read", "--format", format, "x")
		if code != exitFailed || !strings.HasPrefix(out, begin) {
			t.Errorf("%s: code %d, %q", format, code, out)
		}
	}
	if _, out, _ := try("read", "--format", "csv", "--table", "statements", "x"); !strings.HasPrefix(out, "document,id,speaker,") {
		t.Errorf("statements: %q", out)
	}
}

func TestReadIntoAFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out.jsonl")
	code, out, _ := try("read", "--format", "jsonl", "--out", name, "x")
	if code != exitFailed || out != "" || strings.Count(content(t, name), "\n") != 2 {
		t.Errorf("code %d, output %q, file %q", code, out, content(t, name))
	}
	code, _, errs := try("read", "--out", filepath.Dir(name), "x")
	if code != exitFailed || !strings.Contains(errs, "is a folder; name a file in it") {
		t.Errorf("a folder: code %d, %q", code, errs)
	}
	code, _, errs = try("read", "--out", filepath.Join(name, "x"), "x")
	if code != exitFailed || !strings.Contains(errs, "cannot be written") {
		t.Errorf("no such folder: code %d, %q", code, errs)
	}
}

func TestScoreReadsTheSet(t *testing.T) {
	code, out, errs := try("score", "../score/testdata/small", "--json", "--min", "negatives.clean=1")
	if code != exitOK || errs != "" || !strings.Contains(out, `"contact.recall": 0`) || !strings.Contains(out, `"negatives.clean": 1`) {
		t.Errorf("code %d, output %q, errors %q", code, out, errs)
	}
	code, _, errs = try("score", "../score/testdata/small", "--min", "contact.f1=0.5", "--min", "nothing.f1=0.1")
	want := "parley: falls short: contact.f1 is 0.000 and should be 0.500, nothing.f1 is 0.000 and should be 0.100\n"
	if code != exitFailed || errs != want {
		t.Errorf("code %d, %q", code, errs)
	}
}

func TestOneLine(t *testing.T) {
	if got, want := oneLine("a\nb\tc\x1b[2Jd\n"), "a b c\ufffd[2Jd"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
