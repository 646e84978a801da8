package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// sources notes who a sentence's content comes from: "according to Reuters",
// "citing the Kremlin", "Reuters reports", "told TASS".
func (x *extractor) sources() {
	var carriers, origins []Ref
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		switch c.Sense() {
		case language.According:
			for _, r := range x.beside(c, false) {
				if x.st.Actors[r.Actor].Kind == annotate.Outlet {
					carriers = append(carriers, r)
				} else {
					origins = append(origins, r)
				}
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
			}
		}
	}
	if len(carriers)+len(origins) == 0 {
		return
	}
	chain := append(unique(carriers), unique(origins)...)
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
