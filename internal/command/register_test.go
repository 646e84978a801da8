package command

import (
	"bytes"
	"context"
	"io"
	"iter"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

func TestDataFolder(t *testing.T) {
	for _, c := range []struct {
		system string
		env    map[string]string
		want   []string
	}{
		{"linux", map[string]string{"HOME": "h"}, []string{"h", ".local", "share", "parley"}},
		{"linux", map[string]string{"HOME": "h", "XDG_DATA_HOME": "x"}, []string{"x", "parley"}},
		{"darwin", map[string]string{"HOME": "h"}, []string{"h", "Library", "Application Support", "parley"}},
		{"windows", map[string]string{"LocalAppData": "l", "HOME": "h"}, []string{"l", "parley"}},
		{"windows", nil, nil},
		{"linux", nil, nil},
	} {
		got := dataFolder(c.system, func(name string) string { return c.env[name] })
		if want := filepath.Join(c.want...); got != want {
			t.Errorf("%s, %v: %q, want %q", c.system, c.env, got, want)
		}
	}
}

// An interrupted command tells what is safe, and that the same one goes on.
func TestAddInterrupted(t *testing.T) {
	path := filepath.Join(t.TempDir(), "my.parley")
	ctx, cancel := context.WithCancel(t.Context())
	add := func() (int, string, string) {
		var out, errs bytes.Buffer
		a := &app{in: strings.NewReader(""), out: &out, err: &errs}
		a.wire()
		a.newReader = func() (parley.DocumentReader, error) { return nothing{}, nil }
		a.open = func(ctx context.Context, _ io.Reader, _ input) iter.Seq2[record.Document, error] {
			return func(yield func(record.Document, error) bool) {
				_ = yield(record.Document{ID: "a", Text: "They met."}, nil) && yield(record.Document{ID: "b", Text: "They spoke."}, nil)
				cancel()
				<-ctx.Done()
			}
		}
		code := a.run(ctx, []string{"add", "--register", path, "x"})
		return code, out.String(), errs.String()
	}
	code, out, errs := add()
	if code != exitFailed || !strings.Contains(out, " added, 0 changed, 0 unchanged; 0 entries new, 0 changed in "+path) ||
		errs != "parley: interrupted; the same command goes on from here\n" {
		t.Errorf("code %d, %q, %q", code, out, errs)
	}
}

// A document that is called as the id of an entry begins is shown by its name.
func TestShowPrefersTheWholeName(t *testing.T) {
	path := filepath.Join(t.TempDir(), "my.parley")
	parley := func(in string, args ...string) string {
		var out, errs bytes.Buffer
		if code := Main(append(args, "--register", path), strings.NewReader(in), &out, &errs); code != 0 {
			t.Fatalf("%v: exit code %d: %s", args, code, errs.String())
		}
		return out.String()
	}
	call := func(id string) string {
		return `{"id": "` + id + `", "published": "2025-03-12", "text": "French President Emmanuel Macron spoke by phone with his Turkish counterpart Recep Tayyip Erdogan on Tuesday."}`
	}
	parley(call("a"), "add", "-")
	id := strings.TrimPrefix(parley("", "contacts", "--format", "jsonl"), `{"schema":1,"id":"`)[:7]
	if entry := parley("", "show", id); !strings.Contains(entry, "\n  Life\n") {
		t.Errorf("no entry:\n%s", entry)
	}
	parley(call(id), "add", "-")
	if document := parley("", "show", id); !strings.Contains(document, "\nIn the register\n") {
		t.Errorf("no document:\n%s", document)
	}
}
