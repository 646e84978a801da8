package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func registered(t *testing.T, writer func(io.Writer) StatementWriter) []byte {
	t.Helper()
	r := sample()
	r.Document.Passages = nil
	var out bytes.Buffer
	w := writer(&out)
	for _, s := range r.Statements {
		if err := w.Write(Statement{Statement: s, Day: "2022-02-13", Document: r.Document, Entries: []string{"10aa", "20bb"}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestCSVStatementsOfARegister(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(registered(t, CSVStatements))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{
			"document", "id", "speaker", "country", "office", "kind", "act", "start", "end", "text", "quote", "via", "addressees", "topics", "about",
			"contacts", "from", "to", "day", "entries", "outlet", "published", "url",
		},
		{
			"d1", "s1", "Dmitry Peskov", "RUS", "spokesperson", "quote", "deny", "130", "160", `"There is no such plan"`, "There is no such plan", "TASS",
			"FRA", "military-operations", "UKR", "c1", "2022-02-13", "2022-02-13", "2022-02-13", "10aa;20bb", "The Courier", "2022-02-13",
			"https://example.org/a?b=1&c=<2>",
		},
		{
			"d1", "s2", "France", "FRA", "", "indirect", "warn", "165", "180", "that talks cannot wait", "", "", "", "", "", "", "", "", "2022-02-13",
			"10aa;20bb", "The Courier", "2022-02-13", "https://example.org/a?b=1&c=<2>",
		},
	}
	if d := cmp.Diff(want, rows); d != "" {
		t.Error(d)
	}
}

func TestJSONLStatementsOfARegister(t *testing.T) {
	lines := bytes.Split(bytes.TrimSpace(registered(t, func(out io.Writer) StatementWriter { return JSONLines[Statement](out) })), []byte("\n"))
	if len(lines) != 2 {
		t.Fatalf("%d lines", len(lines))
	}
	var got map[string]any
	if err := json.Unmarshal(lines[0], &got); err != nil {
		t.Fatal(err)
	}
	if got["id"] != "s1" || got["day"] != "2022-02-13" || got["document"].(map[string]any)["outlet"] != "The Courier" || len(got["entries"].([]any)) != 2 {
		t.Errorf("got %v", got)
	}
	if passages, ok := got["document"].(map[string]any)["passages"].([]any); !ok || len(passages) != 0 {
		t.Errorf("passages are %v", got["document"])
	}
}
