package resolve

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// bind finds out whom each actor of a sentence stands for.
func (r *reader) bind(s int) {
	st := &r.d.Sentences[s]
	r.bound[s] = r.rows.Take(len(st.Actors))
	for i := range st.Actors {
		a := &st.Actors[i]
		es := r.entities(s, i, a)
		r.bound[s][i] = es
		for k := range es {
			r.remember(s, i, a, &es[k])
			r.count(es[k].country())
		}
	}
}

// count keeps the state that the document names most so far.
func (r *reader) count(id string) {
	if r.world.States[id] == nil {
		return
	}
	if r.mentioned[id]++; r.mentioned[id] > r.mentioned[r.home] {
		r.home = id
	}
}

// entities binds one actor; "the two leaders" are two, a pronoun without an
// antecedent none.
func (r *reader) entities(s, i int, a *annotate.Actor) []entity {
	e := entity{
		kind: a.Kind, person: a.Person, office: a.Office, of: a.Of, institution: a.Institution, group: a.Group,
		gender: a.Gender, to: a.To, plural: a.Plural, former: a.Former, as: r.d.Words(a.First, a.Last),
	}
	if o := r.world.Organisations[a.Of]; o != nil {
		e.members = o.Members
	}
	if g := r.world.Groups[a.Group]; g != nil && g.Governs(r.day()) && (a.Office != "" || a.Kind == annotate.Institution) {
		e.of, e.group = g.Country, "" // "the Taliban foreign minister"
	}
	switch a.Kind {
	case annotate.Person:
		e.name = a.Name
		if r.complete(&e); a.IsCounterpart && e.of != "" {
			r.shareOffice(s, i, &e)
		}
		if a.Owned && a.Office != "" && e.of == "" && e.person == nil { // "its ambassador, A"
			e.of = cmp.Or(r.subjectCountry(s, i), r.namedCountry(s, i), r.lastCountry(s, i))
		}
		if e.of == "" && e.person == nil && speaksForOthers(a.Office) {
			e.of = r.bodyOf(s, i, &e)
		}
		if e.country() == "" && e.group == "" && e.ofState() { // "Minister X will travel, the Chadian government said"
			e.of = cmp.Or(r.voiceBefore(s, i), r.voiceBehind(s, i))
		}
	case annotate.OfficeHolder:
		return r.officeHolder(s, i, a, e)
	case annotate.Counterpart:
		e.plural = e.plural && !r.oneEach(s, i, a)
		r.counterpart(s, i, &e, a.Plural)
	case annotate.Institution:
		if a.OfBoth {
			return r.ofBoth(e)
		}
		if a.Plural && a.Of == "" && e.group == "" && strings.HasSuffix(e.institution, "ministry") { // "both ministries"
			if es := r.ofBoth(e); len(es) > 0 {
				return es
			}
		}
		if a.Owned && e.of == "" { // "his ministry"
			e.of = cmp.Or(r.subjectCountry(s, i), r.lastCountry(s, i))
		}
		if own := r.ownBody(s, i, a); own != nil {
			e.institution, e.of = own.Name, own.Of
		}
		r.institution(s, i, &e)
	case annotate.Outlet:
		e.institution = a.Name
	case annotate.Pronoun:
		return r.pronoun(s, i, a)
	case annotate.Both:
		es := r.both(s, i, a)
		if len(es) == 2 { // "they", further on
			r.lastList, r.lastPair, r.pairAt = 0, slices.Clone(es), s
		}
		return es
	}
	return r.ones.Keep(e)
}

// officeHolder binds an office without a name.
func (r *reader) officeHolder(s, i int, a *annotate.Actor, e entity) []entity {
	if a.OfBoth {
		return r.ofBoth(e)
	}
	if es := r.ofTheirs(a, e); len(es) > 1 {
		return es
	}
	if m := r.ministry(""); a.Of == "" && a.Institution == "@ministry" && m != nil { // "a ministry spokesman"
		m.as = e.as
		return r.ones.Keep(*m)
	}
	if a.Owned && e.of == "" {
		e.of = cmp.Or(r.subjectCountry(s, i), r.lastCountry(s, i))
	}
	if r.oneEach(s, i, a) {
		e.plural = false
		return r.ones.Keep(e)
	}
	if e.of == "" && e.office == "official" && a.Plural { // "In Kigali, officials said"
		e.of = r.placed(s, i)
	}
	if e.of == "" && r.lastWith(e.office, "") == nil {
		e.of = cmp.Or(r.voiceBefore(s, i), r.voiceBehind(s, i))
	}
	if e.of == "" {
		e.of = r.bodyOf(s, i, &e)
	}
	r.holder(s, i, &e, a)
	return r.ones.Keep(e)
}

