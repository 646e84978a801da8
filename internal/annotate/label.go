package annotate

// label takes the state or organisation at the head of a title for what it is about, where
// a comma parts it from who acts: "Libia, Tajani incontra Lavrov". A list has a conjunction.
func (c *composer) label() {
	st := c.st
	if !c.lx.Pack.TitleLabels || !st.Title || len(st.Actors) < 2 {
		return
	}
	a, b := &st.Actors[0], &st.Actors[1]
	if a.First != st.First || a.Kind != State && a.Kind != Organisation || a.Last >= st.Last || c.d.Words(a.Last, a.Last+1) != "," {
		return
	}
	if len(st.Actors) > 2 && a.List > 0 && st.Actors[2].List == a.List || c.lx.and.Has(c.d.Toks[b.First-1].Form) {
		return
	}
	st.Actors = st.Actors[1:]
	if b = &st.Actors[0]; b.List > 0 && (len(st.Actors) < 2 || st.Actors[1].List != b.List) {
		b.List = 0
	}
}
