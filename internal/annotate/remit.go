package annotate

import (
	"strings"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// longestRemit is in how many words a text says what an office is for.
const longestRemit = 14

// remit returns the unit of the name behind the words that say what an office is
// for: "the assistant secretary for African affairs, X", "the envoy for the
// dialogue between A and B, Y". It is -1 when no name ends them.
func (c *composer) remit(p *phraseParts, at int) int {
	from := c.us[at].last
	if p.head < 0 || c.us[p.head].kind != language.Office || len(p.names)+len(p.owners) > 0 || p.plural || !c.charged(from) && !c.inGenitive(p, from) && !c.chargedToo(p, at) {
		return -1
	}
	tok := from
	for k := at + 1; k < len(c.us) && c.us[k].first-from <= longestRemit; k++ {
		u := &c.us[k]
		comma := c.raw(u.first-1) == ","
		titled := u.kind == language.Honorific && k+1 < len(c.us) && c.us[k+1].kind == personKind && c.leads(k, k+1)
		last := titled || u.kind == personKind && (comma || c.surely(k) && c.st.Words[u.first-1-c.st.First].Tag != syntax.Adp)
		end := u.first
		if last && comma {
			end--
		}
		if !c.nominal(tok, end) {
			return -1
		}
		if last {
			if titled {
				p.honorific = k
				k++
			}
			return c.chargedName(p, k, comma)
		}
		if u.isHead() || u.kind == pronounKind || u.kind == bothKind {
			return -1
		}
		tok = u.last
	}
	return -1
}

// portfolio returns the unit of the state behind the words that say what a minister is in
// charge of: "le ministre de l'Eau et de l'Assainissement du Tchad". It is -1 when none is.
func (c *composer) portfolio(p *phraseParts, at int) int {
	h := &c.us[p.head]
	if at != p.head || !p.bare() || h.kind != language.Office || !c.charged(h.last) && !c.inGenitive(p, h.last) {
		return -1
	}
	for k := at + 1; k < len(c.us) && c.us[k].first-h.last <= longestRemit; k++ {
		u := &c.us[k]
		if u.kind == personKind && u.person == nil && !u.full { // what looks like a name: "de l'Hydraulique"
			continue
		}
		rels, end := c.governor(c.st, u.first)
		if u.isState() && !u.isAdjective() && c.readOffice(h, u.id) == "minister" && rels.Has(language.Of) && end-h.last > 1 && c.enumerates(h.last, end) {
			return k
		}
		return -1
	}
	return -1
}

// enumerates reports whether nothing but nouns stands between two tokens, with "of" behind
// each comma: "de l'Eau, de l'Assainissement et de l'Hygiène".
func (c *composer) enumerates(from, to int) bool {
	for i := from; i < to; i++ {
		if c.raw(i) != "," {
			continue
		}
		if !c.nominal(from, i) || !c.st.Rels[i+1-c.st.First].Has(language.Of) {
			return false
		}
		from = i + 1
	}
	return c.nominal(from, to)
}

func (c *composer) raw(tok int) string { return c.d.Toks[tok].Raw(c.d.Text) }

// charged reports whether words that say what an office is for begin at a token:
// a preposition, or a participle before one ("chargé de", "in charge of").
func (c *composer) charged(tok int) bool {
	if tok >= c.st.Last || c.raw(tok) == "," {
		return false
	}
	if c.st.Words[tok-1-c.st.First].Tag == syntax.Adp {
		return true
	}
	for i := tok; i < c.st.Last && i < tok+3; i++ {
		w := c.st.Words[i-c.st.First]
		if c.lx.AdjunctAt(c.d.Toks, i, c.st.Last) { // "the ambassador after the words of X"
			return false
		}
		if w.Tag == syntax.Adp {
			rels := c.st.Rels[i-c.st.First]
			return !rels.Has(language.With) && !rels.Has(language.Between) && !rels.Has(language.From) && (!rels.Has(language.By) || rels.Has(language.Of))
		}
		if i > tok || w.Tag != syntax.Adj && !(w.Tag == syntax.Verb && w.Feats.Has(syntax.Participle)) {
			return false
		}
	}
	return false
}

// inGenitive reports whether what a minister is in charge of stands behind the word for the
// office in a case of its own: "ministrul dezvoltării regionale".
func (c *composer) inGenitive(p *phraseParts, tok int) bool {
	h := &c.us[p.head]
	if len(c.lx.Pack.Cases) == 0 || tok >= c.st.Last || h.kind != language.Office || !strings.HasSuffix(c.readOffice(h, ""), "minister") {
		return false
	}
	if c.wordAt(tok).Tag == syntax.Adj {
		tok--
	}
	w := c.wordAt(tok)
	return tok > h.first && w.Tag == syntax.Noun && (w.Feats.Any(syntax.Genitive|syntax.Dative) || c.lx.oblique(c.d.Words(tok, tok+1)))
}

// nominal reports whether no verb and no mark stands between two tokens.
func (c *composer) nominal(from, to int) bool {
	for i := from; i < to; i++ {
		w := c.st.Words[i-c.st.First]
		switch w.Tag {
		case syntax.Noun, syntax.ProperNoun, syntax.Adj, syntax.Det, syntax.Adp, syntax.CConj, syntax.Num, syntax.Part:
		case syntax.Verb:
			if !w.Feats.Has(syntax.Participle) {
				return false
			}
		default:
			if c.d.Toks[i].Word || c.raw(i) != "-" && c.raw(i) != "–" {
				return false
			}
		}
	}
	return true
}

// chargedName returns a name that may be that of the office before it, -1 when it
// may not: one behind a comma goes on with a verb only as its subject.
func (c *composer) chargedName(p *phraseParts, k int, comma bool) int {
	u := &c.us[k]
	if !c.worthName(k) || c.elsewhere(p, k) || c.owns(k) {
		return -1
	}
	if comma && u.last < c.st.Last && c.d.Toks[u.last].Word {
		return -1
	}
	return k
}

// surely reports whether a name is certainly a person's: known, or of a given
// name that others have.
func (c *composer) surely(k int) bool {
	u := &c.us[k]
	return u.person != nil || u.full || u.words > 1 && c.lx.World.IsGiven(c.skeleton(u.first))
}