// bodyOf returns the state of the institution that the holder of an office speaks or works
// for, "" for none: "an official of the foreign ministry", "the government's spokeswoman, A".
func (r *reader) bodyOf(s, i int, e *entity) string {
	kind := cmp.Or(e.institution, voiceOf[e.office])
	if !strings.HasPrefix(kind, "@") {
		return ""
	}
	body := entity{institution: kind}
	r.institution(s, i, &body)
	return body.of
}

// lastCountry is the side of the last actor before actor i of a sentence.
func (r *reader) lastCountry(s, i int) string {
	for k := i - 1; k >= 0; k-- {
		for _, e := range r.bound[s][k] {
			if c := e.country(); c != "" {
				return c
			}
		}
	}
	if r.lastPerson != nil {
		return r.lastPerson.country()
	}
	return ""
}

// namedCountry is the side that a sentence names last before actor i, by more than a
// pronoun.
func (r *reader) namedCountry(s, i int) string {
	for k := i - 1; k >= 0; k-- {
		if es := r.bound[s][k]; r.d.Sentences[s].Actors[k].Kind != annotate.Pronoun && len(es) == 1 && es[0].country() != "" {
			return es[0].country()
		}
	}
	return ""
}

// complete fills in what the gazetteer knows of a person.
func (r *reader) complete(e *entity) {
	if old := r.met(e); old != nil && old.former && e.office == "" && !r.serves(e) {
		e.former = true
	}
	if e.person == nil {
		if old := r.met(e); old != nil {
			if e.of == "" {
				e.of = old.of
			}
			if e.office == "" {
				e.office = old.office
			}
		}
		return
	}
	if h, ok := r.world.OfficeOn(e.person, r.day()); ok {
		if r.world.Groups[h.Of] != nil && (e.office == "" || e.office == h.Office) { // who leads a group speaks for no state
			e.of, e.group = "", h.Of
		}
		e.office = cmp.Or(e.office, h.Office)
	}
	if e.of == "" && e.group == "" {
		e.of = e.person.Country
	}
	if old := r.met(e); old != nil && e.of == e.person.Country && r.world.States[old.of] == nil && !e.former {
		e.of, e.office = old.of, old.office // whoever the text calls the envoy of an organisation goes on as that
	}
}

// serves reports whether a person holds an office when the text is published, or may do.
func (r *reader) serves(e *entity) bool {
	if e.person == nil {
		return false
	}
	_, holds := r.world.OfficeOn(e.person, r.day())
	return holds
}

// day is the day on which offices are looked up: the day of publication.
func (r *reader) day() time.Time { return r.d.Published }

// institution gives a generic institution its state: the one named with it, the
// last of its kind, or that of the one whose doings it announces.
func (r *reader) institution(s, i int, e *entity) {
	if m := r.ministry(e.of); e.institution == "@ministry" && m != nil { // "the ministry"
		as := e.as
		*e = *m
		e.as = as
	}
	if e.group != "" {
		return
	}
	if e.of == "" && e.institution != "" && e.institution[0] == '@' {
		e.of = r.placed(s, i)
	}
	if e.of == "" && e.institution != "" && e.institution[0] == '@' {
		e.of = r.lastOfKind[e.institution]
		if e.of == "" && !e.plural {
			e.of = cmp.Or(r.pressNamed(s), r.holding(e.institution), r.subjectCountry(s, i), r.lastVoice(s), r.home)
		}
	} else if e.of != "" {
		r.lastOfKind[e.institution] = e.of
	}
	if e.of != "" && e.institution != "@ministry" && strings.Contains(strings.ToLower(e.institution), "ministry") {
		ministry := *e
		r.lastMinistry = &ministry
	}
	if e.institution == "@side" || e.institution == "@delegation" {
		e.kind = annotate.State
	}
}

