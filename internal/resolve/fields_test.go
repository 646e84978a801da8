package resolve_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/record"
)

// fields are the values of a contact that the cases compare.
type fields struct {
	Topics, About   []string
	Date, Place     string
	Initiator, Mode string
	Sources         []string
}

func newReader(t *testing.T) *parley.Reader {
	t.Helper()
	reader, err := parley.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	return reader
}

func read(t *testing.T, reader *parley.Reader, published, body string) record.Reading {
	t.Helper()
	doc := record.Document{ID: "case", Text: body}
	if published != "" {
		doc.Published = &published
	}
	out, err := reader.Read(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func fieldsOf(c *record.Contact) fields {
	f := fields{Topics: c.Topics}
	if len(c.Topics) == 0 {
		f.Topics = nil
	}
	for _, a := range c.About {
		f.About = append(f.About, a.ID)
	}
	if c.Date != nil {
		f.Date = c.Date.From
		if c.Date.To != c.Date.From {
			f.Date += "/" + c.Date.To
		}
	}
	if c.Place != nil {
		f.Place = c.Place.Name
	}
	if c.Initiator != nil {
		f.Initiator = c.Initiator.ID
	}
	for _, chain := range c.ReportedBy {
		f.Sources = append(f.Sources, chain[len(chain)-1].Name)
	}
	return f
}

func TestFieldsOfContacts(t *testing.T) {
	reader := newReader(t)
	tests := []struct {
		name, text string
		want       fields
	}{
		{
			"what was discussed, not what happened before",
			"Emmanuel Macron met Olaf Scholz in Vienna on Monday, days after a terrorist attack in Spain. The two leaders discussed the war in Sudan and trade.",
			fields{Topics: []string{"military-operations", "trade-economy"}, About: []string{"SDN"}, Date: "2025-03-10", Place: "Vienna"},
		},
		{
			"a call has a caller and no place",
			"Emmanuel Macron telephoned Olaf Scholz on Tuesday to discuss energy in Poland.",
			fields{Topics: []string{"energy"}, About: []string{"POL"}, Date: "2025-03-11", Initiator: "FRA"},
		},
		{
			"the day of the announcement is not that of the meeting",
			"Emmanuel Macron will meet Olaf Scholz in Rome next week, the French presidency said Tuesday.",
			fields{Date: "2025-03-17/2025-03-23", Place: "Rome", Sources: []string{"Élysée Palace"}},
		},
		{
			"longer words of a topic win over shorter ones",
			"Emmanuel Macron and Olaf Scholz discussed economic cooperation in Brussels on Monday.",
			fields{Topics: []string{"trade-economy"}, Date: "2025-03-10", Place: "Brussels"},
		},
		{
			"a reunion of a kind is not a topic",
			"Emmanuel Macron held a bilateral meeting with Olaf Scholz in Brussels on Monday.",
			fields{Date: "2025-03-10", Place: "Brussels"},
		},
		{
			"inverted subjects",
			"Le président Emmanuel Macron a reçu lundi à Paris le chancelier Olaf Scholz. Ont été abordés la migration et les droits de douane.",
			fields{Topics: []string{"migration", "trade-economy"}, Date: "2025-03-10", Place: "Paris"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := read(t, reader, "2025-03-12", tt.text)
			if len(r.Contacts) == 0 {
				t.Fatal("no contact found")
			}
			if diff := cmp.Diff(tt.want, fieldsOf(&r.Contacts[0])); diff != "" {
				t.Errorf("%s\n%s", tt.text, diff)
			}
		})
	}
}

func TestSidesDiffer(t *testing.T) {
	reader := newReader(t)
	r := read(t, reader, "2025-03-12", "The German government said on Monday that Emmanuel Macron had telephoned Olaf Scholz. The French foreign ministry said that France did not request the conversation.")
	if len(r.Divergences) != 1 || r.Divergences[0].Field != "initiator" {
		t.Fatalf("divergences %+v, want one on the initiator", r.Divergences)
	}
	if c := r.Contacts[0]; c.Initiator != nil || !cmp.Equal(c.Disputed, []string{"initiator"}) {
		t.Errorf("initiator %v disputed %v, want none and disputed", c.Initiator, c.Disputed)
	}
}

func TestUndertakings(t *testing.T) {
	reader := newReader(t)
	tests := []struct {
		text string
		want []string // who: what, by when
	}{
		{"Emmanuel Macron and Olaf Scholz met in Paris. The two leaders instructed their teams to prepare a treaty.", []string{"DEU: instructed their teams to prepare a treaty", "FRA: instructed their teams to prepare a treaty"}},
		{"Emmanuel Macron and Olaf Scholz agreed to open the road by 2 May.", []string{"DEU: agreed to open the road by 2 May 2025-03-12/2025-05-02", "FRA: agreed to open the road by 2 May 2025-03-12/2025-05-02"}},
		{"Olaf Scholz promised to open the road. Olaf Scholz promised to open the road.", []string{"DEU: promised to open the road"}},
		{"Olaf Scholz pledged to work on “the areas that matter”, according to the chancellery.", []string{"DEU: pledged to work on “the areas that matter”"}},
		{"Olaf Scholz pledged to spare areas where people live.", []string{"DEU: pledged to spare areas where people live"}},
		{"Nicolás Maduro e Irfaan Ali acordaron este jueves que la frontera seguirá abierta.", []string{"GUY: acordaron este jueves que la frontera seguirá abierta", "VEN: acordaron este jueves que la frontera seguirá abierta"}},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range read(t, reader, "2025-03-12", tt.text).Commitments {
			line := c.Who.ID + ": " + c.Text
			if c.Date != nil {
				line += " " + c.Date.From + "/" + c.Date.To
			}
			got = append(got, line)
		}
		slices.Sort(got)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.text, diff)
		}
	}
}

