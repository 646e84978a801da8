package web

import (
	"encoding/csv"
	"encoding/xml"
	"net/http"
	"strings"
	"testing"

	"github.com/parley-news/parley/internal/export"
	"github.com/parley-news/parley/record"
)

func TestContactsInEachFormat(t *testing.T) {
	d := newDesk(t, calls()...)
	for _, f := range export.EntryFormats() {
		address := "/contacts" + ending(f)
		a := d.ask(http.MethodGet, address+"?party=FRA", nil)
		if a.status != http.StatusOK || !strings.HasPrefix(a.header.Get("Content-Type"), f.MediaType) || a.body == "" {
			t.Errorf("%s: %d %s, %d bytes", address, a.status, a.header.Get("Content-Type"), len(a.body))
		}
		if name := a.header.Get("Content-Disposition"); (name == "") != (f.Name == "ical" || f.Name == "atom") {
			t.Errorf("%s is saved as %q", address, name)
		}
		if strings.Contains(a.body, "Lavrov") {
			t.Errorf("%s has entries that were not asked for", address)
		}
		if a := d.ask(http.MethodGet, address+"?colour=red", nil); a.status != http.StatusBadRequest {
			t.Errorf("%s with a parameter that there is none of: %d", address, a.status)
		}
	}
	rows, err := csv.NewReader(strings.NewReader(d.get("/contacts.csv", "en"))).ReadAll()
	if err != nil || len(rows) < 3 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}

func TestFeeds(t *testing.T) {
	docs := append(calls(), told("plan", "The Courier", "2025-06-18", "en", "", "German Chancellor Friedrich Merz will meet Polish Prime Minister Donald Tusk in Berlin on 25 June 2025."))
	d := newDesk(t, docs...)
	plan := d.entryOf("plan")
	ics := d.get("/calendar.ics", "en")
	if n := strings.Count(ics, "BEGIN:VEVENT"); n != 1 || !strings.Contains(ics, plan.ID) || !strings.Contains(ics, "DTSTART;VALUE=DATE:20250625") {
		t.Errorf("the calendar has %d contacts:\n%s", n, ics)
	}
	if again := d.get("/calendar.ics", "fr"); again != ics {
		t.Error("the calendar is another one when asked for again")
	}
	var feed struct {
		Entries []struct {
			Updated string `xml:"updated"`
			Links   []struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(d.get("/changes.atom", "en")), &feed); err != nil {
		t.Fatal(err)
	}
	var all []record.Entry
	for e, err := range d.register.Changes(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e.Entry)
	}
	if len(feed.Entries) != len(all) || len(all) != 3 {
		t.Fatalf("%d in the feed, %d changed", len(feed.Entries), len(all))
	}
	for i, e := range feed.Entries {
		if e.Updated == "" || len(e.Links) == 0 || e.Links[0].Href != "http://localhost/contacts/"+all[i].ID {
			t.Errorf("the feed has %+v for %s", e, all[i].ID)
		}
	}
}
