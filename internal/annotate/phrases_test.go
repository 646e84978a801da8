package annotate_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/sample"
)

// show writes an actor as the tables of this test do: "who/office@state", with
// "+" for a plural and "-" for a former holder.
func show(a *annotate.Actor) string {
	var b strings.Builder
	switch a.Kind {
	case annotate.Person:
		if a.Person != nil {
			b.WriteString(a.Person.Name)
		} else {
			b.WriteString("?" + a.Name)
		}
		if a.Office != "" {
			b.WriteString("/" + a.Office)
		}
	case annotate.OfficeHolder:
		if a.Group != "" {
			return "group:" + a.Group
		}
		b.WriteString(a.Office)
	case annotate.Institution:
		b.WriteString(a.Institution)
	case annotate.State, annotate.Organisation:
	case annotate.Group:
		b.WriteString("group:" + a.Group)
	case annotate.Outlet:
		b.WriteString("outlet:" + a.Name)
	case annotate.Pronoun:
		return "pronoun"
	case annotate.Both:
		b.WriteString("both:" + a.Rank)
	case annotate.Counterpart:
		b.WriteString("counterpart")
		if a.Office != "" {
			b.WriteString("/" + a.Office)
		}
	}
	if a.Of != "" {
		b.WriteString("@" + a.Of)
	}
	if a.Plural && a.Kind != annotate.Both && a.Kind != annotate.State {
		b.WriteString("+")
	}
	if a.Former {
		b.WriteString("-")
	}
	return b.String()
}

// TestNounPhrases reads testdata/phrases-LANG.txt: a line with a sentence, then
// a line "= " with the actors of its last sentence, parted by " ; ".
func TestNounPhrases(t *testing.T) {
	for _, lang := range sample.Languages(t) {
		file, err := os.Open("testdata/phrases-" + lang + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		sc := bufio.NewScanner(file)
		in, cases, good := "", 0, 0
		for sc.Scan() {
			line := sc.Text()
			want, ok := strings.CutPrefix(line, "=")
			if !ok {
				if !strings.HasPrefix(line, "#") {
					in = line
				}
				continue
			}
			cases++
			d := sample.Read(t, lang, in, sample.Day)
			st := &d.Sentences[len(d.Sentences)-1]
			var got []string
			for i := range st.Actors {
				if a := &st.Actors[i]; a.Kind == annotate.State && a.Rels.Has(language.In) { // a place, as much as an actor
					continue
				}
				got = append(got, show(&st.Actors[i]))
			}
			if diff := cmp.Diff(strings.TrimSpace(want), strings.Join(got, " ; ")); diff != "" {
				t.Errorf("%s: %s\n got = %s\nwant =%s", lang, in, strings.Join(got, " ; "), want)
				continue
			}
			good++
		}
		if cases == 0 {
			t.Errorf("%s: no cases", lang)
		}
		t.Logf("%s: %d of %d sentences", lang, good, cases)
	}
}
