package syntax

// A keySet finds the place of a key in a sorted list by open hashing. Keys are
// 32 bits of a longer hash: of the forms that are not in the list, one in some
// hundred thousand is taken for one that is, which the models can bear.
type keySet struct {
	keys  []uint32
	slots []int32 // place in keys plus one, 0 for a free slot
}

func keyOf(hash uint64) uint32 { return uint32(hash >> 17) }

func newKeySet(keys []uint32) keySet {
	size := 16
	for size < 2*len(keys) {
		size *= 2
	}
	s := keySet{keys: keys, slots: make([]int32, size)}
	for i, key := range keys {
		at := int(key) & (size - 1)
		for s.slots[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		s.slots[at] = int32(i + 1)
	}
	return s
}

// find returns the place of the key, -1 if it is not there.
func (s *keySet) find(key uint32) int {
	size := len(s.slots)
	if size == 0 {
		return -1
	}
	for at := int(key) & (size - 1); s.slots[at] != 0; at = (at + 1) & (size - 1) {
		if i := int(s.slots[at] - 1); s.keys[i] == key {
			return i
		}
	}
	return -1
}
