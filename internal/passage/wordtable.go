package passage

// wordTable holds the candidates of words without marks. Each word of a text is
// looked up in it, most of them in vain: a place that nothing took tells so at once.
type wordTable struct {
	places []wordPlace // a power of two of them, a quarter taken at most
}

type wordPlace struct {
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
	t := wordTable{make([]wordPlace, size)}
	for w, in := range all {
		*t.place([]byte(w)) = wordPlace{w, in}
	}
	return t
}

func (t *wordTable) find(word []byte) []int16 { return t.place(word).in }

// place returns where a word stands or would stand.
func (t *wordTable) place(word []byte) *wordPlace {
	h := uint32(2166136261) // FNV-1a
	for _, c := range word {
		h = (h ^ uint32(c)) * 16777619
	}
	for at := h ^ h>>15; ; at++ {
		if p := &t.places[int(at)&(len(t.places)-1)]; p.in == nil || p.word == string(word) {
			return p
		}
	}
}
