package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// sources notes who a sentence's content comes from: "according to Reuters",
// "citing the Kremlin", "Reuters reports", "told TASS".
func (x *extractor) sources() {
	var carriers, origins []Ref
	accounts := 0
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		switch c.Sense() {
		case language.According:
			refs := x.beside(c, false)
			m := x.media(refs)
			if len(m) > 0 && len(m) == len(refs) && c.First > x.st.First {
				carriers = append(m, carriers...) // "..., says Tass, according to Mediafax"
				continue
			}
			for _, r := range refs {
				if x.st.Actors[r.Actor].Kind == annotate.Outlet {
					carriers = append(carriers, r)
				} else {
					origins = append(origins, r)
				}
			}
			if len(refs) > len(m) {
				accounts++
			}
		case language.Citing:
			refs := x.beside(c, false)
			m := x.media(refs)
			switch {
			case c.Arg("dir") == "carrier" && len(m) > 0:
				carriers = append(m, carriers...) // it carries what the others report
			case c.Arg("dir") == "carrier" && len(refs) > 0 && x.st.Actors[refs[0].Actor].Kind != annotate.Institution:
				// "told the two leaders": they pass nothing on
			default:
				origins = append(origins, refs...)
			}
		case language.Reports, language.Speech:
			if v := x.verbAt(c.At); v != nil {
				carriers = append(carriers, x.media(x.subject(v))...)
				carriers = append(carriers, x.listeners(v)...)
				if a := x.outletBehind(v); a >= 0 {
					carriers = append(carriers, Ref{x.s, a})
				}
			}
		}
	}
	if accounts > 1 { // "according to Moscow ..., according to Paris": each vouches for a part
		origins = nil
	}
	if len(carriers)+len(origins) == 0 {
		return
	}
	chain := unique(append(carriers, origins...))
	x.out.Reports = append(x.out.Reports, Report{Sentence: x.s, Chain: chain, First: x.st.First, Last: x.st.Last})
}

// listeners returns the outlets that somebody speaks to ("said to Reuters").
func (x *extractor) listeners(v *annotate.VerbGroup) []Ref {
	var out []Ref
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.First >= v.Last && a.Rels.Has(language.To) && a.Kind == annotate.Outlet {
			out = append(out, Ref{x.s, i})
		}
	}
	return out
}

// farOutlet is how many words may stand between a verb and the outlet that is
// its subject.
const farOutlet = 8

// outletBehind returns the outlet that the subject behind a reporting verb
// names, -1 for none: "..., reports the state broadcaster CCTV", "informează
// site-ul agenției Tass".
func (x *extractor) outletBehind(v *annotate.VerbGroup) int {
	if v.First > x.st.First && x.d.Toks[v.First-1].Word {
		return -1
	}
	for i := v.Last; i < x.st.Last && i < v.Last+farOutlet; i++ {
		if a := x.actorStarting(i); a >= 0 && x.st.Actors[a].Kind == annotate.Outlet {
			return a
		} else if a >= 0 && x.st.Actors[a].Kind != annotate.State {
			return -1
		}
		rels := x.st.Rels[i-x.st.First]
		if !x.d.Toks[i].Word && !x.d.Toks[i].Hyphen || x.verbAt(i) != nil && x.verbAt(i).Finite || x.breaks(i) || rels != 0 && !rels.Has(language.Of) {
			return -1
		}
	}
	return -1
}

// mediaBehind reports whether the subject behind a reporting verb is a noun of
// media without a name.
func (x *extractor) mediaBehind(v *annotate.VerbGroup) bool {
	for i := v.Last; i < x.st.Last && i < v.Last+3; i++ {
		if x.lx.IsMedia(x.d.Toks[i].Form) {
			return true
		}
		if t := x.word(i).Tag; t != syntax.Det && t != syntax.Adj && t != syntax.Num {
			return false
		}
	}
	return false
}

func unique(refs []Ref) []Ref {
	var out []Ref
	for _, r := range refs {
		dup := false
		for _, o := range out {
			dup = dup || o == r
		}
		if !dup {
			out = append(out, r)
		}
	}
	return out
}

// media keeps outlets.
func (x *extractor) media(refs []Ref) []Ref {
	var out []Ref
	for _, r := range refs {
		if x.st.Actors[r.Actor].Kind == annotate.Outlet {
			out = append(out, r)
		}
	}
	return out
}
