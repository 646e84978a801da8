package export

import "github.com/parley-news/parley/record"

// sampleEntries are a register in which every field has a value somewhere: a call on
// which the sides differ and that a person has mended; a visit; a refusal without a
// day; talks through a go-between that are only proposed; a meeting that was called
// off; one of which a person has said that it is none; and one of which nothing is known.
func sampleEntries() []record.Entry {
	return []record.Entry{sampleCall(), sampleVisit(), sampleRefusal(), sampleProposal(), sampleCancelled(), sampleRejected(), sampleUnknown()}
}

func spoken(document string, start int, text string) record.Words {
	return record.Words{Document: document, Start: start, End: start + len(text), Text: text}
}

func state(id, name, role string) record.Party {
	return record.Party{ID: id, Name: name, Type: "state", Role: role}
}

func organisation(id, name, role string) record.Party {
	return record.Party{ID: id, Name: name, Type: "organisation", Role: role}
}

func sampleCall() record.Entry {
	tass := []record.Source{{Name: "TASS", Type: "outlet"}, {Name: "Kremlin", Type: "institution"}}
	palace := []record.Source{{Name: "Élysée Palace", Type: "institution"}}
	return record.Entry{
		Schema: record.Schema, ID: "10aa11bb22cc33dd", Kind: "call", Mode: "direct", Status: "held", Step: "held",
		Parties: []record.Party{state("FRA", "France", "party"), state("RUS", "Russia", "party")},
		People: []record.Person{
			{ID: new("emmanuel macron"), Name: "Emmanuel Macron", Country: new("FRA"), Office: new("president"), Role: "principal", As: "the French president", Inferred: true},
			{ID: new("vladimir putin"), Name: "Vladimir Putin", Native: new("Владимир Путин"), Country: new("RUS"), Office: new("president"), Role: "principal", As: "Putin"},
			{Name: "Yuri \"Y\" <Ushakov> & aides", Country: new("RUS"), Office: new("presidential-aide"), Role: "attendee", As: "aides"},
		},
		Date:     &record.Date{From: "2022-02-12", To: "2022-02-12", Time: new("14:30"), Zone: new("+01:00"), Basis: "relative", Text: "on Saturday"},
		Duration: &record.Duration{Min: new("PT1H40M"), Max: new("PT1H40M"), Text: "an hour and forty minutes"},
		Topics:   []string{"ceasefire", "nuclear-programme"}, About: []record.Actor{{ID: "UKR", Name: "Ukraine"}},
		Outcome: new("to speak again; \"soon\" <, & no more>"), Disputed: []string{"initiator"}, Codes: record.Codes{CAMEO: "041", PLOVER: "CONSULT"},
		Members: []record.Member{
			{
				Ref: record.Ref{Document: "d1", Contact: "10aa11bb22cc33dd"}, Outlet: new("The Courier & Post"), Language: "en", Published: new("2022-02-13"),
				Title: "Macron & Putin <speak>, again", URL: new("https://example.org/a?b=1&c=<2>"), Main: true,
			},
			{Ref: record.Ref{Document: "d2", Contact: "20"}, Outlet: new("الجريدة"), Language: "ar", Published: new("2022-02-14"), Title: "مكالمة بين ماكرون وبوتين", Main: true},
			{Ref: record.Ref{Document: "d2", Contact: "21"}, Outlet: new("الجريدة"), Language: "ar", Published: new("2022-02-14"), Title: "مكالمة بين ماكرون وبوتين"},
		},
		Accounts: []record.EntryAccount{
			{Side: new("FRA"), Chain: palace, Asserts: []record.EntryAssertion{
				{Field: "initiator", Value: "RUS", Words: spoken("d1", 80, "which Moscow asked for")},
				{Field: "topics", Value: "ceasefire", Words: spoken("d1", 60, "a truce")},
			}},
			{Side: new("RUS"), Chain: tass, Asserts: []record.EntryAssertion{{Field: "initiator", Value: "FRA", Words: spoken("d2", 12, "بطلب من باريس")}}},
		},
		Life: []record.LifeStep{
			{
				Status: "scheduled", Step: "scheduled", Announced: new("2022-02-10"), For: &record.Interval{From: "2022-02-12", To: "2022-02-13"},
				By: new("FRA"), Words: spoken("d1", 5, "were to speak"),
			},
			{
				Status: "held", Step: "held", Announced: new("2022-02-13"), For: &record.Interval{From: "2022-02-12", To: "2022-02-12"},
				Words: spoken("d1", 40, "spoke by telephone"),
			},
		},
		Divergences: []record.EntryDivergence{{Field: "initiator", Sides: []record.EntrySays{
			{Side: "FRA", Says: "RUS", Words: spoken("d1", 80, "which Moscow asked for")}, {Side: "RUS", Says: "FRA", Words: spoken("d2", 12, "بطلب من باريس")},
		}}},
		OnlyOneSide: []record.EntryOneSided{{Field: "topics", Value: "ceasefire", Side: "FRA", Silent: []string{"RUS"}, Words: spoken("d1", 60, "a truce")}},
		Corrections: []record.Correction{
			{
				ID: 3, At: "2022-03-01T10:00:00Z", Author: "Ada", Reason: "the readout says so; \"see\" <it>", Action: "set", Field: "date", Value: "2022-02-12",
				Contacts: []record.Ref{{Document: "d1", Contact: "10aa11bb22cc33dd"}},
			},
			{
				ID: 4, At: "2022-03-02T09:15:30Z", Author: "Ada", Reason: "the same call", Action: "merge",
				Contacts: []record.Ref{{Document: "d1", Contact: "10aa11bb22cc33dd"}, {Document: "d2", Contact: "20"}},
			},
		},
	}
}

