package annotate

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/parley-news/parley/internal/gazetteer"
)

// slavicNews are pages in Russian and Ukrainian whose mentions readers have linked; see
// github.com/SlavicNLP/SlavicNER.
const slavicNews = "../../../shared/corpora/slavic-news.jsonl"

// What the linking of inflected names must reach on them.
const (
	leastLinked = 0.90
	leastRight  = 0.97
)

type slavicPage struct {
	ID, Language, Text string
	Mentions           []struct {
		Start, End     int // in characters
		Form, Type, ID string
	}
}

// TestSlavicNames compares whom the names in these pages are linked to with what readers say,
// for persons of the gazetteer.
func TestSlavicNames(t *testing.T) {
	f, err := os.Open(slavicNews)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("the pages are not there")
	}
	defer f.Close()
	w, all := shipped(t)
	counts := map[string]*linkCounts{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	lexicons := map[string]*Lexicon{}
	for lines.Scan() {
		var page slavicPage
		if err := json.Unmarshal(lines.Bytes(), &page); err != nil {
			t.Fatal(err)
		}
		lx := lexicons[page.Language]
		if lx == nil {
			if lx, err = NewLexicon(all[page.Language], w); err != nil {
				t.Fatal(err)
			}
			lexicons[page.Language], counts[page.Language] = lx, &linkCounts{}
		}
		counts[page.Language].add(t, w, lx, &page)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if len(counts) != 2 {
		t.Errorf("pages in %d languages, want Russian and Ukrainian", len(counts))
	}
	for lang, c := range counts {
		recall, precision := float64(c.right)/float64(c.wanted), float64(c.right)/float64(c.right+c.wrong)
		t.Logf("%s: %d names of persons known, %d linked right, %d wrong: recall %.3f, precision %.3f", lang, c.wanted, c.right, c.wrong, recall, precision)
		if recall < leastLinked || precision < leastRight {
			t.Errorf("%s: recall %.3f, precision %.3f, want %.2f and %.2f", lang, recall, precision, leastLinked, leastRight)
		}
	}
}

// otherwise are persons whom the pages call by other names than the gazetteer; nobody is
// somebody whom it does not know.
var otherwise = map[string]string{
	"George-Bush-Jr": "George W. Bush", "Queen-Elizabeth-II": "Elizabeth II", "Boris-Jelcin": "Boris Yeltsin", "Tatjana-Golikova": "Tatyana Golikova",
	"Benedict-XVI": "Pope Benedict XVI", "Kirill-The-Patriarch-of-Moscow-and-all-Ru": "Patriarch Kirill of Moscow", "Maria-Adebar": "Maria Adebahr",
	"Jacob-Sullivan": "Jake Sullivan", "Lars-Lokke": "Lars Løkke Rasmussen", "Al-Gore": "Al Gore", "Rudolph-Giuliani": "Rudy Giuliani", "Christopher-Ray": "Christopher Wray", "Andrii-Kobliev": "Andriy Kobolyev", "Ember-Rad": "Amber Rudd", "Barendi-Leitso": "Barend Leyts", "Kerry-Brown": nobody, "Axel-Schmidt": nobody, "Faisal-Islam": nobody,
}

const nobody = "nobody"

// mislinked are names that readers linked to somebody else.
var mislinked = map[string]bool{"Т.Мей": true} // to Donald Trump

type linkCounts struct{ wanted, right, wrong int }

func (c *linkCounts) add(t *testing.T, w *gazetteer.World, lx *Lexicon, page *slavicPage) {
	d := Run(lx, page.Text, []Passage{{Start: 0, End: len(page.Text)}}, time.Time{})
	defer d.Done()
	at := byteOffsets(page.Text)
	for _, m := range page.Mentions {
		id, isPerson := strings.CutPrefix(m.ID, "PER-")
		if m.Type != "PER" || !isPerson || m.End >= len(at) || mislinked[m.Form] {
			continue
		}
		want := otherwise[id]
		if ms := w.Find(strings.ReplaceAll(id, "-", " ")); want == "" && len(ms) > 0 && ms[0].Full {
			want = ms[0].Person.Name
		}
		got := linked(d, at[m.Start], at[m.End])
		if want == nobody {
			want = ""
		}
		if want != "" {
			c.wanted++
		}
		switch {
		case got == want && want != "":
			c.right++
		case got != "":
			c.wrong++
			t.Logf("%s: %q is %s, should be %s (%s)", page.Language, m.Form, got, want, id)
		case want != "":
			t.Logf("%s: %q is nobody, should be %s", page.Language, m.Form, want)
		}
	}
}

// linked returns the known person whose name stands in a stretch of the text.
func linked(d *Document, start, end int) string {
	for i := range d.Sentences {
		for j := range d.Sentences[i].Actors {
			a := &d.Sentences[i].Actors[j]
			if a.Person != nil && a.Name != "" && d.Toks[a.First].Start < end && d.Toks[a.Last-1].End > start {
				return a.Person.Name
			}
		}
	}
	return ""
}

// byteOffsets returns where each character of a text begins, and its end.
func byteOffsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}
