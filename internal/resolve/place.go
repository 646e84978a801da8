package resolve

import (
	"math"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/record"
)

// place returns where a contact takes place: the city that a mention names,
// else the country; a visit takes place in the country it goes to.
func (r *reader) place(c *contact) (*record.Place, annotate.PlaceMention) {
	var best annotate.PlaceMention
	rank := 0
	if g := kindGroup(c.kind); g == "remote" || g == "letter" {
		return nil, best // each side is where it is
	}
	for _, m := range c.mentions {
		at, to := phase(m.Step), phase(c.step)
		stands := at == "future" && record.Steps[c.step] == "cancelled" || m.Step == "ongoing" && to == "future" // "hold talks in Lima on Friday"
		if at != to && m.StepSure && !stands {
			continue
		}
		for _, p := range m.Places {
			if n := r.exact(p); n > rank {
				best, rank = p, n
			}
		}
	}
	if rank > 0 {
		return r.placeRecord(best), best
	}
	if c.kind == "visit" {
		for _, m := range c.mentions {
			if p, ok := r.host(c, m); ok {
				return r.placeRecord(p), p
			}
		}
	}
	if p, ok := r.scene(c); ok {
		return r.placeRecord(p), p
	}
	return nil, best
}

// city is what exact says of a city.
const city = 2

// exact orders places: a city says more than a region or a country, and a sea
// is no place to meet.
func (r *reader) exact(p annotate.PlaceMention) int {
	g := r.world.Places[p.Name]
	switch {
	case g == nil && p.Country == "":
		return 0
	case g == nil:
		return 1
	case g.Kind == "sea", g.Kind == "region" && g.Country == "":
		return 0
	case g.Kind == "region":
		return 1
	}
	return city
}

// host returns the state that a mention of a visit names as its goal, or that of
// whoever receives the visitor there.
func (r *reader) host(c *contact, m *mention) (at annotate.PlaceMention, ok bool) {
	for _, p := range m.Participants {
		a := &r.d.Sentences[p.Sentence].Actors[p.Actor]
		for _, e := range r.bound[p.Sentence][p.Actor] {
			id := e.country()
			if c.roles.of(id) != "host" || r.world.States[id] == nil {
				continue
			}
			if named := a.Kind == annotate.State; named || !ok {
				at, ok = annotate.PlaceMention{First: a.First, Last: a.Last, Country: id, Rels: a.Rels}, true
				if named {
					return at, ok
				}
			}
		}
	}
	return at, ok
}

func (r *reader) placeRecord(p annotate.PlaceMention) *record.Place {
	out := &record.Place{Name: p.Name}
	if g := r.cityOf(r.world.Places[p.Name]); g != nil {
		lat, lon := g.Lat, g.Lon
		out.Name, out.Lat, out.Lon = g.Name, &lat, &lon
		if g.Country != "" {
			country := g.Country
			out.Country = &country
		}
		return out
	}
	if s := r.world.States[p.Country]; s != nil {
		lat, lon, id := s.Lat, s.Lon, s.ID
		out.Name, out.Country, out.Lat, out.Lon = s.Name, &id, &lat, &lon
	}
	return out
}

// town is how far a building, an airport too, may lie from the middle of its city, in
// degrees of latitude: 28 kilometres.
const town = 0.25

// cityOf returns the city that a building or a palace stands in, and any other
// place as it is.
func (r *reader) cityOf(g *gazetteer.Place) *gazetteer.Place {
	if g == nil || g.Kind != "building" && g.Kind != "palace" {
		return g
	}
	best, dist := g, town*town
	narrow := math.Cos(g.Lat * math.Pi / 180) // degrees of longitude are, away from the equator
	for _, p := range r.world.Places {
		if p.Country != g.Country || p.Kind != "city" && p.Kind != "capital" {
			continue
		}
		north, east := p.Lat-g.Lat, (p.Lon-g.Lon)*narrow
		d := north*north + east*east
		if d < dist || d == dist && best != g && p.Name < best.Name {
			best, dist = p, d
		}
	}
	return best
}
