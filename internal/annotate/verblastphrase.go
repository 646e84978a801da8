package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// chunkKind says what a chunk of a sentence is.
type chunkKind uint8

const (
	// phrasePiece is a noun phrase, datePiece a day, adverbPiece anything else that stands by
	// itself.
	phrasePiece chunkKind = iota
	datePiece
	adverbPiece
	// contentPiece is a clause that is the object or the subject of the verb behind it,
	// circumstancePiece one of another kind, describingPiece one that waits for its noun.
	contentPiece
	circumstancePiece
	describingPiece
	quotedPiece
)

// chunk is what hangs on a verb or a noun further on.
type chunk struct {
	kind chunkKind
	// mark governs the items, describers go behind them.
	mark, items, describers []item
	rels                    Rels
	// owner: a genitive. comma: one stands behind it. possessed: the phrase has an owner.
	owner, comma bool
	// joined: a clause that the next one goes on with; verb is the token of its verb.
	joined bool
	verb   int
	// wished: a clause of what somebody is to do.
	wished bool
	// taken are the pieces that went into this one, possessor the owner among them.
	taken     []chunk
	possessor *chunk
	// source: the piece tells where a statement comes from and stays in front.
	source bool
}

func (p *chunk) bare() bool {
	return p.kind == phrasePiece && p.rels == 0 && !p.owner
}

// all returns a chunk in the order it is read in.
func (p *chunk) all() []item {
	out := make([]item, 0, len(p.mark)+len(p.items)+len(p.describers))
	out = append(append(append(out, p.mark...), p.items...), p.describers...)
	return out
}

func (o *orderer) push(p chunk) { o.stack = append(o.stack, p) }

func (o *orderer) top() *chunk {
	if len(o.stack) == 0 {
		return nil
	}
	return &o.stack[len(o.stack)-1]
}

func (o *orderer) pop() chunk {
	p := o.stack[len(o.stack)-1]
	o.stack = o.stack[:len(o.stack)-1]
	return p
}

// nominal takes a word into the phrase that is being read, or begins another.
func (o *orderer) nominal(i int) {
	particle := o.particle(i)
	if len(o.cur) > 0 && !particle && o.parts(i) {
		o.flush()
	}
	if w := o.tags[i-o.first]; particle {
		o.cur = append(o.cur, item{o.d.Toks[i], Word{Tag: syntax.ProperNoun}, i})
		return
	} else if w.Tag == syntax.Adv && !o.d.Toks[i].Upper && len(o.cur) == 0 || w.Tag == syntax.CConj || w.Tag == syntax.SConj {
		o.flush()
		o.push(chunk{kind: adverbPiece, items: o.items(i, i+1)})
		return
	}
	it := o.item(i)
	if it.Tag == syntax.Verb || it.Tag == syntax.Aux {
		it.Word = Word{Tag: syntax.Noun}
	}
	if it.Tag == syntax.Adp {
		it.Tag = syntax.Adv
	}
	o.cur = append(o.cur, it)
}

func (it *item) word() bool { return it.Token.Word || it.Number }

// flush ends the phrase that is being read without a case.
func (o *orderer) flush() {
	if len(o.cur) > 0 {
		p := o.phrase()
		o.tellCase(&p)
		if p.owner || p.rels == 0 || p.rels.Has(language.Marked) {
			o.joinList(&p)
		}
		o.push(p)
	}
}

// phrase makes a chunk of the words read: with its owner in front, and with what describes it
// behind.
func (o *orderer) phrase() chunk {
	p := chunk{kind: phrasePiece, items: slices.Clone(o.cur)}
	o.cur = o.cur[:0]
	if it := &p.items[0]; len(p.items) == 1 && o.lx.pronouns.Has(it.Form) {
		it.Tag = syntax.Pron
	}
	o.describe(&p)
	return p
}

