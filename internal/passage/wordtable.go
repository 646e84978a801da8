package passage

// wordTable holds the candidates of words without marks. Each word of a text is
// looked up in it, most of them in vain: a place that nothing took, or that holds the
// mark of another word, tells so at once.
type wordTable struct {
	places  []wordPlace // a power of two of them, a quarter taken at most
	entries []wordEntry
}

// wordPlace has a mark of the word that stands there, and one more than its number.
type wordPlace struct{ mark, entry uint16 }

type wordEntry struct {
	word string
	in   []int16
}

// tableOf puts words into a table; what later lists say of a word stands.
func tableOf(lists ...map[string][]int16) wordTable {
	all := map[string][]int16{}
	for _, list := range lists {
		for w, in := range list {
			if ascii([]byte(w)) {
				all[w] = in
			}
		}
	}
	size := 64
	for size < 4*len(all) {
		size *= 2
	}
	t := wordTable{places: make([]wordPlace, size)}
	for w, in := range all {
		p, mark := t.place([]byte(w))
		t.entries = append(t.entries, wordEntry{w, in})
		*p = wordPlace{mark, uint16(len(t.entries))} //nolint:gosec // some thousand words
	}
	return t
}

func (t *wordTable) find(word []byte) []int16 {
	if p, _ := t.place(word); p.entry > 0 {
		return t.entries[p.entry-1].in
	}
	return nil
}

// place returns where a word stands or would stand, and its mark.
func (t *wordTable) place(word []byte) (*wordPlace, uint16) {
	h := uint32(2166136261) // FNV-1a
	for _, c := range word {
		h = (h ^ uint32(c)) * 16777619
	}
	mark := uint16(h >> 16)
	for at := h ^ h>>15; ; at++ {
		p := &t.places[int(at)&(len(t.places)-1)]
		if p.entry == 0 || p.mark == mark && t.entries[p.entry-1].word == string(word) {
			return p, mark
		}
	}
}
