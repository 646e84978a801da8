package view

import (
	"context"
	"net/url"
)

// Places is the page of where contacts take place.
type Places struct {
	Query Query `json:"-"`
	// From and To are the days that it is of.
	From     string  `json:"from"`
	To       string  `json:"to"`
	Places   []Place `json:"places"`
	Entries  int     `json:"entries"`
	Complete bool    `json:"complete"`
}

// Place is where contacts take place. Lat and Lon are decimal degrees, null where the
// gazetteer does not know the place.
type Place struct {
	Name     string   `json:"name"`
	Country  string   `json:"country"`
	Lat      *float64 `json:"lat"`
	Lon      *float64 `json:"lon"`
	Contacts int      `json:"contacts"`
	Last     string   `json:"last"`
	Href     string   `json:"href"`
}

// Places shows where the entries of a query take place, without days in the last year that
// has contacts.
func (m *Maker) Places(ctx context.Context, q Query) (v Places, err error) {
	v = Places{Query: q, Places: []Place{}}
	if _, err := m.lastYear(ctx, &q.Filter); err != nil {
		return v, err
	}
	v.From, v.To = q.From, q.To
	found, err := m.register.Places(ctx, q.Filter, overEntries)
	if err != nil {
		return v, err
	}
	v.Entries, v.Complete = found.Entries, found.Complete
	for _, p := range found.Places {
		place := Place{Name: p.Name, Country: p.Country, Contacts: p.Contacts, Last: p.Last, Href: "/contacts?place=" + url.QueryEscape(p.Name)}
		if known := m.world.Places[p.Name]; known != nil {
			place.Lat, place.Lon = &known.Lat, &known.Lon
		}
		v.Places = append(v.Places, place)
	}
	return v, nil
}