func (o *orderer) describe(p *chunk) {
	stack := slices.Clone(o.stack)
	defer func() { p.taken = stack[len(o.stack):] }()
	head := p.items[len(p.items)-1]
	for o.top() != nil && o.top().kind == describingPiece && !o.top().comma {
		d := o.pop()
		p.describers = append(p.describers, o.described(p, &d)...)
	}
	if q := o.top(); q != nil && q.wished && !q.comma && len(q.mark) == 0 && o.lx.possessed(head.Form) && !head.Upper { // "gitme planı"
		d := o.pop()
		p.describers = append(p.describers, d.items...)
	}
	contact := head.from >= 0 && o.at(head.from).contact
	title := o.title(p)
	complete := title.from >= 0 && o.at(title.from).serves && p.items[0].from >= 0 && o.at(p.items[0].from).state                // "Almanya Başbakanı" is nobody's
	if first := &p.items[0]; contact && len(p.items) > 1 && first.from >= 0 && o.at(first.from).name && !o.at(first.from).land { // so is "G20 zirvesi"
		complete = true
	}
	owned := o.lx.possessed(title.Form) && !complete
	if owned || contact {
		if n := o.ownerOf(contact, owned); n >= 0 {
			owner, between := o.stack[n], slices.Clone(o.stack[n+1:])
			o.stack = o.stack[:n]
			for _, q := range between {
				if q.outer() {
					o.push(q)
				} else {
					p.describers = append(q.all(), p.describers...)
				}
			}
			o.own(p, &owner)
		} else if contact {
			n := o.sidesFrom(owned)
			p.describers = append(flat(o.stack[n:]), p.describers...)
			o.stack = o.stack[:n]
		}
	}
}

// outer reports whether what stands between a noun and its owner belongs to the verb: "X's,
// during the visit, talks are planned".
func (p *chunk) outer() bool {
	return p.kind == phrasePiece && p.rels == relBit(language.Other)
}

// title returns the last word of a phrase that is no part of a name, its last word if all are.
func (o *orderer) title(p *chunk) *item {
	for n := len(p.items) - 1; n >= 0; n-- {
		if it := &p.items[n]; it.from >= 0 && (o.at(it.from).charge || !it.Upper) {
			return it
		}
	}
	for n := len(p.items) - 1; n >= 0; n-- {
		if it := &p.items[n]; !it.Upper || it.ID != 0 {
			return it
		}
	}
	return &p.items[len(p.items)-1]
}

// joinsNoun reports whether a chunk in front of a noun of a contact is one of its sides: "Putin
// ile görüşmesinde".
func (o *orderer) joinsNoun(q *chunk, owned bool) bool {
	sides := relBit(language.With) | relBit(language.Between)
	if owned {
		sides |= relBit(language.To)
	}
	return q.kind == phrasePiece && !q.comma && q.rels&sides != 0
}

// sidesFrom returns from where on the stack belongs to a noun of a contact: its sides, and where
// and when between them and it.
func (o *orderer) sidesFrom(owned bool) int {
	from := len(o.stack)
	for n := len(o.stack) - 1; n >= 0; n-- {
		q := &o.stack[n]
		if o.joinsNoun(q, owned) {
			from = n
		} else if q.comma || q.kind != datePiece && (q.kind != phrasePiece || q.rels == 0 || q.rels.Has(language.Marked) || q.outer()) {
			break
		}
	}
	return from
}

// ownerOf returns the owner of a noun on the stack: right in front of it or, for a noun of a
// contact, in front of its other sides. -1 if there is none.
func (o *orderer) ownerOf(contact, owned bool) int {
	for n := len(o.stack) - 1; n >= 0 && owned; n-- {
		q := &o.stack[n]
		switch {
		case q.owner && (!q.comma || n < len(o.stack)-1):
			return n
		case contact && !q.comma && q.kind != quotedPiece && (q.kind == datePiece || q.kind == adverbPiece || q.kind == phrasePiece && q.rels != 0):
			continue
		}
		return -1
	}
	return -1
}

// own puts an owner to its phrase: in front with a mark of possession or, when it is described
// itself, behind.
func (o *orderer) own(p *chunk, owner *chunk) {
	head := p.items[len(p.items)-1]
	if head.from >= 0 && o.at(head.from).contact || len(owner.describers) > 0 || len(o.lx.Pack.Possessive) == 0 {
		p.describers = append(owner.all(), p.describers...)
		return
	}
	mark := owner.mark[0]
	mark.Ending, mark.Form, mark.Tag = false, o.lx.Pack.Possessive[0], syntax.Part
	p.items = append(append(slices.Clone(owner.items), mark), p.items...)
	p.possessor = owner
}

