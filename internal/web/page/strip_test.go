package page

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/web/view"
	"github.com/parley-news/parley/record"
)

func TestStrip(t *testing.T) {
	marks := []view.Mark{
		{ID: "c", Kind: "meeting", Status: "denied", From: "2025-03-11"},
		{ID: "a", Kind: "call", Status: "held", From: "2023-01-10"},
		{ID: "b", Kind: "call", Status: "held", From: "2023-01-12"},
		{ID: "undated"},
	}
	gaps := []view.Gap{{From: "2023-01-12", To: "2025-03-11", Entry: "c"}, {From: "2025-03-11", To: "2025-06-01"}}
	s := stripOf(marks, gaps)
	var order []string
	at := map[string][2]float64{}
	for _, m := range s.Marks {
		order = append(order, m.ID)
		x, y, _ := strings.Cut(m.At, ",")
		at[m.ID] = [2]float64{number(t, x), number(t, y)}
	}
	if got := strings.Join(order, " "); got != "a b c" {
		t.Errorf("the marks stand as %s", got)
	}
	if at["a"][1] == at["b"][1] || at["a"][1] != at["c"][1] {
		t.Errorf("marks close together have one lane, or one by itself has not the lowest: %v", at)
	}
	if at["a"][0] != stripEdge || at["c"][0] <= 800 || at["c"][0] >= stripWide-stripEdge {
		t.Errorf("the marks stand at %v", at)
	}
	if s.Marks[2].Stroke == "" || s.Marks[0].Stroke != "" || s.Marks[0].Shape == s.Marks[2].Shape {
		t.Errorf("a denied meeting is drawn as %+v, a held call as %+v", s.Marks[2], s.Marks[0])
	}
	if len(s.Gaps) != 2 || !s.Gaps[0].Label || s.Gaps[1].Label || number(t, s.Gaps[0].X)+number(t, s.Gaps[0].Wide) >= at["c"][0] {
		t.Errorf("the gaps are %+v", s.Gaps)
	}
	if end := number(t, s.Gaps[1].X) + number(t, s.Gaps[1].Wide); end < stripWide-stripEdge-0.2 || end > stripWide-stripEdge+0.2 {
		t.Errorf("the gap that goes on ends at %v", end)
	}
	if len(s.Years) != 2 || s.Years[0].Label != "2024" || s.Years[1].Label != "2025" {
		t.Errorf("the years are %v", s.Years)
	}
	if stripOf(marks[3:], nil) != nil {
		t.Error("a time line of nothing")
	}
	if got := s.Kinds(); strings.Join(got, " ") != "call meeting" {
		t.Errorf("the kinds are %v", got)
	}
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestShapes holds what is drawn here and by the scripts together.
func TestShapes(t *testing.T) {
	source, err := os.ReadFile(filepath.Join("..", "..", "..", "web", "src", "shapes.js"))
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range record.Kinds {
		if !strings.Contains(string(source), kind+`: "`+shapes[kind]+`"`) || shapes[kind] == "" {
			t.Errorf("the scripts draw %q in another way", kind)
		}
	}
	for status, path := range signs {
		if !strings.Contains(string(source), `"`+path+`"`) {
			t.Errorf("the scripts mark %q in another way", status)
		}
	}
}
