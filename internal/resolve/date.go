package resolve

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/record"
)

// precision orders kinds of date mention, the most exact first.
var precision = map[dates.Kind]int{dates.Day: 5, dates.Range: 4, dates.Week: 3, dates.Month: 2, dates.Year: 1}

// bestDate returns the date a mention gives itself: the most exact of its
// clause, of equals the nearest to its cue.
func (r *reader) bestDate(k *extract.Candidate) (dates.Mention, bool) {
	var best dates.Mention
	found, score := false, 0
	for _, d := range k.Dates {
		anchored := d.Kind == dates.Anchored
		switch governs := anchored && r.governs(k, d); {
		case governs && r.anchors(k, d):
			d = r.anchorOf(k, d)
		case governs:
			continue // "met A one day after the truce": when was that?
		case anchored:
			d = r.anchor(k, d)
		}
		p := precision[d.Kind]
		if p == 0 || d.Bound == dates.Since || d.Bound == dates.After || r.dateline(k.Sentence, d) {
			continue
		}
		if d.Kind != dates.Day || !anchored {
			d = r.resolved(k, d)
		}
		if !d.Resolved || d.From.IsZero() || d.To.IsZero() || d.To.Sub(d.From) > longest {
			continue
		}
		if k.Open && phase(k.Step) == "future" && d.To.Before(r.d.Published) { // "will be the first since 2021"
			continue
		}
		if anchored && phase(k.Step) == "past" && r.ahead(d) { // "a day after she had come"
			continue
		}
		dist := d.First - k.Cue.Last
		if d.First < k.Cue.First {
			dist = k.Cue.First - d.Last
		}
		if s := p*1000 - dist; !found || s > score {
			best, found, score = d, true, s
		}
	}
	return r.joined(k, best), found
}

// longest is over how much time a contact may be dated: "from 2021 to 2025"
// dates something else.
const longest = 366 * 24 * time.Hour

// ahead reports whether a date lies after the day of publication.
func (r *reader) ahead(d dates.Mention) bool {
	return !r.d.Published.IsZero() && d.From.After(r.d.Published)
}

// joined widens a day by the one in front of it or behind that a conjunction joins to it:
// "on Saturday or Sunday".
func (r *reader) joined(k *extract.Candidate, best dates.Mention) dates.Mention {
	if best.Kind != dates.Day {
		return best
	}
	st := &r.d.Sentences[k.Sentence]
	next := func(a, b dates.Mention) bool { // b is the day after a, and named right behind it
		within := a.First >= st.First && b.Last <= st.Last // not of the sentence before
		return within && b.First-a.Last <= 2 && b.First > a.Last && st.And[a.Last-st.First] && b.From.After(a.To) && b.From.Sub(a.To) < 48*time.Hour
	}
	for _, o := range k.Dates {
		if o.Kind != dates.Day {
			continue
		}
		if o = r.resolved(k, o); !o.Resolved {
			continue
		}
		if o.Flexible && r.ahead(best) && o.To.Before(best.From) { // "tomorrow and Friday"
			o = r.lx.Dates.Resolve(o, r.d.Published, true)
		}
		switch {
		case next(best, o):
			best.To, best.Last, best.Kind = o.To, o.Last, dates.Range
		case next(o, best):
			best.From, best.First, best.Kind = o.From, o.First, dates.Range
		}
	}
	return best
}

// stay widens the first day of a visit by the days it is said to last.
func (r *reader) stay(c *contact, d dates.Mention) dates.Mention {
	goesOn := func(m *mention) bool { return m.StepCue != nil && m.StepCue.Arg("step") == "ongoing" } // since before that day
	if c.kind != "visit" || d.Kind != dates.Day || !d.To.Equal(d.From) || slices.ContainsFunc(c.mentions, goesOn) {
		return d
	}
	for _, m := range c.mentions {
		for _, l := range m.Durations {
			n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(l.MinISO, "P"), "D"))
			if err == nil && l.MinISO == l.MaxISO && n > 1 && n < 30 {
				d.To = d.From.AddDate(0, 0, n-1)
				return d
			}
		}
	}
	return d
}

