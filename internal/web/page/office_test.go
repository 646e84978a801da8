package page

import (
	"testing"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/web/lang"
	"github.com/parley-news/parley/world"
)

func TestOffices(t *testing.T) {
	w, err := gazetteer.Load(world.FS)
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Offices) < 40 {
		t.Fatalf("the world has %d offices", len(w.Offices))
	}
	for _, code := range lang.Codes() {
		for id := range w.Offices {
			if !lang.Of(code).Has("office." + id) {
				t.Errorf("%s has no word for the office %s", code, id)
			}
		}
	}
}
