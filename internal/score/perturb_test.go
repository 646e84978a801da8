package score

import (
	"maps"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// perturb reads a gold set as a middling program would: most of it right, and
// every kind of mistake somewhere, always at the same places.
func perturb(set []Gold) map[string]record.Reading {
	out := map[string]record.Reading{}
	n := 0
	every := func(k int) bool { n++; return n%k == 0 }
	for i := range set {
		g := &set[i]
		if i%11 == 10 {
			continue // no result
		}
		r := record.Reading{Document: record.Document{ID: g.ID, Language: g.Language}}
		if every(7) {
			r.Document.Language = "xx"
		}
		for at := range g.Contacts {
			if !every(6) {
				r.Contacts = append(r.Contacts, perturbedContact(g, at, every))
			}
		}
		if every(4) {
			r.Contacts = append(r.Contacts, record.Contact{ID: "invented", Kind: "call", Status: "held", Parties: parties([]string{"USA", "RUS"})})
		}
		for at := range g.Statements {
			if !every(5) {
				r.Statements = append(r.Statements, perturbedStatement(g, at, every))
			}
		}
		for _, line := range g.NotReport {
			if start := strings.Index(g.Text, line); start >= 0 && !every(9) {
				r.Document.Passages = append(r.Document.Passages, record.Passage{Role: record.RoleFurniture, Start: start, End: start + len(line)})
			}
		}
		if every(3) {
			r.Document.Passages = append(r.Document.Passages, record.Passage{Role: record.RoleTitle, Start: 0, End: titleEnd(g.Text)})
		}
		for _, d := range g.Divergences {
			v := record.Divergence{Contact: "id-" + d.Contact, Field: d.Field}
			for _, side := range names(d.Sides) {
				v.Sides = append(v.Sides, record.Says{Side: side})
			}
			if every(3) {
				v.Field = "claim"
			}
			r.Divergences = append(r.Divergences, v)
		}
		out[g.ID] = r
	}
	return out
}

func names(sides map[string]string) []string { return slices.Sorted(maps.Keys(sides)) }

func perturbedContact(g *Gold, at int, every func(int) bool) record.Contact {
	c := &g.Contacts[at]
	out := record.Contact{ID: "id-" + c.Key, Kind: c.Kind, Status: c.Status, Parties: parties(c.Parties), Topics: c.Topics, Main: c.Main}
	for i, p := range c.People {
		switch {
		case every(5):
			words := strings.Fields(p)
			p = words[len(words)-1]
		case every(7):
			continue
		case every(9):
			p = strings.ToUpper(p) + " Nobody"
		}
		out.People = append(out.People, record.Person{Name: p, As: c.People[i]})
	}
	if c.Date != nil && !every(5) {
		out.Date = &record.Date{From: c.Date.From, To: c.Date.To}
		if every(4) {
			out.Date.To = "2099-12-31"
		}
	}
	if c.Place != nil && !every(3) {
		out.Place = &record.Place{Name: *c.Place}
	}
	switch {
	case c.Initiator != nil && *c.Initiator == "disputed":
		out.Disputed = []string{"date", "initiator"}
	case c.Initiator != nil && !every(3):
		out.Initiator = &record.Actor{ID: *c.Initiator}
	case every(4):
		out.Initiator = &record.Actor{ID: c.Parties[0]}
	}
	if every(4) && len(out.Topics) > 0 {
		out.Topics = append([]string{"culture-education"}, out.Topics[1:]...)
	}
	for _, a := range c.About {
		out.About = append(out.About, record.Actor{ID: a})
	}
	for _, chain := range c.ReportedBy {
		var sources []record.Source
		for _, s := range chain {
			sources = append(sources, record.Source{Name: s})
		}
		out.ReportedBy = append(out.ReportedBy, sources)
	}
	switch {
	case every(6):
		out.Kind = "meeting"
	case every(7):
		out.Status = "cancelled"
	case every(8):
		out.Parties = append(out.Parties, parties([]string{"CHE"})...)
	case every(10):
		out.Parties = out.Parties[:1]
	}
	return out
}

func parties(codes []string) []record.Party {
	var out []record.Party
	for _, c := range codes {
		out = append(out, record.Party{ID: c})
	}
	return out
}

func perturbedStatement(g *Gold, at int, every func(int) bool) record.Statement {
	s := &g.Statements[at]
	start := max(strings.Index(g.Text, s.Anchor), 0)
	out := record.Statement{Speaker: record.Speaker{Name: s.Speaker, Country: s.Country}, Kind: s.Kind, Act: s.Act, Start: start, End: start + len(s.Anchor)}
	for _, v := range s.Via {
		out.Via = append(out.Via, record.Source{Name: v})
	}
	switch {
	case every(6):
		out.Speaker.Name, out.Speaker.Country = "Somebody Else", nil
	case every(5):
		out.End -= len(s.Anchor) / 2
	case every(8):
		out.Start, out.End = 0, len(g.Text)
	case every(4):
		out.Act, out.Via = "warn", nil
	case every(7):
		out.Start, out.End = max(0, start-20), min(len(g.Text), out.End+200)
	}
	return out
}

// perturbEntries joins readings as a middling program would: entries that lack a
// member or have one of another, lives and divergences that are wrong or absent.
func perturbEntries(same []GoldEntry) []record.Entry {
	var out []record.Entry
	n := 0
	every := func(k int) bool { n++; return n%k == 0 }
	for i, g := range same {
		e := entry(g)
		for at := range e.Members {
			e.Members[at].Contact = "id-" + e.Members[at].Contact
		}
		switch {
		case every(3) && len(out) > 0: // joined with the entry before
			out[len(out)-1].Members = append(out[len(out)-1].Members, e.Members...)
			continue
		case every(4) && len(e.Members) > 1: // in two
			out = append(out, record.Entry{ID: e.ID + "-rest", Members: e.Members[1:], Life: e.Life})
			e.Members = e.Members[:1]
		case every(9): // a contact that is lost
			e.Members = e.Members[1:]
		}
		if every(5) {
			e.Life = append(e.Life, record.LifeStep{Status: "cancelled"})
		}
		if every(7) {
			e.Life = nil
		}
		if every(6) {
			e.Divergences = append(e.Divergences, record.EntryDivergence{Field: "date", Sides: []record.EntrySays{{Side: "USA"}, {Side: "RUS"}}})
		}
		if len(e.Divergences) > 0 && i%4 == 1 {
			e.Divergences = e.Divergences[1:]
		}
		out = append(out, e)
	}
	return out
}