// resolved looks for a date where the contact lies: ahead when the wording looks
// ahead, else back. A date whose year nothing gives goes the other way when that
// is far nearer: news does not plan for ten months ahead by the day alone.
func (r *reader) resolved(k *extract.Candidate, d dates.Mention) dates.Mention {
	ahead := (k.Future || d.Direction == dates.Future || r.calledOff(k, d) || k.Step == "" && !k.Noun) && d.Direction != dates.Past
	one := r.lx.Dates.Resolve(d, r.d.Published, ahead)
	if d.Kind == dates.Day && d.Direction == dates.Unknown && d.Flexible && !d.HasYear && r.eitherWay(k) {
		if other := r.lx.Dates.Resolve(d, r.d.Published, !ahead); other.Resolved && r.away(other) < r.away(one) {
			return other
		}
	}
	if !d.Flexible || d.HasYear || d.Basis == dates.Relative || r.d.Published.IsZero() || !one.Resolved {
		return one
	}
	other := r.lx.Dates.Resolve(d, r.d.Published, !ahead)
	untold := k.Step == "" && k.Noun && 2*r.away(other) < r.away(one) // "Summit in Lima on 4 July"
	if other.Resolved && (untold || r.away(other) <= near && r.away(one) >= far) {
		return other
	}
	return one
}

// eitherWay reports whether nothing tells on which side of the day of publication a contact lies, so
// that the nearest day is meant: it was called off, or was once to be ("wanted to meet on Monday").
func (r *reader) eitherWay(k *extract.Candidate) bool {
	if k.Step == "cancelled" {
		return true
	}
	if phase(k.Step) != "future" || k.StepCue == nil {
		return false
	}
	for i := range r.d.Sentences[k.Sentence].Verbs {
		if v := &r.d.Sentences[k.Sentence].Verbs[i]; v.First <= k.StepCue.At && k.StepCue.At < v.Last {
			return v.Finite && v.Tense == annotate.Past && k.Step == "scheduled"
		}
	}
	return false
}

// calledOff reports whether a date is the one that a contact called off was
// planned for: it follows the contact.
func (r *reader) calledOff(k *extract.Candidate, d dates.Mention) bool {
	return (k.Step == "cancelled" || k.Step == "postponed") && k.Noun && d.First >= k.Cue.Last
}

// near and far are days from publication.
const near, far = 100, 240

// away is how many days lie between a mention and the day of publication.
func (r *reader) away(d dates.Mention) int {
	gap := d.From.Sub(r.d.Published)
	if d.To.Before(r.d.Published) {
		gap = r.d.Published.Sub(d.To)
	}
	return int(max(gap, 0).Hours() / 24)
}

// clip narrows an interval around the day of publication by what is known of
// the contact: what has happened lies before that day, what is to come after.
func (r *reader) clip(c *contact, d dates.Mention) dates.Mention {
	pub := r.d.Published
	if pub.IsZero() || d.Kind == dates.Day || d.From.After(pub) || d.To.Before(pub) {
		return d
	}
	switch phase(c.step) {
	case "future", "off":
		if phase(c.step) == "future" || c.step != "said-not-to-have-happened" && d.Basis == dates.Relative {
			d.From = pub
		}
	case "past":
		if c.step == "held" && (d.Kind != dates.Range || d.Basis == dates.Relative) {
			d.To = pub
		}
	}
	return d
}

// governs reports whether the words of a date go on with what it counts from: "the day
// before the summit", "la veille de", not "the day before, A met B".
func (r *reader) governs(k *extract.Candidate, d dates.Mention) bool {
	st := &r.d.Sentences[k.Sentence]
	if d.First < st.First || d.Last >= st.Last || !r.d.Toks[d.Last].Word { // a day may be that of the sentence before
		return false
	}
	last, next := d.Last-1-st.First, d.Last-st.First
	return st.Rels[next].Has(language.Of) || r.lx.IsDone(r.d.Toks[d.Last-1].Form) || st.Words[last].Tag == syntax.Adp || st.Words[last].Tag == syntax.SConj
}

// anchors reports whether the contact is what a date counts from, and not on
// it: "Two days after A and B spoke, ...".
func (r *reader) anchors(k *extract.Candidate, d dates.Mention) bool {
	if d.Last > k.Cue.First {
		return false
	}
	for i := d.Last; i < k.Cue.First; i++ {
		if r.comma(i) {
			return false
		}
	}
	return true
}

