package resolve

import (
	"strings"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/text"
)

// entity is what an actor of the text stands for.
type entity struct {
	kind   annotate.ActorKind
	person *gazetteer.Person
	// name is the person's name as written, for persons not in the gazetteer.
	name        string
	as          string
	office      string
	of          string
	institution string
	group       string
	gender      string
	// to is where an envoy is sent or accredited.
	to string
	// members are the sides of a format of talks, which is none itself.
	members  []string
	inferred bool
	plural   bool
	former   bool
	// sentence is where it was named, subject whether a verb followed.
	sentence int
	subject  bool
}

// levelled is a name as other spellings of it are compared.
func levelled(name string) string { return text.StripMarks(strings.ToLower(name)) }

// met returns who a person is that was named before, nil for one that was not.
func (r *reader) met(e *entity) *entity {
	switch {
	case e.person != nil:
		return r.byPerson[e.person]
	case e.name != "":
		return r.byName[levelled(e.name)]
	}
	return nil
}

// meet keeps a person for when it is named again.
func (r *reader) meet(e *entity) {
	if e.person != nil {
		r.byPerson[e.person] = e
	} else {
		r.byName[levelled(e.name)] = e
	}
}

// same reports whether two entities are mentions of the same actor.
func (e *entity) same(o *entity) bool {
	switch {
	case e.person != nil || o.person != nil:
		return e.person != nil && o.person != nil && e.person.Name == o.person.Name
	case e.name != "" || o.name != "":
		return e.name != "" && o.name != "" && (e.name == o.name || levelled(e.name) == levelled(o.name))
	case e.group != "" || o.group != "":
		return e.group == o.group
	case e.institution != "" || o.institution != "":
		return e.institution == o.institution && e.of == o.of
	}
	return e.office == o.office && e.of == o.of
}

func (e *entity) isPerson() bool { return e.person != nil || e.name != "" }

// vouched reports whether a person is one for certain: known, of a side or an
// office, addressed as one, or of a given name that others have.
func (r *reader) vouched(e *entity) bool {
	if e.person != nil || e.country() != "" || e.office != "" || e.gender != "" {
		return true
	}
	return r.world.BeginsAsName(e.name)
}

// identity is the id of a person in records, "" where nothing tells who it is or the actor
// is none.
func (r *reader) identity(e *entity) string {
	switch {
	case e.person != nil:
		return e.person.Name
	case e.name != "" && r.vouched(e):
		return r.world.Identity(e.name, e.country(), e.office)
	}
	return ""
}

// display is the name of an actor in records.
func (r *reader) display(e *entity) string {
	switch {
	case e.person != nil:
		return e.person.Name
	case e.name != "":
		return e.name
	case e.kind == annotate.Outlet:
		return e.institution
	case e.group != "":
		return e.group
	case e.institution != "" && e.institution[0] != '@':
		return e.institution
	case e.institution == "@side" || e.institution == "@delegation" || e.institution == language.Paper:
		return r.actorName(e.of)
	case e.institution == "@government" || e.institution == "@army":
		if e.of != "" {
			return r.actorName(e.of)
		}
	case e.institution != "":
		return r.institutionName(e.institution[1:], e.of)
	case e.office != "" && e.of != "":
		return r.officeName(e)
	}
	return r.actorName(e.of)
}

// actorName is the name by which a state or an organisation speaks.
func (r *reader) actorName(id string) string {
	if s := r.world.States[id]; s != nil {
		return s.Name
	}
	if o := r.world.Organisations[id]; o != nil && o.Kind == "mission" {
		return o.Name // by its full name
	}
	return id // organisations go by what they are called in short
}

// officeName names the institution an office without a known holder speaks for.
func (r *reader) officeName(e *entity) string {
	if e.plural && r.world.Organisations[e.of] != nil { // "EU foreign ministers"
		return r.actorName(e.of)
	}
	switch e.office {
	case "foreign-ministry-spokesperson":
		return r.institutionName("foreign-ministry", e.of)
	case "presidential-spokesperson":
		return r.institutionName("presidency", e.of)
	case "government-spokesperson":
		return r.institutionName("government", e.of)
	case "defence-ministry-spokesperson":
		return r.institutionName("defence-ministry", e.of)
	case "ambassador":
		return "Embassy of " + r.actorName(e.of)
	}
	if o := r.world.Offices[e.office]; o != nil {
		return o.Name + " of " + r.actorName(e.of)
	}
	return r.actorName(e.of)
}

// institutionLabels names institutions that have no name of their own.
var institutionLabels = map[string]string{
	"presidency": "Presidency", "premiership": "Prime Minister's Office", "government": "Government", "foreign-ministry": "Foreign Ministry",
	"defence-ministry": "Ministry of Defence", "interior-ministry": "Ministry of the Interior",
	"finance-ministry": "Ministry of Finance", "ministry": "Ministry", "parliament": "Parliament", "court": "Court",
	"royal-court": "Royal Court", "embassy": "Embassy", "army": "Armed Forces", "intelligence": "Intelligence Service",
	"council": "Council", "security-council": "National Security Council", "commission": "Commission", "central-bank": "Central Bank", "delegation": "Delegation",
}

func (r *reader) institutionName(kind, of string) string {
	label := institutionLabels[kind]
	if of == "" {
		return label
	}
	name, the := label+" of "+r.actorName(of), label+" of the "+r.actorName(of)
	if known := r.world.Called(the); known != the { // "Government of the United Kingdom"
		return known
	}
	return r.world.Called(name)
}

// country is the side an actor speaks for, "" when none is known.
func (e *entity) country() string {
	if e.of != "" {
		return e.of
	}
	if e.person != nil && e.group == "" {
		return e.person.Country
	}
	return ""
}

// namedHere reports whether the document itself names a person whose office
// alone stands in some other place.
func (r *reader) namedHere(e *entity) bool {
	for i := range r.history {
		if h := r.history[i]; h.person == e.person && !h.inferred {
			return true
		}
	}
	return false
}
