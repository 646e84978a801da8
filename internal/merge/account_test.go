package merge

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/record"
)

// written writes accounts down, one per line: the side, the chain, and field=value@document
// for each assertion. Assertions of status and people, which every document makes, are
// left out.
func written(accounts []record.EntryAccount) string {
	var b strings.Builder
	for _, a := range accounts {
		var chain []string
		for _, s := range a.Chain {
			chain = append(chain, s.Name)
		}
		b.WriteString(or(a.Side) + " " + strings.Join(chain, " < ") + ":")
		for _, as := range a.Asserts {
			if as.Field != "status" && as.Field != "people" {
				b.WriteString(" " + as.Field + "=" + as.Value + "@" + as.Document)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestAccounts(t *testing.T) {
	tests := []struct {
		name  string
		parts []Part
		want  string
	}{
		{"one for a side and chain in all documents", []Part{
			partOf("b", "2025-03-02", "held", says("FRA", "Élysée Palace", "place", "Paris")),
			partOf("a", "2025-03-01", "held", says("FRA", "Élysée Palace", "initiator", "TCD")),
		}, "FRA Élysée Palace: initiator=TCD@a place=Paris@b\n a:\n b:\n"},
		{"an assertion of two documents has both words", []Part{
			partOf("a", "2025-03-01", "held", says("FRA", "Élysée Palace", "initiator", "TCD")),
			partOf("b", "2025-03-02", "held", says("FRA", "Élysée Palace", "initiator", "TCD")),
		}, "FRA Élysée Palace: initiator=TCD@a initiator=TCD@b\n a:\n b:\n"},
		{"a source is of the side that another document gives it", []Part{
			partOf("a", "2025-03-01", "held", says("TCD", "Mahamat Saleh", "initiator", "FRA")),
			partOf("b", "2025-03-02", "held", says("", "Mahamat Saleh", "place", "Paris")),
		}, "TCD Mahamat Saleh: initiator=FRA@a place=Paris@b\n a:\n b:\n"},
		{"an assertion without words keeps those of the contact", []Part{
			partOf("a", "2025-03-01", "held", says("FRA", "Élysée Palace", "place", "Paris"), func(p *Part) { p.Contact.Accounts[0].Asserts[0].Evidence = nil }),
		}, "FRA Élysée Palace: place=Paris@a\n a:\n"},
		{"documents that do not agree whose it is leave it as they say", []Part{
			partOf("a", "2025-03-01", "held", says("TCD", "A", "initiator", "FRA")), partOf("b", "2025-03-02", "held", says("FRA", "A", "initiator", "FRA")),
			partOf("c", "2025-03-03", "held", says("", "A", "initiator", "TCD")),
		}, "FRA A: initiator=FRA@b\nTCD A: initiator=FRA@a\n A: initiator=TCD@c\n a:\n b:\n c:\n"},
		{"what is said of it is a claim, of a third country too", []Part{
			partOf("a", "2025-03-01", "held", tells("FRA", "Jean Barrot", "it was frank", "energy"), tells("SEN", "Yassine Fall", "it was late")),
		}, "FRA Jean Barrot: topics=energy@a claim=it was frank@a\nSEN Yassine Fall: claim=it was late@a\n a:\n"},
		{"what several say together each of them says", []Part{
			partOf("a", "2025-03-01", "held", together("it was frank", "energy", "FRA", "Jean Barrot", "TCD", "Mahamat Saleh")),
		}, "FRA Jean Barrot: topics=energy@a claim=it was frank@a\nTCD Mahamat Saleh: topics=energy@a claim=it was frank@a\n a:\n"},
		{"what they are told to have agreed is told by whoever tells it", []Part{
			partOf("a", "2025-03-01", "held", together("they agreed on it", "energy", "FRA", "Jean Barrot", "TCD", "Mahamat Saleh"), agreeing),
		}, " a: topics=energy@a claim=they agreed on it@a\n"},
		{"who tells what the other said gives an account of its own", []Part{
			partOf("a", "2025-03-01", "held", says("FRA", "Élysée Palace", "", ""), func(p *Part) {
				tells("TCD", "Mahamat Saleh", "it was frank")(p)
				p.Statements[0].Via = []record.Source{{Name: "Le Quotidien", Type: "outlet"}, {Name: "Élysée Palace", Type: "institution"}}
			}),
		}, "FRA Le Quotidien < Élysée Palace < Mahamat Saleh: claim=it was frank@a\nFRA Élysée Palace:\n a:\n"},
		{"a statement that is in an account is no claim once more", []Part{
			partOf("a", "2025-03-01", "held", says("FRA", "Jean Barrot", "claim", "it was frank"), tells("FRA", "Jean Barrot", "it was frank."), func(p *Part) {
				p.Statements[0].Start, p.Statements[0].End = p.Contact.Evidence[1].Start, p.Contact.Evidence[1].End+1
			}),
		}, "FRA Jean Barrot: claim=it was frank@a\n a:\n"},
		{"what was discussed is of the one side it is known from", []Part{
			partOf("a", "2025-03-01", "held", on("2025-03-01"), topics("energy", "sanctions"), says("FRA", "Élysée Palace", "topics", "energy")),
		}, "FRA Élysée Palace: topics=energy@a topics=sanctions@a\n a: date=2025-03-01@a\n"},
		{"but of none where two sides speak", []Part{
			partOf("a", "2025-03-01", "held", topics("energy"), says("FRA", "Élysée Palace", "", ""), says("TCD", "Presidency", "", "")),
		}, "FRA Élysée Palace:\nTCD Presidency:\n a: topics=energy@a\n"},
		{"nor of a third country", []Part{
			partOf("a", "2025-03-01", "held", topics("energy"), tells("SEN", "Yassine Fall", "it was late")),
		}, "SEN Yassine Fall: claim=it was late@a\n a: topics=energy@a\n"},
		{"a readout speaks for its side", []Part{
			partOf("a", "2025-03-01", "held", on("2025-03-01"), at("Paris", "FRA"), readout("Ministry of Foreign Affairs of Chad")),
		}, "TCD Ministry of Foreign Affairs of Chad: date=2025-03-01@a place=Paris@a\n"},
		{"a readout of nobody known is one without a side", []Part{
			partOf("a", "2025-03-01", "held", on("2025-03-01"), readout("Service de presse")),
		}, " Service de presse: date=2025-03-01@a\n"},
		{"a readout that has the account of one party is its own", []Part{
			partOf("a", "2025-03-01", "held", on("2025-03-01"), readout("Service de presse"), says("FRA", "Élysée Palace", "", "")),
		}, "FRA Élysée Palace: date=2025-03-01@a\n"},
		{"the issuer's name tells whose of two", []Part{
			partOf("a", "2025-03-01", "held", on("2025-03-01"), readout("Presidency of Chad"), says("FRA", "Élysée Palace", "", ""), says("TCD", "Presidency of Chad", "", "")),
		}, "FRA Élysée Palace:\nTCD Presidency of Chad: date=2025-03-01@a\n"},
		{"and of none where it has two", []Part{
			partOf("a", "2025-03-01", "held", on("2025-03-01"), readout("Service de presse"), says("FRA", "Élysée Palace", "", ""), says("TCD", "Presidency of Chad", "", "")),
		}, "FRA Élysée Palace:\nTCD Presidency of Chad:\n Service de presse: date=2025-03-01@a\n"},
		{"a document with one source and no account of it", []Part{
			partOf("a", "2025-03-01", "held", on("2025-03-01"), func(p *Part) {
				p.Contact.ReportedBy = [][]record.Source{{{Name: "Le Quotidien", Type: "outlet"}, {Name: "Élysée Palace", Type: "institution"}}}
			}),
			partOf("b", "2025-03-02", "held", says("FRA", "Élysée Palace", "", "")),
		}, "FRA Le Quotidien < Élysée Palace: date=2025-03-01@a\nFRA Élysée Palace:\n b:\n"},
		{"an outlet is called by its name", []Part{
			partOf("a", "2025-03-01", "held", asked("FRA", "France"), outlet("Le Quotidien")),
		}, " Le Quotidien: initiator=FRA@a\n"},
		{"words on a field are a claim, no value of it", []Part{
			partOf("a", "2025-03-01", "held", says("FRA", "Élysée Palace", "", ""), differing("topics", "FRA", "only gas", "TCD", "energy"), differing("status", "FRA", "still on", "TCD", "denied"), differing("date", "FRA", "soon", "TCD", "2025-03-02"), differing("initiator", "FRA", "they did", "TCD", "FRA")),
		}, "FRA Élysée Palace: claim=only gas@a claim=still on@a claim=soon@a claim=they did@a\nTCD a: initiator=FRA@a date=2025-03-02@a topics=energy@a\n a:\n"},
		{"what a document says two sides differ on is in their accounts", []Part{
			partOf("a", "2025-03-01", "held", says("FRA", "Élysée Palace", "", ""), tells("TCD", "Mahamat Saleh", "it was short"), differing("claim", "FRA", "long", "TCD", "short"), differing("outcome", "FRA", "a loan", "SEN", "nothing")),
		}, "FRA Élysée Palace: outcome=a loan@a claim=long@a\nSEN a: outcome=nothing@a\nTCD Mahamat Saleh: claim=it was short@a claim=short@a\n a:\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, written(Build(tt.parts, nil).Accounts)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEveryTopicHasItsOwnWords(t *testing.T) {
	p := partOf("a", "2025-03-01", "held", topics("energy", "sanctions"))
	p.Contact.Evidence = append(p.Contact.Evidence,
		record.Evidence{Field: "topics", Start: 40, End: 49, Text: "sanctions", Rule: "en: sanctions sanction*"},
		record.Evidence{Field: "topics", Start: 60, End: 63, Text: "gas", Rule: "en: energy gas"})
	got := map[string]string{}
	for _, as := range Build([]Part{p}, nil).Accounts[0].Asserts {
		if as.Field == "topics" {
			got[as.Value] = as.Text
		}
	}
	if diff := cmp.Diff(map[string]string{"energy": "gas", "sanctions": "sanctions"}, got); diff != "" {
		t.Error(diff)
	}
}

func readout(issuer string) func(*Part) {
	return func(p *Part) { p.Document.Genre, p.Document.Issuer = "readout", &issuer }
}

// together adds a statement on a topic that persons make together, each after the side
// spoken for.
func together(text, topic string, who ...string) func(*Part) {
	return func(p *Part) {
		tells("", "", text, topic)(p)
		joint := &p.Statements[len(p.Statements)-1].Speaker
		*joint = record.Speaker{Name: "both"}
		for i := 0; i < len(who); i += 2 {
			joint.Joint = append(joint.Joint, record.Speaker{ID: &who[i+1], Name: who[i+1], Country: &who[i]})
		}
	}
}

// agreeing makes the last statement tell of an agreement.
func agreeing(p *Part) { p.Statements[len(p.Statements)-1].Act = "agree" }

func outlet(name string) func(*Part) { return func(p *Part) { p.Document.Outlet = &name } }

// differing has the document point out, in words of each, that two sides differ on a field.
func differing(field, side, says, other, otherSays string) func(*Part) {
	return func(p *Part) {
		c := &p.Contact
		at := len(c.Evidence)
		for _, words := range []string{says, otherSays} {
			start := 100 * (len(c.Evidence) + 1)
			c.Evidence = append(c.Evidence, record.Evidence{Field: field, Start: start, End: start + len(words), Text: words, Rule: "en: x"})
		}
		p.Divergences = append(p.Divergences, record.Divergence{Contact: c.ID, Field: field, Sides: []record.Says{
			{Side: side, Says: says, Evidence: at}, {Side: other, Says: otherSays, Evidence: at + 1},
		}})
	}
}
