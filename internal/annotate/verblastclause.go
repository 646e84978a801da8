package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// punctuation ends a phrase; a comma is remembered, anything stronger ends the clause.
func (o *orderer) punctuation(i int) {
	if o.raw(i) == "." && i+1 < o.last && len(o.cur) > 0 && !o.d.Toks[i].Space { // of an ordinal, of a short form
		o.cur = append(o.cur, o.item(i))
		return
	}
	switch o.raw(i) {
	case ",":
		o.flush()
		switch {
		case o.top() != nil:
			o.top().comma = true
		case len(o.out) > 0:
			o.out = append(o.out, o.item(i))
		}
	case ";":
		if o.flush(); o.top() != nil { // "Fidan; X ile Y'yle görüştü"
			o.top().comma = true
			return
		}
		o.out = append(o.out, o.item(i))
	case "(", ")", "[", "]", "-", "–", "—", "/", "&", "%", "'", "’":
		if len(o.cur) > 0 || o.top() == nil {
			o.cur = append(o.cur, o.item(i))
			return
		}
		top := o.top()
		top.describers = append(top.describers, o.item(i))
	default:
		o.flush()
		o.verbless()
		o.out = append(o.out, o.item(i))
	}
}

// conjunction goes on with a list of nouns, or parts clauses.
func (o *orderer) conjunction(i, last int) {
	it := o.item(i)
	switch {
	case len(o.cur) > 0:
		o.cur = append(o.cur, it)
	case o.top() == nil:
		o.out = append(o.out, it)
	default:
		top := o.top()
		top.describers = append(top.describers, it)
	}
}

// verb makes a clause of the pieces that hang on a verb form.
func (o *orderer) verb(i, last int, kind language.VerbForm) {
	first := o.verbStart(i)
	o.flush()
	verb := o.verbItems(first, i, kind)
	end := i
	passive := verb[len(verb)-1].Feats.Has(syntax.Passive)
	o.said = kind == language.Described || kind == language.Promised || kind == language.Wished || kind == language.Aim
	o.lasts = kind == language.Describing && o.lx.hasNoObject(bareWord(o.d.Toks[i].Form)) && o.top() != nil && (o.top().bare() || o.top().kind == datePiece)
	bareDescribed := (kind == language.Described || kind == language.Promised) && o.lx.endsAs(language.BareForm, bareWord(o.d.Toks[i].Form)) > 0
	o.relates = bareDescribed && end+1 < last && o.nounLike(end+1) && o.at(end+1).governs == 0 && o.verbKind(end+1, last) == ""
	if o.relates {
		o.describing(verb, o.args(true, passive), true)
		return
	}
	switch kind {
	case language.Describing:
		o.describing(verb, o.args(false, passive), false)
	case language.Described, language.Promised:
		that := o.made(o.lx.Pack.That[0], syntax.SConj, verb[0].Start)
		o.push(chunk{kind: contentPiece, items: append([]item{that}, o.clause(o.args(true, passive), verb)...)})
	case language.Wished:
		that := o.made(o.lx.Pack.That[0], syntax.SConj, verb[0].Start)
		o.push(chunk{kind: contentPiece, wished: true, verb: i, items: append([]item{that}, o.clause(o.args(true, passive), verb)...)})
	case language.Aim:
		verb[len(verb)-1].Tag = syntax.Verb
		mark := o.made(o.lx.Pack.Infinitive[0], syntax.Part, verb[0].Start)
		o.push(chunk{kind: contentPiece, items: append([]item{mark}, o.clause(o.args(false, passive), verb)...)})
	case language.Joined, language.Timed, language.Supposed:
		o.push(chunk{kind: circumstancePiece, joined: kind == language.Joined, verb: i, items: o.clause(o.args(kind != language.Joined, passive), verb)})
	default:
		o.finite(i, last, verb)
	}
}