func sampleVisit() record.Entry {
	return record.Entry{
		Schema: record.Schema, ID: "20bb", Kind: "visit", Mode: "direct", Summit: true, Status: "scheduled", Step: "moved",
		Parties: []record.Party{state("ROU", "Romania", "guest"), state("EGY", "Egypt", "host")},
		People: []record.Person{
			{Name: "Bogdan Aurescu", Country: new("ROU"), Office: new("foreign-minister"), Role: "principal", As: "ministrul"},
			{Name: "Abdel Fattah el-Sisi", Native: new("عبد الفتاح السيسي"), Country: new("EGY"), Office: new("president"), Role: "principal", As: "السيسي"},
			{Name: "Sameh Shoukry", Native: new("سامح شكري"), Country: new("EGY"), Office: new("foreign-minister"), Role: "principal", As: "شكري"},
		},
		Date:  &record.Date{From: "2022-03-30", To: "2022-03-31", Basis: "explicit", Text: "on 30 and 31 March"},
		Place: &record.Place{Name: "Cairo", Country: new("EGY"), Lat: new(30.04), Lon: new(31.24)}, Initiator: &record.Actor{ID: "EGY", Name: "Egypt"},
		Topics: []string{"trade-economy", "energy"}, Codes: record.Codes{CAMEO: "036", PLOVER: "CONSULT"},
		Members: []record.Member{{
			Ref: record.Ref{Document: "https://example.org/ro", Contact: "20bb"}, Outlet: new("Gazeta"), Language: "ro", Published: new("2022-03-01"),
			Title: "Vizită la Cairo, în martie", URL: new("https://example.org/ro"), Main: true,
		}},
		Life: []record.LifeStep{{
			Status: "scheduled", Step: "moved", Announced: new("2022-03-01"), For: &record.Interval{From: "2022-03-30", To: "2022-03-31"},
			By: new("EGY"), Words: spoken("https://example.org/ro", 8, "a fost mutată"),
		}},
	}
}

func sampleRefusal() record.Entry {
	return record.Entry{
		Schema: record.Schema, ID: "30cc", Kind: "meeting", Mode: "direct", Status: "denied", Step: "refused",
		Parties: []record.Party{state("ISR", "Israel", "party")}, Groups: []string{"Hamas", "A group nobody knows"},
		Codes:   record.Codes{CAMEO: "125", PLOVER: "REJECT"},
		Members: []record.Member{{Ref: record.Ref{Document: "d5", Contact: "30cc"}, Language: "en", Title: "No talks"}},
		Life:    []record.LifeStep{{Status: "denied", Step: "refused", By: new("ISR"), Words: spoken("d5", 3, "will not meet")}},
	}
}

