package resolve

import (
	"math"
	"sort"
)

// topics returns what a contact was about, and where that stands: what is said
// to have been discussed in it, and what the words beside it and the text as a
// whole make likely.
func (r *reader) topics(c *contact) ([]string, []evidence) {
	l := &topicList{r: r, c: c, clues: map[string]*clues{}}
	l.stretches()
	if cue := r.prepared(c, len(l.clues) == 0); cue != nil {
		l.see("meeting-preparation", cue.First, cue.Last, cue.Entry).said = true
	}
	l.beside()
	l.document()
	var out []string
	var ev []evidence
	for topic, k := range l.clues {
		if k.said || r.likely(c, topic, k) {
			out = append(out, topic)
			ev = append(ev, k.at)
		}
	}
	sort.Strings(out)
	sort.Slice(ev, func(i, j int) bool {
		return ev[i].first < ev[j].first || ev[i].first == ev[j].first && ev[i].rule < ev[j].rule
	})
	return out, ev
}

// likely weighs what speaks for a topic that is not said to have been discussed.
func (r *reader) likely(c *contact, topic string, k *clues) bool {
	if !k.told && !k.after && k.sentences < 2 && len(r.contacts) > 1 {
		return false // named in passing, somewhere else
	}
	w := topicBias + topicPrior[topic] + weighSentences*math.Log1p(float64(k.sentences)) + weighContacts*math.Log(float64(len(r.contacts)))
	for _, x := range []struct {
		is bool
		w  float64
	}{
		{k.told, weighTold}, {k.after, weighAfter}, {k.long, weighLong},
		{c.kind == "visit", weighVisit}, {phase(c.step) == "off", weighOff},
	} {
		if x.is {
			w += x.w
		}
	}
	return w > 0
}
