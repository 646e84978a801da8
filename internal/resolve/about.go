package resolve

import (
	"slices"
	"sort"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// about returns the third countries in what a contact was about, else those that
// its sentences name as the scene of a topic; and those that the text as a whole
// is about. A journey has scenes of its own.
func (r *reader) about(c *contact) []string {
	known := func(id string) bool { return c.roles.of(id) != "" }
	out := r.statesIn(r.spans(c), known)
	if c.kind == "visit" {
		return out
	}
	if len(out) == 0 {
		for _, m := range c.mentions {
			out = append(out, r.statesIn(r.scenes(m.Sentence), known)...)
		}
	}
	if phase(c.step) != "off" && r.isMain(c) {
		out = append(out, r.subjects(c, len(out) == 0)...)
	}
	sort.Strings(out)
	return slices.Compact(out)
}

// subjects returns the third countries that the text of a contact is about: those
// that two sentences name as the scene of a topic, and failing that those of the
// title that two more sentences name. Where it takes place is none.
func (r *reader) subjects(c *contact, none bool) []string {
	host := ""
	if p, _ := r.place(c); p != nil && p.Country != nil {
		host = *p.Country
	}
	v := r.countries()
	var out []string
	for id, n := range v.scenes {
		if n > 1 && c.roles.of(id) == "" && id != host {
			out = append(out, id)
		}
	}
	if none && len(out) == 0 {
		for id := range v.titles {
			if v.named[id] > 2 && c.roles.of(id) == "" && id != host {
				out = append(out, id)
			}
		}
	}
	return out
}

// countries counts the sentences that name a state, and those that name it as the
// scene of a topic; titles are the states in the titles.
type countries struct{ named, scenes, titles map[string]int }

// countries reads the states of all sentences, once.
func (r *reader) countries() *countries {
	if r.countriesNamed != nil {
		return r.countriesNamed
	}
	v := &countries{map[string]int{}, map[string]int{}, map[string]int{}}
	for s := range r.d.Sentences {
		st := &r.d.Sentences[s]
		all := r.statesIn([]span{{sentence: s, first: st.First, last: st.Last}}, func(string) bool { return false })
		for _, id := range all {
			v.named[id]++
			if st.Title {
				v.titles[id]++
			}
		}
		if len(all) > 0 {
			for _, id := range r.statesIn(r.scenes(s), func(string) bool { return false }) {
				v.scenes[id]++
			}
		}
	}
	r.countriesNamed = v
	return v
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

// byCapital reports whether a state is named by its capital, which stands for who
// acts, not for what is spoken of ("on Pyongyang").
func (r *reader) byCapital(a *annotate.Actor) bool {
	g := r.world.Places[a.Place]
	return g != nil && g.Kind != "region" && !a.Rels.Has(language.About)
}
