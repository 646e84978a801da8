package gazetteer

import (
	"fmt"
	"sort"
	"time"
)

// Note explains why an office has no holder, or several, for a time: a transitional
// council, an interregnum, a presidency of three. It ends with To; a zero To goes on.
type Note struct {
	Of, Office string
	From, To   time.Time
	Text       string
}

// Must is a post of which all holders should be known since a day, besides the highest of
// every state.
type Must struct {
	Of, Office string
	Since      time.Time
}

// mostVacant is how long an office may be without a known holder before a note must say why.
const mostVacant = 30 * 24 * time.Hour

// Finding is what is wrong or missing in the world, with the file to mend and the line in
// it, 0 where it lacks one.
type Finding struct {
	File string
	Line int
	Text string
}

func (f Finding) String() string {
	if f.Line == 0 {
		return f.File + ": " + f.Text
	}
	return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Text)
}

// Check looks for what a world that loads can still have wrong: offices of one holder with
// two at a time, heads of state and of government, foreign ministers and the posts of
// Complete without a known holder for over 30 days since the day from which they are to be
// known, both unless a note says why; places of no country but seas and regions; and notes about nothing.
func (w *World) Check() []Finding {
	c := checker{w: w, used: map[*Note]bool{}}
	c.offices()
	for _, name := range sortedKeys(w.Places) {
		if p := w.Places[name]; p.Country == "" && p.Kind != "sea" && p.Kind != "region" {
			c.find("places.tsv", 0, "%s has no country", name)
		}
	}
	for i := range w.Notes {
		if n := &w.Notes[i]; !c.used[n] {
			c.find("notes.tsv", 0, "nothing needs the note on the %s of %s from %s", n.Office, n.Of, n.From.Format(time.DateOnly))
		}
	}
	return c.findings
}

type checker struct {
	w        *World
	findings []Finding
	used     map[*Note]bool
}

func (c *checker) find(file string, line int, format string, args ...any) {
	c.findings = append(c.findings, Finding{file, line, fmt.Sprintf(format, args...)})
}

// offices checks the terms of all offices that have one holder at a time, and those that
// every state must have.
func (c *checker) offices() {
	posts := make([]post, 0, len(c.w.holdings))
	for p := range c.w.holdings {
		if c.w.Offices[p.office].Single {
			posts = append(posts, p)
		}
	}
	asked := map[post]time.Time{}
	for _, id := range sortedKeys(c.w.States) {
		s := c.w.States[id]
		for _, office := range []string{s.HeadOfState, s.HeadOfGovernment, "foreign-minister"} {
			p := post{id, office}
			if asked[p] = s.Since; c.w.holdings[p] == nil {
				posts = append(posts, p)
			}
		}
	}
	for _, m := range c.w.Complete {
		p := post{m.Of, m.Office}
		if asked[p] = m.Since; c.w.holdings[p] == nil {
			posts = append(posts, p)
		}
	}
	sort.Slice(posts, func(i, j int) bool {
		return posts[i].of < posts[j].of || posts[i].of == posts[j].of && posts[i].office < posts[j].office
	})
	for i, p := range posts {
		if i > 0 && p == posts[i-1] {
			continue
		}
		c.overlaps(p)
		if since, must := asked[p]; must {
			c.gaps(p, since)
		}
	}
}

func (c *checker) overlaps(p post) {
	var longest Holding
	for _, h := range c.w.holdings[p] {
		if longest.Person != nil && (longest.To.IsZero() || h.surelyFrom.Before(longest.surelyTo)) && longest.Person != h.Person && !c.noted(p, h.From, earlier(longest.To, h.To)) {
			c.find("holders.tsv", h.Line, "%s is %s of %s from %s on, and %s is until %s", h.Person.Name, p.office, p.of, h.From.Format(time.DateOnly), longest.Person.Name, until(longest))
		}
		if longest.Person == nil || !longest.To.IsZero() && (h.To.IsZero() || h.To.After(longest.To)) {
			longest = h
		}
	}
}

func (c *checker) gaps(p post, since time.Time) {
	at, line := since, 0
	for _, h := range c.w.holdings[p] {
		if h.From.Sub(at) > mostVacant && !c.noted(p, at, h.From) {
			c.find("holders.tsv", h.Line, "no %s of %s is known from %s to %s", p.office, p.of, at.Format(time.DateOnly), h.From.Format(time.DateOnly))
		}
		if line = h.Line; h.To.IsZero() {
			return
		}
		if h.To.After(at) {
			at = h.To
		}
	}
	if !c.noted(p, at, time.Time{}) {
		c.find("holders.tsv", line, "no %s of %s is known from %s on", p.office, p.of, at.Format(time.DateOnly))
	}
}

// noted reports whether notes explain an office from one day to another, but for as long
// as it may be vacant.
func (c *checker) noted(p post, from, to time.Time) bool {
	for i := range c.w.Notes {
		n := &c.w.Notes[i]
		if n.Of != p.of || n.Office != p.office || n.From.Sub(from) > mostVacant || !n.To.IsZero() && n.To.Before(from) {
			continue
		}
		c.used[n] = true
		if n.To.IsZero() || !to.IsZero() && to.Sub(n.To) <= mostVacant {
			return true
		}
		from = n.To
	}
	return false
}

// earlier returns the earlier of two last days; a zero one never comes.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

func until(h Holding) string {
	if h.To.IsZero() {
		return "now"
	}
	return h.To.Format(time.DateOnly)
}
