package gazetteer

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// TestCheck looks for each kind of finding in a small world.
func TestCheck(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{"offices.tsv", "organisations.tsv", "institutions.tsv", "outlets.tsv", "groups.tsv", "houses.tsv", "spellings.tsv"} {
		data, err := os.ReadFile("../../world/" + name)
		if err != nil {
			t.Fatal(err)
		}
		lines := slices.DeleteFunc(strings.SplitAfter(string(data), "\n"), func(l string) bool { return strings.HasPrefix(l, "#") })
		if name != "offices.tsv" {
			lines = lines[:1]
		}
		fsys[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, ""))}
	}
	put := func(name, data string) {
		fsys[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(data, "|", "\t"))}
	}
	put("states.tsv", `id|alpha2|name|un|kind|capital|lat|lon|head_of_state|head_of_government|since
NOR|NO|Norway|Norway|member|Oslo|60|8|monarch|prime-minister|2010
SMR|SM|San Marino|San Marino|member|San Marino|44|12|president|president|2010
`)
	put("places.tsv", `name|country|kind|lat|lon|aliases
Oslo|NOR|capital|60|11|
San Marino|SMR|capital|44|12|
Barents Sea||sea|75|40|
Nowhere||city|1|1|
`)
	put("persons.tsv", "name|country|gender|native|short|aliases\nA|NOR\nB|NOR\nC|SMR\nD|SMR\nE|NOR\nF|NOR\n")
	put("holders.tsv", `person|office|of|from|to
A|monarch|NOR|1991-01-17|
B|prime-minister|NOR|2005-10|2013-10
E|prime-minister|NOR|2013-10-16|2021-10-14
F|prime-minister|NOR|2021-10-04|
B|foreign-minister|NOR|2012|2013
E|foreign-minister|NOR|2014-02-20|2015-01-01
C|president|SMR|2010|
D|president|SMR|2010|
C|foreign-minister|SMR|2010-01-20|2012-05-05
D|foreign-minister|SMR|2012-06-03|
`)
	put("notes.tsv", `of|office|from|to|note
SMR|president|2010||two Captains Regent
NOR|foreign-minister|2010|2011|nobody
NOR|monarch|2010|2011|nothing
`)
	put("complete.tsv", "of|office|since\nNOR|defence-minister|2012-02\n")
	w, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range w.Check() {
		got = append(got, f.String())
	}
	want := []string{
		"holders.tsv: no defence-minister of NOR is known from 2012-02-01 on",
		"holders.tsv:7: no foreign-minister of NOR is known from 2013-12-31 to 2014-02-20",
		"holders.tsv:7: no foreign-minister of NOR is known from 2015-01-01 on",
		"holders.tsv:5: F is prime-minister of NOR from 2021-10-04 on, and E is until 2021-10-14",
		"places.tsv: Nowhere has no country",
		"notes.tsv: nothing needs the note on the monarch of NOR from 2010-01-01",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}
