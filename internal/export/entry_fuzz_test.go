package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/parley-news/parley/record"
)

// FuzzEntryRoundTrip reads back what each format makes of an entry with any words in it.
func FuzzEntryRoundTrip(f *testing.F) {
	f.Add("a \"b\", <c> & d; e\\f\r\n\tg", "2022-02-12", uint8(0))
	f.Add("الجريدة\u2028\u0085\x00\ufffe", "2022-02-30", uint8(3))
	f.Add("\xff\xfe]]>", "", uint8(4))
	f.Add("a\rb\r\r\nc\r", "2022-02-12", uint8(1))
	f.Add("=1+1 字字字字字字字字字字字字字字字字字字字字字字字字字字字字字字", "9999-12-31", uint8(5))
	f.Fuzz(func(t *testing.T, text, day string, status uint8) {
		text, day = strings.ToValidUTF8(text, "\ufffd"), strings.ToValidUTF8(day, "\ufffd") // as documents are
		e := sampleCall()
		e.Status = record.Statuses[int(status)%len(record.Statuses)]
		e.Outcome, e.Parties[0].Name, e.People[1].Name, e.Members[0].Title, e.Members[0].URL = &text, text, text, text, &text
		e.Groups, e.Date.To, e.Members[0].Published = []string{text}, day, &day
		roundTripJSON(t, e)
		roundTripTables(t, e)
		roundTripCalendar(t, e)
		for _, name := range []string{"atom", "graphml", "gexf"} {
			dec := xml.NewDecoder(bytes.NewReader(exported(t, name, EntryOptions{}, e)))
			for {
				if _, err := dec.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
			}
		}
	})
}

func roundTripJSON(t *testing.T, e record.Entry) {
	t.Helper()
	for _, name := range []string{"jsonl", "plover", "ftm"} {
		for line := range strings.Lines(string(exported(t, name, EntryOptions{}, e))) {
			var v any
			if err := json.Unmarshal([]byte(line), &v); err != nil {
				t.Fatalf("%s: %v in %q", name, err, line)
			}
		}
	}
	var back record.Entry
	if err := json.Unmarshal(exported(t, "jsonl", EntryOptions{}, e), &back); err != nil {
		t.Fatal(err)
	}
	fillLists(reflect.ValueOf(&e).Elem())
	if d := cmp.Diff(e, back); d != "" {
		t.Fatal(d)
	}
}

func roundTripTables(t *testing.T, e record.Entry) {
	t.Helper()
	row := rowOfEntry(&e)
	rows, err := csv.NewReader(bytes.NewReader(exported(t, "csv", EntryOptions{}, e))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	// Every end of a line in a cell is read back as the same one.
	want := each(rowCells(reflect.ValueOf(row), nil), lineEnds.Replace)
	if d := cmp.Diff(want, rows[1]); d != "" {
		t.Fatal(d)
	}
	file := exported(t, "parquet", EntryOptions{}, e)
	back, err := parquet.Read[entryRow](bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(rowCells(reflect.ValueOf(row), nil), rowCells(reflect.ValueOf(back[0]), nil)); d != "" {
		t.Fatal(d)
	}
	for line := range strings.Lines(string(exported(t, "cameo", EntryOptions{}, e))) {
		if n := strings.Count(line, "\t") + 1; n != len(cameoColumns) {
			t.Fatalf("%d columns in %q", n, line)
		}
	}
}

func roundTripCalendar(t *testing.T, e record.Entry) {
	t.Helper()
	out := string(exported(t, "ical", EntryOptions{}, e))
	for line := range strings.SplitSeq(out, "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Fatalf("a line of %d bytes: %q", len(line), line)
		}
	}
	cal, err := ics.ParseCalendar(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if dayOf(e.Date.To) == nil {
		return
	}
	events := cal.Events()
	if len(events) != 1 {
		t.Fatalf("%d events", len(events))
	}
	if d := cmp.Diff(titleOf(&e), ics.FromText(events[0].GetProperty(ics.ComponentPropertySummary).Value)); d != "" {
		t.Fatal(d)
	}
}
