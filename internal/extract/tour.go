package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// tourReach is how many words behind a verb those stand whom a journey takes somewhere,
// and where.
const tourReach = 8

// toured takes from the words behind a journey whom it takes, and where: "a tour that will
// take him to A and B", "the trip took X to A", "his tour includes stops in A", "a tour
// that includes A and B".
func (x *extractor) toured(k *Candidate) {
	c := x.takes(k)
	if c == nil {
		return
	}
	from := c.Last
	if v := x.verbAt(c.At); v != nil {
		from = max(from, v.Last)
	}
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.First < from {
			continue
		}
		if a.First-from > tourReach || x.cueIn(language.Contact, from, a.First) != nil {
			return
		}
		switch {
		case a.Rels.Has(language.To), (a.Rels == 0 || a.Rels.Has(language.In)) && a.Kind == annotate.State, a.Rels != 0 && a.RelAt == c.Last-1:
			k.take(x.with(i), language.PartHost)
			return
		case a.Rels != 0:
			return
		case a.Kind == annotate.Person || a.Kind == annotate.OfficeHolder:
			k.take(x.with(i), language.PartGuest)
		}
	}
}

// takes returns the cue behind a journey that says where it takes somebody, nil for none.
func (x *extractor) takes(k *Candidate) *annotate.Cue {
	if k.Kind != "visit" {
		return nil
	}
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.First < k.Cue.Last || c.Sense() != language.Light || !c.Entry.Cue.Is("take") {
			continue
		}
		to, v := c.First, x.verbAt(c.At)
		if v != nil {
			to = v.First
		}
		if v != nil && v.Passive || x.cueIn(language.Contact, k.Cue.Last, to) != nil {
			return nil
		}
		for t := k.Cue.Last; t < to; t++ {
			if x.breaks(t) || x.verbAt(t) != nil {
				return nil
			}
		}
		return c
	}
	return nil
}
