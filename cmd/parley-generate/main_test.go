package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	truth := filepath.Join(t.TempDir(), "truth.jsonl")
	var out, again, errs bytes.Buffer
	args := []string{"--count", "30", "--seed", "3", "--languages", "fr,ar", "--first", "2020-05-01", "--truth", truth}
	if err := run(args, &out, &errs); err != nil {
		t.Fatal(err)
	}
	if err := run(args, &again, &errs); err != nil {
		t.Fatal(err)
	}
	if out.String() != again.String() {
		t.Error("the same options give other documents")
	}
	tells, err := os.ReadFile(truth)
	if err != nil {
		t.Fatal(err)
	}
	docs, told1 := strings.Split(strings.TrimSpace(out.String()), "\n"), strings.Split(strings.TrimSpace(string(tells)), "\n")
	if len(docs) != 30 || len(told1) != 30 {
		t.Fatalf("%d documents and what %d tell, want 30 each", len(docs), len(told1))
	}
	for i := range docs {
		var d line
		var is told
		if err := json.Unmarshal([]byte(docs[i]), &d); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(told1[i]), &is); err != nil {
			t.Fatal(err)
		}
		if d.ID != is.Document || len(is.Contacts) == 0 || d.Language != "fr" && d.Language != "ar" || *d.Published < "2020-05-01" {
			t.Errorf("document %+v tells of %+v", d, is)
		}
	}
}

func TestWrongArguments(t *testing.T) {
	for _, args := range [][]string{{"extra"}, {"--count", "-1"}, {"--first", "May"}, {"--languages", "xx"}, {"--per-day", "-5"}, {"--truth", "/nowhere/at/all"}} {
		var out, errs bytes.Buffer
		if err := run(args, &out, &errs); err == nil || out.Len() > 0 {
			t.Errorf("%v: error %v, output %q", args, err, out.String())
		}
	}
}
