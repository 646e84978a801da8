package resolve

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/syntax"
)

// pairReach is how many sentences behind a list "they" may stand for it.
const pairReach = 6

// pronoun binds a pronoun to the last person that could be meant.
func (r *reader) pronoun(s, i int, a *annotate.Actor) []entity {
	if a.Plural {
		return r.several(s, i)
	}
	if a.Of != "" {
		return r.standsFor(a, r.nativeOf(a.Of))
	}
	form := r.d.Toks[a.First].Form
	if r.lx.IsThing(form) {
		return r.standsFor(a, r.lastThing)
	}
	if r.lx.IsLatter(r.d.Words(a.First, a.Last)) {
		if e := r.namedBefore(s, i); e != nil {
			return r.standsFor(a, e)
		}
	}
	if es := r.latterBefore(s, i, a); es != nil {
		return es
	}
	gender := r.lx.Gender(form)
	if e := r.whoWent(s, a, gender); e != nil {
		return r.standsFor(a, e)
	}
	if e := r.whoTells(s, a, gender); e != nil {
		return r.standsFor(a, e)
	}
	if j := r.cataphor(s, i, a, gender); j >= 0 {
		return r.entities(s, j, &r.d.Sentences[s].Actors[j])
	}
	e := r.antecedent(s, i, a, gender)
	oblique := a.Rels&^annotate.RelSet(language.Other) != 0 // not "as he left"
	for back := 0; oblique && back <= 1 && (e == nil || e.sentence < s-back); back++ {
		if o := r.namedJust(s, i, s-back, gender); o != nil {
			e = o
			break
		}
	}
	if e == nil {
		e = r.onlyPerson(s, i, gender)
	}
	return r.standsFor(a, e)
}

// nativeOf returns the person of a state whom the document named last: "dijo el uruguayo".
func (r *reader) nativeOf(state string) *entity {
	for k := len(r.history) - 1; k >= max(0, len(r.history)-maxPersons); k-- {
		r.d.Steps++
		if e := r.history[k]; e.country() == state && !e.former {
			return e
		}
	}
	return nil
}

// whoTells returns who tells somebody of what they do, have done or will do: "A told B
// that he would go to C". Whom one warns or urges is told of what they are to do.
func (r *reader) whoTells(s int, a *annotate.Actor, gender string) *entity {
	if a.Rels != 0 || r.governed(s, a) {
		return nil
	}
	for _, sp := range r.speechesIn(s) {
		if len(sp.To) == 0 || len(sp.Speakers) != 1 || sp.Speakers[0].Sentence != s || a.First < sp.First || a.First >= sp.Last {
			continue
		}
		es := r.bound[s][sp.Speakers[0].Actor]
		if sp.Act != "say" && sp.Act != "promise" && sp.Act != "deny" || len(es) != 1 {
			continue
		}
		if e := &es[0]; e.isPerson() && (e.gender == "" || gender == "" || e.gender == gender) {
			return e
		}
	}
	return nil
}

// standsFor is an entity, if there is one, in the words of an actor that takes it up.
func (r *reader) standsFor(a *annotate.Actor, e *entity) []entity {
	if e == nil {
		return nil
	}
	found := *e
	found.as = r.d.Words(a.First, a.Last)
	return r.ones.Keep(found)
}

// several binds "they": to the several named last, else to the sides of a contact
// or the pair told of just before.
func (r *reader) several(s, i int) []entity {
	if r.informantsBefore(s) {
		return nil
	}
	if e := r.crowd; e != nil && e.sentence >= s-1 && (len(r.lastPair) < 2 || e.sentence > r.pairAt) && r.sinceFocus(e) {
		return withKind([]entity{*e}, annotate.Pronoun)
	}
	if es := r.toldTo(s, i); es != nil {
		return withKind(es, annotate.Pronoun)
	}
	if f := r.focus; f != nil && len(f.order) > 1 && f.last().Sentence >= r.pairAt && f.last().Sentence >= s-1 {
		return withKind(f.entities, annotate.Pronoun)
	}
	if len(r.lastPair) > 1 && s-r.pairAt <= pairReach {
		return withKind(r.lastPair, annotate.Pronoun)
	}
	return nil
}

