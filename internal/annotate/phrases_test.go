package annotate

import (
	"bufio"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
)

type loaded struct {
	world    *gazetteer.World
	lexicons map[string]*Lexicon
	err      error
}

// load reads the data of the repository once for all tests.
var load = sync.OnceValue(func() loaded {
	l := loaded{lexicons: map[string]*Lexicon{}}
	var packs map[string]*language.Pack
	if l.world, l.err = gazetteer.Load(os.DirFS("../../world")); l.err != nil {
		return l
	}
	if packs, l.err = language.Load(os.DirFS("../../packs")); l.err != nil {
		return l
	}
	for code, p := range packs {
		if l.lexicons[code], l.err = NewLexicon(p, l.world); l.err != nil {
			return l
		}
	}
	return l
})

func lexicon(t testing.TB, lang string) *Lexicon {
	l := load()
	if l.err != nil {
		t.Fatal(l.err)
	}
	if l.lexicons[lang] == nil {
		t.Fatalf("no pack %q", lang)
	}
	return l.lexicons[lang]
}

var testDay = time.Date(2023, 5, 10, 0, 0, 0, 0, time.UTC)

// show writes an actor as the tables of this test do: "who/office@state", with
// "+" for a plural and "-" for a former holder.
func show(a *Actor) string {
	var b strings.Builder
	switch a.Kind {
	case Person:
		if a.Person != nil {
			b.WriteString(a.Person.Name)
		} else {
			b.WriteString("?" + a.Name)
		}
		if a.Office != "" {
			b.WriteString("/" + a.Office)
		}
	case OfficeHolder:
		if a.Group != "" {
			return "group:" + a.Group
		}
		b.WriteString(a.Office)
	case Institution:
		b.WriteString(a.Institution)
	case State, Organisation:
	case Group:
		b.WriteString("group:" + a.Group)
	case Outlet:
		b.WriteString("outlet:" + a.Name)
	case Pronoun:
		return "pronoun"
	case Both:
		b.WriteString("both:" + a.Rank)
	case Counterpart:
		b.WriteString("counterpart")
		if a.Office != "" {
			b.WriteString("/" + a.Office)
		}
	}
	if a.Of != "" {
		b.WriteString("@" + a.Of)
	}
	if a.Plural && a.Kind != Both && a.Kind != State {
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
	for _, lang := range []string{"en", "fr", "ro"} {
		lx := lexicon(t, lang)
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
			d := Run(lx, in, []Passage{{Start: 0, End: len(in)}}, testDay)
			st := &d.Sentences[len(d.Sentences)-1]
			var got []string
			for i := range st.Actors {
				if a := &st.Actors[i]; a.Kind == State && a.Rels.Has(language.In) { // a place, as much as an actor
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
