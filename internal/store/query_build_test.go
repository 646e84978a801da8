package store

import (
	"iter"
	"strings"
	"testing"

	"github.com/parley-news/parley/record"
)

// paper begins a reading: outlet and language are one word each, "-" for none.
func paper(id, day, outlet, language, words string) *record.Reading {
	title, rest, _ := strings.Cut(words, "\n")
	r := &record.Reading{Schema: record.Schema, Document: record.Document{
		ID: id, Genre: "article", Language: language, Title: title, SHA256: hash(words), Text: words,
		Passages: []record.Passage{
			{Role: record.RoleTitle, Language: language, End: len(title)},
			{Role: record.RoleReport, Language: language, Start: len(words) - len(rest), End: len(words)},
		},
	}}
	if day != "-" {
		r.Document.Published = &day
	}
	if outlet != "-" {
		r.Document.Outlet = &outlet
	}
	return r
}

// tells adds a contact: its id, kind, step and parties, and its days, "" for none.
func tells(r *record.Reading, id, kind, step, parties, days string, with ...func(*record.Contact)) {
	c := record.Contact{ID: id, Kind: kind, Mode: "direct", Step: step, Status: record.Steps[step], Main: true}
	for p := range strings.FieldsSeq(parties) {
		c.Parties = append(c.Parties, record.Party{ID: p, Name: stateNames[p], Type: "state", Role: "party"})
	}
	if days != "" {
		from, to, two := strings.Cut(days, "/")
		if !two {
			to = from
		}
		c.Date = &record.Date{From: from, To: to, Basis: "explicit", Text: days}
	}
	for _, f := range with {
		f(&c)
	}
	r.Contacts = append(r.Contacts, c)
}

var stateNames = map[string]string{
	"FRA": "France", "UKR": "Ukraine", "RUS": "Russia", "TUR": "Turkey", "DEU": "Germany", "CHN": "China", "SRB": "Serbia",
	"XKX": "Kosovo", "EGY": "Egypt", "ITA": "Italy", "QAT": "Qatar", "BRA": "Brazil", "ARG": "Argentina", "GIN": "Guinea", "GNQ": "Equatorial Guinea",
}

func person(id, name, native, country string) func(*record.Contact) {
	return func(c *record.Contact) {
		p := record.Person{Name: name, Country: &country, Office: ptr("foreign-minister"), Role: "principal", As: name}
		if id != "" {
			p.ID = &id
		}
		if native != "" {
			p.Native = &native
		}
		c.People = append(c.People, p)
	}
}

func place(name, country string) func(*record.Contact) {
	return func(c *record.Contact) { c.Place = &record.Place{Name: name, Country: &country} }
}

func topics(t ...string) func(*record.Contact) {
	return func(c *record.Contact) { c.Topics = t }
}

func groups(g ...string) func(*record.Contact) {
	return func(c *record.Contact) { c.Groups = g }
}

func about(id string) func(*record.Contact) {
	return func(c *record.Contact) { c.About = append(c.About, record.Actor{ID: id, Name: stateNames[id]}) }
}

// account is one side's, of who began.
func account(side, initiator string) func(*record.Contact) {
	return func(c *record.Contact) {
		c.Evidence = append(c.Evidence, record.Evidence{Field: "initiator", Start: 0, End: 5, Text: "words", Rule: "en: began"})
		c.Accounts = append(c.Accounts, record.Account{
			Side: &side, Chain: []record.Source{{Name: side, Type: "state"}},
			Asserts: []record.Assertion{{Field: "initiator", Value: initiator, Evidence: []int{len(c.Evidence) - 1}}},
		})
	}
}

// seen gives a contact evidence at some words of its document.
func seen(r *record.Reading, words string) func(*record.Contact) {
	start := strings.Index(r.Document.Text, words)
	return func(c *record.Contact) {
		c.Evidence = append(c.Evidence, record.Evidence{Field: "kind", Start: start, End: start + len(words), Text: words, Rule: "en: kind"})
	}
}

// says adds a statement; contacts are those it is about.
func says(r *record.Reading, id, who, country, act, topic string, contacts ...string) {
	s := record.Statement{
		ID: id, Speaker: record.Speaker{Name: who, As: who}, Kind: "indirect", Act: act, Text: r.Document.Text[:4], End: 4, Contacts: contacts,
	}
	if country != "" {
		s.Speaker.Country = &country
	}
	if strings.Contains(who, " ") {
		s.Speaker.ID = &who
	}
	if topic != "" {
		s.Topics = strings.Fields(topic)
	}
	r.Statements = append(r.Statements, s)
}

// promises adds a commitment in some words of the document, due on a day, "" for none.
func promises(r *record.Reading, who, words, day string) {
	start := strings.Index(r.Document.Text, words)
	c := record.Commitment{Who: record.Actor{ID: who, Name: stateNames[who]}, Text: words, Evidence: []record.Evidence{
		{Field: "commitment", Start: start, End: start + len(words), Text: words, Rule: "en: commit"},
	}}
	if day != "" {
		c.Date = &record.Date{From: day, To: day, Basis: "explicit", Text: day}
	}
	r.Commitments = append(r.Commitments, c)
}

