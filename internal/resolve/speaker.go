package resolve

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/syntax"
	"github.com/parley-news/parley/internal/text"
)

// speakers binds who speaks. A pronoun goes on with who spoke last; "the two
// ministers" are the persons of the contact in focus.
func (r *reader) speakers(sp *extract.Speech) []entity {
	var out []entity
	for _, ref := range sp.Speakers {
		a := &r.d.Sentences[ref.Sentence].Actors[ref.Actor]
		es := r.bound[ref.Sentence][ref.Actor]
		switch {
		case r.unnamed(ref):
			continue
		case a.Kind == annotate.Pronoun && !a.Plural:
			if e := r.resumed(sp, ref, a); e != nil {
				es = []entity{*e}
			}
		case a.Kind == annotate.OfficeHolder && a.Plural && a.Of == "" && a.List == 0:
			if pair := r.colleagues(sp, a.Office); pair != nil {
				es = pair
			}
		case a.Kind == annotate.OfficeHolder && !a.Plural:
			if e := r.inOffice(sp, ref); e != nil {
				es = []entity{*e}
			} else if e := r.namedIn(a); e != nil && len(es) == 1 && !es[0].isPerson() && !r.indefinite(ref) {
				e.as = r.d.Words(a.First, a.Last)
				es = []entity{*e}
			} else if len(es) == 1 && r.quotedOnly(sp, ref, &es[0]) {
				es = r.ones.Keep(entity{})
				if e := r.topic(r.begins(sp)-1, &annotate.Actor{}); e != nil {
					es[0] = *e
				}
			}
		case a.Kind == annotate.Pronoun && a.Plural && r.informantsBefore(ref.Sentence):
		case a.Kind == annotate.Pronoun && r.pluralBefore(ref) != nil:
			es = r.pluralBefore(ref)
		case a.Kind == annotate.Pronoun || a.Kind == annotate.Both:
			es = r.joint(sp, es)
		}
		if r.staff(ref) {
			es = r.officesOf(es)
		}
		for _, e := range es {
			e = r.asSpeaker(e, a)
			if r.speaks(&e) && !contains(out, &e) {
				out = append(out, e)
			}
		}
	}
	return out
}

// quotedOnly reports whether a person is named in the words a speech quotes and nowhere else
// in its sentences: nobody is spoken of by their name in their own words, "“I bring a message
// from the president,” the envoy said".
func (r *reader) quotedOnly(sp *extract.Speech, speaker extract.Ref, e *entity) bool {
	within := func(ref extract.Ref) bool {
		q := r.d.InQuote(r.d.Sentences[ref.Sentence].Actors[ref.Actor].First)
		return q >= sp.QuoteFrom && q < sp.QuoteTo
	}
	if sp.QuoteFrom < 0 || !e.isPerson() || within(speaker) {
		return false
	}
	quoted := false
	for s := r.begins(sp); s <= sp.Sentence; s++ {
		for i := range r.bound[s] {
			ref := extract.Ref{Sentence: s, Actor: i}
			if ref == speaker || r.d.Sentences[s].Actors[i].Kind == annotate.Pronoun || !contains(r.bound[s][i], e) {
				continue
			}
			if !within(ref) {
				return false
			}
			quoted = true
		}
	}
	return quoted
}

// asSpeaker makes an entity that speaks more exact than its words: whose officials,
// which state's government, who holds the office.
func (r *reader) asSpeaker(e entity, a *annotate.Actor) entity {
	several := a.Plural && a.Kind == annotate.OfficeHolder
	if several && e.office == "official" && e.of != "" && e.institution == "" { // "French officials"
		e = entity{kind: annotate.State, of: e.of, as: e.as}
	}
	if e.of == "" && len(e.institution) > 1 && e.institution[0] == '@' { // "the government said"
		e.of = r.home
	}
	if !several || a.List == 0 || e.person != nil || vague[e.office] || r.day().IsZero() {
		return e
	}
	if h, ok := r.world.Holder(e.of, e.office, r.day()); ok { // one of "the prime ministers of X and Y"
		e.person, e.kind, e.inferred = h.Person, annotate.Person, true
	}
	return e
}