// placed is the state in which a sentence sets its scene ("In Slovenia, the
// ministry ..."): named behind the preposition that opens it.
func (r *reader) placed(s, i int) string {
	st := &r.d.Sentences[s]
	for k := range i {
		if a := &st.Actors[k]; a.Kind == annotate.State && a.First <= st.First+2 && a.Rels.Has(language.In) {
			return a.Of
		}
	}
	return ""
}

// subjectCountry is the side of the first person before actor i of a sentence
// that no preposition governs, else of the last person of the document.
func (r *reader) subjectCountry(s, i int) string {
	for k := range i {
		if r.d.Sentences[s].Actors[k].Rels != 0 || len(r.bound[s][k]) != 1 { // "the two ministers" are of no one state
			continue
		}
		if e := &r.bound[s][k][0]; e.isPerson() && e.country() != "" {
			return e.country()
		}
	}
	return ""
}

// acts reports whether a finite verb follows an actor at once, as its own and not that of a
// clause about it: "met his counterpart, who called for".
func (r *reader) acts(s int, a *annotate.Actor) bool {
	for i := range r.d.Sentences[s].Verbs {
		v := &r.d.Sentences[s].Verbs[i]
		own := a.Kind == annotate.Pronoun && v.Main >= a.Last // which may be part of the group
		if !v.Finite || v.First < a.Last && !own || v.First >= a.Last && r.lx.IsRelative(r.d.Toks[v.First].Form) {
			continue
		}
		return v.First-a.Last <= 1 || r.comma(a.Last) && r.comma(v.First-1) // "A, head of B, said"
	}
	return false
}

func (r *reader) comma(tok int) bool {
	return tok < len(r.d.Toks) && r.d.Toks[tok].Form == ","
}

// namedBefore returns the person named last before actor i of a sentence, in
// whatever part.
func (r *reader) namedBefore(s, i int) *entity {
	for k := i - 1; k >= 0; k-- {
		for n := range r.bound[s][k] {
			if e := &r.bound[s][k][n]; e.somebody() {
				return e
			}
		}
	}
	return r.lastPerson
}

func withKind(es []entity, k annotate.ActorKind) []entity {
	out := append([]entity(nil), es...)
	for i := range out {
		if !out[i].isPerson() {
			out[i].kind = k
		}
	}
	return out
}

// remember keeps an entity for later references.
func (r *reader) remember(s, i int, a *annotate.Actor, e *entity) {
	if a.Kind == annotate.Outlet || a.Kind == annotate.Pronoun || a.Kind == annotate.Both {
		return
	}
	if e.isPerson() {
		r.history = append(r.history, e)
		r.meet(e)
		r.lastPerson = e
	}
	delegates := e.institution == "@delegation" && a.List == 0                                            // not "the president and his delegation"
	if a.Rels == 0 && (e.isPerson() || (e.office != "" && !e.plural || delegates) && e.country() != "") { // a subject or an object is what a pronoun takes up
		e.sentence, e.subject = s, r.acts(s, a)
		r.salient = append(r.salient, e)
	}
	if !e.isPerson() && a.Rels == 0 && (e.plural || e.group != "") && r.acts(s, a) {
		e.sentence = s
		r.crowd = e
	}
	if !e.isPerson() && a.Rels == 0 && e.country() != "" && e.office == "" {
		r.lastThing = e
	}
	if a.List != 0 && e.country() != "" {
		if r.lastList != a.List {
			r.lastList, r.lastPair = a.List, nil
		}
		r.lastPair, r.pairAt = append(r.lastPair, *e), s
	}
}

// lastVoice is the state whose government or institution spoke last, a few sentences before.
func (r *reader) lastVoice(s int) string {
	const near = 3
	prev := r.lastStatement()
	if prev == nil || s-prev.until > near || len(prev.speakers) != 1 {
		return ""
	}
	if e := &prev.speakers[0]; voices(e.kind, e.institution, e.office) || e.kind == annotate.State {
		return e.country()
	}
	return ""
}
