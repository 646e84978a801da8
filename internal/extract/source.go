package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// vouchers are those whom a sentence says its content comes from.
type vouchers struct {
	// carriers pass on, the last hand first, what the origins told.
	carriers, origins []Ref
	// accounts counts the origins that are each named as vouching.
	accounts int
	// share is the preposition that names the only account, nil for none or several.
	share *annotate.Cue
}

// sources notes who a sentence's content comes from: "according to Reuters",
// "citing the Kremlin", "Reuters reports", "told TASS".
func (x *extractor) sources() {
	var by vouchers
	before := false // they vouch for the sentence before
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		switch c.Sense() {
		case language.According:
			if !c.Entry.Cue.Is("bare") || x.bareSayer(c, c.Last) {
				x.according(&by, c)
			}
		case language.Citing:
			x.citing(&by, c)
		case language.Reports, language.Speech:
			if v := x.verbAt(c.At); v != nil {
				x.reporting(&by, v)
				before = before || x.takesUp(v)
			}
		}
	}
	if by.accounts > 1 { // "according to Moscow ..., according to Paris": each vouches for a part
		by.origins, by.share = nil, nil
	}
	if len(by.carriers)+len(by.origins) == 0 {
		return
	}
	chain := unique(append(by.carriers, by.origins...))
	if before {
		prev := &x.d.Sentences[x.s-1]
		x.out.Reports = append(x.out.Reports, Report{Sentence: x.s - 1, Chain: chain, First: prev.First, Last: prev.Last})
	}
	rep := Report{Sentence: x.s, Chain: chain, First: x.st.First, Last: x.st.Last}
	if by.share != nil {
		rep.First, rep.Last = x.share(by.share)
	}
	x.out.Reports = append(x.out.Reports, rep)
}

// according adds whom "according to" names.
func (x *extractor) according(by *vouchers, c *annotate.Cue) {
	refs := x.beside(c, false)
	m := x.media(refs)
	if len(m) > 0 && len(m) == len(refs) && c.First > x.st.First {
		by.carriers = append(m, by.carriers...) // "..., says Tass, according to Mediafax"
		return
	}
	for _, r := range refs {
		if x.st.Actors[r.Actor].Kind == annotate.Outlet {
			by.carriers = append(by.carriers, r)
		} else {
			by.origins = append(by.origins, r)
		}
	}
	if len(refs) > len(m) {
		by.accounts++
		by.share = c
	}
}

// citing adds whom a verb of citing names.
func (x *extractor) citing(by *vouchers, c *annotate.Cue) {
	refs := x.beside(c, false)
	m := x.media(refs)
	switch {
	case c.Arg("dir") == "carrier" && len(m) > 0:
		by.carriers = append(m, by.carriers...) // it carries what the others report
	case c.Arg("dir") == "carrier" && len(refs) > 0 && x.st.Actors[refs[0].Actor].Kind != annotate.Institution:
		// "told the two leaders": they pass nothing on
	default:
		by.origins = append(by.origins, refs...)
	}
}

// reporting adds the outlets that report by a verb, or that it is said to.
func (x *extractor) reporting(by *vouchers, v *annotate.VerbGroup) {
	by.carriers = append(by.carriers, x.media(x.subject(v))...)
	by.carriers = append(by.carriers, x.listeners(v)...)
	if a := x.outletBehind(v); a >= 0 {
		by.carriers = append(by.carriers, Ref{x.s, a})
	}
}

// listeners returns the outlets that somebody speaks to or for ("said to Reuters").
func (x *extractor) listeners(v *annotate.VerbGroup) []Ref {
	var out []Ref
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.First < v.Last || a.Kind != annotate.Outlet {
			continue
		}
		if a.Rels.Has(language.To) || x.toldBeside(v, a) || a.Rels != 0 && x.lx.IsMeant(x.d.Toks[a.RelAt].Form) { // "pentru Reuters"
			out = append(out, Ref{x.s, i})
		}
	}
	return out
}

// toldBeside reports whether an outlet whose name shows no case stands right behind the verb
// of a subject in front, and so is told: "Захарова сообщила ТАСС".
func (x *extractor) toldBeside(v *annotate.VerbGroup, a *annotate.Actor) bool {
	if len(x.lx.Pack.NameCases) == 0 || a.Rels != 0 || a.First != v.Last {
		return false
	}
	refs := x.subject(v)
	return len(refs) > 0 && refs[0].Sentence == x.s && x.st.Actors[refs[0].Actor].Last <= v.First
}

// farOutlet is how many words may stand between a verb and the outlet that is
// its subject.
const farOutlet = 8

// outletBehind returns the outlet that the subject behind a reporting verb
// names, -1 for none: "..., reports the state broadcaster CCTV", "informează
// site-ul agenției Tass".
func (x *extractor) outletBehind(v *annotate.VerbGroup) int {
	if v.First > x.st.First && x.d.Toks[v.First-1].Word && !x.led(v) {
		return -1
	}
	for i := v.Last; i < x.st.Last && i < v.Last+farOutlet; i++ {
		if a := x.actorStarting(i); a >= 0 && x.st.Actors[a].Kind == annotate.Outlet {
			return a
		} else if a >= 0 && x.st.Actors[a].Kind != annotate.State {
			return -1
		}
		rels := x.st.Rels[i-x.st.First]
		if q := x.d.InQuote(i); q >= 0 && x.d.Quotes[q].First == i { // "сообщает «Коммерсант»"
			continue
		}
		if !x.d.Toks[i].Word && !x.d.Toks[i].Hyphen || x.verbAt(i) != nil && x.verbAt(i).Finite || x.breaks(i) || rels != 0 && !rels.Has(language.Of) {
			return -1
		}
	}
	return -1
}

// mediaBehind reports whether the subject behind a reporting verb is a noun of
// media without a name.
func (x *extractor) mediaBehind(v *annotate.VerbGroup) bool {
	foreign := x.lx.Pack.Script != "Latin" && v.Last < x.st.Last && x.d.Toks[v.Last].Upper && gazetteer.IsLatin(x.d.Words(v.Last, v.Last+1)) // "сообщает RedMedia.kz"
	for i := v.Last; i < x.st.Last && i < v.Last+3; i++ {
		if joined := i+1 < x.st.Last && x.d.Toks[i+1].Hyphen; foreign || !joined && x.lx.IsMedia(x.d.Toks[i].Form) {
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
		if !slices.Contains(out, r) {
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
