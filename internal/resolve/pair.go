package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// ofBoth binds "the ministers of the two countries": one for each party of the
// contact in focus, or of the last pair.
func (r *reader) ofBoth(e entity) []entity {
	if r.focus != nil {
		return r.ofEach(e, r.focus.order)
	}
	return r.ofEach(e, r.pairSides())
}

// ofTheirs binds "their ministers": one for each of the pair named last, or of the
// contact told of since.
func (r *reader) ofTheirs(a *annotate.Actor, e entity) []entity {
	theirs := func(tok int) bool { return tok >= 0 && tok < len(r.d.Toks) && r.lx.IsTheirs(r.d.Toks[tok].Form) }
	before := a.Owned && (theirs(a.First-1) || theirs(a.First-2)) // "their fisheries ministers"
	behind := theirs(a.Last)                                      // "miniștrii lor"
	if !a.Plural || a.Of != "" || !before && !behind {
		return nil
	}
	if f := r.focus; f != nil && len(f.order) == 2 && f.last().Sentence >= r.pairAt {
		return r.ofEach(e, f.order)
	}
	if len(r.lastPair) != 2 {
		return nil
	}
	return r.ofEach(e, r.pairSides())
}

func (r *reader) pairSides() []string {
	var ids []string
	for i := range r.lastPair {
		ids = append(ids, r.lastPair[i].country())
	}
	return ids
}

// ofEach makes one holder of an office for each of several sides.
func (r *reader) ofEach(e entity, ids []string) []entity {
	var out []entity
	for _, id := range ids {
		x := e
		x.of, x.plural = id, false
		if p := r.lastWith(x.office, id); p != nil && x.office != "" {
			x = *p
		}
		out = append(out, x)
	}
	return out
}

// both binds "the two leaders" to the pair that its sentence names before it,
// else to the parties of the contact in focus.
func (r *reader) both(s, i int, a *annotate.Actor) []entity {
	pair := r.pairBefore(s, i)
	if pair == nil && a.Rank != "country" && a.Rank != "side" {
		pair = r.personsBefore(s, i)
	}
	if pair == nil && a.Rank == "country" {
		pair = r.statesBefore(s, i)
	}
	if pair != nil {
		if a.Rank == "leader" {
			for k := range pair {
				if p := r.lastWith("leader", pair[k].country()); p != nil && !pair[k].isPerson() {
					pair[k] = *p
				}
			}
		}
		return withKind(pair, annotate.Both)
	}
	if es := r.pairWith(r.occasionWith(s, i)); es != nil {
		return withKind(es, annotate.Both)
	}
	if c := r.personal(a.Rank); c != nil && r.focus != nil && r.ofBody(r.focus) {
		return withKind(r.ranked(c, a.Rank), annotate.Both)
	}
	if c := r.spokenOf(s, a.First); c != nil && len(c.parties()) >= 2 && !(len(r.lastPair) == 2 && (r.apart || r.pairAt > c.last().Sentence)) {
		es := r.ranked(c, a.Rank)
		if a.Rank == "side" || a.Rank == "country" {
			es = nil
			for _, id := range c.parties() {
				es = append(es, entity{kind: annotate.State, of: id, as: r.d.Words(a.First, a.Last)})
			}
		}
		return withKind(es, annotate.Both)
	}
	if c := r.personal(a.Rank); c != nil {
		return withKind(r.ranked(c, a.Rank), annotate.Both)
	}
	if len(r.lastPair) > 1 {
		return withKind(r.lastPair, annotate.Both)
	}
	return nil
}

// spokenOf returns the contact in focus; in the words of one who is of no side of it, the last
// that his own side has with one other: "Washington denied that the two sides would meet".
func (r *reader) spokenOf(s, at int) *contact {
	for _, sp := range r.speechesOver(s) {
		side := r.oneSide(sp.Speakers)
		if at < sp.First || at >= sp.Last || r.focus == nil || side == "" || r.focus.roles.of(side) != "" {
			continue
		}
		for _, c := range slices.Backward(r.latest()) {
			if ids := c.parties(); len(ids) == 2 && slices.Contains(ids, side) {
				return c
			}
		}
	}
	return r.focus
}

// ofBody reports whether an organisation takes part in a contact, for which no leader
// or minister of a state sits.
func (r *reader) ofBody(c *contact) bool {
	return slices.ContainsFunc(c.order, func(id string) bool { return r.world.States[id] == nil })
}