// anchorOf counts back to a contact from the day of what came so long before or after it:
// "went to A on Monday, a day after meeting B", "this comes a day after A met B".
func (r *reader) anchorOf(k *extract.Candidate, d dates.Mention) dates.Mention {
	base, found := r.lastDay(k.Sentence, d)
	if !found && r.comes(k.Sentence, d) {
		base = r.d.Published
	}
	if base.IsZero() {
		return d
	}
	out := r.lx.Dates.Anchor(d, base)
	st := &r.d.Sentences[k.Sentence]
	after := r.lx.IsDone(r.d.Toks[d.Last-1].Form) || st.Rels[d.Last-1-st.First].Has(language.Of)
	if out.From.After(base) == after { // so long after the contact, or before it
		out.From, out.To = base.Add(base.Sub(out.To)), base.Add(base.Sub(out.From))
	}
	out.Kind = dates.Day
	return out
}

// comes reports whether a verb in the present stands before a date: "this comes a day after".
func (r *reader) comes(s int, d dates.Mention) bool {
	st := &r.d.Sentences[s]
	for i := len(st.Verbs) - 1; i >= 0; i-- {
		if v := &st.Verbs[i]; v.Last <= d.First && v.Finite {
			return v.Tense == annotate.Present
		}
	}
	return false
}

// anchor counts "the day before" from the last day named before it on which
// something had happened, else from the day of publication.
func (r *reader) anchor(k *extract.Candidate, d dates.Mention) dates.Mention {
	base, found := r.lastDay(k.Sentence, d)
	for s := k.Sentence - 1; s >= 0 && !found && r.d.Sentences[s].Paragraph == r.d.Sentences[k.Sentence].Paragraph; s-- {
		base, found = r.lastDay(s, d)
	}
	for s := 0; s < k.Sentence && !found; s++ { // else from the latest day of all told so far
		if day, ok := r.lastDay(s, d); ok && day.After(base) {
			base = day
		}
	}
	if base.IsZero() && !r.lx.IsDone(r.d.Toks[d.Last-1].Form) { // "two weeks after X was in Y": when was that?
		base = r.d.Published
	}
	if base.IsZero() {
		return d
	}
	out := r.lx.Dates.Anchor(d, base)
	out.Kind = dates.Day
	return out
}

// lastDay returns the last day not after publication that a sentence names,
// before the mention d when that stands in it.
func (r *reader) lastDay(s int, d dates.Mention) (day time.Time, ok bool) {
	for _, o := range r.d.Sentences[s].Dates {
		if o.Kind != dates.Day || !o.Resolved || o.Last > d.First || r.dateline(s, o) || o.From.After(r.d.Published) && !r.d.Published.IsZero() {
			continue
		}
		day, ok = o.From, true
	}
	return day, ok
}

// dateline reports whether a date belongs to the head of a report ("MOSCOW,
// 4 April (Agency) —"): it stands before the mark that ends the head.
func (r *reader) dateline(s int, d dates.Mention) bool {
	st := &r.d.Sentences[s]
	if st.Title || d.First-st.First > 10 || s > 0 && !r.d.Sentences[s-1].Title && s > 3 {
		return false
	}
	if d.First == st.First && d.HasYear && d.Kind == dates.Day && d.Last < st.Last && r.comma(d.Last) { // "11.3.2025, Minister X travels"
		return true
	}
	for i := d.Last; i < st.Last && i < d.Last+6; i++ {
		switch w := r.d.Words(i, i+1); w {
		case "—", "–", "-", "--", "(":
			return st.First != d.First || w != "("
		}
		if r.d.Toks[i].Word && i > d.Last+1 {
			return false
		}
	}
	return false
}

// datedBy returns the most exact date that some mentions of a contact give.
func (r *reader) datedBy(c *contact, some func(*mention) bool) (from *mention, best dates.Mention) {
	for _, m := range c.mentions {
		if !some(m) {
			continue
		}
		if d, ok := r.bestDate(m.Candidate); ok && (from == nil || precision[d.Kind] > precision[best.Kind]) {
			best, from = d, m
		}
	}
	return from, best
}

// date settles the date of a contact over its mentions.
func (r *reader) date(c *contact) (*record.Date, *mention, dates.Mention) {
	from, best := r.datedBy(c, func(m *mention) bool { return phase(m.Step) == phase(c.step) || !m.StepSure })
	if from == nil { // the day it was planned for
		from, best = r.datedBy(c, func(*mention) bool { return true })
	}
	if from == nil {
		from, best = r.inherited(c)
	}
	if from == nil {
		return nil, nil, best
	}
	best = r.stay(c, r.clip(c, best))
	out := r.dateRecord(best)
	if clock, zone := best.Clock, best.Zone; clock != "" {
		out.Time = r.strings.New(clock)
		if zone != "" {
			out.Zone = r.strings.New(zone)
		}
	}
	return out, from, best
}
