package source

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// read returns what Open yields: the id and the start of the text of each
// document, or the message of each error without the folder of the test.
func read(t *testing.T, dir string, paths []string, stdin string, opts Options) []string {
	t.Helper()
	var out []string
	for doc, err := range Open(t.Context(), paths, strings.NewReader(stdin), opts) {
		if err != nil {
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("%v is no *Error", err)
			}
			if e.Reason == "" || strings.Contains(e.Error(), "%!") {
				t.Errorf("bad message %q", e.Error())
			}
			out = append(out, strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), ""))
			continue
		}
		if len(doc.SHA256) != 64 || doc.ID == "" || doc.Text == "" {
			t.Errorf("incomplete document %+v", doc)
		}
		out = append(out, doc.ID[:min(len(doc.ID), 12)]+" "+doc.Text[:min(len(doc.Text), 12)])
	}
	return out
}

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, data := range files {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"b.txt":           "Second text",
		"a/one.md":        "First text",
		"a/two.jsonl":     "{\"id\":\"x\",\"text\":\"X text\"}\n\n{\"id\":\"y\",\"text\":\"Y text\",\"other\":[1]}\n",
		"c.json":          "{\n  \"id\": \"z\",\n  \"text\": \"Z text\"\n}\n",
		"d.json":          "[{\"id\":\"v\",\"text\":\"V text\"},\n {\"id\":\"w\",\"text\":3}]",
		"e.html":          "<html>",
		".hidden/f.txt":   "Hidden",
		"g/.hidden.txt":   "Hidden",
		"h/empty.txt":     " \n",
		"h/latin.txt":     "Pr\xe9sident",
		"h/zero.txt":      "a\x00b",
		"h/control.txt":   "a\x01\x02\x03b",
		"h/wide.txt":      "\xff\xfea\x00",
		"h/page.txt":      "<!DOCTYPE html><p>x</p>",
		"h/same.txt":      "Second text",
		"h/nothing.jsonl": "\n\n",
	})
	got := read(t, dir, []string{dir}, "", Options{})
	if len(got) != 15 {
		t.Fatalf("%d results: %q", len(got), got)
	}
	want := []string{
		got[0], // the id is a hash
		"x X text",
		"y Y text",
		got[3],
		"z Z text",
		"v V text",
		`source: reading d.json:2: the value of "text" is of type number, want a string; put it in quotation marks`,
		"source: reading h/control.txt: it is no text: 3 of 5 bytes are control characters; give the text of the document, not a binary file",
		"source: reading h/empty.txt: it is empty; leave it out, or put the text in",
		"source: reading h/latin.txt:1: it is not UTF-8 at byte 2; convert it, for example: iconv -f WINDOWS-1252 -t UTF-8",
		"source: reading h/nothing.jsonl: it is empty; leave it out, or write one document per line",
		"source: reading h/page.txt: it is HTML, not plain text; give the text of the page",
		got[12],
		"source: reading h/wide.txt: it is UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8",
		"source: reading h/zero.txt: it is no text: byte 1 is zero; give the text of the document, not a binary file",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !strings.HasSuffix(got[0], " First text") || !strings.HasSuffix(got[3], " Second text") {
		t.Errorf("texts in the wrong order: %q, %q", got[0], got[3])
	}
	if !strings.Contains(got[12], "h/same.txt") || !strings.Contains(got[12], "with the same text; leave one of them out") {
		t.Errorf("the second of two equal texts: %q", got[12])
	}
}

