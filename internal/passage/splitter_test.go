package passage

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/record"
)

// covers fails unless the passages cover the text in order.
func covers(t *testing.T, text string, r Result) {
	t.Helper()
	at := 0
	for i, p := range r.Passages {
		if p.Start != at || p.End <= p.Start {
			t.Fatalf("passage %d is [%d,%d) behind %d", i, p.Start, p.End, at)
		}
		at = p.End
	}
	if at != len(text) {
		t.Fatalf("the passages end at %d of %d", at, len(text))
	}
	last := 0
	for _, c := range r.Comments {
		if c.Start < last || c.End <= c.Start || c.End > len(text) || roleAt(r, c.Start) != record.RoleComment {
			t.Fatalf("comment %+v behind %d", c, last)
		}
		last = c.End
	}
}

func TestGenre(t *testing.T) {
	const say = "The minister received the ambassador of Peru on Monday, and they spoke of the harbour.\n"
	for _, c := range []struct{ text, genre, issuer string }{
		{"A harbour\n\n" + say + say, "article", ""},
		{"Joint statement by Peru and Ghana\n\n" + say, "joint-statement", "Peru and Ghana"},
		{"Readout of the call with the President\n\n" + say + "Press service of the Kremlin\n", "readout", "the Kremlin"},
		{"Communiqué de la présidence péruvienne\n\nLe ministre a reçu lundi l'ambassadeur, et ils ont parlé du port.\n", "readout", "présidence péruvienne"},
		{"Peru and Ghana issue joint statement after harbour talks\n\n" + say + say, "article", ""},
		{"Statement on the harbour by the Peru-Ghana group\n\nJoint Statement\n\nWe met in Accra, and we spoke of the harbour of Lima.\n", "joint-statement", ""},
		{"Telephone conversation with the President of Ghana\n\n" + say + "The Peruvian Press Service\n", "readout", "The Peruvian"},
		{"Déclaration commune du Pérou et du Ghana\n\nNous nous sommes vus lundi à Accra pour parler du port de Lima.\n", "joint-statement", "Pérou et du Ghana"},
		{"Comunicat al Ministerului Transporturilor\n\nMinistrul a primit luni ambasadorul statului Peru, iar cei doi au vorbit despre port.\n", "readout", "Ministerului Transporturilor"},
		{"Lima live: envoys gather\n\n14.32 GMT The envoy of Ghana has come in by the back door.\n\n13.05 GMT The first cars are here, and they are empty.\n", "live-blog", ""},
		{"INTERVIU: Ce vrea Peru în portul Constanța\n\n" + "Ambasadorul statului Peru a vorbit luni pentru ziarul nostru despre port și despre pescuit.\n\nAți vorbit despre port?\n\nDa, am vorbit.\n\nȘi despre pescuitul din Marea Neagră?\n\nNu, despre pescuit nu am vorbit.\n", "interview", ""},
	} {
		r := splitter(t).Split(c.text, "", "")
		if diff := cmp.Diff([]string{c.genre, c.issuer}, []string{r.Genre, r.Issuer}); diff != "" {
			t.Errorf("%.60q: %s", c.text, diff)
		}
	}
	for file, want := range map[string]string{
		"en-live": "live-blog", "en-transcript": "transcript", "en-readout": "readout", "bilingual": "joint-statement", "fr-portail": "article",
	} {
		data, err := os.ReadFile("testdata/pages/" + file + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for line := range strings.Lines(string(data)) {
			b.WriteString(line[2:])
		}
		if r := splitter(t).Split(b.String(), "", ""); r.Genre != want {
			t.Errorf("%s is of genre %q, want %q", file, r.Genre, want)
		}
	}
}

func TestSplitFindsTheGivenTitle(t *testing.T) {
	const text = "\ufeffRubrique du jour\nLe ministre est à Lima.\nLe ministre est arrivé lundi à Lima, où il restera trois jours, a dit son porte-parole."
	r := splitter(t).Split(text, "Le  ministre est à Lima.", "fr")
	covers(t, text, r)
	if at := strings.Index(text, "Le ministre est à"); roleAt(r, at) != record.RoleTitle {
		t.Errorf("passages %+v", r.Passages)
	}
}

func TestNewRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"sharing\ta":                     `xx/noise.tsv:2:1: language: bad pack: "sharing" is no kind of noise`,
		"share\ta\nmore\tb\tc":           "xx/noise.tsv:3:8: ",
		"share\ta\nmore\tb\nmore\ta":     `xx/noise.tsv:4:6: language: bad pack: the phrase stands twice: "a"`,
		"share\t…":                       `xx/noise.tsv:2:7: language: bad pack: no words: "…"`,
		"share\ta … b":                   `xx/noise.tsv:2:7: language: bad pack: … stands at an end only: "a … b"`,
		"months\tjanuary":                "xx/noise.tsv:1:1: language: bad pack: months has 1 lists, want 12",
		"share\t: a":                     `xx/noise.tsv:2:7: language: bad pack: no words: ": a"`,
		"live\tdirect\nshare\tdirect, d": "",
	} {
		_, err := New(map[string]*language.Pack{"xx": {Code: "xx", Noise: []byte("kind\tphrase\n" + in)}})
		switch {
		case want == "" && err != nil:
			t.Errorf("New(%q) = %v", in, err)
		case want != "" && (!errors.Is(err, language.ErrPack) || !strings.Contains(err.Error(), want)):
			t.Errorf("New(%q) = %v, want %s", in, err, want)
		}
	}
}

// A document costs in proportion to its length, whatever its lines are like.
func TestSplitIsLinear(t *testing.T) {
	s := splitter(t)
	for name, part := range map[string]string{
		"prose":     "The minister said on Tuesday that the two delegations would meet again in Valletta.\n",
		"headlines": "A harbour and a minister\n",
		"heads":     "Recommended\n",
		"threads":   "3 comments\n1. +5\nMay 3 2022 22: 05\nHe will not go.\n",
		"numbers":   "1 2 3 : 4\n",
		"mixed":     "Read also\nA harbour\n\nThe minister spoke on Tuesday with the ambassador of Peru.\nОн\n",
		"one line":  "The minister said so. ",
	} {
		steps := func(n int) int {
			text := strings.Repeat(part, n)
			d := s.read(text, "", "en")
			covers(t, text, Result{Passages: d.passages(), Comments: d.thread})
			return d.steps
		}
		one, two := steps(400), steps(800)
		if one == 0 || two > 2*one+one/4 {
			t.Errorf("%s: %d steps, twice the text %d", name, one, two)
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add(body, "", "")
	f.Add("Title\n\n3 comments\n1. +5\nMay 3 2022 22: 05\nNo.\n  1. deleted", "Title", "en")
	f.Add("\ufeff\n Read also\n\tA\n\r\n© 2020\r", "", "fr")
	f.Add("#1 a | b | c\n> x\n« a » / AFP\n::::\n12:30\xff", "x", "")
	s := splitter(f)
	f.Fuzz(func(t *testing.T, text, title, lang string) {
		r := s.Split(text, title, lang)
		covers(t, text, r)
		if diff := cmp.Diff(r, s.Split(text, title, lang)); diff != "" {
			t.Errorf("the second reading differs: %s", diff)
		}
	})
}