func TestRivalVersions(t *testing.T) {
	reader := newReader(t)
	tests := []struct{ name, text, want string }{
		{"a denial", "Iran said its foreign minister had met the US envoy in Oman on Friday. Washington denied that the meeting took place.", "status IRN USA"},
		{"set against one another", "India and Pakistan held talks on Friday. India said the talks were about terrorism, while Pakistan said Kashmir was discussed.", "topics IND PAK"},
		{"two who vouch", "Macron and Putin spoke by phone. The fire was caused by a drone according to Moscow and by a fault according to Paris.", "claim FRA RUS"},
		{"told differently", "India and Pakistan held talks on Friday. India said that a truce was agreed. Pakistan gave another account: its foreign ministry said that nothing was signed.", "claim IND PAK"},
		{"in turn", "India and Pakistan held talks on Friday. The Indian foreign ministry said that they were useful. The Pakistani foreign ministry, in turn, said that nothing was signed.", "claim IND PAK"},
		{"in turn, of something else", "India and Pakistan held talks on Friday. The Indian foreign ministry said that they were useful. Nairobi, in turn, said that it was ready to help.", ""},
		{"the other's paper", "India and Pakistan held talks on Friday. India rejected a statement from Islamabad describing them as talks on Kashmir.", "topics IND PAK"},
		{"a view", "India and Pakistan held talks on Friday. India said that it had been a success. For Pakistan, it was a formality: the minister, Ishaq Dar, said that nothing was signed.", "claim IND PAK"},
		{"without a verb", "India and Pakistan held talks on Friday. India says that a truce was agreed; Pakistan, that nothing was signed.", "claim IND PAK"},
		{"unconfirmed", "India said Ishaq Dar had invited S. Jaishankar to Islamabad. Pakistan has neither confirmed nor denied the invitation.", "status IND PAK"},
		{"who called", "India's and Pakistan's foreign ministers spoke by phone on Friday. India said the call was made at Pakistan's request. Pakistan says it was India that called.", "initiator IND PAK"},
		{"denied", "India and Pakistan held talks on Friday. India said that Kashmir was discussed. Pakistan denied this.", "topics IND PAK"},
		{"announced and denied", "India announced a meeting with Pakistan for Monday. Islamabad denied that a meeting was planned.", "status IND PAK"},
		{"none known of", "India said that Ishaq Dar had spoken to S. Jaishankar by phone on Friday. Pakistan's foreign ministry said it was not aware of any call.", "status IND PAK"},
		{"speaks of another thing", "L'Inde et le Pakistan ont mené des pourparlers vendredi. L'Inde a dit qu'une trêve avait été convenue. Islamabad parle d'une simple prise de contact.", "claim IND PAK"},
		{"not a word, but of another thing", "L'Inde et le Pakistan ont mené des pourparlers vendredi. L'Inde a dit qu'une trêve avait été convenue ; Islamabad n'en dit mot et parle d'une simple prise de contact.", "topics IND PAK"},
		{"only told apart", "India and Pakistan held talks on Friday. India said the talks were useful. Pakistan said they would go on.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, d := range read(t, reader, "2025-03-12", tt.text).Divergences {
				got = append(got, d.Field)
				for _, s := range d.Sides {
					got = append(got, s.Side)
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("divergences %q, want %q", got, tt.want)
			}
		})
	}
}

// Words that promise by themselves end where their quotation does: "said" is none of them.
func TestClaimOfAQuotation(t *testing.T) {
	const text = "Emmanuel Macron s'est entretenu mardi par téléphone avec Ilham Aliev, a annoncé l'Élysée. " +
		"« La France souhaite la signature rapide d'un traité de paix », a déclaré Emmanuel Macron."
	var got []string
	for _, a := range read(t, newReader(t), "2025-03-12", text).Contacts[0].Accounts {
		for _, as := range a.Asserts {
			if as.Field == "claim" {
				got = append(got, as.Value)
			}
		}
	}
	if diff := cmp.Diff([]string{"« La France souhaite la signature rapide d'un traité de paix »"}, got); diff != "" {
		t.Error(diff)
	}
}