// verbStart returns where the words start that are one verb with a token, taking back those
// that were read as a phrase.
func (o *orderer) verbStart(i int) int {
	first := o.at(i).verb
	if first < 0 {
		return i
	}
	at := func(it item) bool { return it.from == first }
	if k := slices.IndexFunc(o.cur, at); k >= 0 {
		o.cur = o.cur[:k]
		return first
	}
	for n := len(o.stack) - 1; n >= 0 && len(o.stack)-n <= 3; n-- {
		p := o.stack[n]
		k := slices.IndexFunc(p.items, at)
		if k < 0 {
			continue
		}
		o.stack, o.cur = o.stack[:n], o.cur[:0]
		if k == 0 || len(p.taken) > 0 && p.possessor == nil {
			o.stack = append(o.stack, p.taken...)
		}
		if k > 0 {
			o.push(chunk{kind: phrasePiece, items: slices.Clone(p.items[:k])})
		}
		return first
	}
	return i
}

// verbItems returns the words of a verb, with a negation in front where its ending is one, and
// with the features of a finite verb where it makes a clause.
func (o *orderer) verbItems(first, i int, kind language.VerbForm) []item {
	form := bareWord(o.d.Toks[i].Form)
	items := o.items(first, i+1)
	main := &items[len(items)-1]
	feats := main.Feats & (syntax.Passive | syntax.Persons | syntax.Numbers)
	switch {
	case startsWith(o.lx.middle, form):
		feats &^= syntax.Passive
	case o.lx.endsAs(language.PassiveForm, form) > 0:
		feats |= syntax.Passive
	case kind == language.Wished:
		feats &^= syntax.Passive
	case o.lx.hasNoObject(form):
		feats &^= syntax.Passive
	}
	switch {
	case kind == language.Promised, o.lx.endsAs(language.FutureForm, form) > 0:
		feats |= syntax.Finite | syntax.Future
	case kind == language.Describing && feats.Has(syntax.Passive):
		feats = syntax.Participle | syntax.Past | syntax.Passive
	case kind == language.Wished:
		feats |= syntax.Finite | syntax.Subjunctive
	case kind == language.Aim:
		feats = feats&syntax.Passive | syntax.Infinitive
	case kind == language.FiniteForm:
		feats |= syntax.Finite | main.Feats&(syntax.Tenses|syntax.Conditional)
		if o.lx.endsAs(language.ProgressiveForm, form) > 0 {
			feats = feats&^syntax.Tenses | syntax.Present | syntax.Gerund
		}
		if o.lx.endsAs(language.PastForm, form) > 0 {
			feats = feats&^syntax.Tenses | syntax.Past
		} else if !feats.Any(syntax.Tenses) {
			feats |= syntax.Present
		}
	default:
		feats |= syntax.Finite | syntax.Past
	}
	main.Tag, main.Feats = syntax.Verb, feats
	for k := range items[:len(items)-1] { // "kabul etti" is one verb
		items[k].Word = Word{Tag: syntax.Adv}
	}
	for _, w := range o.lx.words {
		if longestEnding(w.endings, form) > 0 {
			items = append([]item{o.made(w.word, syntax.Part, items[0].Start)}, items...)
		}
	}
	return items
}

// describing makes the clause that goes behind the next noun.
func (o *orderer) describing(verb []item, args []chunk, object bool) {
	main := verb[len(verb)-1]
	if len(args) == 1 && args[0].kind == contentPiece && args[0].wished && main.Feats.Has(syntax.Passive) {
		o.push(chunk{kind: describingPiece, items: o.expected(verb, &args[0])})
		return
	}
	items := o.clause(args, verb)
	if from := relBit(language.From); !object && slices.ContainsFunc(args, func(p chunk) bool { return p.rels == from }) { // "Kremlin'den yapılan açıklama"
		items = append(flat(args), verb...)
	}
	if object || main.Feats.Has(syntax.Finite) {
		items = append([]item{o.made(o.lx.Pack.Relative[0], syntax.Pron, verb[0].Start)}, items...)
	}
	o.push(chunk{kind: describingPiece, items: items})
}

