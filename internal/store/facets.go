package store

import "github.com/parley-news/parley/record"

// The facets by which entries are looked for, and statements where they have them.
const (
	facetParty    = "party"    // record.Party.ID; of a statement: whom the speaker speaks for
	facetGroup    = "group"    // entries only, as all behind it to mark
	facetPlace    = "place"    //
	facetCountry  = "country"  // of the place
	facetKind     = "kind"     //
	facetStatus   = "status"   //
	facetWidth    = "width"    // of more than one day: up to how many nights, see classes
	facetMark     = "mark"     // see below
	facetAct      = "act"      // statements only, as hearer
	facetHearer   = "hearer"   // record.Actor.ID
	facetPerson   = "person"   // record.Person.ID
	facetNamed    = "named"    // who has no such id: the name
	facetTopic    = "topic"    //
	facetAbout    = "about"    // record.Actor.ID
	facetOutlet   = "outlet"   //
	facetLanguage = "language" //
	// facetWith and an actor is the facet of the parties that the actor met.
	facetWith = "with "
	// facetHidden stands before each facet of a rejected entry: it is found, and counted,
	// only where rejected ones are asked for.
	facetHidden = "!"
)

// The values of facetMark.
const (
	markDisputed = "disputed"
	markUndated  = "undated"
	markRejected = "rejected"
	markNoTopic  = "no topic" // of statements
)

// term is a value of a facet.
type term struct{ facet, value string }

// termSet gathers terms, each with the names it is also found by; empty values are none.
type termSet map[term][]string

func (t termSet) add(facet string, values ...string) {
	for _, v := range values {
		t.addNamed(facet, v)
	}
}

func (t termSet) addNamed(facet, value string, names ...string) {
	if value != "" {
		k := term{facet, value}
		t[k] = append(t[k], names...)
	}
}

// personTerm is what a person is counted under.
func personTerm(id *string, name string) term {
	if id != nil {
		return term{facetPerson, *id}
	}
	return term{facetNamed, name}
}

func (t termSet) addPerson(id *string, name string, native *string) {
	k := personTerm(id, name)
	t.addNamed(k.facet, k.value, name, or(native, ""))
}

func (t termSet) addOutlet(name *string) { t.addNamed(facetOutlet, or(name, ""), or(name, "")) }

func or(s *string, otherwise string) string {
	if s == nil {
		return otherwise
	}
	return *s
}

// entryTerms is what an entry is found by.
func entryTerms(e *record.Entry) termSet {
	t := termSet{}
	for _, p := range e.Parties {
		t.addNamed(facetParty, p.ID, p.Name)
	}
	for _, g := range e.Groups {
		t.addNamed(facetGroup, g, g)
	}
	for _, p := range e.People {
		t.addPerson(p.ID, p.Name, p.Native)
	}
	if e.Place != nil {
		t.addNamed(facetPlace, e.Place.Name, e.Place.Name)
		t.add(facetCountry, or(e.Place.Country, ""))
	}
	t.add(facetKind, e.Kind)
	t.add(facetStatus, e.Status)
	t.add(facetTopic, e.Topics...)
	for _, a := range e.About {
		t.addNamed(facetAbout, a.ID, a.Name)
	}
	for _, m := range e.Members {
		t.addOutlet(m.Outlet)
		t.add(facetLanguage, m.Language)
	}
	t.addCounterparts(e)
	if len(e.Disputed) > 0 {
		t.add(facetMark, markDisputed)
	}
	if e.Date == nil {
		t.add(facetMark, markUndated)
	}
	t.add(facetWidth, widthClass(span(e)))
	if e.Rejected {
		return t.hidden()
	}
	return t
}

// hidden is the terms of a rejected entry.
func (t termSet) hidden() termSet {
	out := termSet{{facetMark, markRejected}: nil}
	for k, names := range t {
		out[term{facetHidden + k.facet, k.value}] = names
	}
	return out
}

// mostCounterparts is of how many parties a contact has at most for each to count as the
// counterpart of the others: at a larger table one does not meet everybody.
const mostCounterparts = 10

func (t termSet) addCounterparts(e *record.Entry) {
	if len(e.Parties) > mostCounterparts {
		return
	}
	for _, p := range e.Parties {
		with := term{facetParty, p.ID}.with()
		for _, other := range e.Parties {
			if other.ID != p.ID {
				t.add(with, other.ID)
			}
		}
	}
	for _, p := range e.People {
		with := personTerm(p.ID, p.Name).with()
		for _, other := range e.Parties {
			if other.ID != or(p.Country, "") {
				t.add(with, other.ID)
			}
		}
	}
}

// with is the facet of those whom an actor met.
func (k term) with() string { return facetWith + k.facet + " " + k.value }

// speaksItself reports whether a party itself is named as the speaker, and nobody of it.
func speaksItself(who *record.Speaker) bool {
	return who.Country != nil && (who.Type == "state" || who.Type == "organisation")
}

// statementTerms is what a statement of a document is found by.
func statementTerms(d *record.Document, s *record.Statement) termSet {
	t := termSet{}
	for _, who := range s.Speaker.Each() {
		t.add(facetParty, or(who.Country, ""))
		if !speaksItself(&who) {
			t.addPerson(who.ID, who.Name, nil)
		}
	}
	t.add(facetAct, s.Act)
	t.add(facetTopic, s.Topics...)
	if len(s.Topics) == 0 {
		t.add(facetMark, markNoTopic)
	}
	for _, a := range s.About {
		t.addNamed(facetAbout, a.ID, a.Name)
	}
	for _, a := range s.Addressees {
		t.addNamed(facetHearer, a.ID, a.Name)
	}
	t.addOutlet(d.Outlet)
	t.add(facetLanguage, d.Language)
	return t
}
