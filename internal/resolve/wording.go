package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/syntax"
)

// wording is the stretch that a statement shows: without the head of the report
// before it, the word or mark that leads to what was said, and the comma behind.
func (r *reader) wording(s *statement) (first, last int) {
	first, last = s.first, s.last
	st := &r.d.Sentences[s.sp.Sentence]
	if first == st.First {
		first = min(r.head(s.sp.Sentence), last-1)
	}
	for first+1 < last && r.leads(s.sp.Sentence, first) {
		first++
	}
	for last-1 > first && r.comma(last-1) {
		last--
	}
	return first, last
}

// saying is the wording of a statement that shows what its act is: one that does more than
// say something begins or ends with the word that tells it ("denied that it had asked").
func (r *reader) saying(s *statement) (first, last int) {
	first, last = r.wording(s)
	st := &r.d.Sentences[s.sp.Sentence]
	if cue := s.sp.Cue; cue != nil && s.act != "say" && cue.Arg("act") != "say" && st.First <= first && last <= st.Last {
		first, last = min(first, cue.First), max(last, cue.Last)
	}
	return first, r.unmarked(first, last)
}

// leads reports whether a token only opens what follows: a comma, a colon, or
// the conjunction of reported speech.
func (r *reader) leads(s, at int) bool {
	switch r.d.Words(at, at+1) {
	case ",", ":", ";":
		return true
	}
	st := &r.d.Sentences[s]
	if at < st.First || at >= st.Last || !r.lx.IsThat(r.d.Toks[at].Form) {
		return false
	}
	tag := st.Words[at-st.First].Tag // behind hearers it looks like a relative: "dijo a los periodistas que no hay"
	return tag == syntax.SConj || tag == syntax.Pron && r.lx.Pack.ProDrop
}

// head returns where a sentence starts behind the head of a report ("MOSCOW,
// 4 April (Agency) —", "Moscow, 4 April —"): a place in capitals or with a day,
// and a dash within reach with no verb before it.
func (r *reader) head(s int) int {
	const reach = 14
	st := &r.d.Sentences[s]
	at := slices.IndexFunc(st.Places, func(p annotate.PlaceMention) bool { return p.First == st.First }) // capitals come last
	if st.Title || at < 0 {
		return st.First
	}
	end := min(st.Last-1, st.First+reach)
	if !r.d.Toks[st.First].Caps && (len(st.Dates) == 0 || st.Dates[0].Last > end || !r.comma(st.Places[at].Last)) {
		return st.First
	}
	if len(st.Verbs) > 0 {
		end = min(end, st.Verbs[0].First)
	}
	for i := st.First + 1; i < end; i++ {
		switch r.d.Words(i, i+1) {
		case "—", "–", "-", "--":
			return i + 1
		}
	}
	return st.First
}