func sampleProposal() record.Entry {
	return record.Entry{
		Schema: record.Schema, ID: "40dd", Kind: "talks", Mode: "indirect", Status: "proposed", Step: "called-for",
		Parties: []record.Party{
			state("UKR", "Ukraine", "party"), state("RUS", "Russia", "party"), state("TUR", "Turkey", "mediator"),
			organisation("EU", "European Union", "party"), organisation("Five Eyes", "Five Eyes", "observer"),
		},
		Date:      &record.Date{From: "2022-04-01", To: "2022-04-30", Basis: "explicit", Approximate: true, Text: "in April"},
		Place:     &record.Place{Name: "Alaska", Country: new("USA"), Lat: new(64.0), Lon: new(-150.0)},
		Duration:  &record.Duration{Max: new("P2D"), Text: "two days at most"},
		Initiator: &record.Actor{ID: "TUR", Name: "Turkey"}, Topics: []string{"peace-settlement", "media"}, Disputed: []string{"date", "place"},
		Codes: record.Codes{CAMEO: "036", PLOVER: "COOPERATE"},
		Members: []record.Member{{
			Ref: record.Ref{Document: "d6", Contact: "40dd"}, Outlet: new("Haber"), Language: "tr", Published: new("2022-03-20"), Title: "Görüşme çağrısı",
		}},
		Accounts: []record.EntryAccount{{Side: new("TUR"), Chain: []record.Source{{Name: "Foreign Ministry", Type: "institution"}}, Asserts: []record.EntryAssertion{
			{Field: "date", Value: "2022-04-01/2022-04-30", Words: spoken("d6", 30, "Nisan'da")},
		}}},
		Divergences: []record.EntryDivergence{
			{Field: "date", Sides: []record.EntrySays{
				{Side: "RUS", Says: "2022-04-20/2022-04-30", Words: spoken("d6", 60, "Nisan sonunda")}, {Side: "TUR", Says: "2022-04-01", Words: spoken("d6", 30, "1 Nisan'da")},
			}},
			{Field: "place", Sides: []record.EntrySays{{Side: "RUS", Says: "Alaska", Words: spoken("d6", 80, "Alaska")}, {Side: "TUR", Says: "Istanbul", Words: spoken("d6", 90, "İstanbul")}}},
		},
	}
}

func sampleCancelled() record.Entry {
	return record.Entry{
		Schema: record.Schema, ID: "50ee", Kind: "meeting", Mode: "direct", Status: "cancelled", Step: "postponed",
		Parties: []record.Party{state("CHN", "China", "party"), state("USA", "United States", "party")},
		People:  []record.Person{{Name: "Li Shangfu", Country: new("CHN"), Office: new("defence-minister"), Role: "principal", As: "李尚福", Native: new("李尚福")}},
		Date:    &record.Date{From: "2022-05-28", To: "2022-05-28", Time: new("09:00"), Zone: new("Asia/Singapore"), Basis: "explicit", Text: "28 May"},
		Place:   &record.Place{Name: "Singapore", Country: new("SGP"), Lat: new(1.29), Lon: new(103.85)},
		Codes:   record.Codes{CAMEO: "161", PLOVER: "REJECT"},
		Members: []record.Member{{Ref: record.Ref{Document: "d7", Contact: "50ee"}, Outlet: new("The Strait"), Language: "en", Published: new("2022-05-20"), Title: "Off", Main: true}},
		Life: []record.LifeStep{
			{Status: "scheduled", Step: "agreed", Announced: new("2022-05-01"), For: &record.Interval{From: "2022-05-28", To: "2022-05-28"}, Words: spoken("d7", 1, "agreed")},
			{Status: "cancelled", Step: "postponed", Announced: new("2022-05-20"), By: new("CHN"), Words: spoken("d7", 9, "put off")},
		},
	}
}

func sampleRejected() record.Entry {
	return record.Entry{
		Schema: record.Schema, ID: "60ff", Kind: "letter", Mode: "direct", Status: "held", Step: "held", Rejected: true,
		Parties: []record.Party{state("DEU", "Germany", "party"), state("POL", "Poland", "party")}, Codes: record.Codes{CAMEO: "040", PLOVER: "CONSULT"},
		Date:    &record.Date{From: "2022-06-01", To: "2022-06-01", Basis: "explicit", Text: "1 June"},
		Members: []record.Member{{Ref: record.Ref{Document: "d8", Contact: "60ff"}, Language: "de", Published: new("2022-06-02"), Title: "Ein Brief"}},
		Corrections: []record.Correction{{
			ID: 5, At: "2022-06-03T00:00:00Z", Author: "Ada", Reason: "a letter to the editor", Action: "reject",
			Contacts: []record.Ref{{Document: "d8", Contact: "60ff"}},
		}},
	}
}

// sampleUnknown is an entry of which nothing is known.
func sampleUnknown() record.Entry {
	return record.Entry{
		Schema: record.Schema, ID: "70aa", Kind: "other", Mode: "direct", Status: "held", Step: "held", Codes: record.Codes{CAMEO: "040", PLOVER: "CONSULT"},
		Members: []record.Member{{Ref: record.Ref{Document: "d9", Contact: "70aa"}}},
	}
}
