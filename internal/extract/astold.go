package extract

import "github.com/parley-news/parley/internal/annotate"

// asTold takes what stands beside a clause that only names who says it: "Wie X am Montag
// mitteilte, bleibt der Pass offen", "der Pass bleibt offen, wie X mitteilte".
func (x *extractor) asTold(sp *Speech, v *annotate.VerbGroup) bool {
	at := v.First
	for at > x.st.First && x.raw(at) != "," && !x.lx.IsAsTold(x.d.Toks[at].Form) {
		at--
	}
	if !x.lx.IsAsTold(x.d.Toks[at].Form) || at > x.st.First && x.raw(at-1) != "," && x.raw(at-1) != "–" {
		return false
	}
	end := v.Last
	for end < x.st.Last && x.raw(end) != "," {
		end++
	}
	switch {
	case at == x.st.First && end+1 < x.st.Last:
		sp.First, sp.Last = end+1, x.st.Last
	case at > x.st.First && end+1 < x.st.Last:
		sp.First, sp.Last = x.st.First, x.st.Last
	case at > x.st.First+1:
		sp.First, sp.Last = x.st.First, at-1
	default:
		return false
	}
	sp.QuoteFrom, sp.QuoteTo = -1, -1
	if q := x.quotesIn(sp.First, sp.Last); q >= 0 {
		sp.QuoteFrom, sp.QuoteTo = q, x.lastQuote(q)+1
	}
	return true
}
