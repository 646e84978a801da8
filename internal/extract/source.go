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
			if m := x.media(refs); c.Arg("dir") == "carrier" && len(m) > 0 {
				carriers = append(m, carriers...) // it carries what the others report
			} else {
				origins = append(origins, refs...)
			}
		case language.Reports, language.Speech:
			if v := x.verbAt(c.At); v != nil {
				carriers = append(carriers, x.media(x.subject(v))...)
			}
		}
	}
	if len(carriers)+len(origins) == 0 {
		return
	}
	chain := append(unique(carriers), unique(origins)...)
	x.out.Reports = append(x.out.Reports, Report{Sentence: x.s, Chain: chain, First: x.st.First, Last: x.st.Last})
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
