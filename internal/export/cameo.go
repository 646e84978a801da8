package export

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/parley-news/parley/internal/codes"
	"github.com/parley-news/parley/record"
)

// cameoColumns are those of the event table of GDELT 2.0, in its order. The files have
// no header.
var cameoColumns = []string{
	"GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
	"Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1KnownGroupCode", "Actor1EthnicCode",
	"Actor1Religion1Code", "Actor1Religion2Code", "Actor1Type1Code", "Actor1Type2Code", "Actor1Type3Code",
	"Actor2Code", "Actor2Name", "Actor2CountryCode", "Actor2KnownGroupCode", "Actor2EthnicCode",
	"Actor2Religion1Code", "Actor2Religion2Code", "Actor2Type1Code", "Actor2Type2Code", "Actor2Type3Code",
	"IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
	"NumMentions", "NumSources", "NumArticles", "AvgTone",
	"Actor1Geo_Type", "Actor1Geo_FullName", "Actor1Geo_CountryCode", "Actor1Geo_ADM1Code", "Actor1Geo_ADM2Code",
	"Actor1Geo_Lat", "Actor1Geo_Long", "Actor1Geo_FeatureID",
	"Actor2Geo_Type", "Actor2Geo_FullName", "Actor2Geo_CountryCode", "Actor2Geo_ADM1Code", "Actor2Geo_ADM2Code",
	"Actor2Geo_Lat", "Actor2Geo_Long", "Actor2Geo_FeatureID",
	"ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_ADM1Code", "ActionGeo_ADM2Code",
	"ActionGeo_Lat", "ActionGeo_Long", "ActionGeo_FeatureID",
	"DATEADDED", "SOURCEURL",
}

// noPlace are the eight columns of a place that is not known, as GDELT has them.
var noPlace = []string{"0", "", "", "", "", "", "", ""}

type cameoWriter struct {
	out    *bufio.Writer
	tables *tables
}

// cameoEntries prints entries as CAMEO events in a table with the columns of GDELT 2.0,
// separated by tabs. A contact between sides is an event each way, as CAMEO's coders
// have it; what the register does not know is empty.
func cameoEntries(out io.Writer, t *tables) EntryWriter {
	return &cameoWriter{out: bufio.NewWriter(out), tables: t}
}

func (c *cameoWriter) Write(e record.Entry) error {
	parts := partsOf(&e)
	for _, v := range c.tables.events(&e, parts) {
		if _, err := c.out.WriteString(strings.Join(each(c.tables.eventRow(&e, v), cleanText), "\t") + "\n"); err != nil {
			return err
		}
	}
	return nil
}

func (c *cameoWriter) Close() error { return c.out.Flush() }

// eventRow fills the columns of one event.
func (t *tables) eventRow(e *record.Entry, v event) []string {
	row := []string{eventID(e.ID, v)}
	row = append(row, eventDate(e.Date)...)
	row = append(row, t.actor(v.from)...)
	row = append(row, t.actor(v.to)...)
	base, root := v.code[:min(3, len(v.code))], v.code[:min(2, len(v.code))]
	row = append(row, isRoot(e), v.code, base, root, quadClass(root), t.codes.Goldstein[base])
	row = append(row,
		strconv.Itoa(len(e.Members)), count(distinct(e.Members, func(m record.Member) *string { return m.Outlet })),
		count(distinct(e.Members, func(m record.Member) *string { return &m.Document })), "")
	row = append(row, noPlace...)
	row = append(row, noPlace...)
	row = append(row, t.actionGeo(e)...)
	return append(row, "", firstURL(e))
}

// eventID is a positive number that stays the same as long as the entry and its sides do.
func eventID(entry string, v event) string {
	sum := sha256.Sum256([]byte(entry + "\x00" + v.from.id + "\x00" + v.to.id + "\x00" + v.code))
	return strconv.FormatUint(binary.BigEndian.Uint64(sum[:8])>>1, 10)
}

// eventDate fills SQLDATE to FractionDate, as far as both ends of the interval agree.
func eventDate(d *record.Date) []string {
	out := make([]string, 4)
	if d == nil {
		return out
	}
	from, errFrom := time.Parse(time.DateOnly, d.From)
	to, errTo := time.Parse(time.DateOnly, d.To)
	if errFrom != nil || errTo != nil || from.Year() != to.Year() {
		return out
	}
	out[2] = from.Format("2006")
	if from.Month() != to.Month() {
		return out
	}
	out[1] = from.Format("200601")
	if from.Day() != to.Day() {
		return out
	}
	out[0] = from.Format("20060102")
	// The codebook counts months of 30 days, the first as none.
	out[3] = fmt.Sprintf("%.4f", float64(from.Year())+float64((int(from.Month())-1)*30+from.Day())/365)
	return out
}

// actor fills the ten columns of an actor; nobody is empty.
func (t *tables) actor(p part) []string {
	a, name := t.cameoActor(p), p.name
	if len(p.people) == 1 {
		name = p.people[0].Name
	}
	types := append(slices.Clone(a.Types), "", "", "")[:3]
	return append([]string{a.Code, strings.ToUpper(name), a.Country, a.Group, "", a.Religion, ""}, types...)
}

// cameoActor is what CAMEO calls a part: a state with the role of the first of its
// principals whose office has one, an organisation or a group as it is listed.
func (t *tables) cameoActor(p part) codes.Actor {
	if p.sort != "state" {
		return t.codes.Actors[p.id]
	}
	a := codes.Actor{Country: t.codes.States[p.id].CAMEO}
	for _, person := range p.people {
		if o, ok := t.codes.Offices[value(person.Office)]; ok {
			a.Types = o.Roles
			break
		}
	}
	a.Code = a.Country + strings.Join(a.Types, "")
	return a
}

func isRoot(e *record.Entry) string {
	if slices.ContainsFunc(e.Members, func(m record.Member) bool { return m.Main }) {
		return "1"
	}
	return "0"
}

// quadClass is that of a root code: verbal or material, cooperation or conflict.
func quadClass(root string) string {
	switch {
	case root == "":
		return ""
	case root <= "05":
		return "1"
	case root <= "08":
		return "2"
	case root <= "13":
		return "3"
	}
	return "4"
}

// count writes how many there are, nothing where none is known.
func count(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return strconv.Itoa(len(list))
}

// firstURL is the address of the first document that has one.
func firstURL(e *record.Entry) string {
	for i := range e.Members {
		if u := value(e.Members[i].URL); u != "" {
			return u
		}
	}
	return ""
}
