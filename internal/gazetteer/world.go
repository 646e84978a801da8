package gazetteer

import "time"

// World is the whole gazetteer.
type World struct {
	States        map[string]*State
	Organisations map[string]*Organisation
	Institutions  map[string]*Institution
	Places        map[string]*Place
	Outlets       map[string]*Outlet
	Groups        map[string]*Group
	Offices       map[string]*Office
	Persons       map[string]*Person
	Houses        []House
	Notes         []Note
	Complete      []Must

	holdings map[post][]Holding
	// sole maps an office that one state alone has to that state.
	sole map[string]string
	// called maps the other names of institutions to them.
	called map[string]*Institution
	names  func() index
	// written finds names in other scripts by their spellings there.
	written func() index
	// clans are the houses of states, by the consonants of their names.
	clans func() map[string]bool
	// crossing finds names across scripts.
	crossing func() crossing
	// latins are words of names in other scripts as they are written in Latin letters.
	latins func() map[string]string
	known  skeletons
}

// State is a state, or a territory that conducts its own foreign relations.
type State struct {
	// ID is the ISO 3166 alpha-3 code; Kosovo is XKX.
	ID, Alpha2 string
	// Name is the English Wikipedia title, UN the short name that the United
	// Nations use.
	Name, UN string
	// Kind is member (of the United Nations), observer or other.
	Kind    string
	Capital string
	// Lat and Lon are decimal degrees.
	Lat, Lon float64
	// HeadOfState and HeadOfGovernment are ids of offices.
	HeadOfState, HeadOfGovernment string
	// Since is the day from which all who held the highest offices should be known.
	Since time.Time
}

// Organisation is an international organisation or forum.
type Organisation struct {
	ID, Name, Kind, Seat string
	Aliases              []string
	// Members are the states and bodies that meet in it, where it is nothing but
	// the format they meet in: its contacts are theirs.
	Members []string
}

// Institution is a named institution of a state or an organisation, often
// called by its seat (the Kremlin).
type Institution struct {
	Name string
	// Of is a state or an organisation.
	Of, Kind string
	Aliases  []string
}

// Place is where contacts happen.
type Place struct {
	Name string
	// Country is empty for seas.
	Country, Kind string
	Lat, Lon      float64
	Aliases       []string
}

// House is a house that reigns.
type House struct {
	Name   string
	States []string
	// Title is that of its head, Style how the head is addressed.
	Title, Style string
}

// Outlet is a medium that is cited: an agency, a broadcaster, a newspaper.
type Outlet struct {
	Name, Country, Kind string
	Aliases             []string
}

// Group is a group that is no state and yet takes part in contacts.
type Group struct {
	Name, Country string
	Aliases       []string
	// Rules is since when it governs its country, if it does.
	Rules time.Time
}

// Governs reports whether a group is the government of its country on a day.
func (g *Group) Governs(day time.Time) bool { return !g.Rules.IsZero() && !day.Before(g.Rules) }

// Office is a kind of office.
type Office struct {
	ID, Name string
	// Rank orders offices by protocol, 1 for heads of state and government.
	Rank int
	// Single: a state has one holder at a time. Summit: a meeting of two
	// holders is a meeting of heads of state or government.
	Single, Summit bool
}

// Person is somebody who holds or held an office.
type Person struct {
	// Name is the English Wikipedia title.
	Name string
	// Country is a state, or an organisation for its officials.
	Country string
	// Gender is m, f or empty.
	Gender, Native string
	// Short are the forms of second mention, best first.
	Short, Aliases []string
	// Spellings are full names in other scripts, as the press of their languages writes
	// them.
	Spellings []string
	// Press is the name as the press of a language in another script writes it first, by
	// language.
	Press    map[string]string
	Holdings []Holding
}

// Holding is one term of one person in one office.
type Holding struct {
	Person *Person
	Office string
	// Of is a state, an organisation or an institution.
	Of string
	// From is the first day, To the last; a zero To is a term that goes on.
	From, To time.Time
	// Line is where holders.tsv has it.
	Line int
	// surelyFrom and surelyTo are the days from and to which it lasted at least, where
	// only a month or a year is known.
	surelyFrom, surelyTo time.Time
}

type post struct{ of, office string }

// In reports whether the term covers a day.
func (h Holding) In(day time.Time) bool {
	return !day.Before(h.From) && (h.To.IsZero() || !day.After(h.To))
}

// Called returns the name of the institution that is also called so, the name
// handed in where there is none.
func (w *World) Called(name string) string {
	if i := w.called[name]; i != nil {
		return i.Name
	}
	return name
}
