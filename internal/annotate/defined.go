package annotate

import (
	"unicode"
	"unicode/utf8"

	"github.com/parley-news/parley/internal/language"
)

// define notes the acronyms that stand in brackets after the actor they are
// short for, and takes back what else those acronyms were read as there.
func (c *composer) define() {
	as := c.st.Actors
	for i := range as {
		a := &as[i]
		if a.Kind != Institution && a.Kind != Organisation || a.Last+2 >= c.st.Last || c.d.Words(a.Last, a.Last+1) != "(" ||
			c.d.Words(a.Last+2, a.Last+3) != ")" || !c.d.Toks[a.Last+1].Caps {
			continue
		}
		acronym := c.d.Words(a.Last+1, a.Last+2)
		if !c.spells(a.First, a.Last, acronym) {
			continue
		}
		if c.defined == nil {
			c.defined = map[string]*Actor{}
		}
		whole := *a
		c.defined[acronym] = &whole
	}
	kept := as[:0]
	for i := range as {
		if n := len(kept); n > 0 && as[i].First == kept[n-1].Last+1 && as[i].Last == as[i].First+1 {
			if c.defined[c.d.Words(as[i].First, as[i].Last)] != nil {
				continue
			}
		}
		kept = append(kept, as[i])
	}
	c.st.Actors = kept
}

// glossed makes the acronym in brackets behind a name or an office part of it:
// "the Democratic Republic of the Congo (DRC)", "the National Security Adviser
// (NSA)".
func (c *composer) glossed() []unit {
	kept := c.us[:0]
	for i := range c.us {
		u := c.us[i]
		if n := len(kept); n > 0 && c.bracketed(i) && c.sameThing(&kept[n-1], &u) {
			kept[n-1].last = u.last + 1
			continue
		}
		kept = append(kept, u)
	}
	c.us = kept
	return kept
}

// sameThing reports whether a unit in brackets is short for the one before it.
func (c *composer) sameThing(u, short *unit) bool {
	if u.kind == language.Office {
		return c.d.Toks[short.first].Caps && c.spells(u.first, u.last, c.d.Words(short.first, short.last))
	}
	return u.isState() && short.isState() && u.id == short.id
}

// spells reports whether an acronym consists of first letters of the words.
func (c *composer) spells(first, last int, acronym string) bool {
	for i := first; i < last && acronym != ""; i++ {
		t := &c.d.Toks[i]
		r, _ := utf8.DecodeRuneInString(c.d.Text[t.Start:])
		want, size := utf8.DecodeRuneInString(acronym)
		if t.Word && unicode.ToUpper(r) == want {
			acronym = acronym[size:]
		}
	}
	return acronym == ""
}
