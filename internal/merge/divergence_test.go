package merge

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

// versionsOf writes divergences down: the field, and what each side says.
func versionsOf(e *record.Entry) []string {
	var out []string
	for _, d := range e.Divergences {
		var says []string
		for _, s := range d.Sides {
			says = append(says, s.Side+" "+s.Says)
		}
		out = append(out, d.Field+": "+strings.Join(says, "; "))
	}
	return out
}

func TestDivergences(t *testing.T) {
	fra := func(field, value string) func(*Part) { return says("FRA", "Élysée Palace", field, value) }
	tcd := func(field, value string) func(*Part) { return says("TCD", "Presidency of Chad", field, value) }
	first := func(with ...func(*Part)) Part { return partOf("a", "2025-03-13", "held", with...) }
	second := func(with ...func(*Part)) Part { return partOf("b", "2025-03-14", "held", with...) }
	meeting := func(p *Part) { p.Contact.Kind = "meeting" }
	tests := []struct {
		name  string
		parts []Part
		want  []string
	}{
		{"two sides say the other asked", []Part{first(fra("initiator", "TCD")), second(tcd("initiator", "FRA"))}, []string{"initiator: FRA TCD; TCD FRA"}},
		{"two sides agree who asked", []Part{first(fra("initiator", "TCD")), second(tcd("initiator", "TCD"))}, nil},
		{"silence is none", []Part{first(fra("initiator", "TCD")), second(tcd("", ""))}, nil},
		{"an outlet is no side", []Part{first(fra("initiator", "TCD")), second(asked("FRA", "France"))}, nil},
		{"days on either side of midnight", []Part{first(fra("date", "2025-03-12")), second(tcd("date", "2025-03-13"))}, nil},
		{"days on either side of midnight, of a meeting", []Part{first(meeting, fra("date", "2025-03-12")), second(meeting, tcd("date", "2025-03-13"))}, []string{"date: FRA 2025-03-12; TCD 2025-03-13"}},
		{"days that have one in common", []Part{first(fra("date", "2025-03-12")), second(tcd("date", "2025-03-10/2025-03-12"))}, nil},
		{"other days", []Part{first(fra("date", "2025-03-09")), second(tcd("date", "2025-03-12"))}, []string{"date: FRA 2025-03-09; TCD 2025-03-12"}},
		{"other days of an older plan", []Part{
			partOf("a", "2025-03-01", "scheduled", on("2025-03-05"), fra("date", "2025-03-05")), partOf("b", "2025-03-03", "scheduled", on("2025-03-20"), tcd("date", "2025-03-20")),
		}, nil},
		{"a city of another country", []Part{first(fra("place", "Geneva"), at("Geneva", "CHE")), second(tcd("place", "Doha"), at("Doha", "QAT"))}, []string{"place: FRA Geneva; TCD Doha"}},
		{"a city and its country", []Part{first(fra("place", "Paris"), at("Paris", "FRA")), second(tcd("place", "France"), at("France", "FRA"))}, nil},
		{"two cities of one country", []Part{first(fra("place", "Paris"), at("Paris", "FRA")), second(tcd("place", "Lyon"), at("Lyon", "FRA"))}, []string{"place: FRA Paris; TCD Lyon"}},
		{"a place that no document locates", []Part{first(fra("place", "Paris"), at("Paris", "FRA")), second(tcd("place", "the villa"))}, nil},
		{"lengths that people round", []Part{first(fra("duration", "PT2H")), second(tcd("duration", "PT2H20M"))}, nil},
		{"other lengths", []Part{first(fra("duration", "PT10M")), second(tcd("duration", "PT1H/PT2H"))}, []string{"duration: FRA PT10M; TCD PT1H/PT2H"}},
		{"an open length", []Part{first(fra("duration", "PT10M")), second(tcd("duration", "PT1H/"))}, nil},
		{"each has a topic of its own", []Part{first(fra("topics", "energy")), second(tcd("topics", "sanctions"), tcd("topics", "migration"))}, []string{"topics: FRA energy; TCD migration, sanctions"}},
		{"topics of one document", []Part{first(fra("topics", "energy"), tcd("topics", "sanctions"))}, []string{"topics: FRA energy; TCD sanctions"}},
		{"the same topics", []Part{first(fra("topics", "energy")), second(tcd("topics", "energy"))}, nil},
		{"one has all topics of the other", []Part{first(fra("topics", "energy")), second(tcd("topics", "sanctions"), tcd("topics", "energy"))}, []string{"topics: FRA energy; TCD energy, sanctions"}},
		{"what both said together", []Part{first(fra("topics", "energy"), together("it was frank", "sanctions", "FRA", "Jean Barrot", "TCD", "Mahamat Saleh"))}, nil},
		{"a topic of every contact", []Part{first(fra("topics", "meeting-preparation")), second(tcd("topics", "sanctions"))}, nil},
		{"said to have been held, and not to", []Part{first(fra("status", "held")), second(tcd("status", "denied"))}, []string{"status: FRA held; TCD denied"}},
		{"ruled out, then held", []Part{first(fra("status", "denied")), second(tcd("status", "held"))}, nil},
		{"said not to have been held, after it was", []Part{
			first(on("2025-03-05"), fra("status", "denied")), second(on("2025-03-05"), tcd("status", "held")),
		}, []string{"status: FRA denied; TCD held"}},
		{"announced, and denied", []Part{
			partOf("a", "2025-03-01", "scheduled", tcd("status", "scheduled")), partOf("b", "2025-03-02", "no-plans", fra("status", "denied")),
		}, []string{"status: FRA denied; TCD scheduled"}},
		{"proposed, and refused", []Part{first(fra("status", "proposed")), second(tcd("status", "denied"))}, nil},
		{"called off by one, still planned by the other", []Part{
			partOf("a", "2025-03-01", "cancelled", fra("status", "cancelled")), partOf("b", "2025-03-02", "cancelled", tcd("status", "scheduled")),
		}, []string{"status: FRA cancelled; TCD scheduled"}},
		{"planned, then called off", []Part{
			partOf("a", "2025-03-01", "scheduled", tcd("status", "scheduled")), partOf("b", "2025-03-02", "cancelled", fra("status", "cancelled")),
		}, nil},
		{"both in one document", []Part{partOf("a", "2025-03-01", "cancelled", fra("status", "cancelled"), tcd("status", "scheduled"))}, []string{"status: FRA cancelled; TCD scheduled"}},
		{"two ministers of one country", []Part{
			first(readout("Ministry of Foreign Affairs of France"), with(minister("A", false))), second(readout("Presidency of Chad"), with(minister("B", false))),
		}, []string{"people: FRA A; TCD B"}},
		{"a minister who was looked up", []Part{
			first(readout("Ministry of Foreign Affairs of France"), with(minister("A", false))), second(readout("Presidency of Chad"), with(minister("B", true))),
		}, nil},
		{"what a document points out", []Part{first(differing("claim", "TCD", "short", "FRA", "long"))}, []string{"claim: FRA long; TCD short"}},
		{"pointed out twice", []Part{first(differing("claim", "TCD", "short", "FRA", "long")), second(differing("claim", "FRA", "two hours", "TCD", "ten minutes"))}, []string{"claim: FRA long; TCD short"}},
		{"claims of other sides are others", []Part{first(differing("claim", "FRA", "long", "TCD", "short")), second(differing("claim", "FRA", "long", "SEN", "late"))}, []string{"claim: FRA long; TCD short", "claim: FRA long; SEN late"}},
		{"one field, all sides", []Part{first(differing("initiator", "FRA", "TCD", "TCD", "FRA")), second(differing("initiator", "SEN", "itself", "FRA", "TCD"))}, []string{"initiator: FRA TCD; SEN itself; TCD FRA"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := Build(tt.parts, nil)
			if diff := cmp.Diff(tt.want, versionsOf(&e)); diff != "" {
				t.Error(diff)
			}
			for _, d := range e.Divergences {
				if !strings.Contains(strings.Join(e.Disputed, " "), d.Field) {
					t.Errorf("%s is not among what is disputed: %v", d.Field, e.Disputed)
				}
			}
		})
	}
}

