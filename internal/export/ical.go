package export

import (
	"bufio"
	"io"
	"slices"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/parley-news/parley/record"
)

// icalLines are folded at 75 bytes and end as RFC 5545 asks for.
var icalLines = &ics.SerializationConfiguration{MaxLength: 75, PropertyMaxLength: 75, NewLine: "\r\n"}

const icalEnd = "END:VCALENDAR\r\n"

// icalWriter prints entries as a calendar (RFC 5545), an event for each that has a day,
// announced ones too.
type icalWriter struct {
	out    *bufio.Writer
	tables *tables
	begun  bool
}

func icalEntries(out io.Writer, t *tables) EntryWriter {
	return &icalWriter{out: bufio.NewWriter(out), tables: t}
}

func (c *icalWriter) Write(e record.Entry) error {
	if err := c.begin(); err != nil {
		return err
	}
	event := c.tables.icalEvent(&e)
	if event == nil {
		return nil
	}
	return event.SerializeTo(c.out, icalLines)
}

func (c *icalWriter) Close() error {
	if err := c.begin(); err != nil {
		return err
	}
	if _, err := c.out.WriteString(icalEnd); err != nil {
		return err
	}
	return c.out.Flush()
}

// begin prints the head of the calendar: that of one without events, but for its end.
func (c *icalWriter) begin() error {
	if c.begun {
		return nil
	}
	c.begun = true
	head := ics.NewCalendar()
	head.SetProductId("-//Parley//Register of diplomacy//EN")
	head.SetXWRCalName("Diplomatic contacts")
	_, err := c.out.WriteString(strings.TrimSuffix(head.Serialize(icalLines), icalEnd))
	return err
}

// icalEvent is an entry as an event, nil for one without a day. Its sequence grows with
// what is known of it.
func (t *tables) icalEvent(e *record.Entry) *ics.VEvent {
	if e.Date == nil {
		return nil
	}
	from, errFrom := time.Parse(time.DateOnly, e.Date.From)
	to, errTo := time.Parse(time.DateOnly, e.Date.To)
	if errFrom != nil || errTo != nil {
		return nil
	}
	w := t.tell(e)
	v := ics.NewEvent(cleanText(e.ID))
	v.SetDtStampTime(w.updated)
	v.SetModifiedAt(w.updated)
	v.SetSequence(len(e.Members) + len(e.Life) + len(e.Corrections))
	if at, ok := moment(e); ok {
		v.SetStartAt(at)
		if d := e.Duration; d != nil && d.Min != nil && value(d.Min) == value(d.Max) {
			v.SetProperty("DURATION", *d.Min)
		}
	} else {
		v.SetAllDayStartAt(from)
		v.SetAllDayEndAt(to.AddDate(0, 0, 1)) // the first day that is no part of it
	}
	v.SetSummary(w.title)
	v.SetStatus(icalStatus(e))
	v.SetTimeTransparency(ics.TransparencyTransparent) // nobody who reads it is busy
	v.SetDescription(strings.Join(w.lines, "\n"))
	if p := e.Place; p != nil {
		place := cleanText(placeLine(p, names{other: t.name}))
		if slices.Contains(e.Disputed, "place") {
			place += " (disputed)"
		} else if p.Lat != nil && p.Lon != nil {
			v.SetGeo(*p.Lat, *p.Lon)
		}
		v.SetLocation(place)
	}
	url := firstURL(e)
	if t.page != nil {
		url = t.page(e.ID)
	}
	if url != "" {
		v.SetURL(cleanText(url))
	}
	for _, word := range keywordsOf(e) {
		v.AddCategory(word)
	}
	return v
}

// icalStatus is confirmed for what takes place or is agreed upon, tentative for what is
// proposed or on which the accounts differ, cancelled for what does not take place.
func icalStatus(e *record.Entry) ics.ObjectStatus {
	switch {
	case e.Rejected || e.Status == "cancelled" || e.Status == "denied":
		return ics.ObjectStatusCancelled
	case e.Status == "proposed" || slices.Contains(e.Disputed, "status") || slices.Contains(e.Disputed, "date"):
		return ics.ObjectStatusTentative
	}
	return ics.ObjectStatusConfirmed
}

// moment is when a contact began, where the accounts give one day, the time and its
// distance from UTC. A zone by its name gives none: what it means changes with the
// tables of the machine.
func moment(e *record.Entry) (time.Time, bool) {
	d := e.Date
	if d.Time == nil || d.Zone == nil || d.From != d.To || d.Approximate || slices.Contains(e.Disputed, "date") {
		return time.Time{}, false
	}
	at, err := time.Parse("2006-01-02T15:04Z07:00", d.From+"T"+*d.Time+*d.Zone)
	return at.UTC(), err == nil
}
