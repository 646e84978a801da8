package command

import (
	"fmt"
	"time"

	"github.com/spf13/pflag"
)

// dayOption is the day on which a question is asked.
type dayOption struct{ day string }

func (o *dayOption) flag(f *pflag.FlagSet) {
	f.StringVar(&o.day, "today", "", "ask as on a `DAY`, as 2025-09-18; without it today")
}

func (o *dayOption) check(a *app) error {
	if o.day == "" {
		o.day = a.now().Format(time.DateOnly)
	}
	if _, err := time.Parse(time.DateOnly, o.day); err != nil {
		return fmt.Errorf("--today %q is no day; write it as 2025-09-18", o.day)
	}
	return nil
}
