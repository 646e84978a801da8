package dates

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestLoadComplains(t *testing.T) {
	const rules = "rules:\n  - kind: date\n    forms: [\"{day} {month}\"]\n"
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", "dates: d.yaml:1:1: "},
		{"no mapping", "- a\n", "d.yaml:1:1: want a mapping"},
		{"no rules", "months: {1: [january]}\n", "d.yaml:1:1: no rules"},
		{"unknown key", rules + "colour: red\n", `d.yaml:4:1: unknown key "colour"`},
		{"unknown slot", "rules:\n  - kind: date\n    forms:\n      - \"{day} {moon}\"\n", "d.yaml:4:16: form \"{day} {moon}\": unknown slot {moon}"},
		{"unknown kind", "rules:\n  - kind: day\n    forms: [a]\n", `d.yaml:2:11: kind: unknown value "day"`},
		{"unknown rule key", "rules:\n  - kind: date\n    by: 1\n    forms: [\"{day}\"]\n", `d.yaml:3:5: unknown key "by"`},
		{"no kind", "rules:\n  - forms: [a]\n", "d.yaml:2:5: rule without kind"},
		{"no forms", "rules:\n  - kind: not\n", "d.yaml:2:5: rule without forms"},
		{"bad month", rules + "months: {13: [smarch]}\n", "d.yaml:4:10: want a whole number from 1 to 12"},
		{"bad unit", rules + "units: {moon: [moon]}\n", `d.yaml:4:9: unknown unit "moon"`},
		{"two meanings", rules + "months:\n  1: [mar]\n  3: [mar]\n", `d.yaml:6:7: "mar" stands under another key too`},
		{"bad by", "rules:\n  - kind: shift\n    unit: day\n    by: many\n    forms: [today]\n", `d.yaml:4:9: by: bad value "many"`},
		{"by without unit", "rules:\n  - kind: shift\n    by: 1\n    forms: [tomorrow]\n", "d.yaml:2:5: rule needs unit"},
		{"bad setting", rules + "figures: upside-down\n", `d.yaml:4:10: figures: unknown value "upside-down"`},
		{"same form twice", rules + "  - kind: not\n    forms: [\"{day} {month}\"]\n", "stands in the rule at line 2 too"},
		{"slot of no use", "rules:\n  - kind: age\n    forms: [\"{n} {month}\"]\n", "no use for"},
		{"span of one", "rules:\n  - kind: span\n    forms: [\"from {day} {month}\"]\n", "a span needs two"},
		{"open bracket", "rules:\n  - kind: date\n    forms:\n      - (the {day}\n", `d.yaml:4:9: form "(the {day}": '(' is not closed`},
		{"matches nothing", "rules:\n  - kind: not\n    forms: [\"(a)\"]\n", "form matches nothing"},
		{"too many slots", "rules:\n  - kind: not\n    forms: [\"" + strings.Repeat("{n} ", 11) + "\"]\n", "more than 10 slots"},
		{"explodes", "rules:\n  - kind: not\n    forms: [\"" + strings.Repeat("(a|b) ", 12) + "c\"]\n", "too many sequences"},
		{"count without direction", "rules:\n  - kind: shift\n    forms: [\"in {n} {unit}\"]\n", "a count wants a direction"},
		{"key twice", rules + "months: {1: [january]}\nmonths: {1: [january]}\n", "d.yaml:5:1: "},
	} {
		_, err := Load("d.yaml", []byte(c.in))
		if err == nil {
			t.Errorf("%s: no error", c.name)
		} else if !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "dates: d.yaml:") {
			t.Errorf("%s: got %q, want %q", c.name, err, c.want)
		}
	}
}

func TestLoadTakesTheLeast(t *testing.T) {
	g, err := Load("d.yaml", []byte("months: {5: [may]}\nrules:\n  - kind: date\n    forms: [\"{day} (of) {month}\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	found, _ := g.read("on 5 of May", "en", wednesday)
	if got := describeAll(found); got != "day 2025-05-05" {
		t.Errorf("got %s", got)
	}
}

// TestPageIsComplete looks for every key, kind, slot and value in the page on
// languages.
func TestPageIsComplete(t *testing.T) {
	page, err := os.ReadFile("../../docs/languages.md")
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for lang := range apostrophes {
		file := filepath.Join("..", "..", "packs", lang, "dates.yaml")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r := reader{file}
		root, err := r.root(data)
		if err != nil {
			t.Fatal(err)
		}
		pairs, err := r.pairs(root)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pairs {
			words = append(words, p.key)
		}
	}
	for name, kind := range kindNames {
		words = append(words, name)
		words = slices.AppendSeq(words, maps.Keys(allowed[kind]))
	}
	for name := range slotNames {
		words = append(words, "{"+name+"}")
	}
	words = slices.AppendSeq(words, maps.Keys(partNames))
	words = slices.AppendSeq(words, maps.Keys(directionNames))
	words = slices.AppendSeq(words, maps.Keys(boundNames))
	words = slices.AppendSeq(words, maps.Keys(limitNames))
	words = slices.AppendSeq(words, maps.Keys(orders))
	slices.Sort(words)
	for _, w := range slices.Compact(words) {
		if !strings.Contains(string(page), "`"+w+"`") {
			t.Errorf("docs/languages.md does not name %s", w)
		}
	}
}