func TestOpenLines(t *testing.T) {
	long := `{"id":"long","text":"` + strings.Repeat("a", 300) + `"}`
	for _, c := range []struct{ name, in, want string }{
		{"broken", `{"id":"a","text":"A"`, `source: reading standard input:1: broken JSON at byte 20: unexpected end of JSON input; write one object per line, with line breaks inside the text as \n`},
		{"goes on", "{\"id\":\"a\",\"text\":\"A\"}\n{]\n{\"id\":\"b\",\"text\":\"B\"}", "a A|source: reading standard input:2: broken JSON at byte 2: invalid character ']' looking for beginning of object key string; write one object per line, with line breaks inside the text as \\n|b B"},
		{"no text", `{"id":"a"}`, `source: reading standard input:1: the key "text" is missing; put the document's text there, as in {"text": "..."}`},
		{"blank text", `{"text":" "}`, `source: reading standard input:1: the value of "text": it is empty; leave it out, or put the text in`},
		{"number", `{"text":"A","id":7}`, `source: reading standard input:1: the value of "id" is of type number, want a string; put it in quotation marks`},
		{"array", "{\"id\":\"a\",\"text\":\"A\"}\n[1]", "a A|source: reading standard input:2: it is a JSON array, want an object; write one object per line, with line breaks inside the text as \\n"},
		{"date", `{"text":"A","published":"13.4.2021"}`, `source: reading standard input:1: the value of "published" is no day: "13.4.2021"; write the day as 2006-01-02, or null`},
		{"no such day", `{"text":"A","published":"2021-02-30"}`, `source: reading standard input:1: the value of "published" is no day: "2021-02-30"; write the day as 2006-01-02, or null`},
		{"language", `{"text":"A","language":"French"}`, `source: reading standard input:1: the value of "language" is no code of a language: "French"; write an ISO 639 code of two letters, such as fr, or null`},
		{"not UTF-8", "{\"text\":\"\xe9\"}", `source: reading standard input:1: it is not UTF-8 at byte 9 of the line; convert it, for example: iconv -f WINDOWS-1252 -t UTF-8`},
		{"long line", "{\"id\":\"a\",\"text\":\"A\"}\r\n" + long + "\n{\"id\":\"b\",\"text\":\"B\"}", "a A|source: reading standard input:2: the line is longer than 200 bytes; write one document per line; split documents that are as long|b B"},
		{"long text", strings.Repeat("word ", 60), "source: reading standard input: the text is larger than 200 bytes; split it, or write one document per line as JSON Lines"},
		{"same id", "{\"id\":\"a\",\"text\":\"A\"}\n{\"id\":\"a\",\"text\":\"B\"}\n", `a A|source: reading standard input:2: the document "a" was read before, with another text; give each document an id of its own`},
		{"mark before", "\ufeff{\"id\":\"a\",\"text\":\"A\"}", "a A"},
		{"list", " [\n{\"id\":\"a\",\"text\":\"A\"},\n{\"id\":\"b\",\"text\":\"B\"}]\n", "a A|b B"},
		{"broken list", "[{\"id\":\"a\",\"text\":\"A\"}\n{\"id\":\"b\"}]", "a A|source: reading standard input:2: broken JSON: want a comma or the end of the list; check brackets, commas and quotation marks there; one document per line is safer"},
		{"address", `{"text":"A","url":"HTTPS://A.eu:443/x?utm_source=b&q=1#c"}`, "https://a.eu A"},
		{"empty", "", "source: reading standard input: it is empty; leave it out, or put the text in"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := strings.Join(read(t, "", nil, c.in, Options{Limit: 200}), "|")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOpenKeepsTheText(t *testing.T) {
	const in = "\ufeff  Title\r\n\r\nA text. \n"
	for doc, err := range Open(t.Context(), []string{"-"}, strings.NewReader(in), Options{Published: "2024-05-06", Language: "fr-FR"}) {
		if err != nil {
			t.Fatal(err)
		}
		if doc.Text != in || doc.ID != doc.SHA256 || *doc.Published != "2024-05-06" || doc.Language != "fr" {
			t.Errorf("got %+v", doc)
		}
	}
}

func TestOpenPrefersTheRecord(t *testing.T) {
	const in = `{"text":"A","title":" T ","outlet":"O","url":"https://a.eu/b","published":"2021-04-13T22:22:00Z","retrieved":"2021-04-14","language":"ro"}`
	n := 0
	for doc, err := range Open(t.Context(), nil, strings.NewReader(in), Options{Published: "2024-05-06", Language: "fr"}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		got := []string{doc.ID, doc.Title, *doc.Outlet, *doc.URL, *doc.Published, *doc.Retrieved, doc.Language}
		if diff := cmp.Diff([]string{"https://a.eu/b", "T", "O", "https://a.eu/b", "2021-04-13", "2021-04-14", "ro"}, got); diff != "" {
			t.Error(diff)
		}
	}
	if n != 1 {
		t.Errorf("%d documents", n)
	}
}

func TestOpenRefusesOptions(t *testing.T) {
	for _, o := range []Options{{Published: "yesterday"}, {Language: "f"}} {
		got := read(t, "", nil, "A text", o)
		if len(got) != 1 || !strings.HasPrefix(got[0], "source: the default ") {
			t.Errorf("%+v: %q", o, got)
		}
	}
}

func TestOpenMissing(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"sub/x.csv": "a"})
	got := read(t, dir, []string{filepath.Join(dir, "none"), dir}, "", Options{})
	if len(got) != 2 || !strings.HasPrefix(got[0], "source: reading none: there is no such file or folder") ||
		!strings.Contains(got[1], "the folder holds no document") {
		t.Errorf("got %q", got)
	}
}

// endless gives JSON Lines without end and counts what was taken.
type endless struct{ n int }

func (e *endless) Read(p []byte) (int, error) {
	const line = "{\"text\":\"the same text\"}\n"
	for i := range p {
		p[i] = line[(e.n+i)%len(line)]
	}
	e.n += len(p)
	return len(p), nil
}

func TestOpenStreams(t *testing.T) {
	in := &endless{}
	n := 0
	for _, err := range Open(t.Context(), nil, in, Options{}) {
		// The same line comes again and again; only that may be complained of.
		var at *Error
		if err != nil && !errors.As(err, &at) {
			t.Fatal(err)
		}
		if n++; n == 10 {
			break
		}
	}
	if in.n > 1<<20 {
		t.Errorf("%d bytes read for ten documents", in.n)
	}
}

func TestOpenStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	var last error
	for _, err := range Open(ctx, nil, &endless{}, Options{}) {
		n++
		last = err
		if n == 3 {
			cancel()
		}
	}
	if n != 4 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d results, the last %v", n, last)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestOpenUnreadable(t *testing.T) {
	for doc, err := range Open(t.Context(), nil, failing{}, Options{}) {
		if !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("got %+v, %v", doc, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add("{\"text\":\"a\"}\n{\"id\":\"b\"")
	f.Add("[{\"text\":\"a\"},\n]")
	f.Add("\ufeffA text")
	f.Add("{\n\"text\":\"a\"}{}")
	f.Fuzz(func(t *testing.T, in string) {
		n := 0
		for doc, err := range Open(t.Context(), nil, strings.NewReader(in), Options{Limit: 1 << 10}) {
			n++
			if (err == nil) != (doc.ID != "" && doc.Text != "" && doc.SHA256 != "") {
				t.Fatalf("%+v beside %v", doc, err)
			}
			if n > len(in)+1 {
				t.Fatal("more results than bytes")
			}
		}
		if n == 0 && strings.TrimSpace(in) == "" {
			t.Error("nothing said of an empty input")
		}
	})
}

func TestRepeats(t *testing.T) {
	in := "{\"id\":\"a\",\"text\":\"A\"}\n{\"id\":\"a\",\"text\":\"B\"}\n{\"id\":\"a\",\"text\":\"B\"}\n"
	if d := cmp.Diff([]string{"a A", "a B", "a B"}, read(t, "", nil, in, Options{Repeats: true})); d != "" {
		t.Error(d)
	}
}
