package export

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/parley-news/parley/record"
)

// network is who is in contact with whom: states, organisations and groups with each
// other, and persons with those of other sides. It is all there is in memory that grows
// with the actors of a register.
type network struct {
	nodes map[string]*node
	edges map[[2]string]*edge
}

// node is an actor.
type node struct {
	tally
	id, label, sort, country string
}

// edge joins two actors, the smaller id first.
type edge struct {
	tally
	from, to string
}

// tally counts the contacts of an actor or a pair, by what became of them.
type tally struct {
	contacts, held, planned, off, disputed, corrected int
	// first and last are the days of those held, "2006-01-02", empty where none has one.
	first, last string
}

// attributes are what both formats write of a node or an edge, in their order.
var (
	nodeAttributes = []attribute{{"type", "string"}, {"country", "string"}}
	tallied        = []attribute{
		{"contacts", "integer"}, {"held", "integer"}, {"planned", "integer"}, {"off", "integer"}, {"disputed", "integer"}, {"corrected", "integer"},
		{"first", "string"}, {"last", "string"},
	}
)

// attribute has a name, and a type as GEXF names it: string or integer.
type attribute struct{ name, sort string }

func (t *tally) values() []string {
	return []string{
		strconv.Itoa(t.contacts), strconv.Itoa(t.held), strconv.Itoa(t.planned), strconv.Itoa(t.off), strconv.Itoa(t.disputed),
		strconv.Itoa(t.corrected), t.first, t.last,
	}
}

// note counts an entry.
func (t *tally) note(e *record.Entry) {
	t.contacts++
	switch e.Status {
	case "held", "ongoing":
		t.held++
	case "scheduled", "proposed":
		t.planned++
	default:
		t.off++
	}
	if len(e.Disputed) > 0 {
		t.disputed++
	}
	if len(e.Corrections) > 0 {
		t.corrected++
	}
	if e.Date == nil || e.Status != "held" && e.Status != "ongoing" {
		return
	}
	if t.first == "" || e.Date.From < t.first {
		t.first = e.Date.From
	}
	t.last = max(t.last, e.Date.To)
}

func newNetwork() *network {
	return &network{nodes: map[string]*node{}, edges: map[[2]string]*edge{}}
}

func (w *network) note(e *record.Entry) {
	var sides, people []*node
	for _, p := range partsOf(e) {
		sides = append(sides, &node{id: token(p.sort + ":" + p.id), label: p.name, sort: p.sort, country: stateID(p)})
	}
	for _, p := range e.People {
		id := value(p.ID)
		if id == "" {
			id = p.Name + "/" + value(p.Country) + "/" + value(p.Office)
		}
		people = append(people, &node{id: token("person:" + id), label: p.Name, sort: "person", country: value(p.Country)})
	}
	w.join(e, sides, func(_, _ *node) bool { return true })
	w.join(e, people, func(a, b *node) bool { return a.country == "" || a.country != b.country })
}

// token writes an id with the characters that GraphML allows in one: letters of ASCII,
// digits, points, colons and hyphens; others by their number, " " as "_20_".
func token(id string) string {
	var b strings.Builder
	for _, r := range id {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == ':', r == '-':
			b.WriteRune(r)
		default:
			b.WriteString("_" + strconv.FormatInt(int64(r), 16) + "_")
		}
	}
	return b.String()
}

// stateID is the id of a state, and nothing for what is none.
func stateID(p part) string {
	if p.sort == "state" {
		return p.id
	}
	return ""
}

// join counts an entry for each actor, and for each pair that is in contact through it.
func (w *network) join(e *record.Entry, actors []*node, meet func(a, b *node) bool) {
	slices.SortFunc(actors, func(a, b *node) int { return cmp.Compare(a.id, b.id) })
	actors = slices.CompactFunc(actors, func(a, b *node) bool { return a.id == b.id })
	for i, a := range actors {
		if w.nodes[a.id] == nil {
			w.nodes[a.id] = a
		}
		w.nodes[a.id].note(e)
		for _, b := range actors[i+1:] {
			if !meet(a, b) {
				continue
			}
			pair := [2]string{a.id, b.id}
			if w.edges[pair] == nil {
				w.edges[pair] = &edge{from: a.id, to: b.id}
			}
			w.edges[pair].note(e)
		}
	}
}

// sorted lists the nodes by their ids, and the edges by those of their ends.
func (w *network) sorted() ([]*node, []*edge) {
	nodes := slices.SortedFunc(maps.Values(w.nodes), func(a, b *node) int { return cmp.Compare(a.id, b.id) })
	edges := slices.SortedFunc(maps.Values(w.edges), func(a, b *edge) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	return nodes, edges
}

// networkWriter gathers entries and prints the network when all are there.
type networkWriter struct {
	*network
	out   io.Writer
	print func(io.Writer, []*node, []*edge) error
}

func (w networkWriter) Write(e record.Entry) error {
	w.note(&e)
	return nil
}

func (w networkWriter) Close() error {
	nodes, edges := w.sorted()
	return w.print(w.out, nodes, edges)
}