// informantsBefore reports whether the sentence before opens with sources that have no name,
// whom "they" stands for then: "Diplomatic sources gave another account. They said".
func (r *reader) informantsBefore(s int) bool {
	if s == 0 || r.d.Sentences[s-1].Title {
		return false
	}
	for i := r.d.Sentences[s-1].First; i < r.firstVerb(s-1); i++ {
		if r.lx.IsInformant(r.d.Toks[i].Form) {
			return true
		}
	}
	return false
}

// sinceFocus reports whether several were named after the contact in focus, or are
// those who travelled in it: "Officials of A are in B. They will meet C".
func (r *reader) sinceFocus(crowd *entity) bool {
	f := r.focus
	if f == nil || len(f.order) < 2 || crowd.sentence > f.last().Sentence {
		return true
	}
	return crowd.sentence == f.last().Sentence && f.kind == "visit" && f.roles.of(crowd.country()) == "guest"
}

// namedJust returns the person whom a sentence, the pronoun's own or the one before, names
// last before the pronoun, in whatever part, and who is not the subject there: "A called on
// B and talked with him", "A hopes to meet with B. He spoke with him".
func (r *reader) namedJust(s, i, in int, gender string) *entity {
	if in < 0 {
		return nil
	}
	named := r.bound[in]
	if in == s {
		named = named[:i]
	}
	a := &r.d.Sentences[s].Actors[i]
	for _, es := range slices.Backward(named) {
		for n := range es {
			if e := &es[n]; e.isPerson() && (e.gender == "" || gender == "" || e.gender == gender) && !r.isSubject(s, a, e) {
				return e
			}
		}
	}
	return nil
}

// onlyPerson returns the one person that a sentence names before an actor, whatever
// part they have in it, but for those in a contact with the actor: "the claims of X that
// he had spoken to Y", "X thanked Y for receiving him".
func (r *reader) onlyPerson(s, i int, gender string) *entity {
	var found *entity
	for k := range i {
		for n := range r.bound[s][k] {
			e := &r.bound[s][k][n]
			if !e.isPerson() || e.gender != "" && gender != "" && e.gender != gender || r.oppositeOf(s, i, e, true) {
				continue
			}
			if found != nil && !found.same(e) {
				return nil
			}
			found = e
		}
	}
	return found
}

// latterBefore returns whom "the latter" stands for that is the subject of a
// sentence, where a pronoun behind it is a subject too and goes on with it:
// "Celui-ci revenait de Pékin, où il avait vu".
func (r *reader) latterBefore(s, i int, a *annotate.Actor) []entity {
	if a.Rels != 0 || r.governed(s, a) {
		return nil
	}
	for k := i - 1; k >= 0; k-- {
		o := &r.d.Sentences[s].Actors[k]
		if o.Kind != annotate.Pronoun || o.Plural || o.Rels != 0 || len(r.bound[s][k]) != 1 {
			continue
		}
		if !r.governed(s, o) && r.lx.IsLatter(r.d.Words(o.First, o.Last)) {
			return r.bound[s][k]
		}
	}
	return nil
}

// antecedent finds the person a pronoun takes up: of the last sentence that has
// one, the subject, else the last; an object is not its own sentence's subject.
func (r *reader) antecedent(s, i int, a *annotate.Actor, gender string) *entity {
	opens := a.First > 0 && r.lx.IsSubordinate(r.d.Toks[a.First-1].Form) // "A met B after he had"
	var best *entity
	for _, e := range slices.Backward(r.atHand()) {
		if !e.somebody() {
			continue
		}
		if e.gender != "" && gender != "" && e.gender != gender || !r.lx.Pack.ProDrop && e.sentence == s && r.governed(s, a) {
			continue
		}
		object := a.Rels != 0 || !r.lx.Pack.ProDrop && r.governed(s, a)
		if object && r.isSubject(s, a, e) || r.oppositeOf(s, i, e, false) { // "hopes to meet him", "he met him"
			continue
		}
		if best != nil && (e.sentence != best.sentence || e.sentence == s && !opens) {
			break
		}
		if best == nil || e.subject != best.subject && e.subject != r.lx.Pack.ProDrop { // where subjects are left out, a pronoun means another
			best = e
		}
	}
	return best
}

