package syntax

// word returns the word at place i, noWord where there is none.
func (p *parseState) word(i int32) *parseWord {
	if i < 0 || int(i) >= len(p.words) {
		return &noWord
	}
	return &p.words[i]
}

// below returns the place of the k-th word from the top of the stack, -1 if
// the stack is not that high.
func (p *parseState) below(k int) int32 {
	if k >= len(p.stack) {
		return -1
	}
	return p.stack[len(p.stack)-1-k]
}

func (p *parseState) kidsOf(i int32) children {
	if i < 0 {
		return children{left: -1, left2: -1, right: -1, right2: -1}
	}
	return p.kids[i]
}

// gap sums up what lies between two places: how far, how many commas and
// verbs, each up to a limit.
func (p *parseState) gap(a, b int32) (distance, between uint64) {
	if a < 0 || b <= a {
		return 0, 0
	}
	d := b - a
	switch {
	case d > 10:
		d = 7
	case d > 5:
		d = 6
	}
	puncts := min(p.puncts[b]-p.puncts[a+1], 3)
	verbs := min(p.verbs[b]-p.verbs[a+1], 2)
	return uint64(d), uint64(puncts*3+verbs) + 1
}

// trio combines three hashes under a template number.
func trio(template, a, b, c uint64) uint64 { return mix(mix(mix(template, a), b), c) }

func duo(template, a, b uint64) uint64 { return mix(mix(template, a), b) }

// appendFeatures appends the features of the state.
func (p *parseState) appendFeatures(fs []uint64) []uint64 {
	i0, i1, i2 := p.below(0), p.below(1), p.below(2)
	s0, s1, s2 := p.word(i0), p.word(i1), p.word(i2)
	b0, b1, b2 := p.word(p.next), p.word(p.next+1), p.word(p.next+2)
	k0, k1, kb := p.kidsOf(i0), p.kidsOf(i1), p.kids[p.next]
	s0l, s0r := p.word(k0.left), p.word(k0.right)
	s1l, s1r := p.word(k1.left), p.word(k1.right)
	b0l := p.word(kb.left)
	d0, x0 := p.gap(i0, p.next)
	d1, x1 := p.gap(i1, i0)
	return append(fs,
		mix(1, s0.form), mix(2, s0.fine), duo(3, s0.form, s0.fine),
		mix(4, s1.form), mix(5, s1.fine), duo(6, s1.form, s1.fine),
		mix(7, b0.form), mix(8, b0.fine), duo(9, b0.form, b0.fine),
		mix(10, b1.form), mix(11, b1.fine), mix(12, b2.fine), mix(13, s2.fine),
		duo(14, s0.form, b0.form), trio(15, s0.form, s0.fine, b0.fine), trio(16, s0.fine, b0.form, b0.fine),
		duo(17, s0.fine, b0.fine), duo(18, s0.form, b0.coarse), duo(19, s0.coarse, b0.form),
		duo(20, s1.fine, s0.fine), duo(21, s1.form, s0.form), duo(22, s1.coarse, s0.form), duo(23, s1.form, s0.coarse),
		duo(24, s1.fine, b0.fine), duo(25, s1.form, b0.form), duo(26, s1.form, b0.coarse), duo(27, s1.coarse, b0.form),
		duo(28, b0.fine, b1.fine), duo(29, s0.form, b1.coarse),
		trio(30, s0.fine, b0.fine, b1.fine), trio(31, s1.fine, s0.fine, b0.fine), trio(32, s2.coarse, s1.coarse, s0.coarse),
		trio(33, b0.coarse, b1.coarse, b2.coarse), trio(34, s1.coarse, s0.coarse, b0.coarse), trio(35, s0.coarse, b0.coarse, b1.coarse),
		trio(36, s0.fine, s0l.coarse, b0.fine), trio(37, s0.fine, s0r.coarse, b0.fine), trio(38, s0.fine, b0.fine, b0l.coarse),
		trio(39, s1.fine, s0.fine, s1r.coarse), trio(40, s1.fine, s0.fine, s0r.coarse), trio(41, s1.fine, s0.fine, s0l.coarse),
		trio(42, s1.form, s0.coarse, s0l.form), trio(43, s1.coarse, s0.coarse, s0l.form), trio(44, s0.coarse, s0l.form, b0.coarse),
		trio(45, s1.fine, s1l.coarse, s0.fine),
		duo(46, d0, s0.fine), duo(47, d0, b0.fine), trio(48, d0, s0.coarse, b0.coarse),
		duo(49, d1, s1.fine), duo(50, d1, s0.fine), trio(51, d1, s1.coarse, s0.coarse),
		trio(52, x0, s0.coarse, b0.coarse), trio(53, x1, s1.coarse, s0.coarse), duo(54, x0, s0.form), duo(55, x1, s0.form),
		duo(56, s0.fine, uint64(k0.rights)), duo(57, s0.fine, uint64(k0.lefts)),
		duo(58, b0.fine, uint64(kb.lefts)), duo(59, s1.fine, uint64(k1.rights)), duo(60, s1.form, uint64(k1.rights)),
		trio(61, s1.fine, b0.fine, s0.coarse+100*s2.coarse), trio(62, s0.fine, b0.fine, b1.coarse+100*b2.coarse),
		trio(63, s0.form, b0.coarse, b1.coarse), trio(64, s1.coarse, s0.form, b0.coarse), trio(65, s1.form, s0.coarse, b0.coarse),
	)
}
