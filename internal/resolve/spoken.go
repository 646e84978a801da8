package resolve

import (
	"slices"
	"sort"
)

// topicsOf returns the topics of what somebody said, sorted. Names hold none: the
// "Financial Times" is not about finance.
func (r *reader) topicsOf(s *statement) []string {
	out := []string{}
	v := r.survey()
	n := sort.Search(len(r.d.Sentences), func(i int) bool { return r.d.Sentences[i].Last > s.first })
	for ; n < len(r.d.Sentences) && r.d.Sentences[n].First < s.last; n++ {
		for _, h := range v.hits[n] {
			if h.First >= s.first && h.Last <= s.last && !slices.Contains(out, h.Entry.ID) {
				out = append(out, h.Entry.ID)
			}
		}
	}
	sort.Strings(out)
	return out
}
