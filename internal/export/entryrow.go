package export

import (
	"io"
	"strings"
	"time"

	"github.com/parley-news/parley/record"
)

// entryRow is an entry as a row of a table, in CSV and in Parquet. A disputed field is
// named in Disputed, and what each side says of it stands in Divergences.
type entryRow struct {
	ID     string `parquet:"id"`
	Kind   string `parquet:"kind,dict"`
	Mode   string `parquet:"mode,dict"`
	Summit bool   `parquet:"summit"`
	Status string `parquet:"status,dict"`
	Step   string `parquet:"step,dict"`
	// Parties, PartyNames and PartyRoles are parallel.
	Parties     []string   `parquet:"parties,list"`
	PartyNames  []string   `parquet:"party_names,list"`
	PartyRoles  []string   `parquet:"party_roles,list"`
	Groups      []string   `parquet:"groups,list"`
	People      []string   `parquet:"people,list"`
	From        *dayNumber `parquet:"from,date"`
	To          *dayNumber `parquet:"to,date"`
	Time        *string    `parquet:"time"`
	Zone        *string    `parquet:"zone"`
	Approximate bool       `parquet:"approximate"`
	Place       *string    `parquet:"place"`
	Country     *string    `parquet:"country"`
	Lat         *float64   `parquet:"lat"`
	Lon         *float64   `parquet:"lon"`
	DurationMin *string    `parquet:"duration_min"`
	DurationMax *string    `parquet:"duration_max"`
	Initiator   *string    `parquet:"initiator"`
	Topics      []string   `parquet:"topics,list"`
	About       []string   `parquet:"about,list"`
	Outcome     *string    `parquet:"outcome"`
	Disputed    []string   `parquet:"disputed,list"`
	Divergences []string   `parquet:"divergences,list"`
	OnlyOneSide []string   `parquet:"only_one_side,list"`
	Sides       []string   `parquet:"sides,list"`
	Sources     []string   `parquet:"sources,list"`
	Life        []string   `parquet:"life,list"`
	Documents   []string   `parquet:"documents,list"`
	Outlets     []string   `parquet:"outlets,list"`
	Languages   []string   `parquet:"languages,list"`
	URLs        []string   `parquet:"urls,list"`
	First       *dayNumber `parquet:"first_published,date"`
	Last        *dayNumber `parquet:"last_published,date"`
	CAMEO       string     `parquet:"cameo,dict"`
	PLOVER      string     `parquet:"plover,dict"`
	Corrected   []string   `parquet:"corrected,list"`
	Rejected    bool       `parquet:"rejected"`
}

// csvEntries prints entries as a table, a row each, as CSV prints readings.
func csvEntries(out io.Writer) EntryWriter {
	return newTable(out, func(e record.Entry) []entryRow { return []entryRow{rowOfEntry(&e)} })
}

func rowOfEntry(e *record.Entry) entryRow {
	row := entryRow{
		ID: e.ID, Kind: e.Kind, Mode: e.Mode, Summit: e.Summit, Status: e.Status, Step: e.Step,
		Parties: each(e.Parties, partyID), PartyNames: each(e.Parties, partyName), PartyRoles: each(e.Parties, func(p record.Party) string { return p.Role }),
		Groups: e.Groups, People: each(e.People, personName), Topics: e.Topics, About: each(e.About, idOfActor), Outcome: e.Outcome,
		Disputed: e.Disputed, Divergences: each(e.Divergences, divergence), OnlyOneSide: each(e.OnlyOneSide, oneSided),
		Life: each(e.Life, lifeStep), Documents: distinct(e.Members, func(m record.Member) *string { return &m.Document }),
		Outlets:   distinct(e.Members, func(m record.Member) *string { return m.Outlet }),
		Languages: distinct(e.Members, func(m record.Member) *string { return &m.Language }),
		URLs:      distinct(e.Members, func(m record.Member) *string { return m.URL }),
		CAMEO:     e.Codes.CAMEO, PLOVER: e.Codes.PLOVER, Corrected: each(e.Corrections, Corrected), Rejected: e.Rejected,
		Sides:   distinct(e.Accounts, func(a record.EntryAccount) *string { return a.Side }),
		Sources: distinct(e.Accounts, func(a record.EntryAccount) *string { return new(chain(a.Chain)) }),
	}
	if d := e.Date; d != nil {
		row.From, row.To, row.Time, row.Zone, row.Approximate = dayOf(d.From), dayOf(d.To), d.Time, d.Zone, d.Approximate
	}
	if p := e.Place; p != nil {
		row.Place, row.Country, row.Lat, row.Lon = &p.Name, p.Country, p.Lat, p.Lon
	}
	if d := e.Duration; d != nil {
		row.DurationMin, row.DurationMax = d.Min, d.Max
	}
	if e.Initiator != nil {
		row.Initiator = &e.Initiator.ID
	}
	first, last := published(e)
	row.First, row.Last = dayOf(first), dayOf(last)
	return row
}

func partyName(p record.Party) string {
	if p.Name == "" {
		return p.ID
	}
	return p.Name
}

// divergence writes "initiator: FRA says RUS, RUS says FRA".
func divergence(d record.EntryDivergence) string {
	return d.Field + ": " + strings.Join(each(d.Sides, func(s record.EntrySays) string { return s.Side + " says " + s.Says }), ", ")
}

// oneSided writes "topics: energy (FRA; nothing from RUS)".
func oneSided(o record.EntryOneSided) string {
	s := o.Field + ": " + o.Value + " (" + o.Side
	if len(o.Silent) > 0 {
		s += ", nothing from " + strings.Join(o.Silent, ", ")
	}
	return s + ")"
}

// lifeStep writes "2022-02-10 scheduled for 2022-02-12 by FRA", or as much of it as is known.
func lifeStep(s record.LifeStep) string {
	out := s.Step
	if s.Announced != nil {
		out = *s.Announced + " " + out
	}
	if s.For != nil {
		out += " for " + s.For.From
		if s.For.To != s.For.From {
			out += "/" + s.For.To
		}
	}
	if s.By != nil {
		out += " by " + *s.By
	}
	return out
}

// distinct lists what is there of each, once, in the order of the list.
func distinct[T any](list []T, what func(T) *string) []string {
	out := []string{}
	seen := map[string]bool{"": true}
	for _, v := range list {
		if s := value(what(v)); !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// dayNumber is a day as Parquet counts them: days since 1 January 1970.
type dayNumber int32

func (d dayNumber) String() string { return time.Unix(int64(d)*86400, 0).UTC().Format(time.DateOnly) }

// dayOf reads a day; nil for what is none.
func dayOf(s string) *dayNumber {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return nil
	}
	return new(dayNumber(t.Unix() / 86400))
}

// published gives the first and the last day on which a document of an entry came out,
// empty where none has a day.
func published(e *record.Entry) (first, last string) {
	for i := range e.Members {
		d := value(e.Members[i].Published)
		if d == "" {
			continue
		}
		if first == "" || d < first {
			first = d
		}
		last = max(last, d)
	}
	return first, last
}

// documentsOf lists the members of an entry, one of each document.
func documentsOf(e *record.Entry) []record.Member {
	var out []record.Member
	seen := map[string]bool{}
	for _, m := range e.Members {
		if !seen[m.Document] {
			seen[m.Document] = true
			out = append(out, m)
		}
	}
	return out
}
