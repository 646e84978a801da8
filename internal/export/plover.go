package export

import (
	"io"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// ploverEvent is an event as the draft 0.7b1 of PLOVER names its fields. Status and what
// follows it are ours: the draft leaves room for fields of those who write.
type ploverEvent struct {
	ID string `json:"id"`
	// Date and EndDate are the ends of the interval that the accounts support.
	Date       *string        `json:"date"`
	EndDate    *string        `json:"enddate"`
	Time       *string        `json:"time"`
	Source     []ploverActor  `json:"source"`
	Recipient  []ploverActor  `json:"recipient"`
	Event      []string       `json:"event"`
	EventLoc   *ploverPlace   `json:"event_loc"`
	EventText  []string       `json:"event_text"`
	QuadCode   int            `json:"quad_code"`
	EventScale float64        `json:"event_scale"`
	Mode       []string       `json:"mode"`
	Context    []string       `json:"context"`
	CiteInfo   []ploverSource `json:"cite_info"`
	Coder      string         `json:"coder"`
	Comment    *string        `json:"comment"`

	Status    string   `json:"status"`
	Step      string   `json:"step"`
	Disputed  []string `json:"disputed"`
	Corrected []string `json:"corrected"`
	Rejected  bool     `json:"rejected"`
}

// ploverActor is a state, an organisation or a group, or a person who acts for it.
type ploverActor struct {
	Code       *string `json:"code"`
	Sector     *string `json:"sector"`
	ActorText  string  `json:"actor_text"`
	Identifier string  `json:"identifier_text"`
	Office     *string `json:"office"`
}

// ploverPlace has the names of GeoNames.
type ploverPlace struct {
	Name      string   `json:"name"`
	Latitude  *float64 `json:"latitude"`
	Longitude *float64 `json:"longitude"`
	Alpha2    *string  `json:"country code"`
	Alpha3    *string  `json:"cc3"`
}

type ploverSource struct {
	Citation    string  `json:"citation"`
	URL         *string `json:"url"`
	Title       string  `json:"title"`
	Language    string  `json:"language"`
	Publication *string `json:"publication"`
}

// ploverWriter prints entries as events of PLOVER, one line of JSON each.
type ploverWriter struct {
	jsonLines[ploverEvent]
	tables *tables
}

func ploverEntries(out io.Writer, t *tables) EntryWriter {
	return &ploverWriter{jsonLines: jsonLines[ploverEvent]{out: out}, tables: t}
}

func (p *ploverWriter) Write(e record.Entry) error {
	return p.jsonLines.Write(p.tables.ploverEvent(&e))
}

func (t *tables) ploverEvent(e *record.Entry) ploverEvent {
	category := t.codes.Categories[e.Codes.PLOVER]
	v := ploverEvent{
		ID: e.ID, Event: []string{e.Codes.PLOVER}, QuadCode: category.Quad, EventScale: category.Scale, EventLoc: t.ploverPlace(e),
		EventText: distinct(e.Life, func(s record.LifeStep) *string { return &s.Text }), Coder: "parley", Context: t.contexts(e),
		Status: e.Status, Step: e.Step, Disputed: e.Disputed, Corrected: each(e.Corrections, Corrected), Rejected: e.Rejected,
		CiteInfo: each(documentsOf(e), func(m record.Member) ploverSource {
			return ploverSource{Citation: m.Document, URL: m.URL, Title: m.Title, Language: m.Language, Publication: m.Outlet}
		}),
	}
	if d := e.Date; d != nil {
		v.Date, v.Time = &d.From, ploverTime(d)
		if d.To != d.From {
			v.EndDate = &d.To
		}
	}
	if len(e.Divergences) > 0 {
		v.Comment = new("disputed: " + strings.Join(each(e.Divergences, divergence), "; "))
	}
	from, to, mode := ploverSides(e)
	v.Source, v.Recipient, v.Mode = t.ploverActors(from), t.ploverActors(to), mode
	return v
}

// ploverTime is the time of day, with the offset from UTC where the text has that.
func ploverTime(d *record.Date) *string {
	if d.Time != nil && d.Zone != nil && strings.ContainsAny((*d.Zone)[:min(1, len(*d.Zone))], "+-") {
		return new(*d.Time + *d.Zone)
	}
	return d.Time
}

// ploverSides says who is the source and who the recipient, and how. All who consult are
// sources, but for a host; whoever refuses or calls off is the source alone.
func ploverSides(e *record.Entry) (from, to []part, mode []string) {
	parts := partsOf(e)
	mode = []string{}
	if e.Codes.PLOVER == "REJECT" {
		if doer := doerOf(e); doer != nil {
			if at := indexOf(parts, doer.ID); at >= 0 {
				return parts[at : at+1], slices.Delete(slices.Clone(parts), at, at+1), []string{"meet"}
			}
		}
		return parts, nil, []string{"meet"}
	}
	if e.Codes.PLOVER != "CONSULT" {
		return parts, nil, mode
	}
	if e.Kind == "call" || e.Kind == "video" {
		return parts, nil, append(mode, "phone")
	}
	if len(parts) > 2 {
		mode = append(mode, "multilateral")
	}
	if e.Kind == "letter" || e.Kind == "other" {
		return parts, nil, mode
	}
	at, third := hostOf(e, parts)
	switch {
	case at >= 0 && len(parts) > 1:
		return slices.Delete(slices.Clone(parts), at, at+1), parts[at : at+1], append(mode, "visit")
	case third && len(parts) > 1:
		mode = append(mode, "third-party")
	}
	return parts, nil, mode
}

// contexts are those of the topics, and the future for what is yet to come.
func (t *tables) contexts(e *record.Entry) []string {
	out := []string{}
	for _, topic := range e.Topics {
		out = append(out, t.codes.Topics[topic]...)
	}
	if e.Status == "scheduled" || e.Status == "proposed" {
		out = append(out, "future")
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// ploverActors lists the persons who act for each part, the part itself where none is named.
func (t *tables) ploverActors(parts []part) []ploverActor {
	var out []ploverActor
	for _, p := range parts {
		code, sector := t.ploverCode(p)
		if len(p.people) == 0 {
			out = append(out, ploverActor{Code: code, Sector: sector, ActorText: p.name, Identifier: p.name})
		}
		for _, q := range p.people {
			actor := ploverActor{Code: code, Sector: sector, ActorText: q.As, Identifier: q.Name, Office: q.Office}
			if o, ok := t.codes.Offices[value(q.Office)]; ok && p.sort == "state" {
				actor.Sector = &o.Sector
			}
			out = append(out, actor)
		}
	}
	return out
}

// ploverCode is the code of a part, and the sector of a group. The draft has one sector
// for those that CAMEO calls rebels and insurgents.
func (t *tables) ploverCode(p part) (code, sector *string) {
	a := t.codes.Actors[p.id]
	switch {
	case p.sort == "state":
		return &p.id, nil
	case len(a.Types) == 0:
		return nil, nil
	case a.Types[0] == "IGO" || a.Types[0] == "NGO" || a.Types[0] == "IMG":
		return &a.Types[0], nil
	}
	if sector = &a.Types[0]; *sector == "INS" {
		sector = new("REB")
	}
	if g := t.world.Groups[p.id]; g != nil && g.Country != "" {
		return &g.Country, sector
	}
	return nil, sector
}

// ploverPlace is where a contact takes place, null where that is disputed.
func (t *tables) ploverPlace(e *record.Entry) *ploverPlace {
	if e.Place == nil || slices.Contains(e.Disputed, "place") {
		return nil
	}
	p := &ploverPlace{Name: e.Place.Name, Latitude: e.Place.Lat, Longitude: e.Place.Lon, Alpha3: e.Place.Country}
	if s := t.world.States[value(e.Place.Country)]; s != nil {
		p.Alpha2 = &s.Alpha2
	}
	return p
}
