package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
)

// addressed are the acts whose object is the one spoken to: "urged X to",
// "thanked X".
var addressed = []string{"demand", "invite", "thank", "warn", "promise", "threaten", "propose"}

// hearers takes whom words were said to: who stands behind a verb of telling or
// behind "to", in front of what was said.
func (x *extractor) hearers(sp *Speech, v *annotate.VerbGroup) {
	tells := sp.Cue.Arg("frame") == "tell" || slices.Contains(addressed, sp.Act)
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.First < v.Last || a.First-v.Last > 2 || v.Passive || a.Kind == annotate.Outlet || slices.Contains(sp.Speakers, Ref{x.s, i}) || x.verbBetween(v, a.First) {
			continue
		}
		if tells && a.Rels == 0 || a.Addressed() {
			sp.To = x.with(i)
			return
		}
	}
}

// verbBetween reports whether another verb stands between one and a token: "promised to meet X"
// is said to nobody.
func (x *extractor) verbBetween(v *annotate.VerbGroup, tok int) bool {
	return slices.ContainsFunc(x.st.Verbs, func(g annotate.VerbGroup) bool { return v.Last <= g.Main && g.Main < tok })
}

// saidOn takes the day that stands beside the verb of saying, or behind those
// it was said to.
func (x *extractor) saidOn(sp *Speech, v *annotate.VerbGroup) {
	heard := *v
	for _, to := range sp.To {
		heard.Last = max(heard.Last, x.st.Actors[to.Actor].Last)
	}
	for i := range x.st.Dates {
		d := &x.st.Dates[i]
		if d.Kind == dates.Day && (d.Last <= v.First || d.First >= heard.Last) && x.touches(&heard, d.First, d.Last, true) {
			sp.When = d
			return
		}
	}
}