// resumed returns who a pronoun that speaks stands for: the single speaker of a
// statement in the sentence before, when person and gender agree.
func (r *reader) resumed(sp *extract.Speech, ref extract.Ref, a *annotate.Actor) *entity {
	if a.Of != "" {
		return r.nativeOf(a.Of)
	}
	if e := r.muteBefore(r.begins(sp)); e != nil && (a.Last == 0 || !r.lx.IsLatter(r.d.Words(a.First, a.Last)) && r.lx.IsThing(r.d.Toks[a.First].Form)) {
		return e
	}
	if a.Last-a.First > 1 && !r.lx.IsThing(r.d.Toks[a.First].Form) { // "ce dernier": the nearest
		return r.nearest(sp.Sentence, sp.Sentence-2, a)
	}
	if a.Last > 0 && sp.Cue != nil && a.First < sp.Cue.First && r.lx.IsLatter(r.d.Words(a.First, a.Last)) { // "A called B, and the latter said"
		if e := r.nearest(sp.Sentence, sp.Sentence, a); e != nil {
			return e
		}
	}
	if a.Last > 0 {
		if e := r.topic(sp.Sentence, a); e != nil && !r.quotedOnly(sp, ref, e) { // "Macron intends to call, he said"
			return e
		}
	}
	prev, near, from := r.lastStatement(), 1, r.begins(sp)
	if a.Last == 0 { // a subject left out goes on farther than a pronoun
		near = 4
	}
	if prev == nil || prev.sp.Title || from-prev.until > near || len(prev.speakers) != 1 {
		return r.topic(from-1, a)
	}
	e := prev.speakers[0]
	if a.Last == 0 { // a subject left out
		return &e
	}
	form := r.d.Toks[a.First].Form
	switch gender := r.lx.Gender(form); {
	case r.lx.IsThing(form) && e.isPerson(), len(r.lx.Pack.Pronouns.Things) > 0 && !r.lx.IsThing(form) && !e.somebody():
		return nil
	case e.isPerson() && e.gender != "" && gender != "" && e.gender != gender:
		return nil
	}
	e.as = r.d.Words(a.First, a.Last)
	return &e
}

// begins returns the sentence in which the stretch of a speech begins: that of
// its reporting verb, or an earlier one of the same quotation.
func (r *reader) begins(sp *extract.Speech) int {
	s := sp.Sentence
	for s > 0 && sp.First < r.d.Sentences[s].First {
		s--
	}
	return s
}

// nearest returns the last person named before a demonstrative pronoun, in its sentence s or
// in those before it, as far back as a given one.
func (r *reader) nearest(s, back int, a *annotate.Actor) *entity {
	for k := s; k >= 0 && k >= back; k-- {
		as := r.d.Sentences[k].Actors
		for i := len(as) - 1; i >= 0; i-- {
			if k == s && as[i].First >= a.First || as[i].Kind == annotate.Pronoun {
				continue
			}
			for _, e := range r.bound[k][i] {
				if e.isPerson() && r.agrees(&e, a) {
					e.as = r.d.Words(a.First, a.Last)
					return &e
				}
			}
		}
	}
	return nil
}

// topic returns the person who is the subject of a sentence: the first that no
// preposition governs, before any verb.
func (r *reader) topic(s int, a *annotate.Actor) *entity {
	if s < 0 || r.d.Sentences[s].Title {
		return nil
	}
	st := &r.d.Sentences[s]
	for i := range st.Actors {
		o := &st.Actors[i]
		if len(st.Verbs) > 0 && o.First > st.Verbs[0].Last || a.Last > 0 && o.First >= a.First && a.First >= st.First && a.First < st.Last {
			return nil
		}
		if o.Rels != 0 || o.Object || o.Possessive || o.List != 0 || len(r.bound[s][i]) != 1 {
			continue
		}
		if e := r.bound[s][i][0]; e.isPerson() && r.agrees(&e, a) {
			e.as = r.d.Words(a.First, a.Last)
			return &e
		}
	}
	return nil
}

// agrees reports whether a person can be meant by a pronoun.
func (r *reader) agrees(e *entity, a *annotate.Actor) bool {
	if a.Last == 0 {
		return true
	}
	form := text.Fold(r.d.Words(a.First, a.Last))
	if r.lx.IsThing(form) && e.isPerson() {
		return false
	}
	gender := r.lx.Gender(form)
	return e.gender == "" || gender == "" || e.gender == gender
}

// author returns who issued the paper that goes on: the institution that spoke
// last or that passed on the last words, else the last speaker.
func (r *reader) author(sp *extract.Speech) []entity {
	var last []entity
	for k := len(r.statements) - 1; k >= 0 && r.begins(sp)-r.statements[k].until <= 5; k-- {
		prev := r.statements[k]
		if prev.sp.Title || len(prev.speakers) == 0 {
			continue
		}
		if sp.Source { // "according to him", "according to it"
			if len(prev.speakers) == 1 && prev.speakers[0].isPerson() {
				return prev.speakers
			}
			if last == nil {
				last = prev.speakers
			}
			continue
		}
		if len(prev.sp.Via) > 0 {
			return r.refs(prev.sp.Via)
		}
		if len(prev.speakers) == 1 && prev.speakers[0].institution != "" {
			return prev.speakers
		}
		if last == nil {
			last = prev.speakers
		}
	}
	return last
}

// convened returns the organisation, or its ministers, that a sentence or the one before it
// has as its subject, and whose paper is quoted: "The G20 ended its summit. The final
// declaration calls for".
func (r *reader) convened(s int) []entity {
	for k := s; k >= max(s-1, 0) && !r.d.Sentences[k].Title; k-- {
		st := &r.d.Sentences[k]
		for i := range st.Actors {
			a := &st.Actors[i]
			if a.Rels != 0 || a.Object || a.Possessive || len(st.Verbs) > 0 && a.First > st.Verbs[0].Last {
				continue
			}
			if es := r.bound[k][i]; len(es) == 1 && !es[0].isPerson() && r.world.Organisations[es[0].of] != nil {
				return es
			}
			break
		}
	}
	return nil
}

