package dates

import (
	"time"

	"github.com/parley-news/parley/internal/text"
)

// head is how many tokens from the start a dateline is looked for.
const head = 120

// Dateline returns the publication day that the head of a text states: a day
// with its year in a dateline ("MOSCOW, April 4, 2025 (TASS) —"), on a line that
// holds nothing else but words such as "published", or behind such words that
// begin a line or a part of one ("By A. Writer | Published 4 April 2025"). A day
// without its year, or within a sentence, is none.
func (g *Grammar) Dateline(s string, toks []text.Token) (time.Time, bool) {
	toks = toks[:min(head, len(toks))]
	for _, m := range g.Find(s, toks, time.Time{}) {
		if m.Kind == Day && m.HasYear && m.Resolved && (g.alone(toks, m) || g.headed(toks, m) || g.opens(toks, m)) {
			return m.From, true
		}
	}
	return time.Time{}, false
}

// alone reports whether nothing else stands on the line of a mention.
func (g *Grammar) alone(toks []text.Token, m Mention) bool {
	for i := m.First; i > 0 && !toks[i].Line; i-- {
		if !g.filler(&toks[i-1]) {
			return false
		}
	}
	end := m.Last
	for end < len(toks) && !toks[end].Line {
		end++
	}
	return g.fillers(toks[m.Last:end])
}

func (g *Grammar) fillers(toks []text.Token) bool {
	for i := range toks {
		if !g.filler(&toks[i]) {
			return false
		}
	}
	return true
}

// longestHead is how many tokens a line has at most that tells when and by whom a
// text was published.
const longestHead = 18

// headed reports whether a mention fills, with words such as "published" alone, what
// marks part off on a short line.
func (g *Grammar) headed(toks []text.Token, m Mention) bool {
	start, end := m.First, m.Last
	for start > 0 && !toks[start].Line {
		start--
	}
	for end < len(toks) && !toks[end].Line {
		end++
	}
	if end-start > longestHead {
		return false
	}
	from, to := m.First, m.Last
	for from > start && !parts(&toks[from-1]) {
		from--
	}
	for to < end && !parts(&toks[to]) {
		to++
	}
	return from > start && g.fillers(toks[from:m.First]) && g.fillers(toks[m.Last:to])
}

// parts reports whether a mark parts who wrote a text from when.
func parts(t *text.Token) bool {
	switch t.Form {
	case "|", "•", "·", "–", "—", "/", ";":
		return true
	}
	return false
}

func (g *Grammar) filler(t *text.Token) bool {
	if !t.Word {
		return true
	}
	w := g.find(t.Form)
	return t.Number || w != nil && (w.heading || w.zone != 0 || w.half != 0 || w.weekday != 0)
}

// opens reports whether a mention stands in a dateline: after a place with a
// comma at the start of its line, and before a bracket, a dash or a full stop.
func (g *Grammar) opens(toks []text.Token, m Mention) bool {
	const place, agency = 5, 7
	first := m.First
	for first > 0 && !toks[first].Line && toks[first-1].Word && g.filler(&toks[first-1]) { // "Paris, le 6 mai"
		first--
	}
	start := first
	for start > 0 && !toks[start].Line {
		start--
	}
	if start < first && toks[start].Form == "(" {
		start++
	}
	if first-start > place || start == first || !toks[start].Upper || toks[first-1].Form != "," {
		return false
	}
	for i := m.Last; i < len(toks) && i < m.Last+agency && !toks[i].Line; i++ {
		switch toks[i].Form {
		case "—", "–", "-", "--", "―":
			return true
		}
		if i > m.Last {
			continue
		}
		switch toks[i].Form {
		case "(", "/", ",":
		case ".", ")":
			return i+1 == len(toks) || toks[i+1].Line || toks[i+1].Upper || !toks[i+1].Word
		default:
			return false
		}
	}
	return false
}
