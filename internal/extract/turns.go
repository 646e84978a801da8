package extract

import "github.com/parley-news/parley/internal/annotate"

// turn reads a turn of a transcript, a line that opens with its speaker's name
// and a colon, and reports whether the sentence is part of one.
func (x *extractor) turn() bool {
	const few = 3 // labels that make a transcript
	if x.turns == nil {
		x.turns = new(int)
		for s := range x.d.Sentences {
			if label(x.d, &x.d.Sentences[s]) >= 0 {
				*x.turns++
			}
		}
	}
	if *x.turns < few {
		return false
	}
	if a := label(x.d, x.st); a >= 0 {
		first := x.st.Actors[a].Last + 1
		x.turnEnd = first
		for x.turnEnd < len(x.d.Toks) && (!x.d.Toks[x.turnEnd].Line || x.turnEnd == first) {
			x.turnEnd++
		}
		x.out.Speeches = append(x.out.Speeches, Speech{
			Sentence: x.s, Speakers: []Ref{{x.s, a}}, Act: "say", First: first, Last: x.turnEnd, QuoteFrom: -1, QuoteTo: -1, Turn: true,
		})
	}
	return x.st.First < x.turnEnd
}

// ownWords gives a line that opens with somebody's name and a colon, and goes on in the
// first person, to them: "Macron: I spoke with the king today".
func (x *extractor) ownWords(from int) {
	a := label(x.d, x.st)
	if a < 0 || len(x.out.Speeches) > from {
		return
	}
	first := x.st.Actors[a].Last + 1
	if v := x.finiteAfter(first); v != nil && v.FirstPerson && v.First-first <= 1 {
		x.out.Speeches = append(x.out.Speeches, Speech{
			Sentence: x.s, Speakers: []Ref{{x.s, a}}, Act: "say", First: first, Last: x.st.Last, QuoteFrom: -1, QuoteTo: -1, Title: x.st.Title,
		})
	}
}

// label returns the person whose name and a colon open a line of a sentence, -1
// when none do.
func label(d *annotate.Document, st *annotate.Sentence) int {
	if len(st.Actors) == 0 || !d.Toks[st.First].Line && st.First > 0 {
		return -1
	}
	a := &st.Actors[0]
	if a.Kind != annotate.Person || a.First != st.First || a.Last+1 >= st.Last || d.Words(a.Last, a.Last+1) != ":" || d.InQuote(a.Last+1) >= 0 {
		return -1
	}
	return 0
}
