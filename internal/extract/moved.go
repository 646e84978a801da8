package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/language"
)

// newDay returns the day or period to which a step cue puts something off, if it does:
// "postponed until April", "postponed its talks to next week".
func (x *extractor) newDay(c *annotate.Cue) (day dates.Mention, ok bool) {
	if c.Arg("step") != "postponed" && c.Arg("step") != "moved" {
		return day, false
	}
	for i := range x.st.Dates {
		d := &x.st.Dates[i]
		if d.First < c.Last || d.Kind == dates.Duration || d.Kind == dates.Age || d.Kind == dates.TimeOfDay {
			continue
		}
		if x.clauseBetween(c.Last, d.First) || x.stepBetween(c.Last, d.First) {
			break
		}
		if x.aimedAt(d.First) {
			return x.lx.Dates.Point(*d, x.d.Published), true
		}
	}
	return day, false
}

// aimedAt reports whether a day is one that something is put off to or planned for: the
// word that says so opens its form, or stands before it or its article.
func (x *extractor) aimedAt(first int) bool {
	until := func(tok int) bool { return tok >= x.st.First && x.lx.IsUntil(x.d.Toks[tok].Form) }
	return until(first) || until(first-1) || until(first-2) && x.lx.IsArticle(x.d.Toks[first-1].Form)
}

// stepBetween reports whether another step is told of between two tokens: "postponed
// the visit planned for Monday".
func (x *extractor) stepBetween(first, last int) bool {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Step && c.First >= first && c.Last <= last {
			return true
		}
	}
	return false
}
