package generate

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// Options says what is generated; the zero value of each is its default.
type Options struct {
	// First is the day of the first contacts: 2012-01-01.
	First time.Time
	// PerDay is how many contacts one day has: 200.
	PerDay int
	// MostTold is by how many documents a contact is told at most: 40. How many tell of
	// one falls off as news does; the mean is 3.0 of 40, 1.5 of 4, 1 of 1.
	MostTold int
	// Changed is how many of a thousand documents come again later with a changed text:
	// 10. Less than 0 is none.
	Changed int
	// Languages are codes of those to write in: all.
	Languages []string
}

// the limits of Options.
const (
	maxPerDay   = 2000
	maxMostTold = 40
)

func (o Options) complete() (Options, error) {
	if o.First.IsZero() {
		o.First = time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	o.First = o.First.UTC().Truncate(24 * time.Hour)
	set := func(v *int, def int) {
		if *v == 0 {
			*v = def
		}
	}
	set(&o.PerDay, 200)
	set(&o.MostTold, maxMostTold)
	set(&o.Changed, 10)
	switch {
	case o.PerDay < 1 || o.PerDay > maxPerDay:
		return o, fmt.Errorf("generate: contacts per day: %d is not from 1 to %d", o.PerDay, maxPerDay)
	case o.MostTold < 1 || o.MostTold > maxMostTold:
		return o, fmt.Errorf("generate: documents of a contact: %d is not from 1 to %d", o.MostTold, maxMostTold)
	case o.Changed > 1000:
		return o, errors.New("generate: changed documents: more than 1000 of a thousand")
	}
	all, err := languageCodes()
	if err != nil {
		return o, err
	}
	if len(o.Languages) == 0 {
		o.Languages = all
	}
	for _, l := range o.Languages {
		if !slices.Contains(all, l) {
			return o, fmt.Errorf("generate: no language %q; there are %v", l, all)
		}
	}
	return o, nil
}