// expected makes a clause of what a noun is expected to do or what is expected of it: "X'in
// yapması beklenen ziyaret" is the visit that X will make.
func (o *orderer) expected(verb []item, content *chunk) []item {
	content.verbTakes(syntax.Finite | syntax.Future)
	content.items[0] = o.made(o.lx.Pack.Relative[0], syntax.Pron, content.items[0].Start)
	out := append(slices.Clone(content.items), verb...)
	for i := len(content.items); i < len(out); i++ {
		out[i].Word = Word{Tag: syntax.Adj}
	}
	return out
}

// finite ends a clause with its verb.
func (o *orderer) finite(i, last int, verb []item) {
	args := o.ownSubject(o.stack)
	o.stack = nil
	o.paper(args, verb)
	if o.inverted(args, i+1, last) { // "...", said X
		o.out = append(append(o.out, flat(args)...), verb...)
		return
	}
	o.out = append(o.out, o.clause(args, verb)...)
}

func flat(ps []chunk) []item {
	var out []item
	for i := range ps {
		out = append(out, ps[i].all()...)
	}
	return out
}

// verbless writes out what stands in front of no verb: the last phrase without a case is what
// the others hang on ("Erdoğan'dan Putin'e telefon").
func (o *orderer) verbless() {
	args := o.stack
	o.stack = nil
	for n := len(args) - 1; n >= 0; n-- {
		if args[n].bare() {
			head := args[n].all()
			o.out = append(o.out, o.clause(slices.Delete(slices.Clone(args), n, n+1), head)...)
			return
		}
	}
	o.out = append(o.out, flat(args)...)
}

// sideRels are the relations in which those stand with whom something is done.
var sideRels = relBit(language.With) | relBit(language.Between) | relBit(language.By)

// clause writes out a clause: where its words come from and what goes before, its subject, the
// verb, its objects, with whom, circumstance, and last what is said.
func (o *orderer) clause(args []chunk, verb []item) []item {
	subject, object := o.subjectAndObject(args, verb)
	first := object // of a list
	for first > 0 && first > subject[1] && o.goesOn(&args[first-1]) && args[first-1].bare() {
		first--
	}
	var before, front, ofList, sides, when, behind, last, after []item
	for n := range args {
		p := &args[n]
		if p.joined {
			p.verbTakes(verb[len(verb)-1].Feats & timeFeats)
		}
		items := p.all()
		switch {
		case n >= subject[0] && n < subject[1] && subject[1]-subject[0] > 1 && !o.goesOn(p): // what describes one of a list goes behind them all
			front = append(append(front, p.mark...), p.items...)
			if ofList = append(ofList, p.describers...); n+1 < subject[1] && p.comma {
				front = append(front, o.comma(items[0].Start))
			} else if n+1 == subject[1] {
				front = append(front, ofList...)
			}
		case n >= subject[0] && n < subject[1]:
			front = append(front, items...)
		case first <= n && n <= object:
		case p.source, p.kind == circumstancePiece && (subject[1] == 0 || n < subject[0]), p.kind == adverbPiece && n < subject[0]:
			before = append(before, items...)
			switch {
			case p.joined:
				before = append(before, o.made(text.Fold(o.lx.Pack.And[0]), syntax.CConj, items[0].Start))
			case p.source, p.kind == circumstancePiece:
				before = append(before, o.comma(items[0].Start))
			}
		case p.kind == circumstancePiece && p.joined:
			front = append(append(front, items...), o.made(text.Fold(o.lx.Pack.And[0]), syntax.CConj, items[0].Start))
		case p.kind == circumstancePiece && len(p.mark) > 0: // "because X hosted"
			after = append(append(after, o.comma(items[0].Start)), items...)
		case p.kind == circumstancePiece:
			front = append(append(front, items...), o.comma(items[0].Start))
		case p.kind == contentPiece, p.kind == quotedPiece:
			last = append(last, items...)
		case p.rels&sideRels != 0:
			sides = append(sides, items...)
		case p.kind == datePiece, p.rels == relBit(language.In) && !o.ofContact(p): // before what somebody did first or after
			when = append(when, items...)
		default:
			behind = append(behind, items...)
		}
	}
	out := append(append(before, front...), verb...)
	for n := max(first, 0); n <= object; n++ {
		out = append(out, args[n].all()...)
	}
	return slices.Concat(out, sides, when, behind, last, after)
}

