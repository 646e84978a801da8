package annotate

// room is what the tokens of the document have in their sentences, one piece of
// memory for each kind.
type room struct {
	words    []Word
	rels     []Rels
	relFirst []int
	and      []bool
}

func (r *room) take(st *Sentence) {
	from, to := st.First, st.Last
	st.Words, st.Rels, st.RelFirst, st.And = r.words[from:to:to], r.rels[from:to:to], r.relFirst[from:to:to], r.and[from:to:to]
}
