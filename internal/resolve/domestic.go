package resolve

import (
	"net/url"
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/record"
)

// free are endings of addresses that are a state's and are bought all over the world.
var free = map[string]bool{"tv": true, "me": true, "co": true, "io": true, "ai": true, "fm": true, "cc": true, "ws": true, "to": true, "gg": true, "la": true}

// domestic returns the state in which a document was published: that of its
// outlet, else that of the end of its address.
func domestic(w *gazetteer.World, doc *record.Document) string {
	if doc.Outlet != nil {
		if o := w.Outlets[*doc.Outlet]; o != nil && o.Country != "" {
			return o.Country
		}
	}
	if doc.URL == nil {
		return ""
	}
	u, err := url.Parse(*doc.URL)
	if err != nil {
		return ""
	}
	end := strings.ToLower(u.Hostname())
	end = end[strings.LastIndexByte(end, '.')+1:]
	switch {
	case end == "" || free[end]:
		return ""
	case end == "uk":
		end = "gb"
	}
	for id, s := range w.States {
		if strings.EqualFold(s.Alpha2, end) {
			return id
		}
	}
	return ""
}

// homeOfficer gives an officer of state whose state is not told that of the press which
// writes of them, where it is about no third: "The minister of health received the
// ambassador of Japan."
func (r *reader) homeOfficer(m *mention) {
	if len(m.order) != 1 || r.domestic == "" || m.order[0] == r.domestic {
		return
	}
	if r.home != "" && r.home != r.domestic && r.home != m.order[0] {
		return
	}
	for i := range m.entities {
		e := &m.entities[i]
		if e.ofState() && e.country() == "" && e.group == "" && !e.plural && !e.former {
			m.party(r.domestic, "party")
			return
		}
	}
}

// ofState reports whether somebody holds an office that only a state has. A president
// whose name nobody knows may be that of a club.
func (e *entity) ofState() bool {
	return strings.HasSuffix(e.office, "minister") || e.office == "parliament-speaker" || e.office == "state-secretary" || e.office == "president" && !e.isPerson()
}