// verbTakes gives the verb of a clause the time of another.
func (p *chunk) verbTakes(time syntax.Feats) {
	for i := range p.items {
		if it := &p.items[i]; it.from == p.verb {
			it.Feats = it.Feats&^timeFeats | time
		}
	}
}

const timeFeats = syntax.Tenses | syntax.Subjunctive | syntax.Conditional

// ofContact reports whether a phrase is that of a contact or what describes it tells of one.
func (o *orderer) ofContact(p *chunk) bool {
	return len(p.describers) > 0 || slices.ContainsFunc(p.items, func(it item) bool { return it.from >= 0 && o.at(it.from).contact })
}

// subjectAndObject returns the pieces that are the subject of a clause and the one that is its
// object, -1 for none.
func (o *orderer) subjectAndObject(args []chunk, verb []item) (subject [2]int, object int) {
	var bare []int
	object = -1
	for n := range args {
		if args[n].bare() {
			bare = append(bare, n)
		}
		if args[n].kind == phrasePiece && args[n].rels.Has(language.Marked) && object < 0 {
			object = n
		}
	}
	if len(bare) == 0 {
		return [2]int{}, object
	}
	end := len(bare)
	if last := bare[end-1]; last == len(args)-1 && !args[last].comma && object < 0 && o.takesObject(args, bare, verb) {
		object = last
		end--
	}
	if end == 0 {
		return [2]int{}, object
	}
	if object >= 0 {
		for end > 0 && o.goesOn(&args[bare[end-1]]) && bare[end-1] == object-1 {
			end--
		}
		if end == 0 {
			return [2]int{}, object
		}
	}
	to := 1
	for to < end && bare[to] == bare[to-1]+1 && (args[bare[to-1]].comma || o.goesOn(&args[bare[to-1]])) { // "A, B ve C"
		to++
	}
	return [2]int{bare[0], bare[0] + to}, object
}

// goesOn reports whether a phrase ends with a conjunction.
func (o *orderer) goesOn(p *chunk) bool {
	all := p.all()
	last := all[len(all)-1]
	return last.from >= 0 && o.lx.and.Has(last.Form)
}

// takesObject reports whether the phrase right in front of a verb is its object.
func (o *orderer) takesObject(args []chunk, bare []int, verb []item) bool {
	main := verb[len(verb)-1]
	last := &args[bare[len(bare)-1]]
	if head := last.items[len(last.items)-1]; head.Tag == syntax.Adj && !head.Upper { // "is ready"
		return true
	}
	if o.lx.existential.Has(main.Form) && !last.items[0].Upper { // "there is no plan"
		return true
	}
	if main.Tag != syntax.Verb || main.Feats.Has(syntax.Passive) || o.lx.hasNoObject(bareWord(main.Form)) {
		return false
	}
	if len(verb) > 1 && verb[len(verb)-2].from >= 0 { // "askıya aldı" has an object, if it has one, that shows its case
		head := &last.items[len(last.items)-1]
		return len(bare) > 1 && !head.Upper && o.lx.possessed(head.Form)
	}
	return len(bare) > 1 || !last.items[0].Upper || last.items[0].from != o.first && o.at(last.items[len(last.items)-1].from).contact
}
