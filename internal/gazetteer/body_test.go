package gazetteer

import (
	"testing"

	"github.com/parley-news/parley/world"
)

func TestOwnBody(t *testing.T) {
	w, err := Load(world.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ shared, state, want string }{
		{"UN Security Council", "RUS", "Security Council of Russia"},
		{"UN Security Council", "FRA", ""},
		{"Security Council of Russia", "RUS", ""},
	} {
		shared := w.Institutions[tt.shared]
		if shared == nil {
			t.Fatalf("the world has no %s", tt.shared)
		}
		got := ""
		if own := w.OwnBody(shared, w.States[tt.state]); own != nil {
			got = own.Name
		}
		if got != tt.want {
			t.Errorf("%s of %s is %q, want %q", tt.shared, tt.state, got, tt.want)
		}
	}
}
