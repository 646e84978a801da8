package pile

import (
	"slices"
	"testing"
)

func TestPiecesStandApart(t *testing.T) {
	var p Of[int]
	var all [][]int
	for i := range 100 {
		all = append(all, p.Keep(i, i+1))
	}
	all[0] = append(all[0], 7) // a piece has no room for more: it goes elsewhere
	for i, some := range all[1:] {
		if !slices.Equal(some, []int{i + 1, i + 2}) {
			t.Fatalf("piece %d is %v", i+1, some)
		}
	}
	if n := p.New(5); *n != 5 {
		t.Errorf("New(5) is %d", *n)
	}
	p.Forget()
	if some := p.Take(3); !slices.Equal(some, []int{0, 0, 0}) {
		t.Errorf("Take after Forget: %v", some)
	}
}
