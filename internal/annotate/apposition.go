package annotate

import "github.com/parley-news/parley/internal/language"

// finishNamed ends a phrase whose last unit is j. One person may be followed by
// their state in brackets, or by an office in apposition.
func (c *composer) finishNamed(p *phraseParts, j int) int {
	names := append(p.owners, p.names...)
	if len(names) != 1 || c.us[j].kind != personKind || j+1 >= len(c.us) {
		return c.finish(p, j, j+1)
	}
	if n := &c.us[j+1]; n.isState() && !n.isAdjective() && (c.bracketed(j+1) || len(p.states) == 0 && c.hails(j, j+1)) {
		if len(p.states) == 0 {
			p.states = append(p.states, stateRef{n.id, n.org, j + 1, -1})
		}
		return c.finish(p, j+1, j+2)
	}
	g := c.gap(j, j+1)
	titled := c.titledBehind(p, j, g)
	if !titled && !g.apposed() && !(g.paren && g.words == 0) || !c.apposable(j, j+1) {
		return c.finish(p, j, j+1)
	}
	q := phraseParts{first: p.first, head: -1, institution: -1, honorific: p.honorific, owners: names}
	k := j + 1
	if n := &c.us[k]; !n.isHead() {
		q.states = append(q.states, stateRef{n.id, n.org, k, -1})
		k++
	}
	if c.us[k].kind == counterpartKind || c.bearerBehind(k) || c.plural(k) {
		return c.finish(p, j, j+1)
	}
	q.head = k
	fits := c.fitsPerson(j, k, q.states)
	if fits && (p.head < 0 || c.general(p.head) || c.formerIn(p.first, c.us[p.head].last)) {
		if len(q.states) == 0 && c.us[k].states == nil && !c.hasState(k) {
			q.states = append(q.states, p.states...)
		}
		return c.afterHead(&q, k)
	}
	if g.paren {
		return c.finish(p, j, j+1)
	}
	// An office beside the person's own ("..., the current chair of the EAC,"): it ends with a comma.
	mute := c.mute
	c.mute = true
	next := c.afterHead(&q, k)
	c.mute = mute
	if next < len(c.us) && c.us[next].kind == personKind && c.gap(next-1, next).apposed() && c.worthName(next) { // of the next in a list: "A, the head of B, C"
		return c.finish(p, j, j+1)
	}
	if end := c.us[next-1].last; titled || end < c.st.Last && c.d.Words(end, end+1) == "," {
		c.finish(p, next-1, next)
		return next
	}
	return c.finish(p, j, j+1)
}

// hails reports whether the state behind "of" is where a person is from: "Mark
// Carney of Canada", not "told Macron of Canada's plans".
func (c *composer) hails(j, k int) bool {
	n, person := &c.us[k], c.us[j].person
	return n.kind != language.Seat && c.gap(j, k).ofGap() && !c.owns(k) && (person != nil && (c.belongs(person, n.id) || c.shortOf(c.us[j].first, c.us[j].last, n.id) != nil) || person == nil && c.us[j].full)
}

// bracketed reports whether a unit stands alone in brackets.
func (c *composer) bracketed(j int) bool {
	u := &c.us[j]
	return u.first > c.st.First && u.last < c.st.Last && c.d.Words(u.first-1, u.first) == "(" && c.d.Words(u.last, u.last+1) == ")" &&
		c.us[j-1].last == u.first-1
}

// general reports whether an office says little by itself, so that one in
// apposition says more: "Minister X, head of the diplomacy of Y".
func (c *composer) general(head int) bool {
	h := &c.us[head]
	if h.kind != language.Office {
		return false
	}
	switch h.offices[0].ID {
	case "minister", "leader", "official", "diplomat":
		return true
	}
	return false
}

// hasState reports whether a state follows an office as its own.
func (c *composer) hasState(k int) bool {
	if k+1 >= len(c.us) || !c.us[k+1].isState() {
		return false
	}
	g := c.gap(k, k+1)
	return g.tight() || g.ofGap() || g.mission()
}

// apposable: a list of two persons is no apposition.
func (c *composer) apposable(j, k int) bool {
	n := &c.us[k]
	if n.isState() && k+1 < len(c.us) {
		n = &c.us[k+1]
	}
	return n.isHead() && n.kind != language.Institution
}

// bearerBehind reports whether the one who bears an office stands behind it, with words
// of address and the state in front, so that it starts the next member of a list: "Minister of Interior of Oman, General Sheikh X".
func (c *composer) bearerBehind(k int) bool {
	const most = 5
	for m := k + 1; m < len(c.us) && m <= k+most; m++ {
		g, u := c.gap(m-1, m), &c.us[m]
		switch {
		case u.kind == personKind:
			return g.tight() || c.us[m-1].kind == language.Honorific || c.us[m-1].isState() && g.apposed() && c.worthName(m)
		case g.tight() && (u.kind == language.Honorific || u.isAdjective()):
		case u.isState() && m == k+1 && g.ofGap():
		case u.kind == language.Honorific && c.us[m-1].isState() && g.apposed():
		default:
			return false
		}
	}
	return false
}

// bearerApposed reports whether the one who bears an office stands behind it after a comma.
func (c *composer) bearerApposed(k int) bool {
	return k+1 < len(c.us) && c.us[k+1].kind == personKind && c.gap(k, k+1).apposed() && c.worthName(k+1)
}

// fitsPerson reports whether an office may be the known person's: not when it
// names another state than theirs. An organisation sends whom it likes.
func (c *composer) fitsPerson(j, k int, states []stateRef) bool {
	person := c.us[j].person
	if person == nil {
		return true
	}
	of := ""
	if inside := c.us[k].states; len(inside) > 0 {
		of = inside[0].id
	}
	if of == "" && len(states) > 0 {
		of = states[len(states)-1].id
	}
	if of == "" && k+1 < len(c.us) && c.us[k+1].isState() && (c.gap(k, k+1).tight() || c.gap(k, k+1).ofGap()) {
		of = c.us[k+1].id
	}
	if of == "" || of == person.Country || c.lx.World.States[of] == nil && c.us[k].kind == language.Office && c.us[k].isSent() {
		return true
	}
	for _, h := range person.Holdings {
		if h.Of == of {
			return true
		}
	}
	return false
}
