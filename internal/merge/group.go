package merge

import (
	"maps"
	"slices"

	"github.com/parley-news/parley/record"
)

// edge is a link with both ends.
type edge struct {
	from record.Ref
	Link
}

// tree is mentions that links or rules hold together, and those links.
type tree struct {
	nodes map[record.Ref]*Mention
	edges []edge
}

// regroup groups the trees that the seeds stand in.
func (u *update) regroup() ([][]record.Ref, error) {
	seen := map[record.Ref]bool{}
	var out [][]record.Ref
	for _, seed := range slices.SortedFunc(maps.Keys(u.seeds), compareRefs) {
		t, err := u.tree(seed, seen)
		if err != nil {
			return nil, err
		}
		for _, g := range t.groups(u.rules) {
			out = append(out, g.refs)
		}
	}
	slices.SortFunc(out, func(a, b []record.Ref) int { return compareRefs(a[0], b[0]) })
	return out, nil
}

// tree walks from one mention along all links and rules. It is empty when the mention is
// gone or was seen before.
func (u *update) tree(seed record.Ref, seen map[record.Ref]bool) (*tree, error) {
	t := &tree{nodes: map[record.Ref]*Mention{}}
	queue := []record.Ref{seed}
	for len(queue) > 0 {
		r := queue[0]
		queue = queue[1:]
		if seen[r] {
			continue
		}
		seen[r] = true
		m, err := u.ix.Mention(r)
		if err != nil {
			return nil, err
		}
		if m == nil {
			continue
		}
		t.nodes[r] = m
		out, err := u.ix.Out(r)
		if err != nil {
			return nil, err
		}
		for _, l := range out {
			t.edges = append(t.edges, edge{r, l})
			queue = append(queue, l.To)
		}
		in, err := u.ix.In(r)
		if err != nil {
			return nil, err
		}
		queue = append(queue, in...)
		queue = append(queue, u.rules.with(r)...)
	}
	return t, nil
}

// group is mentions that are one contact.
type group struct {
	refs      []record.Ref // sorted
	documents map[string]bool
	// from and to are the days that all leave open, but for plans that were moved; where a
	// person joined other days, all of these.
	from, to Day
	// announced: all tell of what lies ahead. latest is when the last one was published, moved
	// the last one that says that the plan was moved, or Unknown.
	announced     bool
	latest, moved Day
	kinds         map[string]bool
	// voices are the persons who speak for each party.
	voices map[string]map[string]bool
}

func lone(m *Mention) *group {
	g := &group{
		refs: []record.Ref{m.Ref}, documents: map[string]bool{m.Document: true}, from: m.From, to: m.To,
		kinds: map[string]bool{m.Kind: true}, voices: map[string]map[string]bool{},
		announced: m.announced(), latest: m.Published, moved: Unknown,
	}
	if m.moved() {
		g.moved = m.Published
	}
	for _, side := range m.Parties {
		for _, p := range speakers(m, side.ID) {
			g.hear(side.ID, p.ID)
		}
	}
	return g
}

func (g *group) hear(side, person string) {
	if g.voices[side] == nil {
		g.voices[side] = map[string]bool{}
	}
	g.voices[side][person] = true
}

// groups joins along the links, the best first, what can be one contact: no document
// tells of one contact twice, and there must be days that all of them leave open. What a
// person has said counts before everything else.
func (t *tree) groups(rules *Rules) []*group {
	of := map[record.Ref]*group{}
	for r, m := range t.nodes {
		of[r] = lone(m)
	}
	join := func(a, b *group) {
		for _, r := range b.refs {
			of[r] = a
		}
		a.take(b)
	}
	for _, r := range slices.SortedFunc(maps.Keys(t.nodes), compareRefs) {
		for _, with := range rules.with(r) {
			if a, b := of[r], of[with]; b != nil && a != b {
				join(a, b)
			}
		}
	}
	slices.SortFunc(t.edges, func(a, b edge) int {
		if a.Fit != b.Fit {
			return b.Fit - a.Fit
		}
		if c := compareRefs(a.from, b.from); c != 0 {
			return c
		}
		return compareRefs(a.To, b.To)
	})
	for _, e := range t.edges {
		if a, b := of[e.from], of[e.To]; a != nil && b != nil && a != b && a.fits(b) && !rules.apart(a.refs, b.refs) {
			join(a, b)
		}
	}
	var out []*group
	for _, r := range slices.SortedFunc(maps.Keys(of), compareRefs) {
		if of[r].refs[0] == r {
			out = append(out, of[r])
		}
	}
	return out
}

func (g *group) take(o *group) {
	g.refs = append(g.refs, o.refs...)
	slices.SortFunc(g.refs, compareRefs)
	maps.Copy(g.documents, o.documents)
	maps.Copy(g.kinds, o.kinds)
	switch {
	case g.near(o):
		g.from, g.to = max(g.from, o.from), min(g.to, o.to)
	case g.moves(o):
	case o.moves(g):
		g.from, g.to = o.from, o.to
	default: // a person has joined what is of other days
		g.from, g.to = min(g.from, o.from), max(g.to, o.to)
	}
	g.announced, g.latest, g.moved = g.announced && o.announced, max(g.latest, o.latest), max(g.moved, o.moved)
	for side, persons := range o.voices {
		for p := range persons {
			g.hear(side, p)
		}
	}
}

// fits reports whether two groups can be one contact.
func (g *group) fits(o *group) bool {
	for d := range g.documents {
		if o.documents[d] {
			return false
		}
	}
	return (g.near(o) || g.moves(o) || o.moves(g)) && !g.otherKind(o) && !g.othersSpeak(o)
}

func (g *group) near(o *group) bool { return max(g.from, o.from)-min(g.to, o.to) <= nearDays }

// moves reports whether a member of g says that the plan that o is was moved.
func (g *group) moves(o *group) bool {
	return g.moved != Unknown && o.announced && replaces(g.moved, span{g.from, g.to}, o.latest, span{o.from, o.to})
}

// otherKind reports whether one group has a kind that no contact of a kind of the other can
// have: "talks" go with a call and with a meeting, and must not tie them together.
func (g *group) otherKind(o *group) bool {
	for ours := range g.kinds {
		for theirs := range o.kinds {
			if _, ok := fitKind(&Mention{Kind: ours}, &Mention{Kind: theirs}); !ok {
				return true
			}
		}
	}
	return false
}

// othersSpeak reports whether two sides are spoken for by others in each group, and none by
// the same: a member that names nobody goes with both, and must not tie them together.
func (g *group) othersSpeak(o *group) bool {
	differ := 0
	for side, ours := range g.voices {
		theirs := o.voices[side]
		if len(theirs) == 0 {
			continue
		}
		for p := range ours {
			if theirs[p] {
				return false
			}
		}
		differ++
	}
	return differ > 1
}