func minister(name string, inferred bool) record.Person {
	country, office := "FRA", "foreign-minister"
	return record.Person{Name: name, Country: &country, Office: &office, Role: "principal", As: name, Inferred: inferred}
}

func TestOnlyOneSide(t *testing.T) {
	tests := []struct {
		name  string
		parts []Part
		want  []string
	}{
		{"a topic that the other does not mention", []Part{
			partOf("a", "2025-03-13", "held", says("FRA", "Élysée Palace", "topics", "energy"), says("FRA", "Élysée Palace", "topics", "food")),
			partOf("b", "2025-03-14", "held", says("TCD", "Presidency of Chad", "topics", "energy")),
		}, []string{"topics food FRA, not TCD"}},
		{"the other has given no account", []Part{partOf("a", "2025-03-13", "held", says("FRA", "Élysée Palace", "topics", "food"))}, nil},
		{"who asked", []Part{
			partOf("a", "2025-03-13", "held", says("FRA", "Élysée Palace", "initiator", "TCD")), partOf("b", "2025-03-14", "held", tells("TCD", "Mahamat Saleh", "it was short")),
		}, []string{"initiator TCD FRA, not TCD"}},
		{"an answer of its own is no silence", []Part{
			partOf("a", "2025-03-13", "held", says("FRA", "Élysée Palace", "initiator", "TCD"), says("TCD", "Presidency of Chad", "initiator", "FRA")),
		}, nil},
		{"a third country is not silent", []Part{
			partOf("a", "2025-03-13", "held", says("FRA", "Élysée Palace", "initiator", "TCD"), tells("SEN", "Yassine Fall", "it was late")),
		}, nil},
		{"a document says so", []Part{partOf("a", "2025-03-13", "held", func(p *Part) {
			p.OnlyOneSide = []record.OneSided{{Contact: p.Contact.ID, Field: "claim", Value: "a loan", Side: "TCD", Silent: []string{"SEN", "FRA"}}}
		})}, []string{"claim a loan TCD, not FRA SEN"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, o := range Build(tt.parts, nil).OnlyOneSide {
				got = append(got, o.Field+" "+o.Value+" "+o.Side+", not "+strings.Join(o.Silent, " "))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
