package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/language"
)

// days takes the dates and durations of a contact.
func (x *extractor) days(k *Candidate) {
	// "said on Monday after talks": the talks were on Monday too.
	occasion := k.Adjunct && !k.Future && k.Step != "scheduled" && k.Step != "proposed"
	if k.Step == "moved" && k.StepCue != nil {
		if day, ok := x.newDay(k.StepCue); ok {
			k.Dates = append(k.Dates, day)
			return
		}
	}
	for _, m := range x.st.Dates {
		if m.Kind == dates.Day && x.dayAfter(k, m) {
			k.Dates = append(k.Dates, m)
			continue
		}
		if m.Kind == dates.Age || !x.mine(k, m.First, m.Last) || x.sinceFirst(m.First) || x.sinceThing(k, m.First) {
			continue
		}
		if m.Kind == dates.Duration {
			k.Durations = append(k.Durations, m)
		} else if (occasion || !x.told(k, m.First, m.Last)) && !x.ofNoun(k, m.First) && !x.ownsOther(k, m.Last) && !x.ofOccasion(k, m.First) && !x.dayOff(k, m) && !x.whenInvited(k, m) {
			k.Dates = append(k.Dates, x.aimed(k, m))
		}
	}
}

// datesFirst reports whether a day opens the sentence whose first verb, in the past, is a
// given one: "On Monday the ministry announced".
func (x *extractor) datesFirst(v *annotate.VerbGroup, first, last int) bool {
	const opening = 1 // a preposition
	return first-x.st.First <= opening && v.Tense == annotate.Past && x.finiteAfter(last) == v
}

// dayAfter reports whether a day is that of what somebody did after a contact, in the
// same breath: "said on Monday after meeting A", "On Monday, after meeting A, B said".
func (x *extractor) dayAfter(k *Candidate, m dates.Mention) bool {
	if k.Noun {
		return x.dayOfFront(k, m)
	}
	v := x.verbAt(k.Cue.At)
	if v == nil || k.Step != "held" {
		return false
	}
	at := x.doneAt(v)
	if at < 0 {
		return false
	}
	main := x.finiteBefore(at)
	if main == nil {
		main = x.finitePastComma(v.Last)
	}
	return main != nil && main.Tense == annotate.Past && (x.datesFirst(main, m.First, m.Last) || x.touches(main, m.First, m.Last, true))
}

// dayOfFront reports whether a day is that of what the verb behind a contact tells with
// which the sentence opens: "After talks with A, B said on Monday".
func (x *extractor) dayOfFront(k *Candidate, m dates.Mention) bool {
	if !k.Adjunct || k.Future || k.Step != "" && k.Step != "held" || x.adjunctAt(k) != x.st.First {
		return false
	}
	main := x.finiteAfter(k.Cue.Last)
	if main == nil || main.Tense != annotate.Past || !x.touches(main, m.First, m.Last, true) {
		return false
	}
	from, to := x.relativeAround(main.First)
	return from == to && !x.senseOver(main.First, main.Last, language.Contact)
}

// doneAt returns the word that says of the clause of a verb that it was over when
// something else was: "after meeting A", "după ce A s-a întâlnit cu B"; -1 for none.
func (x *extractor) doneAt(v *annotate.VerbGroup) int {
	const subject = 8
	for i := v.First - 1; i >= x.st.First && i >= v.First-subject; i-- {
		if x.lx.IsDone(x.d.Toks[i].Form) {
			return i
		}
		if x.raw(i) == "," || x.verbAt(i) != nil {
			break
		}
	}
	return -1
}

// whenInvited reports whether a day tells when somebody was invited, and not to what day.
func (x *extractor) whenInvited(k *Candidate, m dates.Mention) bool {
	if !x.invites(k.Cue) {
		return false
	}
	v := x.verbAt(k.Cue.At)
	return v != nil && v.Finite && v.Tense == annotate.Past && (x.datesFirst(v, m.First, m.Last) || x.touches(v, m.First, m.Last, false))
}

// aimed looks ahead for a day that a noun is meant for, and takes the contact for one to
// come where nothing else tells its step: "called a meeting for Monday".
func (x *extractor) aimed(k *Candidate, m dates.Mention) dates.Mention {
	prep := m.First - 1
	if prep > x.st.First && x.lx.IsArticle(x.d.Toks[prep].Form) { // "para el 9 de abril"
		prep--
	}
	meant := x.lx.IsMeant(x.d.Toks[m.First].Form) || prep >= x.st.First && x.lx.IsMeant(x.d.Toks[prep].Form)
	if m.Kind != dates.Day || m.Direction != dates.Unknown || m.HasYear || !meant {
		return m
	}
	m.Direction = dates.Future
	if k.Noun && (k.StepCue == nil || k.StepCue.Last <= m.First) && (k.Step == "" || k.Step == "held") {
		k.Step, k.StepSure, k.Future = "scheduled", true, true
	}
	return m
}

// sinceFirst reports whether a date tells since when something is the first of its kind.
func (x *extractor) sinceFirst(first int) bool {
	const reach = 14
	if first == x.st.First || !(x.st.Rels[first-x.st.First] | x.st.Rels[first-1-x.st.First]).Has(language.From) {
		return false
	}
	for i := first - 1; i >= max(x.st.First, first-reach) && !x.breaks(i) && x.raw(i) != ","; i-- {
		if x.lx.IsFirst(x.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// sinceThing reports whether a date is that of the thing since which a contact is the first:
// "the first visit since the breach, in November 2024".
func (x *extractor) sinceThing(k *Candidate, first int) bool {
	since := -1
	for i := first - 1; i > k.Cue.Last && x.verbAt(i) == nil; i-- {
		if x.lx.SinceAt(x.d.Toks, i, x.st.Last) {
			since = i
		}
	}
	for i := k.Cue.First - 1; since >= 0 && i >= x.st.First && x.verbAt(i) == nil; i-- {
		if x.lx.IsFirst(x.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// dayOff reports whether a date that lies behind tells when a contact was called off,
// and not what day it was planned for: "cancelled a trip to Lima two weeks ago".
func (x *extractor) dayOff(k *Candidate, m dates.Mention) bool {
	c := k.StepCue
	if c == nil || m.Direction != dates.Past || m.First < k.Cue.Last || c.Last > k.Cue.First || !x.off(c) || c.Arg("step") == "said-not-to-have-happened" {
		return false
	}
	v := x.verbAt(c.At)
	if v == nil || !v.Finite && c.Last == k.Cue.First { // "the cancelled visit of last week"
		return false
	}
	for i := v.Last; i < m.First; i++ {
		if x.verbAt(i) != nil || x.relative(i) {
			return false
		}
	}
	return true
}

// howLong reports whether what stands right behind a verb, or after a preposition, is how long
// something lasts.
func (x *extractor) howLong(at int) bool {
	return slices.ContainsFunc(x.st.Dates, func(d dates.Mention) bool {
		return d.Kind == dates.Duration && d.First >= at && d.First <= at+1
	})
}
