package resolve

import (
	"net/url"
	"strings"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/syntax"
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

// datelined is the state whose capital stands in front of the report as where it was
// written: "TALLINN, March 11 (BNS) - Interior Minister X".
func (r *reader) datelined() string {
	const heads, longest = 6, 14 // sentences with titles before it, and its words
	for s := range min(len(r.d.Sentences), heads) {
		st := &r.d.Sentences[s]
		if len(st.Actors) == 0 {
			continue
		}
		a := &st.Actors[0]
		p := r.world.Places[a.Place]
		if a.Kind != annotate.State || a.First != st.First || a.Rels != 0 || p == nil || p.Country != a.Of {
			continue
		}
		for i := a.Last; i < min(st.Last, a.Last+longest); i++ {
			switch r.d.Words(i, i+1) {
			case "-", "–", "—", "--", ":":
				if !r.d.Toks[i].Hyphen && !r.d.Toks[i+1].Hyphen {
					return a.Of
				}
			}
			if w := st.Words[i-st.First].Tag; w == syntax.Verb || w == syntax.Aux || w == syntax.Adp {
				break
			}
		}
	}
	return ""
}

// homeOfficer gives an officer of state whose state is not told that of the press which
// writes of them, where it is about no third: "The minister of health received the
// ambassador of Japan."
func (r *reader) homeOfficer(m *mention) {
	if len(m.order) == 0 || r.domestic == "" || m.roles.of(r.domestic) != "" {
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
