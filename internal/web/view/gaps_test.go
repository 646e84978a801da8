package view

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func took(id, status, from, to string) record.Entry {
	return record.Entry{ID: id, Status: status, Date: &record.Date{From: from, To: to}}
}

func TestGaps(t *testing.T) {
	entries := []record.Entry{
		took("f", "scheduled", "2025-09-01", "2025-09-01"),
		took("e", "held", "2025-03-11", "2025-03-11"),
		took("d", "denied", "2024-06-01", "2024-06-01"),
		took("c", "held", "2024-01-10", "2024-01-10"),
		took("b", "held", "2023-12-01", "2023-12-31"),
		{ID: "undated", Status: "held"},
		took("a", "held", "2022-01-01", "2024-01-05"),
	}
	tests := []struct {
		today string
		want  []Gap
	}{
		{"2025-03-20", []Gap{{"2024-01-10", "2025-03-11", 426, 14, "e"}}},
		{"2025-06-10", []Gap{{"2024-01-10", "2025-03-11", 426, 14, "e"}, {"2025-03-11", "2025-06-10", 91, 2, ""}}},
	}
	for _, test := range tests {
		got := gaps(entries, test.today)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("on %s:\n%s", test.today, diff)
		}
		if v := (Pair{Gaps: got}); v.Gap("e") == nil || v.Gap("c") != nil || v.Longest(1)[0].Entry != "e" {
			t.Errorf("on %s: the gap before e is %v, before c %v", test.today, v.Gap("e"), v.Gap("c"))
		}
	}
	if got := gaps(entries[:1], "2026-01-01"); len(got) != 0 {
		t.Errorf("what was only planned has gaps: %v", got)
	}
}
