package export

import (
	"slices"
	"strconv"

	"github.com/parley-news/parley/record"
)

// The codes of CAMEO that say who hosts whom, and what else an entry tells.
const (
	appealToMeet = "026"
	consult      = "040"
	visit        = "042"
	host         = "043"
	thirdPlace   = "044"
	mediate      = "045"
)

// event is what one side does to another in CAMEO. A side that is not known is empty.
type event struct {
	code     string
	from, to part
}

// events lists the events of an entry.
func (t *tables) events(e *record.Entry, parts []part) []event {
	switch {
	case len(parts) == 0:
		return nil
	case oneWay(e.Status):
		return t.oneSided(e, parts)
	case len(parts) == 1:
		return []event{{code: e.Codes.CAMEO, from: parts[0]}}
	}
	at, third := hostOf(e, parts)
	var out []event
	for i, from := range parts {
		for j, to := range parts {
			if i == j {
				continue
			}
			code := e.Codes.CAMEO
			if code == visit || code == host {
				code = hosting(i, j, at, third)
			}
			if e.Status == "held" || e.Status == "ongoing" {
				switch mediates := from.role == "mediator"; {
				case mediates == (to.role == "mediator"):
				case mediates:
					code = mediate
				default:
					continue // mediating is done to the others
				}
			}
			out = append(out, event{code: code, from: from, to: to})
		}
	}
	return out
}

// hosting is the code of a visit or a meeting from one part to another: visiting,
// hosting, or meeting with a third; consulting where it is not known with whom.
func hosting(from, to, at int, third bool) string {
	switch {
	case from == at:
		return host
	case to == at:
		return visit
	case third || at >= 0:
		return thirdPlace
	}
	return consult
}

// oneSided lists the events of a contact that is one side's doing, towards each of the
// others. Whoever proposes that others meet, a mediator too, appeals to them.
func (t *tables) oneSided(e *record.Entry, parts []part) []event {
	var from part
	code := e.Codes.CAMEO
	if doer := doerOf(e); doer != nil {
		at := indexOf(parts, doer.ID)
		if at >= 0 {
			from = parts[at]
			parts = slices.Delete(slices.Clone(parts), at, at+1)
		}
		if e.Status == "proposed" && (at < 0 || from.role == "mediator") {
			code = appealToMeet
			if at < 0 {
				from = t.third(doer.ID)
			}
		}
	}
	if len(parts) == 0 {
		return []event{{code: code, from: from}}
	}
	return each(parts, func(to part) event { return event{code: code, from: from, to: to} })
}

// third is a side that takes no part.
func (t *tables) third(id string) part {
	p := part{id: id, name: t.name(id), sort: "organisation"}
	if t.world.States[id] != nil {
		p.sort = "state"
	}
	return p
}

// actionGeo fills the eight columns of where a contact takes place.
func (t *tables) actionGeo(e *record.Entry) []string {
	p := e.Place
	if p == nil || slices.Contains(e.Disputed, "place") {
		return noPlace
	}
	country := value(p.Country)
	full, sort := p.Name, "0"
	if place := t.world.Places[p.Name]; place != nil {
		sort = geoType(place.Kind == "region", country)
	}
	if s := t.world.States[country]; s != nil {
		if s.Name == p.Name {
			sort = "1"
		} else {
			full += ", " + s.Name
		}
	}
	return []string{sort, full, t.codes.States[country].FIPS, "", "", degrees(p.Lat), degrees(p.Lon), ""}
}

// geoType tells regions from places in them, and those of the United States from others.
func geoType(region bool, country string) string {
	switch {
	case region && country == "USA":
		return "2"
	case region:
		return "5"
	case country == "USA":
		return "3"
	}
	return "4"
}

func degrees(d *float64) string {
	if d == nil {
		return ""
	}
	return strconv.FormatFloat(*d, 'f', -1, 64)
}
