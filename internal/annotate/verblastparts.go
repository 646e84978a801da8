package annotate

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// particle reports whether a small word stands inside a name: "von der Leyen", "Lula da Silva".
func (o *orderer) particle(i int) bool {
	if len(o.cur) == 0 || !o.cur[len(o.cur)-1].Upper && !o.lx.particle(o.cur[len(o.cur)-1].Form) || !o.lx.particle(o.d.Toks[i].Form) {
		return false
	}
	before, clitic := i-1, slices.Contains(o.lx.Pack.Next, o.d.Toks[i].Form)
	for i++; i < o.last; i++ {
		if !o.lx.particle(o.d.Toks[i].Form) {
			return o.d.Toks[i].Upper && (!clitic || o.known(before, i))
		}
	}
	return false
}

// known reports whether two words are the name of somebody the gazetteer has, whatever stands
// between them: "Lula da Silva", not "Erdoğan da Putin'le".
func (o *orderer) known(i, j int) bool {
	w := o.lx.World
	return len(w.LookupKeys([]string{w.Skeleton(o.raw(i)), w.Skeleton(o.raw(j))})) > 0
}

// parts reports whether a word begins a phrase of its own behind the words read so far.
func (o *orderer) parts(i int) bool {
	prev := &o.cur[len(o.cur)-1]
	t, w := &o.d.Toks[i], o.tags[i-o.first]
	if prev.from < 0 || o.lx.and.Has(prev.Form) || o.lx.such.Has(prev.Form) || o.lx.these.Has(prev.Form) || !prev.word() || t.Hyphen || o.lx.particle(prev.Form) && t.Upper {
		return false
	}
	modifier := w.Tag == syntax.Adj || w.Tag == syntax.Det || w.Tag == syntax.Num || w.Tag == syntax.Adv
	named := prev.Upper && prev.ID == 0
	switch {
	case o.at(i).within:
		return false
	case !t.Upper && w.Tag == syntax.Noun && !prev.Upper && !o.at(i).contact && prev.ID != 0 && endsIn(bareWord(prev.Form), o.lx.ownedPlurals): // "liderleri sınır anlaşması konusunda"
		return true
	case o.at(i).body && o.at(prev.from).charge: // "Büyükelçisi Dışişleri Bakanlığına"
		return true
	case o.at(i).land && (o.at(prev.from).land || o.at(prev.from).within) && i+1 < o.last && o.d.Toks[i+1].Ending: // "ABD Umman'da"
		return !o.lx.sites.Has(prev.Form)
	case t.Upper && o.at(i).name && !prev.Upper && o.at(prev.from).contact: // "görüşmeler Katar'ın arabuluculuğunda"
		return true
	case o.at(i).passing: // "Bangladeş geçici hükümeti"
		return false
	case !t.Upper && i+1 < o.last && o.d.Toks[i+1].Hyphen && o.d.Toks[i+1].Upper: // "Şiya es-Sudani"
		return false
	case (w.Tag == syntax.Adj || t.Number) && prev.from >= 0 && o.at(prev.from).land && !t.Upper: // "Hindistan serbest ticaret müzakereleri"
		return false
	case !t.Upper && !prev.Upper && o.lx.indefinite.Has(t.Form) && prev.Tag == syntax.Noun && !o.lx.possessed(prev.Form): // "üst düzey bir görüşme"
		return false
	case !t.Upper && modifier:
		return prev.Tag == syntax.Noun || prev.Tag == syntax.ProperNoun || named
	case named && !t.Upper && o.lx.utterances.Has(t.Form) && i+1 < o.last && o.lx.caseEndings[o.d.Toks[i+1].Form].Has(language.In): // "Paşinyan konuşmasında"
		return true
	case named && !t.Upper:
		return !o.lx.possessed(t.Form)
	case named && o.at(i).name && !prev.Hyphen:
		return !o.insideName(i)
	case t.Upper && o.at(i).land && o.lx.possessed(prev.Form) && prev.ID != 0 && !o.at(prev.from).land: // "liderleri Malezya'da", not "başkenti Ankara'da"
		return !o.lx.sites.Has(prev.Form)
	}
	return false
}

