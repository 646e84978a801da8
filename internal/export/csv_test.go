package export

import (
	"encoding/csv"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

func tableOf(t *testing.T, name Table, rs ...record.Reading) string {
	t.Helper()
	return written(t, func(out io.Writer) Writer { return CSV(out, name) }, rs...)
}

func TestCSVContacts(t *testing.T) {
	want := "document,id,kind,status,step,summit,main,parties,people,from,to,place,initiator,disputed,topics,about,reported_by,text\r\n" +
		"d1,c1,call,held,held,false,true,FRA;RUS,Emmanuel Macron;Vladimir Putin,2022-02-12,2022-02-12,,,initiator,ceasefire;peace-settlement,UKR,TASS > Kremlin; Élysée Palace,spoke by telephone\r\n" +
		"d1,c2,meeting,scheduled,moved,true,false,FRA;EGY,,2022-03-01,2022-03-10,Cairo,EGY,,,,,meeting\r\n"
	if d := cmp.Diff(want, tableOf(t, Contacts, sample())); d != "" {
		t.Error(d)
	}
}

func TestCSVStatements(t *testing.T) {
	want := "document,id,speaker,country,office,kind,act,start,end,text,quote,via,addressees,topics,about,contacts,from,to\r\n" +
		`d1,s1,Dmitry Peskov,RUS,spokesperson,quote,deny,130,160,"""There is no such plan""",There is no such plan,TASS,FRA,military-operations,UKR,c1,2022-02-13,2022-02-13` + "\r\n" +
		"d1,s2,France,FRA,,indirect,warn,165,180,that talks cannot wait,,,,,,,,\r\n"
	if d := cmp.Diff(want, tableOf(t, Statements, sample())); d != "" {
		t.Error(d)
	}
}

func TestCSVHasAHeaderWithoutReadings(t *testing.T) {
	for name, header := range map[Table][]string{Contacts: columns(reflect.TypeFor[contactRow](), nil), Statements: columns(reflect.TypeFor[statementRow](), nil)} {
		if d := cmp.Diff(strings.Join(header, ",")+"\r\n", tableOf(t, name)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestCSVReadsBack(t *testing.T) {
	r := record.Reading{Contacts: []record.Contact{{Evidence: []record.Evidence{{Field: "status", Text: "\"planned\",\nsaid; he"}}}}}
	rows, err := csv.NewReader(strings.NewReader(tableOf(t, Contacts, r, r))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 3 || rows[2][len(rows[0])-1] != "\"planned\",\nsaid; he" {
		t.Errorf("read back as %q", rows)
	}
}
