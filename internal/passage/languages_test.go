package passage

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/table"
	"github.com/parley-news/parley/record"
)

func TestIdentify(t *testing.T) {
	data, err := os.ReadFile("testdata/languages.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := table.Read("languages.tsv", data, "language", "text")
	if err != nil {
		t.Fatal(err)
	}
	s := splitter(t)
	for _, r := range rows {
		if got := s.Split(r.Cells[1], "", "").Language; got != r.Cells[0] {
			t.Errorf("line %d: %q, want %q", r.Line, got, r.Cells[0])
		}
	}
}

func TestIdentifyNothing(t *testing.T) {
	s := splitter(t)
	for _, in := range []string{"", " \n", "12 : 30", "***", "Putin, Xi, Modi"} {
		if got := s.Split(in, "", "").Language; got != "" {
			t.Errorf("Split(%q).Language = %q", in, got)
		}
	}
}

// A language that is given is believed, and what speaks otherwise is named.
func TestGivenLanguage(t *testing.T) {
	const fr = "Les deux ministres se sont parlé lundi, et ils sont convenus de se revoir à Genève avant la fin de l'année."
	const more = "Le porte-parole a dit que la date et le lieu de cette rencontre seraient fixés plus tard par les deux pays."
	const ru = "Министры поговорили в понедельник по телефону и договорились, что они снова встретятся."
	type passage struct {
		Role record.Role
		Lang string
	}
	for _, c := range []struct {
		text, given, language string
		want                  []passage
	}{
		{fr + "\n" + ru + "\n" + more, "fr", "fr", []passage{{"report", "fr"}, {"report", "ru"}, {"report", "fr"}}},
		{fr + "\n" + more + "\n" + ru, "", "fr", []passage{{"report", "fr"}, {"report", "ru"}}},
		{"Sommet OPEP", "ro", "ro", []passage{{"report", "ro"}}},
	} {
		r := splitter(t).Split(c.text, "", c.given)
		var got []passage
		for _, p := range r.Passages {
			got = append(got, passage{p.Role, p.Language})
		}
		if diff := cmp.Diff(c.want, got); diff != "" || r.Language != c.language {
			t.Errorf("%q as %q: language %q, %s", c.text, c.given, r.Language, diff)
		}
	}
}