// oppositeOf reports whether somebody is the other side of a contact of which a pronoun is
// one, in front of the verb ("thanked A, with whom he spoke") or also behind it ("thanked A
// for receiving him"). One that only takes up the subject again is none: "A rencontrerait-il
// B", "A s'y rendra lui-même".
func (r *reader) oppositeOf(s, i int, e *entity, behind bool) bool {
	a := &r.d.Sentences[s].Actors[i]
	if r.d.Toks[a.First].Hyphen {
		return false
	}
	for _, k := range r.candidatesIn(s) {
		if !behind && a.Last > k.Cue.First {
			continue
		}
		at, beside := false, false
		for _, p := range k.Participants {
			own := p.Sentence == s && p.Actor == i
			at = at || own
			if es := r.bound[p.Sentence][p.Actor]; !own && len(es) == 1 && es[0].same(e) {
				beside = true
			}
		}
		if at && beside {
			return true
		}
	}
	return false
}

// whoWent returns who is told to have gone where the clause of a pronoun is set,
// whoever else the sentence names: "criticised A's visit to Moscow, where he met",
// "During A's visit to Moscow, he met".
func (r *reader) whoWent(s int, a *annotate.Actor, gender string) *entity {
	there := a.First > 0 && r.lx.IsWhere(r.d.Toks[a.First-1].Form)
	var found *entity
	for _, k := range r.candidatesIn(s) {
		if k.Kind != "visit" || k.Cue.First > a.First || !there && !(k.Adjunct && r.firstVerb(s) >= a.First) {
			continue
		}
		for _, p := range k.Participants {
			if p.Sentence != s || p.Part != language.PartGuest || len(r.bound[s][p.Actor]) != 1 {
				continue
			}
			if e := &r.bound[s][p.Actor][0]; e.isPerson() && (e.gender == "" || gender == "" || e.gender == gender) {
				found = e
			}
		}
	}
	return found
}

// firstVerb returns where the first finite verb of a sentence starts.
func (r *reader) firstVerb(s int) int {
	st := &r.d.Sentences[s]
	for i := range st.Verbs {
		if v := &st.Verbs[i]; v.Finite {
			return v.First
		}
	}
	return st.Last
}

// isSubject reports whether an entity is the nearest subject before a pronoun of a
// sentence, whom the pronoun as an object or behind a preposition cannot mean.
func (r *reader) isSubject(s int, pronoun *annotate.Actor, e *entity) bool {
	as := r.d.Sentences[s].Actors
	for i := len(as) - 1; i >= 0; i-- {
		if as[i].Last > pronoun.First || as[i].Rels != 0 || !r.acts(s, &as[i]) {
			continue
		}
		return len(r.bound[s][i]) == 1 && r.bound[s][i][0].same(e) && !r.inNextClause(s, as[i].Last, pronoun)
	}
	return false
}

// inNextClause reports whether a pronoun belongs to the subject of a clause that a
// conjunction joins to the one before: "A will be there, but no meeting of him and B is
// planned".
func (r *reader) inNextClause(s, subject int, pronoun *annotate.Actor) bool {
	st := &r.d.Sentences[s]
	from := -1 // behind the verb of the subject
	for i := range st.Verbs {
		v := &st.Verbs[i]
		if !v.Finite || v.First < subject {
			continue
		}
		if v.First >= pronoun.Last {
			return from >= 0 && from < pronoun.First && slices.ContainsFunc(st.Words[from-st.First:pronoun.First-st.First], isConjunction)
		}
		if from < 0 {
			from = v.Last
		}
	}
	return false
}

func isConjunction(w annotate.Word) bool { return w.Tag == syntax.CConj }

// governed reports whether a pronoun stands in the case of an object.
func (r *reader) governed(s int, a *annotate.Actor) bool {
	st := &r.d.Sentences[s]
	return st.Words[a.First-st.First].Feats.Has(syntax.Accusative)
}
