package dates

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/parley-news/parley/internal/text"
)

// TestEveryRuleFires reads the cases of each language and the phrases of its
// corpus: each rule of its dates.yaml must be the one that reads something.
func TestEveryRuleFires(t *testing.T) {
	for lang, rules := range apostrophes {
		g := grammar(t, lang)
		fired := map[*rule]bool{}
		for _, c := range readCases(t, lang) {
			g.fire(fired, c[0], rules)
		}
		for _, s := range phrases(t, lang) {
			g.fire(fired, s, rules)
		}
		for _, r := range g.rules {
			if !fired[r] {
				t.Errorf("packs/%s/dates.yaml:%d: no case and no phrase is read by this rule", lang, r.line)
			}
		}
	}
}

// fire notes the rules by which a text is read, as Find does.
func (g *Grammar) fire(fired map[*rule]bool, s string, rules *text.Rules) {
	m := matcher{g: g, toks: text.Tokenize(s, 0, len(s), rules)}
	for i := 0; i < len(m.toks); {
		if !m.longest(i) {
			i++
			continue
		}
		fired[m.best.rule] = true
		for k := range m.best.dates {
			fired[m.best.inner[k].rule] = true
		}
		i = m.best.end
	}
}

func phrases(t *testing.T, lang string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "packs", lang, "corpus.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var corpus struct {
		Phrases []struct {
			Text string `yaml:"text"`
		} `yaml:"phrases"`
	}
	if err := yaml.Unmarshal(data, &corpus); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range corpus.Phrases {
		out = append(out, p.Text)
	}
	return out
}