// described returns what a clause in front of a noun says of it, as it goes behind the noun.
func (o *orderer) described(p, d *chunk) []item {
	head := p.items[len(p.items)-1]
	items := d.all()
	if len(items) == 0 || d.rels != 0 {
		return items
	}
	if named := head.Upper && len(items) > 1 && items[0].from < 0; named { // "X, who did,"
		out := append([]item{o.comma(items[0].Start)}, items...)
		return append(out, o.comma(items[0].Start))
	}
	return items
}

// date makes a chunk of a day.
func (o *orderer) date(first, last int) {
	o.flush()
	o.push(chunk{kind: datePiece, items: o.items(first, last)})
	if last < o.last && !o.d.Toks[last].Ending && o.attributive(last-1) {
		o.top().kind, o.top().rels = describingPiece, relBit(language.Of)
	}
}

// attributive reports whether a word of a date only describes the noun behind it: "dünkü".
func (o *orderer) attributive(i int) bool {
	form := bareWord(o.d.Toks[i].Form)
	return len(form) > 3 && endsIn(form, o.lx.dateAttributes)
}

// ending puts a case ending to the phrase in front of it.
func (o *orderer) ending(i int) {
	it := o.item(i)
	it.Word = Word{Tag: syntax.Adp}
	p := o.ended()
	if p == nil {
		return
	}
	rels := o.lx.caseEndings[it.Form]
	if rels.Has(language.Of) || o.lx.attributes.Has(it.Form) {
		o.partList(p)
	}
	o.joinCommas(p)
	p.mark = append([]item{it}, p.mark...)
	if rels.Has(language.Of) || rels.Has(language.Marked) {
		p.owner = rels.Has(language.Of)
		o.joinList(p)
	}
	switch {
	case o.lx.attributes.Has(it.Form):
		p.kind, p.rels = describingPiece, rels
	case rels.Has(language.Of):
		p.owner = true
	default:
		p.rels = rels
		if p.kind == datePiece && p.rels.Has(language.Marked) {
			p.kind = phrasePiece
		}
	}
	o.push(*p)
}

// ended takes the phrase that ends here, nil for none.
func (o *orderer) ended() *chunk {
	if len(o.cur) > 0 {
		p := o.phrase()
		return &p
	}
	if o.top() == nil || o.top().comma || o.top().kind == quotedPiece && len(o.stack) == 1 {
		return nil
	}
	p := o.pop()
	return &p
}

// govern puts a postposition to the phrase or the clause in front of it, in place of its case.
func (o *orderer) govern(first, last int, rels Rels) {
	p := o.ended()
	words := o.items(first, last)
	for i := range words {
		words[i].Word = Word{Tag: syntax.Adp}
	}
	if p == nil {
		o.cur = append(o.cur, words...)
		return
	}
	if p.kind == contentPiece && rels.Has(language.About) { // "agreed on meeting"
		o.push(*p)
		return
	}
	if p.kind == contentPiece || p.kind == circumstancePiece {
		p.kind = circumstancePiece
		p.mark = words
		o.push(*p)
		return
	}
	o.joinCommas(p)
	p.mark, p.rels, p.owner = words, rels, false
	if rels.Has(language.Between) {
		o.joinList(p)
	}
	if p.kind == datePiece {
		p.rels = relBit(language.Other)
	}
	p.source = o.isSource(first)
	if o.lx.attributes.Has(o.d.Toks[last-1].Form) {
		p.kind = describingPiece
	}
	o.push(*p)
}

// isSource reports whether a postposition tells whose words a sentence gives.
func (o *orderer) isSource(i int) bool {
	for _, m := range o.lx.all.Find(nil, o.d.Toks, i, o.last, nil) {
		if e := o.lx.entries[m.ID]; e.Cue != nil && e.Cue.Sense == language.According {
			return true
		}
	}
	return false
}
