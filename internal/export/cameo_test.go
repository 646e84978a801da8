package export

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/table"
	"github.com/parley-news/parley/record"
)

// codebook is the list of columns of GDELT 2.0, name and type.
func codebook(t *testing.T) []table.Row {
	t.Helper()
	const file = "testdata/gdelt2-events.tsv"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := table.Read(file, data, "name", "type")
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCAMEOHasTheColumnsOfGDELT(t *testing.T) {
	if d := cmp.Diff(each(codebook(t), func(r table.Row) string { return r.Cells[0] }), cameoColumns); d != "" {
		t.Error(d)
	}
	if len(cameoColumns) != 61 {
		t.Errorf("%d columns", len(cameoColumns))
	}
}

func TestCAMEOHasTheTypesOfGDELT(t *testing.T) {
	want := codebook(t)
	ids := map[string]bool{}
	for line := range strings.Lines(string(exported(t, "cameo", EntryOptions{}, sampleEntries()...))) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != len(want) {
			t.Fatalf("%d cells in %q", len(cells), line)
		}
		for i, cell := range cells {
			var err error
			switch {
			case cell == "":
			case want[i].Cells[1] == "INTEGER":
				_, err = strconv.ParseInt(cell, 10, 64)
			case want[i].Cells[1] == "FLOAT":
				_, err = strconv.ParseFloat(cell, 64)
			}
			if err != nil {
				t.Errorf("%s: %v", want[i].Cells[0], err)
			}
		}
		if ids[cells[0]] {
			t.Errorf("the id %s stands twice", cells[0])
		}
		ids[cells[0]] = true
	}
}

// events writes the rows of an entry as "Actor1Code code Actor2Code", a line each.
func events(t *testing.T, e record.Entry) string {
	t.Helper()
	var out strings.Builder
	for line := range strings.Lines(string(exported(t, "cameo", EntryOptions{}, e))) {
		cells := strings.Split(line, "\t")
		out.WriteString(cells[5] + " " + cells[26] + " " + cells[15] + "\n")
	}
	return out.String()
}