// insideName reports whether a title stands inside a name: "Hasan Şeyh Mahmud".
func (o *orderer) insideName(i int) bool {
	return o.at(i).honour && !o.lx.possessed(o.d.Toks[i].Form) && i+1 < o.last && o.d.Toks[i+1].Upper && o.d.Toks[i+1].ID == 0
}

// possessed reports whether a folded noun has the ending of a thing that has an owner.
func (lx *Lexicon) possessed(form string) bool {
	return len(form) > 3 && endsIn(bareWord(form), lx.owned)
}

// tellCase gives a phrase the case that the tagger sees on a noun whose ending was not parted.
func (o *orderer) tellCase(p *chunk) {
	head := &p.items[len(p.items)-1]
	if head.from < 0 || head.ID != 0 || head.Upper || o.tags[head.from-o.first].Tag == syntax.Adj {
		return
	}
	form := bareWord(head.Form)
	for _, e := range o.lx.parted {
		if !strings.HasSuffix(form, e) || len(form) < len(e)+2 {
			continue
		}
		rels := o.lx.caseEndings["'"+e]
		if rels&o.lx.InCase(Word{Feats: o.tags[head.from-o.first].Feats}) == 0 {
			continue
		}
		mark := o.made("'"+e, syntax.Adp, head.End)
		mark.Ending = true
		p.mark, p.rels, p.owner = []item{mark}, rels, rels.Has(language.Of)
		if p.owner {
			p.rels = 0
		}
		return
	}
}

// joinList takes the phrase in front into a list, where the word for "with" stands for "and":
// "Erdoğan ile Putin görüştü". Behind a subject it does not.
func (o *orderer) joinList(p *chunk) {
	q := o.top()
	if q == nil || q.comma || len(q.mark) != 1 || !q.rels.Has(language.With) || q.mark[0].Ending || q.kind != phrasePiece {
		return
	}
	head := p.items[len(p.items)-1]
	upper := p.items[0].Upper
	if upper != q.items[0].Upper && q.mark[0].from > o.first+2 || !upper && head.from >= 0 && o.at(head.from).contact {
		return
	}
	for n := range o.stack[:len(o.stack)-1] {
		if s := &o.stack[n]; s.bare() && upper && !p.owner && !p.rels.Has(language.Between) && (len(p.mark) == 0 || p.items[0].from < 0 || o.at(p.items[0].from).land) {
			return
		}
	}
	o.joinWith(p)
}

// joinWith takes the phrase in front, with its "with" as an "and", into a phrase.
func (o *orderer) joinWith(p *chunk) {
	q := o.pop()
	and := q.mark[0]
	and.Form, and.Tag = text.Fold(o.lx.Pack.And[0]), syntax.CConj
	p.items = append(append(append(slices.Clone(q.items), q.describers...), and), p.items...)
	p.taken = append([]chunk{q}, p.taken...)
}

// joinCommas takes the members in front of a list into it, where its case is that of them all:
// "Mısır, Katar ve Ürdün bakanlarıyla". What may be the subject of the sentence stays.
func (o *orderer) joinCommas(p *chunk) {
	if !slices.ContainsFunc(p.items, func(it item) bool { return it.from >= 0 && o.lx.and.Has(it.Form) }) || !p.items[0].Upper {
		return
	}
	first := slices.IndexFunc(o.stack, func(q chunk) bool { return q.bare() })
	for n := len(o.stack) - 1; n > first && n > 0; n-- {
		q := o.stack[n]
		if !q.bare() || !q.comma || !q.items[0].Upper {
			return
		}
		p.items = append(append(q.all(), o.comma(q.items[0].Start)), p.items...)
		o.stack = o.stack[:n]
	}
}

// partList leaves the front of a list on the stack where only its last member is meant by a
// case ending: "ikili ilişkiler ve Gazze'deki durum".
func (o *orderer) partList(p *chunk) {
	for n := len(p.items) - 2; n > 0; n-- {
		if !o.lx.and.Has(p.items[n].Form) || p.items[n].from < 0 {
			continue
		}
		if !p.items[n-1].Upper && p.items[n+1].Upper && p.kind == phrasePiece {
			o.push(chunk{kind: phrasePiece, items: slices.Clone(p.items[:n+1])})
			p.items = p.items[n+1:]
		}
		return
	}
}
