package export

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/parley-news/parley/record"
)

// ftmLines reads what the format makes of some entries.
func ftmLines(t *testing.T, entries ...record.Entry) []ftmEntity {
	t.Helper()
	var out []ftmEntity
	for line := range strings.Lines(string(exported(t, "ftm", EntryOptions{Rejected: true}, entries...))) {
		var v ftmEntity
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

func TestFtMKeepsToTheModel(t *testing.T) {
	s := compiled(t, "testdata/ftm.schema.json")
	for line := range strings.Lines(string(exported(t, "ftm", EntryOptions{Rejected: true}, sampleEntries()...))) {
		if err := validate(t, s, line); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
}

// An event refers to entities that stand in front of it and are of the kind that the model asks for.
func TestFtMRefersToWhatIsThere(t *testing.T) {
	actor := map[string]bool{"PublicBody": true, "Organization": true, "Person": true}
	ranges := map[string]map[string]bool{"involved": actor, "organizer": actor, "addressEntity": {"Address": true}}
	seen := map[string]string{}
	events := 0
	for _, v := range ftmLines(t, sampleEntries()...) {
		seen[v.ID] = v.Schema
		if v.Schema != "Event" {
			continue
		}
		events++
		for property, wanted := range ranges {
			for _, id := range v.Properties[property] {
				if !wanted[seen[id]] {
					t.Errorf("%s: %s refers to %s, which is %q", v.ID, property, id, seen[id])
				}
			}
		}
	}
	if events != len(sampleEntries()) {
		t.Errorf("%d events", events)
	}
}

func TestFtMTellsOfAnActorOnce(t *testing.T) {
	call := sampleCall()
	again := sampleCall()
	again.ID = "11"
	if once, twice := len(ftmLines(t, call)), len(ftmLines(t, call, again)); twice != once+1 {
		t.Errorf("%d entities for one call, %d for two of the same actors", once, twice)
	}
	again.People[1].Office = new("prime-minister")
	if n := len(ftmLines(t, call, again)); n != len(ftmLines(t, call))+2 {
		t.Errorf("what is new of an actor is not told: %d entities", n)
	}
}

func TestFtMPlacesThatAreDisputed(t *testing.T) {
	for _, v := range ftmLines(t, sampleProposal()) {
		if v.Schema == "Address" || v.Schema == "Event" && (v.Properties["location"][0] != "Alaska, United States (disputed)" || v.Properties["country"] != nil) {
			t.Errorf("a disputed place is told as if it were none: %+v", v)
		}
	}
}

// The model takes addresses of pages for what they are, and no others.
func TestFtMTakesAddressesOfPagesOnly(t *testing.T) {
	e := sampleCall()
	e.Members[1].URL = new("archive/2022/a.txt")
	lines := ftmLines(t, e)
	if urls := lines[len(lines)-1].Properties["sourceUrl"]; len(urls) != 1 || urls[0] != *e.Members[0].URL {
		t.Errorf("sourceUrl is %q", urls)
	}
}
