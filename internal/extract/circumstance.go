package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/language"
)

// circumstances takes the dates, places, durations, initiators and mediators
// of a contact: those of its sentence that no other contact is nearer to.
func (x *extractor) circumstances(k *Candidate) {
	for _, m := range x.st.Dates {
		if !x.mine(k, m.First, m.Last) {
			continue
		}
		switch m.Kind {
		case dates.Duration:
			k.Durations = append(k.Durations, m)
		case dates.Age:
		default:
			k.Dates = append(k.Dates, m)
		}
	}
	for _, p := range x.st.Places {
		if p.Rels.Has(language.In) && x.mine(k, p.First, p.Last) {
			k.Places = append(k.Places, p)
		} else if p.Rels == 0 && !k.Noun && k.Kind == "visit" && p.First >= k.Cue.Last && p.First-k.Cue.Last <= 2 { // "visited Sarajevo"
			k.Places = append(k.Places, p)
		} else if p.Rels.Has(language.To) && x.frame(k)[language.Slot(language.To)] == language.PartHost && x.mine(k, p.First, p.Last) {
			k.Places = append(k.Places, p)
		}
	}
	x.matters(k)
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		switch c.Sense() {
		case language.Initiator:
			if x.mine(k, c.First, c.Last) {
				if refs := x.beside(c, c.Arg("dir") == "before"); len(refs) > 0 {
					k.Initiators, k.InitiatorCue = refs, c
				}
			}
		case language.Mediator:
			if x.mine(k, c.First, c.Last) {
				k.Mediators = x.beside(c, false)
			}
		case language.Background:
			k.Background = k.Background || c.Last <= k.Cue.First && k.Cue.First-c.Last <= 1 || c.First >= k.Cue.Last && c.First-k.Cue.Last <= 1
		}
	}
	if len(k.Initiators) == 0 && k.Cue.Arg("frame") == "invite" {
		for _, p := range k.Participants {
			if p.Part == language.PartHost {
				k.Initiators = append(k.Initiators, p.Ref)
			}
		}
	}
}

// beside returns the actors right after a cue, or right before it.
func (x *extractor) beside(c *annotate.Cue, before bool) []Ref {
	if before {
		if i := x.actorBefore(c.First); i >= 0 && c.First-x.st.Actors[i].Last <= 3 {
			return x.with(i)
		}
		return nil
	}
	if c.Last < x.st.Last && x.lx.IsRelative(x.d.Toks[c.Last].Form) { // "selon lesquelles"
		return nil
	}
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.First >= c.Last-1 && a.First-c.Last <= 4 && a.Last > c.Last {
			return x.with(i)
		}
	}
	return nil
}

// mine reports whether a stretch belongs to a contact rather than to another of
// the sentence: no other contact cue stands between, or is nearer, and no
// clause boundary parts them.
func (x *extractor) mine(k *Candidate, first, last int) bool {
	d := distance(first, last, k.Cue.First, k.Cue.Last)
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o == k.Cue || o.Sense() != language.Contact || x.covered(o) || distance(o.First, o.Last, k.Cue.First, k.Cue.Last) <= 1 {
			continue
		}
		if od := distance(first, last, o.First, o.Last); od < d {
			return false
		}
	}
	lo, hi := min(last, k.Cue.Last), max(first, k.Cue.First)
	parts := 0
	for i := lo; i < hi; i++ {
		if x.breaks(i) {
			parts++
		}
	}
	return parts == 0 || x.leading(first) && parts == 0
}

// leading reports whether a stretch opens its sentence ("On Friday, ...").
func (x *extractor) leading(first int) bool { return first-x.st.First <= 2 }
