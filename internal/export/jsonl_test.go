package export

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func lines(t *testing.T, rs ...record.Reading) string {
	t.Helper()
	return written(t, JSONL, rs...)
}

func TestJSONLNeverLeavesOutAKey(t *testing.T) {
	got := lines(t, record.Reading{Schema: 1, Contacts: []record.Contact{{ReportedBy: [][]record.Source{nil}}}})
	want := `{"schema":1,"document":{"id":"","url":null,"outlet":null,"genre":"","issuer":null,"language":"","title":"","published":null,` +
		`"retrieved":null,"sha256":"","passages":[]},"contacts":[{"id":"","kind":"","mode":"","summit":false,"status":"","step":"","part_of":null,` +
		`"parties":[],"groups":[],"people":[],"date":null,"place":null,"duration":null,"initiator":null,"topics":[],"about":[],"outcome":null,` +
		`"reported_by":[[]],"accounts":[],"disputed":[],"main":false,"codes":{"cameo":""},"evidence":[]}],"statements":[],"divergences":[],` +
		`"only_one_side":[],"commitments":[],"comments":[],"warnings":[]}` + "\n"
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestJSONLKeepsWordsAsTheyAre(t *testing.T) {
	got := lines(t, sample(), sample())
	if n := strings.Count(got, "\n"); n != 2 {
		t.Fatalf("%d lines for two readings", n)
	}
	if !strings.Contains(got, `"url":"https://example.org/a?b=1&c=<2>"`) || !strings.Contains(got, "Владимир Путин") {
		t.Errorf("words were escaped: %s", got)
	}
	if strings.Contains(got, "not printed") {
		t.Error("the text of the document was printed")
	}
}

func TestJSONLReadsBack(t *testing.T) {
	want := sample()
	var got record.Reading
	if err := json.Unmarshal([]byte(lines(t, sample())), &got); err != nil {
		t.Fatal(err)
	}
	want.Document.Text = ""
	if d := cmp.Diff(lines(t, want), lines(t, got)); d != "" {
		t.Error(d)
	}
}

// Readers of lines in several languages break lines at U+0085 and U+2028, too.
func TestJSONLIsOneLineForEveryReader(t *testing.T) {
	r := record.Reading{Document: record.Document{Title: "a\u0085b\u2028c\u2029d\ve\nf"}}
	got := strings.TrimSuffix(lines(t, r), "\n")
	if strings.ContainsAny(got, "\u0085\u2028\u2029\v\n\r") {
		t.Errorf("a line break is left in %q", got)
	}
	var back record.Reading
	if err := json.Unmarshal([]byte(got), &back); err != nil || back.Document.Title != r.Document.Title {
		t.Errorf("read back as %q, %v", back.Document.Title, err)
	}
}
