package resolve

import (
	"slices"
	"sort"

	"github.com/parley-news/parley/internal/annotate"
)

// about returns the third countries in what a contact was about, else those that
// its sentences name as the scene of a topic, else those of the title that the text
// goes on about. A journey has scenes of its own.
func (r *reader) about(c *contact) []string {
	known := func(id string) bool { return c.roles[id] != "" }
	out := r.statesIn(r.spans(c), known)
	if len(out) > 0 || c.kind == "visit" {
		return out
	}
	for _, m := range c.mentions {
		out = append(out, r.statesIn(r.scenes(m.Sentence), known)...)
	}
	if len(out) == 0 && phase(c.step) != "off" && r.isMain(c) {
		out = r.ofTitle(known)
	}
	sort.Strings(out)
	return slices.Compact(out)
}

// ofTitle returns the states in the titles of the document that two more
// sentences name.
func (r *reader) ofTitle(known func(id string) bool) []string {
	named := map[string]int{}
	var titles []span
	for s := range r.d.Sentences {
		st := &r.d.Sentences[s]
		whole := []span{{sentence: s, first: st.First, last: st.Last}}
		if st.Title {
			titles = append(titles, whole...)
		}
		for _, id := range r.statesIn(whole, known) {
			named[id]++
		}
	}
	return slices.DeleteFunc(r.statesIn(titles, known), func(id string) bool { return named[id] < 3 })
}

// scenes returns the topics of a sentence with the word before and the words
// behind them: "the Syrian crisis", "the situation in Haiti".
func (r *reader) scenes(s int) []span {
	st := &r.d.Sentences[s]
	var out []span
	for _, h := range r.survey().hits[s] {
		out = append(out, span{sentence: s, first: max(h.First-1, st.First), last: min(h.Last+4, st.Last)})
	}
	return out
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
			if a := &st.Actors[i]; a.First >= sp.first && a.Last <= sp.last && a.Kind == annotate.State && !r.byCapital(a) {
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

// byCapital reports whether a state is named by its capital: who that stands for acts,
// and is not what is spoken of.
func (r *reader) byCapital(a *annotate.Actor) bool {
	g := r.world.Places[a.Place]
	return g != nil && g.Kind != "region"
}
