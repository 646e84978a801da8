package resolve

import (
	"sort"

	"github.com/parley-news/parley/internal/annotate"
)

// about returns the third countries in what a contact was about, else those that
// its sentences name as the scene of a topic or the title beside the parties.
func (r *reader) about(c *contact) []string {
	known := func(id string) bool { return c.roles[id] != "" }
	out := r.statesIn(r.spans(c), known)
	for _, spans := range []func(*contact) []span{r.scenes, r.titles} {
		if len(out) == 0 {
			out = r.statesIn(spans(c), known)
		}
	}
	return out
}

// scenes returns the topics in the sentences that tell of a contact with the words
// behind them: "the situation in Haiti".
func (r *reader) scenes(c *contact) []span {
	var out []span
	for _, m := range c.mentions {
		for _, h := range r.topicsOf(m.Sentence) {
			out = append(out, span{sentence: m.Sentence, first: h.First, last: h.Last + 3})
		}
	}
	return out
}

// topicsOf returns the topics that a sentence names.
func (r *reader) topicsOf(s int) []annotate.TopicHit {
	hits, known := r.topicHits[s]
	if !known {
		st := &r.d.Sentences[s]
		hits = r.lx.TopicsIn(r.d.Toks, st.First, st.Last)
		if r.topicHits == nil {
			r.topicHits = map[int][]annotate.TopicHit{}
		}
		r.topicHits[s] = hits
	}
	return hits
}

// statesIn returns the states that some stretches name, sorted, without those
// that are known already.
func (r *reader) statesIn(spans []span, known func(id string) bool) []string {
	seen := map[string]bool{}
	var out []string
	add := func(id string) {
		if id != "" && !known(id) && !seen[id] && r.world.States[id] != nil {
			seen[id] = true
			out = append(out, id)
		}
	}
	for _, sp := range spans {
		st := &r.d.Sentences[sp.sentence]
		for i := range st.Actors {
			if a := &st.Actors[i]; a.First >= sp.first && a.Last <= sp.last && a.Kind == annotate.State {
				add(a.Of)
			}
		}
		for i := range st.Places { // "the war in Gaza"
			p := &st.Places[i]
			if p.First < sp.first || p.Last > sp.last {
				continue
			}
			if g := r.world.Places[p.Name]; g == nil {
				add(p.Country)
			} else if g.Kind == "region" {
				add(g.Country)
			}
		}
		for i := range st.States {
			if m := &st.States[i]; m.First >= sp.first && m.Last <= sp.last {
				add(m.ID)
			}
		}
	}
	sort.Strings(out)
	return out
}

func (r *reader) whole(s int) span {
	st := &r.d.Sentences[s]
	return span{sentence: s, first: st.First, last: st.Last}
}

// titles returns the titles of the document, for a contact it is about.
func (r *reader) titles(c *contact) []span {
	if !r.isMain(c) {
		return nil
	}
	var out []span
	for s := range r.d.Sentences {
		if r.d.Sentences[s].Title {
			out = append(out, r.whole(s))
		}
	}
	return out
}
