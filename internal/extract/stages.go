package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/language"
)

// stages returns the further stops of a journey, where each is told with its day: "will
// travel to A on Monday and to B on Friday". Each is a contact of its own.
func (x *extractor) stages(k *Candidate) []Candidate {
	if k.Kind != "visit" {
		return x.oneByOne(k)
	}
	at := -1
	guests := slices.DeleteFunc(slices.Clone(k.Participants), func(p Participant) bool { return p.Part == language.PartHost })
	for _, p := range k.Participants {
		if p.Part == language.PartHost && p.Sentence == x.s {
			at = p.Actor
		}
	}
	if k.Noun || at < 0 || len(guests) == 0 {
		return nil
	}
	var out []Candidate
	day := x.dayBehind(x.st.Actors[at].Last)
	for day != nil {
		next := x.stopBehind(day.Last)
		if next < 0 {
			break
		}
		a := &x.st.Actors[next]
		then := x.dayBehind(a.Last)
		if then == nil {
			break
		}
		if len(out) == 0 {
			k.Dates = []dates.Mention{*day}
		}
		stop := *k
		stop.Participants = append(slices.Clone(guests), Participant{Ref{x.s, next}, language.PartHost})
		stop.Dates = []dates.Mention{*then}
		stop.Places = nil
		for _, p := range x.st.Places {
			if a.First <= p.First && p.Last <= a.Last {
				stop.Places = append(stop.Places, p)
			}
		}
		out = append(out, stop)
		day = then
	}
	return out
}

// dayBehind returns the day that stands right behind a token, but for a preposition or an
// article.
func (x *extractor) dayBehind(tok int) *dates.Mention {
	for i := range x.st.Dates {
		if d := &x.st.Dates[i]; d.Kind == dates.Day && d.First >= tok && d.First-tok <= 1 {
			return d
		}
	}
	return nil
}

// stopBehind returns the place where a journey goes on that a conjunction or a comma joins
// to a token, -1 for none.
func (x *extractor) stopBehind(tok int) int {
	if tok < x.st.Last && x.raw(tok) == "," {
		tok++
	} else if tok >= x.st.Last || !x.st.And[tok-x.st.First] {
		return -1
	}
	if tok < x.st.Last && x.st.And[tok-x.st.First] {
		tok++
	}
	for i := range x.st.Actors {
		a := &x.st.Actors[i]
		if a.Kind == annotate.State && a.First >= tok && a.First-tok <= 1 && (a.Rels == 0 || a.Rels.Has(language.To) || a.Rels.Has(language.In)) {
			return i
		}
	}
	return -1
}
