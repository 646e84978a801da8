package resolve

import (
	"sort"

	"github.com/parley-news/parley/internal/language"
)

// agreed notes what the sides of the contact in focus are said to have agreed
// on, as its outcome: the first thing that is told.
func (r *reader) agreed(s *statement) {
	if r.focus == nil || s.act != "agree" || s.last <= s.first {
		return
	}
	sides := map[string]bool{}
	for i := range s.speakers {
		sides[s.speakers[i].country()] = true
	}
	if len(sides) < 2 {
		return
	}
	in := r.saidIn(s.sp.Speakers)
	if len(in) == 0 && r.before != nil && r.tookPart(r.before, s.sp.Speakers) { // "They agreed to meet again and to ..."
		in = append(in, r.before)
		r.discussed[r.before] = append(r.discussed[r.before], span{sentence: s.sp.Sentence, first: s.first, last: s.last})
	}
	for _, c := range in {
		if r.outcomes[c] == nil && phase(c.step) == "past" {
			r.outcomes[c] = s
		}
	}
}

// partOf returns the contact on the sidelines of which another took place.
func (r *reader) partOf(c *contact) *contact {
	for _, m := range c.mentions {
		st := &r.d.Sentences[m.Sentence]
		for i := range st.Cues {
			if st.Cues[i].Sense() != language.Occasion {
				continue
			}
			for _, j := range r.joinedIn(m.Sentence) {
				if at := j.m.Cue.First - st.Cues[i].Last; j.c != c && at >= 0 && at <= occasionReach && m.Cue != j.m.Cue {
					return j.c
				}
			}
		}
	}
	return nil
}

// occasionReach is how many tokens may stand between "on the sidelines of" and
// the contact it names.
const occasionReach = 4

// hearers returns the sides that words were said to, but the speaker's own.
func (r *reader) hearers(s *statement, own string) []string {
	seen := map[string]bool{"": true, own: true}
	var out []string
	for _, e := range r.refs(s.sp.To) {
		if id := e.country(); !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	sort.Strings(out)
	return out
}
