package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
)

// servant is from which rank on an office is that of one who speaks or goes for
// somebody else.
const servant = 4

// senders gives those who speak or go for somebody the side of that one, and the
// name behind it: "an emissary of Denis Sassou Nguesso" is not he, "the emissary of
// Donald Trump, X," is X.
func (c *composer) senders() {
	kept, sent := c.st.Actors[:0], -1
	for _, a := range c.st.Actors {
		n := len(kept) - 1
		switch {
		case n >= 0 && c.sends(&a, &kept[n]):
			kept[n].Of, kept[n].Last, sent = a.Of, a.Last, n
			if c.namesSent(&a) {
				kept[n] = c.merged(&kept[n], a)
			}
		case n >= 0 && c.employs(&a, &kept[n]):
			kept[n].Of, kept[n].Institution, kept[n].Last, sent = a.Of, a.Institution, a.Last, n
		case n >= 0 && sent == n && c.namesEnvoy(&a, &kept[n]):
			kept[n] = c.merged(&kept[n], a)
		default:
			kept = append(kept, a)
		}
	}
	c.st.Actors = kept
}

// sends reports whether an actor is a person whom an office right before it serves.
func (c *composer) sends(a, envoy *Actor) bool {
	o := c.lx.World.Offices[envoy.Office]
	if envoy.Kind != OfficeHolder || envoy.Of != "" || o == nil || o.Rank < servant {
		return false
	}
	return a.Kind == Person && a.Of != "" && a.Rels.Has(language.Of) && a.RelAt-envoy.Last <= 1 && a.First-envoy.Last <= 2
}

// employs reports whether an actor is the institution that the holder of an office
// right before it works in: "an official at the foreign ministry".
func (c *composer) employs(a, holder *Actor) bool {
	o := c.lx.World.Offices[holder.Office]
	if holder.Kind != OfficeHolder || holder.Of != "" || o == nil || o.Rank < servant || a.Kind != Institution || a.Of == "" {
		return false
	}
	with := a.Rels.Has(language.With) || a.Rels.Has(language.By) || a.Rels.Has(language.About)
	return a.Rels != 0 && !with && a.RelAt-holder.Last <= 1 && a.First-a.RelAt <= 3
}

// namesSent reports whether the name behind an office is not that of its holder but
// of who serves it: "the spokesman of the Russian president, Dmitry Peskov,".
func (c *composer) namesSent(a *Actor) bool {
	if a.Office == "" || a.Person != nil && a.Person.Held(a.Office) {
		return false
	}
	for i := a.First; i < a.Last; i++ {
		if c.raw(i) == "," {
			return true
		}
	}
	return false
}

// namesEnvoy reports whether a name in apposition is that of who is sent.
func (c *composer) namesEnvoy(a, envoy *Actor) bool {
	return a.Kind == Person && a.Office == "" && (a.Of == "" || a.Of == envoy.Of) && c.closed(a.Last) && c.between(c.st, envoy.Last, a.First).apposed()
}

// served takes the name of whom an office serves for the side of that one, where it
// stands behind the office: "the envoy of the president, X" may be X, but not if X is
// the president.
func (c *composer) served(p *phraseParts) {
	if p.institution < 0 || c.us[p.institution].kind != language.Office || len(p.names) == 0 {
		return
	}
	inner := c.us[p.institution].offices[0].ID
	p.names = slices.DeleteFunc(p.names, func(n int) bool {
		person := c.us[n].person
		if person == nil || !slices.ContainsFunc(person.Holdings, func(h gazetteer.Holding) bool { return h.Office == inner }) {
			return false
		}
		if len(p.states) == 0 {
			p.states = append(p.states, stateRef{id: person.Country, at: n, name: -1})
		}
		return true
	})
}

// posted reports whether the head is somebody sent abroad: "the ambassador from
// Kyiv" may be the one there.
func (c *composer) posted(p *phraseParts) bool {
	h := &c.us[p.head]
	return h.kind != language.Office || h.isSent()
}

// isSent reports whether an office is that of somebody sent by another.
func (u *unit) isSent() bool {
	switch u.offices[0].ID {
	case "ambassador", "un-ambassador", "envoy", "representative":
		return true
	}
	return false
}

// serves reports whether the head is somebody who works for another, whom the
// preposition behind brings in: "an aide to the president".
func (c *composer) serves(p *phraseParts, g gap) bool {
	if c.us[p.head].kind != language.Office || !g.mission() || g.rels.Has(language.By) || g.rels.Has(language.From) {
		return false
	}
	switch c.us[p.head].offices[0].ID {
	case "spokesperson", "presidential-aide", "representative", "envoy":
		return true
	}
	return false
}

// sent reports whether a state after a preposition is where the holder of an
// office comes from ("officials from Qatar") or was sent ("ambassador to").
func (c *composer) sent(p *phraseParts, n *unit, g gap) bool {
	h := &c.us[p.head]
	if len(p.states) == 0 && p.institution < 0 && g.rels.Has(language.From) && n.kind != language.Seat && h.kind != counterpartKind {
		return true
	}
	if h.kind != language.Office || p.to != "" {
		return false
	}
	there := g.rels.Has(language.To) || g.rels.Has(language.In) // "l'ambassadeur du Chili à Paris": accredited there
	switch h.offices[0].ID {
	case "ambassador", "un-ambassador":
		return there && (n.kind != language.Seat || len(p.states) > 0)
	case "envoy":
		return n.kind != language.Seat && !g.rels.Has(language.With) && !g.rels.Has(language.By) || there && len(p.states) > 0
	case "delegation-head": // of an organisation, which keeps one where others keep an embassy
		return there && len(p.states) > 0 && p.states[0].org
	}
	return false
}
