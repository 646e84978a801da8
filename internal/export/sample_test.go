package export

import "github.com/parley-news/parley/record"

func of[T any](v T) *T { return &v }

// sample is a reading in which every field has a value somewhere: a call on
// which the two sides differ, and a meeting mentioned in passing.
func sample() record.Reading {
	kremlin := []record.Source{{Name: "TASS", Type: "outlet"}, {Name: "Kremlin", Type: "institution"}}
	elysee := []record.Source{{Name: "Élysée Palace", Type: "institution"}}
	return record.Reading{
		Schema: record.Schema,
		Document: record.Document{
			ID: "d1", URL: of("https://example.org/a?b=1&c=<2>"), Outlet: of("The Courier"), Genre: "article", Issuer: of("Élysée Palace"),
			Language: "en", Title: "Macron and Putin speak by telephone", Published: of("2022-02-13"), Retrieved: of("2022-02-14"),
			SHA256:   "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
			Passages: []record.Passage{{Role: record.RoleTitle, Language: "en", Start: 0, End: 35}},
			Text:     "not printed",
		},
		Contacts: []record.Contact{{
			ID: "c1", Kind: "call", Mode: "direct", Status: "held", Step: "held", Main: true,
			Parties: []record.Party{{ID: "FRA", Name: "France", Type: "state", Role: "party"}, {ID: "RUS", Name: "Russia", Type: "state", Role: "party"}},
			People: []record.Person{
				{Name: "Emmanuel Macron", Country: of("FRA"), Office: of("president"), Role: "principal", As: "the French president", Inferred: true},
				{Name: "Vladimir Putin", Native: of("Владимир Путин"), Country: of("RUS"), Office: of("president"), Role: "principal", As: "Putin"},
			},
			Date:     &record.Date{From: "2022-02-12", To: "2022-02-12", Time: of("14:30"), Zone: of("Europe/Paris"), Basis: "relative", Text: "on Saturday"},
			Duration: &record.Duration{Min: of("PT1H40M"), Max: of("PT1H40M"), Text: "an hour and forty minutes"},
			Topics:   []string{"ceasefire", "peace-settlement"}, About: []record.Actor{{ID: "UKR", Name: "Ukraine"}},
			ReportedBy: [][]record.Source{kremlin, elysee},
			Accounts: []record.Account{
				{Side: of("RUS"), Chain: kremlin, Asserts: []record.Assertion{{Field: "initiator", Value: "FRA", Evidence: []int{2}}}},
				{Side: of("FRA"), Chain: elysee, Asserts: []record.Assertion{
					{Field: "initiator", Value: "RUS", Evidence: []int{3}}, {Field: "topics", Value: "peace-settlement", Evidence: []int{1}},
				}},
			},
			Disputed: []string{"initiator"}, Codes: record.Codes{CAMEO: "041", PLOVER: "CONSULT"},
			Evidence: []record.Evidence{
				{Field: "kind", Start: 40, End: 50, Text: "spoke by telephone", Rule: "en: contact speak"},
				{Field: "topics", Start: 60, End: 70, Text: "a settlement", Rule: "en: topic settlement"},
				{Field: "initiator", Start: 80, End: 95, Text: "at Paris's request", Rule: "en: initiator request"},
				{Field: "initiator", Start: 99, End: 120, Text: "which Moscow asked for", Rule: "en: initiator ask"},
			},
		}, {
			ID: "c2", Kind: "meeting", Mode: "indirect", Summit: true, Status: "scheduled", Step: "moved", PartOf: of("c1"),
			Parties: []record.Party{{ID: "FRA", Name: "France", Type: "state", Role: "guest"}, {ID: "EGY", Name: "Egypt", Type: "state", Role: "mediator"}},
			Groups:  []string{"Hamas"}, Place: &record.Place{Name: "Cairo", Country: of("EGY"), Lat: of(30.04), Lon: of(31.24)},
			Initiator: &record.Actor{ID: "EGY", Name: "Egypt"}, Outcome: of("nothing was signed"),
			Date:     &record.Date{From: "2022-03-01", To: "2022-03-10", Basis: "explicit", Approximate: true, Text: "early in March"},
			Codes:    record.Codes{CAMEO: "042"},
			Evidence: []record.Evidence{{Field: "kind", Start: 200, End: 207, Text: "meeting", Rule: "en: contact meeting"}},
		}},
		Statements: []record.Statement{{
			ID: "s1", Speaker: record.Speaker{Name: "Dmitry Peskov", Type: "person", Country: of("RUS"), Office: of("spokesperson"), As: "Peskov"},
			Kind: "quote", Act: "deny", Start: 130, End: 160, Text: `"There is no such plan"`, Quote: of("There is no such plan"),
			Via: kremlin[:1], Addressees: []record.Actor{{ID: "FRA", Name: "France"}}, Topics: []string{"military-operations"},
			About: []record.Actor{{ID: "UKR", Name: "Ukraine"}}, Contacts: []string{"c1"},
			Date:     &record.Date{From: "2022-02-13", To: "2022-02-13", Basis: "relative", Text: "on Sunday"},
			Codes:    record.Codes{CAMEO: "016"},
			Evidence: []record.Evidence{{Field: "act", Start: 125, End: 129, Text: "denied", Rule: "en: speech deny"}},
		}, {
			ID: "s2", Speaker: record.Speaker{Name: "France", Type: "state", Country: of("FRA"), As: "Paris"}, Kind: "indirect", Act: "warn", Start: 165, End: 180,
			Text: "that talks cannot wait", Codes: record.Codes{CAMEO: "013"},
		}},
		Divergences: []record.Divergence{{Contact: "c1", Field: "initiator", Sides: []record.Says{{Side: "FRA", Says: "RUS", Evidence: 3}, {Side: "RUS", Says: "FRA", Evidence: 2}}}},
		OnlyOneSide: []record.OneSided{{Contact: "c1", Field: "topics", Value: "ceasefire", Side: "FRA", Silent: []string{"RUS"}}},
		Commitments: []record.Commitment{{
			Who: record.Actor{ID: "FRA", Name: "France"}, Text: "to send an envoy", Date: &record.Date{From: "2022-02-20", To: "2022-02-20", Basis: "explicit", Text: "20 February"},
			Evidence: []record.Evidence{{Field: "commitment", Start: 185, End: 199, Text: "promised", Rule: "en: commitment promise"}},
		}},
		Comments: []record.Comment{{Start: 300, End: 310, Score: of(5), Posted: "2022-02-13T10:00", Depth: 1}},
		Warnings: []record.Warning{{Code: "mixed", Message: "a tail in another language was left out"}},
	}
}
