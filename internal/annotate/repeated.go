package annotate

// repeated gives an actor whose preposition repeats the last word of a longer one, behind a
// conjunction, the relation of that: "insieme a X e a Y", "au nom de X et de Y".
func (c *composer) repeated() {
	for i := 1; i < len(c.st.Actors); i++ {
		prev, a := &c.st.Actors[i-1], &c.st.Actors[i]
		at := a.RelAt - 1
		if a.Rels == 0 || at <= c.st.First || !c.st.And[at-c.st.First] || prev.Last != at || prev.Rels == 0 || a.Rels == prev.Rels {
			continue
		}
		last := prev.First - 1
		for last > prev.RelAt && c.st.Rels[last-c.st.First] == 0 {
			last--
		}
		if last > prev.RelAt && c.d.Toks[last].Form[:1] == c.d.Toks[a.RelAt].Form[:1] {
			a.Rels = prev.Rels
		}
	}
}
