package generate

import (
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/record"
)

// side is one side of a contact: who speaks for a state or an organisation.
type side struct {
	id, office string
	person     *gazetteer.Person
}

func (s *side) woman() bool { return s.person.Gender == "f" }

// cast knows who may take part.
type cast struct {
	world *gazetteer.World
	ids   []string // by how often they take part
	// upTo are the sums of their shares.
	upTo []float64
	// hosts are the states in whose capitals others meet.
	hosts []string
}

// bodies are organisations with the places at which they stand among the states, and the office that speaks for
// each.
var bodies = []struct {
	id, office string
	place      int
}{
	{"EU", "commission-president", 8},
	{"UN", "secretary-general", 12},
	{"NATO", "secretary-general", 16},
	{"IAEA", "director-general", 40},
	{"Arab League", "secretary-general", 50},
}

// newCast takes the states that the languages have words for, those first that take part
// most often.
func newCast(w *gazetteer.World, states []string) *cast {
	c := &cast{world: w, ids: slices.Clone(states), hosts: states}
	for _, b := range bodies {
		c.ids = slices.Insert(c.ids, min(b.place, len(c.ids)), b.id)
	}
	sum := 0.0
	for i := range c.ids {
		sum += 1 / float64(i+2)
		c.upTo = append(c.upTo, sum)
	}
	return c
}

// draw picks a state or an organisation, the first most often: a Zipf distribution.
func (c *cast) draw(r *rand.Rand) string {
	x := r.Float64() * c.upTo[len(c.upTo)-1]
	return c.ids[sort.SearchFloat64s(c.upTo, x)]
}

// level is how high the talks are.
type level int

const (
	ministers level = iota
	leaders
	defence
)

// speaker finds who speaks for a state or an organisation at a level on a day, false when
// that is not known.
func (c *cast) speaker(r *rand.Rand, id string, l level, day time.Time) (*side, bool) {
	s := &side{id: id, office: c.office(r, id, l)}
	h, ok := c.world.Holder(id, s.office, day)
	s.person = h.Person
	return s, ok
}

func (c *cast) office(r *rand.Rand, id string, l level) string {
	for _, b := range bodies {
		if b.id == id {
			return b.office
		}
	}
	s := c.world.States[id]
	switch {
	case l == ministers:
		return "foreign-minister"
	case l == defence:
		return "defence-minister"
	case s.HeadOfState == "president" && (s.HeadOfGovernment == "president" || r.IntN(2) == 0):
		return "president"
	}
	return s.HeadOfGovernment
}

// party is the side as the party of a contact.
func (c *cast) party(id, role string) record.Party {
	kind := "state"
	if c.world.States[id] == nil {
		kind = "organisation"
	}
	return record.Party{ID: id, Name: c.world.ActorName(id), Type: kind, Role: role}
}

// plainName is the name without what tells namesakes apart.
func plainName(p *gazetteer.Person) string {
	name, _, _ := strings.Cut(p.Name, " (")
	return name
}