// inOffice returns the person that a bare office stands for when it speaks: the
// last speaker who holds it or, for an office of many, who is of its side.
func (r *reader) inOffice(sp *extract.Speech, ref extract.Ref) *entity {
	a := &r.d.Sentences[ref.Sentence].Actors[ref.Actor]
	for k := len(r.statements) - 1; k >= 0 && r.begins(sp)-r.statements[k].until <= 3; k-- {
		prev := r.statements[k]
		if prev.sp.Title || len(prev.speakers) != 1 {
			continue
		}
		e := prev.speakers[0]
		if a.Of == "" && speaksForOthers(a.Office) && voices(e.kind, e.institution, e.office) && r.definite(ref) {
			e.as = r.d.Words(a.First, a.Last)
			return &e // "a spokesman for the ministry said. The spokesman added"
		}
		if !e.isPerson() {
			if anybody(a.Office) && e.office == a.Office && e.of == a.Of && e.institution == "" && !a.Plural {
				e.as = r.d.Words(a.First, a.Last)
				return &e // "a Mexican official said. The Mexican official added"
			}
			continue
		}
		if a.Former && e.person != nil && slices.ContainsFunc(e.person.Holdings, func(h gazetteer.Holding) bool { return h.Office == a.Office && h.Of == a.Of }) {
			e.as = r.d.Words(a.First, a.Last)
			return &e // "the former prime minister of Norway"
		}
		if a.Of != "" && a.Of != e.country() {
			continue
		}
		if p := r.lastWith(a.Office, a.Of); p != nil && !anybody(a.Office) && p.sentence > prev.until && p.subject && !p.same(&e) {
			break // somebody in that office has been named since
		}
		if r.sameOffice(a.Office, e.office) || a.Of != "" && anybody(a.Office) && !r.indefinite(ref) {
			e.as = r.d.Words(a.First, a.Last)
			return &e
		}
	}
	if a.Of != "" {
		if anybody(a.Office) && !a.Plural && r.definite(ref) {
			return r.lastOf(a.Of, r.begins(sp)-3)
		}
		return nil
	}
	for s := r.begins(sp) - 1; s >= 0 && s >= r.begins(sp)-2; s-- { // the subject of the sentences before
		if e := r.topic(s, &annotate.Actor{}); e != nil && r.sameOffice(a.Office, e.office) {
			return e
		}
	}
	for k := len(r.salient) - 1; k >= max(0, len(r.salient)-maxPersons); k-- {
		if r.sameOffice(a.Office, r.salient[k].office) {
			e := *r.salient[k]
			e.as = r.d.Words(a.First, a.Last)
			return &e
		}
	}
	return nil
}

// lastOf returns the person of a side whom a sentence from a given one on names last
// as its subject or object: "the Turkish diplomat".
func (r *reader) lastOf(side string, from int) *entity {
	for k := len(r.salient) - 1; k >= 0 && r.salient[k].sentence >= from; k-- {
		if e := *r.salient[k]; e.isPerson() && e.country() == side {
			return &e
		}
	}
	return nil
}

// unnamed reports whether an actor is somebody of an office brought in without
// a name ("an official"): nobody the text has named before.
func (r *reader) unnamed(ref extract.Ref) bool {
	a := &r.d.Sentences[ref.Sentence].Actors[ref.Actor]
	return a.Kind == annotate.OfficeHolder && a.Of == "" && a.Institution == "" && r.indefinite(ref)
}

// indefinite reports whether an actor is brought in as somebody new: "a
// diplomat", "a senior Western diplomat".
func (r *reader) indefinite(ref extract.Ref) bool {
	st := &r.d.Sentences[ref.Sentence]
	from := st.Actors[ref.Actor].First
	for t := from; t >= st.First; t-- {
		if form := r.d.Toks[t].Form; r.lx.IsArticle(form) {
			return !r.lx.IsDefinite(form)
		}
		if t < from && st.Words[t-st.First].Tag != syntax.Adj {
			return false
		}
	}
	return false
}

// definite reports whether an article or the ending of a noun says that an actor is
// one the text has spoken of: "the Turkish diplomat", "oficialul".
func (r *reader) definite(ref extract.Ref) bool {
	a := &r.d.Sentences[ref.Sentence].Actors[ref.Actor]
	if a.First > 0 && r.lx.IsDefinite(r.d.Toks[a.First-1].Form) || r.lx.IsDefinite(r.d.Toks[a.First].Form) {
		return true
	}
	return slices.ContainsFunc(r.lx.Pack.Definite, func(ending string) bool { return strings.HasSuffix(r.d.Toks[a.First].Form, ending) })
}

func contains(es []entity, e *entity) bool {
	for i := range es {
		if es[i].same(e) {
			return true
		}
	}
	return false
}

// sameSpeakers reports whether two statements are made by the same.
func sameSpeakers(a, b []entity) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !a[i].same(&b[i]) {
			return false
		}
	}
	return true
}