// small is a small register.
func small(t testing.TB) *Store {
	t.Helper()
	s, _ := open(t)
	var readings []record.Reading
	for _, r := range smallReadings() {
		readings = append(readings, *r)
	}
	add(t, s, readings...)
	if _, err := s.Correct(t.Context(), record.Correction{
		Action: "reject", Contacts: []record.Ref{{Document: "wrong", Contact: "h-wrong"}}, Author: "Ann", Reason: "a football match",
	}); err != nil {
		t.Fatal(err)
	}
	return s
}

func smallReadings() []*record.Reading {
	call := paper("call-fr", "2025-03-10", "Le Monde", "fr", "Paris et Kiev\nLe président s'est entretenu dimanche avec son homologue d'une trêve à Genève. L'appel a duré une heure.")
	tells(call, "a-call", "call", "held", "FRA UKR", "2025-03-09", topics("ceasefire"), account("FRA", "FRA"),
		person("Emmanuel Macron", "Emmanuel Macron", "", "FRA"), person("Volodymyr Zelenskyy", "Volodymyr Zelenskyy", "Володимир Зеленський", "UKR"))
	says(call, "s1", "Emmanuel Macron", "FRA", "propose", "ceasefire", "a-call")

	same := paper("call-en", "2025-03-10", "Reuters", "en", "Leaders speak of a truce\nThe two presidents spoke by phone on Sunday about a truce, the Élysée said.")
	tells(same, "b-call", "call", "held", "FRA UKR", "2025-03-09", topics("ceasefire", "prisoners"), account("UKR", "UKR"),
		person("Emmanuel Macron", "Emmanuel Macron", "", "FRA"), about("RUS"))
	says(same, "s2", "Elysee", "FRA", "say", "ceasefire prisoners", "b-call")

	talks := paper("talks-ru", "2025-03-11", "TASS", "ru", "Лавров едет в Стамбул\nПереговоры о поставках газа пройдут двадцатого марта, сообщил Королёв.")
	tells(talks, "c-talks", "talks", "scheduled", "RUS TUR", "2025-03-20", topics("energy"), place("Istanbul", "TUR"),
		person("Sergey Lavrov", "Sergey Lavrov", "Сергей Лавров", "RUS"), person("", "Fidan", "", "TUR"))
	says(talks, "s3", "Sergey Lavrov", "RUS", "warn", "energy", "c-talks")
	says(talks, "s4", "Sergey Lavrov", "RUS", "say", "")

	visit := paper("visit-fr", "2025-03-12", "Le Monde diplomatique", "fr", "Une visite en vue\nBerlin propose à Pékin une visite, sans date, sur le climat.")
	tells(visit, "d-visit", "visit", "proposed", "DEU CHN", "", topics("climate"))

	off := paper("off-en", "2025-03-13", "Reuters", "en", "Meeting called off\nThe meeting of Saturday in Brussels was called off. Serbia had promised to meet Kosovo there.")
	tells(off, "e-off", "meeting", "cancelled", "SRB XKX", "2025-03-15", place("Brussels", "BEL"), seen(off, "called off"), seen(off, "meet Kosovo"))
	promises(off, "SRB", "promised to meet Kosovo there", "2025-03-15")

	long := paper("long-it", "2025-03-14", "ANSA", "it", "Visita in corso\nLa visita in Egitto dura da domenica.")
	tells(long, "f-long", "visit", "ongoing", "EGY ITA", "2025-03-12/2025-03-18", place("Cairo", "EGY"))

	past := paper("past-en", "2025-02-20", "Reuters", "en", "A meeting announced\nBrazil promised to receive Argentina on 5 March. Brazil also promised aid.")
	tells(past, "g-past", "meeting", "scheduled", "BRA ARG", "2025-03-05", topics("trade-economy", "energy"), seen(past, "receive Argentina"))
	promises(past, "BRA", "promised to receive Argentina on 5 March", "2025-03-05")
	promises(past, "BRA", "promised aid", "")

	wrong := paper("wrong", "2025-03-08", "Reuters", "en", "Final in Conakry\nThe two teams meet today.")
	tells(wrong, "h-wrong", "meeting", "held", "GIN GNQ", "2025-03-08", person("Sergey Lavrov", "Sergey Lavrov", "", "RUS"))

	month := paper("month-ar", "2025-03-01", "-", "ar", "لقاء في الدوحة\nيلتقي الوفدان في الدوحة خلال مارس، بحسب المسؤول.")
	tells(month, "i-month", "talks", "agreed", "QAT GIN", "2025-03-01/2025-03-31", groups("Hamas"), seen(month, "يلتقي"))
	promises(month, "QAT", "يلتقي الوفدان", "")

	bare := paper("bare", "-", "-", "en", "No day\nNobody knows when Egypt and Qatar met.")
	tells(bare, "j-bare", "meeting", "held", "EGY QAT", "")
	return []*record.Reading{call, same, talks, visit, off, long, past, wrong, month, bare}
}

// all gathers what an iterator gives.
func all[T any](t *testing.T, seq iter.Seq2[T, error]) []T {
	t.Helper()
	var out []T
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

func ids(entries []record.Entry) string {
	var out []string
	for _, e := range entries {
		out = append(out, e.ID)
	}
	return strings.Join(out, " ")
}
