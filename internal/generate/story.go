package generate

import (
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/parley-news/parley/record"
)

// story is one contact and what becomes of it.
type story struct {
	number int64
	// a receives b in its capital when it is the host.
	a, b   *side
	hosted bool
	kind   string
	day    time.Time
	// city is the state in whose capital they meet.
	city      string
	topics    []string
	minutes   int
	initiator string // a state, or ""
	// disputed: each side says that the other asked for it.
	disputed  bool
	announced bool
	// end is the last step.
	end string
	// before is the last contact of the same two, aside one of either with somebody else.
	before, aside *story
}

// apart is how many days lie between two contacts of the same two at least.
const apart = 6

// longest is how many days ahead a contact is announced at most.
const longest = 12

// draft makes up a contact of which the first news is of a day; false when nobody was
// found who may have it.
func (g *Generator) draft(r *rand.Rand, day time.Time) (*story, bool) {
	s := &story{number: g.stories, day: day, end: "held"}
	switch x := r.IntN(100); {
	case x < 3:
		s.end = "said-not-to-have-happened"
	case x < 9:
		s.end, s.announced = "cancelled", true
	case x < 14:
		s.end, s.announced = "scheduled", true
	default:
		s.announced = r.IntN(3) == 0
	}
	if s.announced {
		s.day = day.AddDate(0, 0, 2+r.IntN(longest-1))
	}
	for range 50 {
		if g.meet(r, s) {
			g.arrange(r, s)
			g.remember(s)
			return s, true
		}
	}
	return nil, false
}

// meet finds who has the contact.
func (g *Generator) meet(r *rand.Rand, s *story) bool {
	a, b := g.cast.draw(r), g.cast.draw(r)
	if g.cast.world.States[a] == nil {
		a, b = b, a
	}
	if a == b || g.cast.world.States[a] == nil {
		return false
	}
	l := ministers
	switch x := r.IntN(100); {
	case x < 40:
		l = leaders
	case x < 47:
		l = defence
	}
	var ok, ok2 bool
	s.a, ok = g.cast.speaker(r, a, l, s.day)
	s.b, ok2 = g.cast.speaker(r, b, l, s.day)
	if !ok || !ok2 {
		return false
	}
	return g.free(pairOf(s.a, s.b), s.day)
}

// free reports whether the two have no other contact near a day.
func (g *Generator) free(p pair, day time.Time) bool {
	const near = apart * 24 * time.Hour
	var left []time.Time
	free := true
	for _, d := range g.taken[p] {
		free = free && d.Sub(day).Abs() >= near
		if d.After(g.today.Add(-near)) {
			left = append(left, d)
		}
	}
	g.taken[p] = left
	return free
}

// arrange settles how and where they have it, and about what.
func (g *Generator) arrange(r *rand.Rand, s *story) {
	switch x := r.IntN(100); {
	case x < 45:
		s.kind = "call"
	case x < 50 && s.end == "held" && !s.announced:
		s.kind = "video"
	default:
		s.kind = "meeting"
		s.hosted = r.IntN(5) > 0
		if s.hosted && g.cast.world.States[s.b.id] != nil && r.IntN(2) == 0 {
			s.a, s.b = s.b, s.a
		}
		s.city = s.a.id
		if !s.hosted {
			s.city = g.cast.hosts[r.IntN(len(g.cast.hosts))]
			s.hosted = s.city == s.a.id
		}
	}
	topics := slices.Sorted(maps.Keys(g.languages[0].Topics))
	r.Shuffle(len(topics), func(i, j int) { topics[i], topics[j] = topics[j], topics[i] })
	s.topics = topics[:1+r.IntN(2)]
	s.minutes = 10 + 5*r.IntN(20)
	if g.cast.world.States[s.b.id] != nil && r.IntN(2) == 0 {
		s.initiator = []string{s.a.id, s.b.id}[r.IntN(2)]
		s.disputed = r.IntN(10) == 0
	}
}

// remember keeps a contact for the looks back of later ones.
func (g *Generator) remember(s *story) {
	p := pairOf(s.a, s.b)
	g.taken[p] = append(g.taken[p], s.day)
	s.before = g.latest[p]
	if s.before != nil && (s.before.end != "held" || s.before.a.person != s.a.person && s.before.a.person != s.b.person || s.before.b.person != s.b.person && s.before.b.person != s.a.person) {
		s.before = nil
	}
	for _, x := range []*side{s.a, s.b} {
		if o := g.lately[seat{x.id, x.office}]; o != nil && pairOf(o.a, o.b) != p {
			s.aside = o
		}
		if s.end == "held" {
			g.lately[seat{x.id, x.office}] = s.alone()
		}
	}
	g.latest[p] = s.alone()
}

// alone is the story without those before it, so that what is over is forgotten.
func (s *story) alone() *story {
	o := *s
	o.before, o.aside = nil, nil
	return &o
}

// seat is an office of a state or an organisation, pair two of them.
type seat struct{ id, office string }

type pair [2]seat

func pairOf(a, b *side) pair {
	p := pair{{a.id, a.office}, {b.id, b.office}}
	if p[0].id > p[1].id {
		p[0], p[1] = p[1], p[0]
	}
	return p
}

// status is the coarse form of a step.
func status(step string) string { return record.Steps[step] }
