package annotate

// room is what the tokens of the document have in their sentences, one piece of
// memory for each kind.
type room struct {
	words    []Word
	rels     []Rels
	relFirst []int
	and      []bool
}

// zero makes room for so many tokens.
func (r *room) zero(n int) {
	r.words, r.rels, r.relFirst, r.and = zeroed(r.words, n), zeroed(r.rels, n), zeroed(r.relFirst, n), zeroed(r.and, n)
}

func (r *room) take(st *Sentence) {
	from, to := st.First, st.Last
	st.Words, st.Rels, st.RelFirst, st.And = r.words[from:to:to], r.rels[from:to:to], r.relFirst[from:to:to], r.and[from:to:to]
}