// personal returns the last contact between two sides for which persons took part,
// where "the two ministers" can be no pair of states named since; else nil.
func (r *reader) personal(rank string) *contact {
	nobody := func(e entity) bool { return !e.somebody() }
	if rank != "leader" && rank != "minister" || len(r.lastPair) > 0 && !slices.ContainsFunc(r.lastPair, nobody) {
		return nil
	}
	for _, c := range slices.Backward(r.latest()) {
		sides := map[string]bool{}
		for _, e := range c.entities {
			sides[e.country()] = sides[e.country()] || e.somebody()
		}
		if ids := c.parties(); len(ids) == 2 && sides[ids[0]] && sides[ids[1]] {
			return c
		}
	}
	return nil
}

// ranked returns those who take part in a contact, and for a side of which they are
// known to be of another rank, whoever is of that: "the two presidents" are not the
// ministers told of just before.
func (r *reader) ranked(c *contact, rank string) []entity {
	if rank != "leader" && rank != "minister" {
		return c.entities
	}
	var out []entity
	for _, id := range c.parties() {
		of, other := 0, false
		for i := range c.entities {
			e := &c.entities[i]
			if e.country() != id || !e.somebody() {
				continue
			}
			if other = e.office != "" && !r.sameOffice(rank, e.office); !other {
				out = append(out, *e)
				of++
			}
		}
		if of == 0 && !other {
			return c.entities
		}
		if of == 0 {
			out = append(out, r.ofEach(entity{kind: annotate.OfficeHolder, office: rank}, []string{id})...)
		}
	}
	return out
}

// toldTo returns the two that "they" stands for in what one tells the other: "A
// proposed to B that they meet".
func (r *reader) toldTo(s, i int) []entity {
	as := r.d.Sentences[s].Actors
	var out []entity
	for k := range i {
		if as[k].Kind == annotate.Outlet || len(r.bound[s][k]) != 1 {
			continue
		}
		e := &r.bound[s][k][0]
		if !e.somebody() || e.country() == "" {
			return nil
		}
		if len(out) > 0 && out[0].same(e) { // "A said he would raise it with B when they meet"
			continue
		}
		if len(out) > 0 && out[0].country() == e.country() || len(out) > 1 {
			return nil
		}
		out = append(out, *e)
		if told := as[k].Rels.Has(language.To) || as[k].Rels.Has(language.With); told != (len(out) == 2) {
			return nil
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// pairBefore returns the last list of two sides that a sentence names before an
// actor, nil when it names none or one that the contact in focus is between.
func (r *reader) pairBefore(s, i int) []entity {
	as := r.d.Sentences[s].Actors
	for k := i - 1; k > 0; k-- {
		if as[k].List == 0 || as[k-1].List != as[k].List {
			continue
		}
		a, b := r.bound[s][k-1], r.bound[s][k]
		if len(a) != 1 || len(b) != 1 || a[0].country() == "" || b[0].country() == "" || a[0].country() == b[0].country() || k > 1 && as[k-2].List == as[k].List {
			return nil
		}
		if f := r.focus; f != nil && f.roles.of(a[0].country()) != "" && f.roles.of(b[0].country()) != "" {
			return nil
		}
		return r.ones.Keep(a[0], b[0])
	}
	return nil
}

// personsBefore returns the two persons of different sides that a sentence names
// before an actor, else the two of those who have a name or an office there: "A will
// not greet B, but the two met". It is nil when there are fewer or more.
func (r *reader) personsBefore(s, i int) []entity {
	var named, all []entity
	for k := range i {
		for _, e := range r.bound[s][k] {
			if e.isPerson() && !contains(named, &e) {
				named = append(named, e)
			}
			if e.somebody() && !contains(all, &e) {
				all = append(all, e)
			}
		}
	}
	for _, es := range [][]entity{named, all} {
		if len(es) == 2 && es[0].country() != "" && es[1].country() != "" && es[0].country() != es[1].country() {
			return es
		}
	}
	return nil
}

// statesBefore returns the two states that a sentence names before an actor
// other than as places, nil when it names fewer or more.
func (r *reader) statesBefore(s, i int) []entity {
	var out []entity
	for k := range i {
		if a := &r.d.Sentences[s].Actors[k]; a.Kind != annotate.State || a.Rels.Has(language.In) || a.Rels.Has(language.From) {
			continue
		}
		for _, e := range r.bound[s][k] {
			if !slices.ContainsFunc(out, func(o entity) bool { return o.country() == e.country() }) {
				out = append(out, e)
			}
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}
