package resolve

import (
	"math"
	"slices"
	"sort"

	"github.com/parley-news/parley/internal/annotate"
)

// topics returns what a contact was about, and where that stands: what is said
// to have been discussed in it, and what the words beside it and the text as a
// whole make likely.
func (r *reader) topics(c *contact) ([]string, []evidence) {
	l := &r.topicList
	*l = topicList{r: r, c: c, topics: l.topics[:0], clues: l.clues[:0]}
	l.stretches()
	if cue := r.prepared(c, len(l.clues) == 0); cue != nil {
		l.see("meeting-preparation", annotate.TopicHit{First: cue.First, Last: cue.Last, Entry: cue.Entry}).said = true
	}
	l.beside()
	l.document()
	var out []string
	var ev []evidence
	for i, topic := range l.topics {
		k := &l.clues[i]
		if topic == "bilateral-relations" && !r.amongStates(c) {
			continue
		}
		if k.said || r.likely(c, topic, k) {
			out = append(out, topic)
			ev = append(ev, evidence{"topics", k.at.First, k.at.Last, k.at.Entry.Rule(r.lx.Pack.Code)})
		}
	}
	sort.Strings(out)
	sort.Slice(ev, func(i, j int) bool {
		return ev[i].first < ev[j].first || ev[i].first == ev[j].first && ev[i].rule < ev[j].rule
	})
	return out, ev
}

// amongStates reports whether all parties of a contact are states.
func (r *reader) amongStates(c *contact) bool {
	return !slices.ContainsFunc(c.order, func(id string) bool { return r.world.States[id] == nil })
}

// likely weighs what speaks for a topic that is not said to have been discussed.
func (r *reader) likely(c *contact, topic string, k *clues) bool {
	w := topicBias + topicPrior[topic] + weighSentences*math.Log1p(float64(k.sentences)) + weighContacts*math.Log(float64(len(r.contacts)))
	for _, x := range []struct {
		is bool
		w  float64
	}{
		{k.told, weighTold}, {k.after, weighAfter}, {k.next, weighNext}, {r.isMain(c), weighMain},
		{c.kind == "visit", weighVisit}, {phase(c.step) == "future", weighFuture}, {phase(c.step) == "off", weighOff},
	} {
		if x.is {
			w += x.w
		}
	}
	return w > 0
}
