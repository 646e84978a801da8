package resolve

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/annotate"
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

// datelined is the state whose capital stands at the head of the report as where it was
// written: "TALLINN, March 11 (BNS) - Interior Minister X".
func (r *reader) datelined() string {
	const titles = 5 // which may stand before it
	for s := range min(len(r.d.Sentences), titles+1) {
		st := &r.d.Sentences[s]
		if len(st.Actors) == 0 || r.head(s) == st.First {
			continue
		}
		a := &st.Actors[0]
		if p := r.world.Places[a.Place]; a.Kind == annotate.State && a.First == st.First && p != nil && p.Country == a.Of {
			return a.Of
		}
	}
	return ""
}

// pressNamed returns the state in whose press a text of the language stands, where it or
// somebody of it was named lately: its own ministries need no name.
func (r *reader) pressNamed(s int) string {
	const reach = 3
	press := r.lx.Pack.Country
	for k := s; press != "" && k >= max(0, s-reach); k-- {
		for _, es := range r.bound[k] {
			if slices.ContainsFunc(es, func(e entity) bool { return e.country() == press }) {
				return press
			}
		}
	}
	return ""
}

// homeOfficer gives an officer of state whose state is not told that of the press which
// writes of them, where it is about no third: "The minister of health received the
// ambassador of Japan."
func (r *reader) homeOfficer(m *mention) {
	press := cmp.Or(r.domestic, r.lx.Pack.Country)
	if len(m.order) == 0 || press == "" || m.roles.of(press) != "" {
		return
	}
	if r.home != "" && r.home != press && r.home != m.order[0] {
		return
	}
	for i := range m.entities {
		e := &m.entities[i]
		if e.ofState() && e.country() == "" && e.group == "" && !e.plural && !e.former {
			m.party(press, "party")
			if h, ok := r.world.Holder(press, e.office, r.day()); ok && e.kind == annotate.OfficeHolder && !vague[e.office] {
				e.person, e.kind, e.inferred = h.Person, annotate.Person, true
			}
			return
		}
	}
}

// ofState reports whether somebody holds an office that only a state has. A president
// whose name nobody knows may be that of a club.
func (e *entity) ofState() bool {
	return strings.HasSuffix(e.office, "minister") || e.office == "parliament-speaker" || e.office == "state-secretary" || e.office == "president" && !e.isPerson()
}
