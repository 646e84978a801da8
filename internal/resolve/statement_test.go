package resolve

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/sample"
	"github.com/parley-news/parley/record"
)

// said lists the statements of a text as "speaker act via: first words".
func said(t *testing.T, lang, text string) []string {
	t.Helper()
	d := sample.Read(t, lang, text, sample.Day)
	var out []string
	for _, s := range Read(d, extract.Run(d), record.Document{ID: "test"}).Statements {
		line := s.Speaker.Name + " " + s.Act
		for _, v := range s.Via {
			line += " via " + v.Name
		}
		words := strings.Fields(s.Text)
		out = append(out, line+": "+strings.Join(words[:min(3, len(words))], " "))
	}
	return out
}

// Whoever a text brings in without a name is nobody it has named before.
func TestSourceWithoutName(t *testing.T) {
	const before = "Hakainde Hichilema spoke by telephone with the Angolan diplomat Téte António in Lusaka. " +
		"The foreign ministers of Rwanda and Kenya met in Luanda, "
	for _, tt := range []struct {
		source string
		want   []string
	}{
		{"according to Téte António.", []string{"Téte António"}},
		{"according to a diplomat.", nil},
		{"according to a senior Western diplomat.", nil},
		{"according to an official.", nil},
	} {
		t.Run(tt.source, func(t *testing.T) {
			d := sample.Read(t, "en", before+tt.source, sample.Day)
			var got []string
			for _, c := range Read(d, extract.Run(d), record.Document{ID: "test"}).Contacts {
				for _, chain := range c.ReportedBy {
					for _, src := range chain {
						got = append(got, src.Name)
					}
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("reported by (-want +got):\n%s", diff)
			}
		})
	}
}

func TestStatements(t *testing.T) {
	for _, tt := range []struct {
		name, lang, text string
		want             []string
	}{
		{"a pronoun goes on with who spoke", "en",
			"Emmanuel Macron said that Olaf Scholz was late. He added that the road was closed.",
			[]string{"Emmanuel Macron say: Olaf Scholz was", "Emmanuel Macron say: the road was"}},
		{"a source is nobody who spoke before", "en",
			"Emmanuel Macron said that Olaf Scholz was late. A source close to the talks said that the road was closed.",
			[]string{"Emmanuel Macron say: Olaf Scholz was"}},
		{"who asked for a call has said nothing", "en",
			"The call between Macron and Scholz lasted an hour and was requested by Berlin.", nil},
		{"nor are sources that a sentence is told by", "fr",
			"Emmanuel Macron a déclaré que la route était fermée. Selon des sources diplomatiques, le pont est ouvert à tous.",
			[]string{"Emmanuel Macron say: la route était"}},
		{"a pronoun takes up the subject before its clause", "en",
			"Olaf Scholz said that the road was closed. Emmanuel Macron wants to see the bridge, he told Reuters.",
			[]string{"Olaf Scholz say: the road was", "Emmanuel Macron say via Reuters: Emmanuel Macron wants"}},
		{"people before states", "en",
			"Emmanuel Macron met Olaf Scholz in Paris. The two leaders said that the road was closed.",
			[]string{"Emmanuel Macron and Olaf Scholz say: the road was"}},
		{"the word that leads to it is no part, behind hearers too", "es",
			"Pedro Sánchez dijo a los periodistas que no hay acuerdo.",
			[]string{"Pedro Sánchez say: no hay acuerdo."}},
		{"one quotation over sentences is one statement", "en",
			`"The road is closed for now. The bridge is open to all," Olaf Scholz said.`,
			[]string{`Olaf Scholz say: "The road is`}},
		{"a quotation alone goes on", "en",
			`Olaf Scholz said that the road was closed. "We are working on the bridge day and night."`,
			[]string{"Olaf Scholz say: the road was", `Olaf Scholz say: "We are working`}},
		{"but not behind a speaker without a name", "en",
			`Olaf Scholz said that the road was closed. "It was open," a driver said. "I saw it with my own eyes."`,
			[]string{"Olaf Scholz say: the road was"}},
		{"officials speak for their state", "en",
			"French officials said that the road was closed.",
			[]string{"France say: the road was"}},
		{"the paper's author goes on", "en",
			"The Kremlin said that the road was closed. The bridge is open to all, the statement added.",
			[]string{"Kremlin say: the road was", "Kremlin say: The bridge is"}},
		{"a ministry announces what its own side did", "en",
			"Emmanuel Macron spoke with Olaf Scholz on Monday, the Foreign Ministry said.",
			[]string{"Foreign Ministry of France say: Emmanuel Macron spoke"}},
		{"the head of a report is no part of it", "en",
			"PARIS, March 6 (Reuters) — The road is closed for now, the Kremlin said.",
			[]string{"Kremlin say: The road is"}},
		{"a dash behind a verb parts no head", "en",
			"PARIS will wait – and wait – for the bridge, the Kremlin said.",
			[]string{"Kremlin say: PARIS will wait"}},
		{"who relays is the way", "fr",
			"Le Kremlin a indiqué que la route était fermée. Vladimir Poutine a remercié Emmanuel Macron pour le pont, ajoute le communiqué.",
			[]string{"Kremlin say: la route était", "Vladimir Putin thank via Kremlin: Vladimir Poutine a"}},
		{"a subject left out", "ro",
			"Emmanuel Macron a declarat că drumul este închis. A adăugat că podul este deschis.",
			[]string{"Emmanuel Macron say: drumul este închis.", "Emmanuel Macron say: podul este deschis."}},
	} {
		t.Run(tt.lang+" "+tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, said(t, tt.lang, tt.text)); diff != "" {
				t.Errorf("%s\n(-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestSpeakTogether(t *testing.T) {
	d := sample.Read(t, "en", "Emmanuel Macron met Olaf Scholz in Paris. The two leaders said that the road was closed.", sample.Day)
	var got []string
	for _, s := range Read(d, extract.Run(d), record.Document{ID: "test"}).Statements[0].Speaker.Joint {
		got = append(got, *s.ID+" "+s.Type+" "+*s.Country+" "+s.As)
	}
	if diff := cmp.Diff([]string{"Emmanuel Macron person FRA Emmanuel Macron", "Olaf Scholz person DEU Olaf Scholz"}, got); diff != "" {
		t.Error(diff)
	}
}

// A journey that only brings somebody to a meeting is no contact, and no statement
// speaks of it.
func TestStatementOfJourneyToMeeting(t *testing.T) {
	const text = "Cuban Foreign Minister Bruno Rodríguez said he arrived in Doha on Monday to meet his American counterpart Antony Blinken."
	d := sample.Read(t, "en", text, sample.Day)
	got := Read(d, extract.Run(d), record.Document{ID: "test"})
	if len(got.Contacts) != 1 || len(got.Statements) != 1 {
		t.Fatalf("%d contacts and %d statements", len(got.Contacts), len(got.Statements))
	}
	if diff := cmp.Diff([]string{got.Contacts[0].ID}, got.Statements[0].Contacts); diff != "" {
		t.Errorf("contacts of the statement (-want +got):\n%s", diff)
	}
}