func TestCAMEOTellsWhoDoesWhatToWhom(t *testing.T) {
	met := func(status, cameo string, parties ...record.Party) record.Entry {
		return record.Entry{ID: "1", Kind: "meeting", Status: status, Codes: record.Codes{CAMEO: cameo}, Parties: parties}
	}
	in := func(e record.Entry, country string) record.Entry {
		e.Place = &record.Place{Name: "Somewhere", Country: &country}
		return e
	}
	by := func(e record.Entry, side string) record.Entry {
		e.Life = []record.LifeStep{{Status: "scheduled", By: new("ROU")}, {Status: e.Status, By: &side}, {Status: "held"}}
		return e
	}
	disputed := func(e record.Entry, fields ...string) record.Entry {
		e.Disputed = fields
		return e
	}
	fra, ita, rou := state("FRA", "France", "party"), state("ITA", "Italy", "party"), state("ROU", "Romania", "party")
	asked := met("proposed", "036", fra, ita)
	asked.Initiator = &record.Actor{ID: "FRA", Name: "France"}
	others := met("proposed", "036", fra, ita)
	others.Initiator = &record.Actor{ID: "UN", Name: "United Nations"}
	for name, c := range map[string]struct {
		entry record.Entry
		want  string
	}{
		"both ways":                         {met("held", "041", fra, ita), "FRA 041 ITA\nITA 041 FRA\n"},
		"with one of them":                  {in(met("held", "043", fra, ita), "ITA"), "FRA 042 ITA\nITA 043 FRA\n"},
		"with a host":                       {met("held", "042", state("FRA", "", "host"), state("ITA", "", "guest")), "FRA 043 ITA\nITA 042 FRA\n"},
		"with a third":                      {in(met("ongoing", "043", fra, ita), "CHE"), "FRA 044 ITA\nITA 044 FRA\n"},
		"two guests":                        {in(met("held", "043", fra, ita, rou), "ROU"), "FRA 044 ITA\nFRA 042 ROM\nITA 044 FRA\nITA 042 ROM\nROM 043 FRA\nROM 043 ITA\n"},
		"nobody knows where":                {met("held", "043", fra, ita), "FRA 040 ITA\nITA 040 FRA\n"},
		"where is disputed":                 {disputed(in(met("held", "043", fra, ita), "ITA"), "place"), "FRA 040 ITA\nITA 040 FRA\n"},
		"negotiations":                      {in(met("held", "046", fra, ita), "CHE"), "FRA 046 ITA\nITA 046 FRA\n"},
		"a mediator":                        {met("held", "046", fra, ita, state("CHE", "", "mediator")), "FRA 046 ITA\nITA 046 FRA\nCHE 045 FRA\nCHE 045 ITA\n"},
		"one alone":                         {met("held", "043", fra), "FRA 043 \n"},
		"nobody":                            {met("held", "043"), ""},
		"nobody, refused":                   {met("denied", "125"), ""},
		"planned by both":                   {met("scheduled", "036", fra, ita), "FRA 036 ITA\nITA 036 FRA\n"},
		"proposed by one":                   {asked, "FRA 036 ITA\n"},
		"proposed by a third":               {others, "IGOUNO 026 FRA\nIGOUNO 026 ITA\n"},
		"proposed by a mediator":            {by(met("proposed", "036", fra, state("ITA", "", "mediator")), "ITA"), "ITA 026 FRA\n"},
		"proposed by nobody knows whom":     {met("proposed", "036", fra, ita), " 036 FRA\n 036 ITA\n"},
		"refused by one":                    {by(met("denied", "125", fra, ita), "ITA"), "ITA 125 FRA\n"},
		"refused by a third":                {by(met("denied", "125", fra, ita), "CHE"), " 125 FRA\n 125 ITA\n"},
		"refused by one alone":              {by(met("denied", "125", fra), "FRA"), "FRA 125 \n"},
		"called off by nobody knows":        {met("cancelled", "161", fra, ita), " 161 FRA\n 161 ITA\n"},
		"called off, which is disputed":     {disputed(by(met("cancelled", "161", fra, ita), "ITA"), "status"), " 161 FRA\n 161 ITA\n"},
		"a country of another name in it":   {met("held", "041", fra, rou), "FRA 041 ROM\nROM 041 FRA\n"},
		"an organisation that it knows":     {met("held", "041", fra, organisation("NATO", "NATO", "party")), "FRA 041 IGOWSTNAT\nIGOWSTNAT 041 FRA\n"},
		"an organisation that it knows not": {met("held", "041", fra, organisation("Quad", "Quad", "party")), "FRA 041 \n 041 FRA\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(c.want, events(t, c.entry)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestCAMEODaysAsFarAsTheyAreKnown(t *testing.T) {
	for name, c := range map[string]struct {
		from, to string
		want     []string
	}{
		"a day":         {"2007-07-04", "2007-07-04", []string{"20070704", "200707", "2007", "2007.5041"}},
		"the first":     {"2016-01-01", "2016-01-01", []string{"20160101", "201601", "2016", "2016.0027"}},
		"some days":     {"2007-07-04", "2007-07-05", []string{"", "200707", "2007", ""}},
		"some months":   {"2007-07-04", "2007-08-05", []string{"", "", "2007", ""}},
		"some years":    {"2006-12-31", "2007-01-01", []string{"", "", "", ""}},
		"nothing known": {"", "", []string{"", "", "", ""}},
	} {
		if d := cmp.Diff(c.want, eventDate(&record.Date{From: c.from, To: c.to})); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestCAMEOPlaces(t *testing.T) {
	tables, err := lookedUp(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		place *record.Place
		want  []string
	}{
		"a city":                        {&record.Place{Name: "Cairo", Country: new("EGY"), Lat: new(30.0), Lon: new(31.2)}, []string{"4", "Cairo, Egypt", "EG", "", "", "30", "31.2", ""}},
		"a city of the United States":   {&record.Place{Name: "New York City", Country: new("USA")}, []string{"3", "New York City, United States", "US", "", "", "", "", ""}},
		"a region":                      {&record.Place{Name: "Abkhazia", Country: new("GEO")}, []string{"5", "Abkhazia, Georgia", "GG", "", "", "", "", ""}},
		"a region of the United States": {&record.Place{Name: "Alaska", Country: new("USA")}, []string{"2", "Alaska, United States", "US", "", "", "", "", ""}},
		"a country":                     {&record.Place{Name: "Egypt", Country: new("EGY")}, []string{"1", "Egypt", "EG", "", "", "", "", ""}},
		"a place nobody knows":          {&record.Place{Name: "Nowhere"}, []string{"0", "Nowhere", "", "", "", "", "", ""}},
		"none":                          {nil, noPlace},
	} {
		if d := cmp.Diff(c.want, tables.actionGeo(&record.Entry{Place: c.place})); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}
