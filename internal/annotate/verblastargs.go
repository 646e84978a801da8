package annotate

import (
	"slices"

	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// args takes from the stack the pieces that hang on a verb form: up to a comma or, where the
// form has a subject of its own, up to the owner that is it.
func (o *orderer) args(subject, passive bool) []chunk {
	n := len(o.stack)
	promises := !subject && passive // "X'in yapması beklenen": what goes before is not its
	owner := -1
	if subject {
		owner = o.subjectOwner()
	}
	if subject && owner < 0 && passive {
		owner = o.partOwner()
	}
	for n > 0 {
		p := &o.stack[n-1]
		if n-1 == owner {
			n--
			if n > 0 && !passive && o.stack[n-1].rels.Has(language.Marked) && !o.stack[n-1].comma { // "X'in davetini Y'nin kabul ettiğini"
				n--
			}
			break
		}
		if owner >= 0 {
			n--
			continue
		}
		if p.comma && !(n == len(o.stack) && p.kind == contentPiece) || p.bare() && n < len(o.stack) && o.firstBare(n-1) {
			break
		}
		if o.lasts && n < len(o.stack) && p.rels&sideRels != 0 { // "X ile Y arasında iki saat süren görüşme"
			break
		}
		if o.said && o.isPaper(p) { // "açıklamasında" is that of the verb of speech
			break
		}
		if p.kind == contentPiece && n == len(o.stack) && promises {
			n--
			break
		}
		if p.bare() && n == len(o.stack) && n == 1 && len(o.out) == 0 && o.somebody(p) && (!passive || p.items[len(p.items)-1].Upper) { // the subject of the sentence
			break
		}
		n--
	}
	args := slices.Clone(o.stack[n:])
	o.stack = o.stack[:n]
	if owner >= 0 {
		p := &args[owner-n]
		p.owner, p.mark, p.rels = false, nil, 0
	}
	return args
}

// ownSubject gives a circumstance the name in front of it where another name stands behind it,
// which is the subject of the sentence: "X, ... belirtirken Y ... söyledi".
func (o *orderer) ownSubject(args []chunk) []chunk {
	for n := 0; n+2 < len(args); n++ {
		p, c := &args[n], &args[n+1]
		if !p.bare() || !p.comma || !p.items[0].Upper || c.kind != circumstancePiece || c.joined || len(c.mark) > 0 {
			continue
		}
		next := &args[n+2]
		if !next.bare() || !next.items[0].Upper || o.goesOn(p) || o.goesOn(next) {
			continue
		}
		out := slices.Clone(args)
		out[n+1].items = append(p.all(), c.items...)
		return slices.Delete(out, n, n+1)
	}
	return args
}

// firstBare reports whether nothing in front of a phrase on the stack may be the subject of the
// sentence: so that is.
func (o *orderer) firstBare(n int) bool {
	return !slices.ContainsFunc(o.stack[:n], func(p chunk) bool { return p.bare() })
}

// somebody reports whether the phrase at the head of a sentence is a name, not a noun that has its
// capital from there.
func (o *orderer) somebody(p *chunk) bool {
	it := &p.items[0]
	if !it.Upper || it.from < 0 || len(p.items) > 1 || it.Tag != syntax.Noun || o.at(it.from).name {
		return it.Upper
	}
	return len(o.lx.World.LookupKeys([]string{o.lx.World.Skeleton(o.raw(it.from))})) > 0
}

// subjectOwner returns the nearest owner on the stack, the subject of a verb form, -1 for none.
func (o *orderer) subjectOwner() int {
	for n := len(o.stack) - 1; n >= 0; n-- {
		p := &o.stack[n]
		if p.owner && !(o.relates && p.comma) {
			return n
		}
		if p.comma && n < len(o.stack)-1 && p.bare() {
			break
		}
	}
	return -1
}

// partOwner gives a clause that has no subject the owner of its first phrase: "görüşmenin Türk
// tarafının girişimiyle yapıldığını". It returns where the owner stands, -1 for none.
func (o *orderer) partOwner() int {
	n := len(o.stack)
	for n > 0 && !o.stack[n-1].comma && !o.stack[n-1].bare() {
		n--
	}
	if n == len(o.stack) || o.stack[n].possessor == nil {
		return -1
	}
	p, owner := o.stack[n], *o.stack[n].possessor
	p.items, p.possessor = p.items[len(owner.items)+1:], nil
	o.stack = slices.Insert(o.stack, n, owner)
	o.stack[n+1] = p
	return n
}

// paper has a paper say what is told in it: "Açıklamada ... belirtildi" is "the statement said".
func (o *orderer) paper(args []chunk, verb []item) {
	main := &verb[len(verb)-1]
	if !main.Feats.Has(syntax.Passive) || slices.ContainsFunc(args, func(p chunk) bool { return p.bare() }) {
		return
	}
	if !slices.ContainsFunc(args, func(p chunk) bool { return p.kind == contentPiece || p.kind == quotedPiece }) {
		return
	}
	for n := range args {
		p := &args[n]
		if o.isPaper(p) {
			p.rels, p.mark = 0, nil
			main.Feats &^= syntax.Passive
			return
		}
	}
}

// isPaper reports whether a phrase tells in what something is said: "açıklamada".
func (o *orderer) isPaper(p *chunk) bool {
	return p.kind == phrasePiece && p.rels.Has(language.In) && o.lx.utterances.Has(p.items[len(p.items)-1].Form)
}

// inverted reports whether a quotation stands in front of a verb whose subject follows it.
func (o *orderer) inverted(args []chunk, from, last int) bool {
	quote := slices.ContainsFunc(args, func(p chunk) bool { return p.kind == quotedPiece })
	subject := slices.ContainsFunc(args, func(p chunk) bool { return p.bare() })
	if !quote || subject || from >= last || !o.nounLike(from) {
		return false
	}
	for i := from; i < last; i++ {
		if o.verbKind(i, last) != "" {
			return false
		}
	}
	return true
}
