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
			if c.Arg("dir") == "carrier" {
				carriers = append(carriers, x.media(refs)...)
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

// invertedOther reports whether somebody who is no actor stands behind a verb
// as its subject: "..., a déclaré une source".
func (x *extractor) invertedOther(v *annotate.VerbGroup) bool {
	for i := v.Last; i+1 < x.st.Last && i < v.Last+8; i++ {
		if x.inDate(i) || x.word(i).Tag == syntax.Adv {
			continue
		}
		if a := x.actorStarting(i); a >= 0 && x.st.Actors[a].Kind == annotate.Outlet {
			i = x.st.Actors[a].Last - 1
			continue
		}
		if x.st.Rels[i-x.st.First] != 0 && i == v.Last {
			continue
		}
		return x.word(i).Tag == syntax.Det && x.actorStarting(i) < 0 && x.actorStarting(i+1) < 0 &&
			(x.word(i+1).Tag == syntax.Noun || x.word(i+1).Tag == syntax.Adj && i+2 < x.st.Last && x.actorStarting(i+2) < 0)
	}
	return false
}

// inverted returns the actors right after a verb: "..., a déclaré M. Lavrov".
func (x *extractor) inverted(v *annotate.VerbGroup) []Ref {
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.First < v.Last {
			continue
		}
		if a.Rels != 0 || a.First-v.Last > 4 || a.Kind == annotate.Outlet {
			return nil
		}
		for t := v.Last; t < a.First; t++ {
			if !x.d.Toks[t].Word && x.raw(t) != "," || x.breaks(t) || x.verbAt(t) != nil {
				return nil
			}
		}
		return x.with(i)
	}
	return nil
}
