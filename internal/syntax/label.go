package syntax

// unknownRel marks the words whose relation nobody has asked for.
const unknownRel = Rel(relCount)

func (t *Tree) unlabel() {
	t.rels = resize(t.rels, len(t.Head))
	for i := range t.rels {
		t.rels[i] = unknownRel
	}
	t.parsing.given = resize(t.parsing.given, len(t.Head))
	clear(t.parsing.given)
}

// Rel returns the relation of word i to its head. It is worked out at the first
// call, as are those of the words before i with the same head, which have a say
// in it.
func (t *Tree) Rel(i int) Rel {
	head := t.Head[i]
	if head < 0 {
		return Root
	}
	for k := 0; k <= i && t.rels[i] == unknownRel; k++ {
		if t.Head[k] == head && t.rels[k] == unknownRel {
			t.label(k)
		}
	}
	return t.rels[i]
}

func (t *Tree) label(i int) {
	s := &t.parsing
	s.features = s.state.labelFeatures(s.features[:0], int32(i), s.given)
	clear(s.scores[:relCount])
	s.found = t.model.labels.addAll(s.features, &s.scores, s.found)
	t.rels[i] = bestRel(s.scores[:relCount])
	s.given[t.Head[i]] |= 1 << t.rels[i]
}

func bestRel(scores []int32) Rel {
	best := Dep
	for r := range Rel(relCount) {
		if scores[r] > scores[best] && r != Root {
			best = r
		}
	}
	return best
}

// labelFeatures appends the features of the arc from word i to its head. given
// holds the relations the words before i got, by head.
func (p *parseState) labelFeatures(fs []uint64, i int32, given []uint32) []uint64 {
	h := p.heads[i]
	w, head, above := &p.words[i], p.word(h), p.word(p.heads[h])
	before, after := p.word(i-1), p.word(i+1)
	k, kh := p.kids[i], p.kids[h]
	first, second, last := p.word(k.left), p.word(k.left2), p.word(k.right)
	side := uint64(1)
	lo, hi := i, h
	if h < i {
		side, lo, hi = 2, h, i
	}
	distance, between := p.gap(lo, hi)
	had := uint64(given[h]) + 1
	return append(fs,
		duo(101, side, w.fine), duo(102, side, head.fine), trio(103, side, w.fine, head.fine),
		trio(104, side, w.coarse, head.coarse), duo(105, side, w.form), duo(106, side, head.form),
		trio(107, side, w.form, head.fine), trio(108, side, w.fine, head.form), duo(109, w.form, head.form),
		trio(110, side, first.form, head.coarse), trio(111, first.form, w.coarse, head.coarse),
		trio(112, side, first.form, head.form), trio(113, side, w.coarse, head.form),
		trio(114, side, first.coarse, w.fine), trio(115, first.coarse, second.coarse, head.coarse),
		trio(116, side, had, w.coarse), trio(117, had, w.fine, head.fine),
		trio(118, distance, w.coarse, head.coarse), trio(119, between, w.coarse, head.coarse+100*side),
		trio(120, side, before.coarse, w.coarse), trio(121, before.form, w.coarse, head.coarse),
		trio(122, after.coarse, w.coarse, head.coarse), trio(123, above.coarse, head.coarse, w.coarse+100*side),
		trio(124, last.coarse, w.coarse, head.coarse), trio(125, side, uint64(kh.lefts), w.fine),
		trio(126, side, uint64(kh.rights), w.fine), trio(127, second.form, w.coarse, head.coarse),
		trio(128, p.word(kh.left).form, w.coarse, side), trio(129, head.fine, p.word(kh.left).coarse, w.fine),
		trio(130, w.form, head.coarse, first.form),
	)
}
