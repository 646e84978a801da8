package export

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

// properties are those of the events of some entries that begin with a word, a line each.
func properties(t *testing.T, begin string, entries ...record.Entry) string {
	t.Helper()
	var out []string
	unfolded := strings.ReplaceAll(string(exported(t, "ical", EntryOptions{Rejected: true}, entries...)), "\r\n ", "")
	for line := range strings.SplitSeq(unfolded, "\r\n") {
		if strings.HasPrefix(line, begin) {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

func TestICalStatus(t *testing.T) {
	for name, c := range map[string]struct {
		change func(e *record.Entry)
		want   string
	}{
		"held":              {func(*record.Entry) {}, "CONFIRMED"},
		"ongoing":           {func(e *record.Entry) { e.Status = "ongoing" }, "CONFIRMED"},
		"scheduled":         {func(e *record.Entry) { e.Status = "scheduled" }, "CONFIRMED"},
		"proposed":          {func(e *record.Entry) { e.Status = "proposed" }, "TENTATIVE"},
		"a disputed day":    {func(e *record.Entry) { e.Disputed = []string{"date"} }, "TENTATIVE"},
		"a disputed status": {func(e *record.Entry) { e.Disputed = []string{"status"} }, "TENTATIVE"},
		"a disputed place":  {func(e *record.Entry) { e.Disputed = []string{"place"} }, "CONFIRMED"},
		"denied":            {func(e *record.Entry) { e.Status = "denied" }, "CANCELLED"},
		"cancelled":         {func(e *record.Entry) { e.Status, e.Disputed = "cancelled", []string{"date"} }, "CANCELLED"},
		"rejected":          {func(e *record.Entry) { e.Rejected = true }, "CANCELLED"},
	} {
		e := sampleCall()
		c.change(&e)
		if got := properties(t, "STATUS", e); got != "STATUS:"+c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestICalDaysAndMoments(t *testing.T) {
	whole := "DTSTART;VALUE=DATE:20220212"
	for name, c := range map[string]struct {
		change func(d *record.Date)
		want   string
	}{
		"a time and its distance from UTC": {func(*record.Date) {}, "DTSTART:20220212T133000Z"},
		"across midnight":                  {func(d *record.Date) { d.Time, d.Zone = new("00:30"), new("+03:00") }, "DTSTART:20220211T213000Z"},
		"a zone by its name":               {func(d *record.Date) { d.Zone = new("Europe/Paris") }, whole},
		"no zone":                          {func(d *record.Date) { d.Zone = nil }, whole},
		"no time":                          {func(d *record.Date) { d.Time = nil }, whole},
		"about that day":                   {func(d *record.Date) { d.Approximate = true }, whole},
		"some days":                        {func(d *record.Date) { d.To = "2022-02-14" }, whole},
		"no day at all":                    {func(d *record.Date) { d.From = "" }, ""},
	} {
		e := sampleCall()
		c.change(e.Date)
		if got := properties(t, "DTSTART", e); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	e := sampleCall()
	e.Disputed = []string{"date"}
	if got := properties(t, "DT", e); got != "DTSTAMP:20220302T091530Z\n"+whole+"\nDTEND;VALUE=DATE:20220213" {
		t.Errorf("a disputed day: %s", got)
	}
	e.Date = nil
	if got := properties(t, "BEGIN:VEVENT", e, sampleRefusal()); got != "" {
		t.Errorf("entries without a day are events: %s", got)
	}
}

// Lines are at most 75 bytes long, whatever the script.
func TestICalFoldsItsLines(t *testing.T) {
	e := sampleCall()
	e.Outcome = new(strings.Repeat("يتحدثون مرة أخرى قريبا", 20) + strings.Repeat("字", 200))
	out := string(exported(t, "ical", EntryOptions{}, e))
	for line := range strings.SplitSeq(out, "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("%d bytes: %q", len(line), line)
		}
	}
	if !strings.Contains(strings.ReplaceAll(out, "\r\n ", ""), *e.Outcome) {
		t.Error("the words are broken")
	}
}

func TestUpdatedAtDependsOnTheEntryAlone(t *testing.T) {
	e := record.Entry{}
	want := []time.Time{beginning}
	got := []time.Time{updatedAt(&e)}
	e.Members = []record.Member{{Published: new("2022-02-13")}, {}, {Published: new("2022-02-10")}}
	want, got = append(want, time.Date(2022, 2, 13, 0, 0, 0, 0, time.UTC)), append(got, updatedAt(&e))
	e.Life = []record.LifeStep{{Announced: new("2022-02-14")}, {}}
	want, got = append(want, time.Date(2022, 2, 14, 0, 0, 0, 0, time.UTC)), append(got, updatedAt(&e))
	e.Corrections = []record.Correction{{At: "2022-03-01T12:00:00.5+02:00"}}
	want, got = append(want, time.Date(2022, 3, 1, 10, 0, 0, 0, time.UTC)), append(got, updatedAt(&e))
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
