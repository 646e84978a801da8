package codes

import (
	"testing"

	"github.com/parley-news/parley/record"
)

func TestEveryKindStatusAndActHasACode(t *testing.T) {
	for _, kind := range record.Kinds {
		for _, status := range record.Statuses {
			if c := Contact(kind, status); c.CAMEO == "" || c.PLOVER == "" {
				t.Errorf("Contact(%q, %q) = %+v; want both codes", kind, status, c)
			}
		}
	}
	for _, act := range record.Acts {
		if c := Act(act); c.CAMEO == "" {
			t.Errorf("Act(%q) = %+v; want a code", act, c)
		}
	}
}
