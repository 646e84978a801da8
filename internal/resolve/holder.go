package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
)

// vague are offices that many people hold, so that no holder is looked up.
var vague = map[string]bool{
	"minister": true, "official": true, "diplomat": true, "spokesperson": true, "envoy": true, "leader": true,
	"deputy-foreign-minister": true, "state-secretary": true, "delegation-head": true, "presidential-aide": true,
	"ambassador": true, "commissioner": true, "presidential-spokesperson": true, "government-spokesperson": true,
	"foreign-ministry-spokesperson": true, "defence-ministry-spokesperson": true, "chair": true, "director-general": true, "vice-president": true, "deputy-prime-minister": true,
}

// anybody reports whether an office is a word that anybody is called by.
func anybody(office string) bool { return office == "official" || office == "diplomat" }

// holder binds an office without a name: to the person the document named in
// it, else to its holder on the day.
func (r *reader) holder(s, i int, e *entity, a *annotate.Actor) {
	if a.Plural {
		return
	}
	if e.of == "" && (a.Object || a.Rels&annotate.RelSet(language.To, language.With) != 0) { // "X thanked the minister"
		if p := r.opposite(s, i, e.office); p != nil {
			e.becomes(p)
			return
		}
	}
	if p := r.lastWith(e.office, e.of); p != nil && (e.of != "" || !r.namedBeside(s, i, p)) {
		e.becomes(p)
		return
	}
	if p := r.meant(e.office); e.of == "" && vague[e.office] && p != nil && !e.former && !r.oppositeOf(s, i, p, true) { // "the official added"
		as := e.as
		*e = *p
		e.as, e.kind = as, annotate.Person
		return
	}
	if e.of == "" || e.former || r.day().IsZero() || vague[e.office] {
		return
	}
	if h, ok := r.world.Holder(e.of, e.office, r.day()); ok {
		e.person, e.kind, e.inferred = h.Person, annotate.Person, true
	}
}

// becomes makes an entity a person named before, in its own words.
func (e *entity) becomes(p *entity) {
	as := e.as
	*e = *p
	e.as, e.kind, e.inferred = as, annotate.Person, false
}

// namedBeside reports whether a sentence names somebody behind an office that stands by
// itself, so that they are two: "The president spoke with Zelensky".
func (r *reader) namedBeside(s, i int, p *entity) bool {
	for k := i + 1; k < len(r.d.Sentences[s].Actors); k++ {
		a := &r.d.Sentences[s].Actors[k]
		same := p.person != nil && a.Person == p.person || p.person == nil && a.Name == p.name
		if same && a.Kind == annotate.Person && r.verbBetween(s, i, k) {
			return true
		}
	}
	return false
}

// verbBetween reports whether a finite verb stands between two actors of a sentence.
func (r *reader) verbBetween(s, i, k int) bool {
	st := &r.d.Sentences[s]
	return slices.ContainsFunc(st.Verbs, func(v annotate.VerbGroup) bool {
		return v.Finite && v.First >= st.Actors[i].Last && v.Last <= st.Actors[k].First
	})
}

// voiceBefore is the state whose institution or spokesperson a sentence names first,
// before an actor: "The Kremlin said the president would travel". Of a sentence not yet bound it is unknown.
func (r *reader) voiceBefore(s, i int) string {
	if i == 0 || r.bound[s] == nil || len(r.bound[s][0]) != 1 {
		return ""
	}
	if e := &r.bound[s][0][0]; voices(e.kind, e.institution, e.office) {
		return e.country()
	}
	return ""
}

// voiceBehind is the state whose institution or spokesperson tells, further on in its
// sentence, what an actor does: "The president will travel, the Kremlin said".
func (r *reader) voiceBehind(s, i int) string {
	teller, ok := r.speakerAbout(s, i)
	if !ok || teller.Sentence != s || teller.Actor <= i {
		return ""
	}
	if a := &r.d.Sentences[s].Actors[teller.Actor]; voices(a.Kind, a.Institution, a.Office) {
		return a.Of
	}
	return ""
}

// voices reports whether an actor speaks for others of its state.
func voices(kind annotate.ActorKind, institution, office string) bool {
	return (kind == annotate.Institution || strings.HasSuffix(office, "spokesperson")) && institution != "@side"
}

// meant returns whom an office without a state means that many hold: the last
// person, but where anybody is called so, "the official", the last that acted.
func (r *reader) meant(office string) *entity {
	for _, e := range slices.Backward(r.atHand()) {
		if anybody(office) && e.subject && e.somebody() {
			return e
		}
	}
	if p := r.lastPerson; p == nil || !speaksForOthers(office) || r.world.Offices[p.office] == nil || speaksForOthers(p.office) {
		return p
	}
	return nil // a minister is no spokesperson
}

// speaksForOthers reports whether an office is that of a spokesperson.
func speaksForOthers(office string) bool { return strings.HasSuffix(office, "spokesperson") }

// counterpart binds "his Turkish counterpart": the holder, for that state, of
// the office that the last person before holds.
func (r *reader) counterpart(s, i int, e *entity, several bool) {
	r.shareOffice(s, i, e)
	if several {
		return
	}
	if e.of == "" {
		if p := r.opposite(s, i, e.office); p != nil {
			e.becomes(p)
		}
		return
	}
	if p := r.lastWith(e.office, e.of); p != nil && e.office != "" && p.of == e.of { // nobody is his own counterpart
		e.becomes(p)
		return
	}
	if h, ok := r.world.Holder(e.of, e.office, r.day()); ok && !vague[e.office] && !r.day().IsZero() {
		e.person, e.kind, e.inferred = h.Person, annotate.Person, true
		return
	}
	e.kind = annotate.OfficeHolder
}

// opposite returns the last person in an office who is of another state than whoever
// the sentence names before: "X spoke to Y. X thanked his counterpart".
func (r *reader) opposite(s, i int, office string) *entity {
	own := cmp.Or(r.subjectCountry(s, i), r.tellerCountry(s, i))
	for k := len(r.history) - 1; own != "" && office != "" && k >= max(0, len(r.history)-maxPersons); k-- {
		if e := r.history[k]; e.isPerson() && !e.former && e.of != "" && e.of != own && r.sameOffice(office, e.office) {
			return e
		}
	}
	return nil
}

// tellerCountry is the side of whoever says what an actor is named in.
func (r *reader) tellerCountry(s, i int) string {
	teller, ok := r.speakerAbout(s, i)
	if !ok {
		return ""
	}
	a := &r.d.Sentences[teller.Sentence].Actors[teller.Actor]
	if a.Of == "" && a.Person != nil {
		return a.Person.Country
	}
	return a.Of
}

// speakerAbout returns who alone says what actor i of a sentence is named in.
func (r *reader) speakerAbout(s, i int) (extract.Ref, bool) {
	tok := r.d.Sentences[s].Actors[i].First
	for _, sp := range r.speechesIn(s) {
		if len(sp.Speakers) == 1 && sp.First <= tok && tok < sp.Last {
			return sp.Speakers[0], true
		}
	}
	return extract.Ref{}, false
}

// shareOffice gives a counterpart without an office that of the last person before
// from another state.
func (r *reader) shareOffice(s, i int, e *entity) {
	for k := i - 1; k >= 0 && e.office == ""; k-- {
		for _, p := range r.bound[s][k] {
			if p.office != "" && p.of != e.of {
				e.office = p.office
			}
		}
	}
	if e.office == "" {
		e.office = r.officeBehind(s, i)
	}
	if e.office == "" && r.lastPerson != nil {
		e.office = r.lastPerson.office
	}
}

// officeBehind returns the office of the subject that a comma brings in behind a phrase
// which opens the sentence: "After talks with his Chilean counterpart, the minister said".
func (r *reader) officeBehind(s, i int) string {
	st := &r.d.Sentences[s]
	for k := range st.Verbs {
		if v := &st.Verbs[k]; v.Finite && v.Last <= st.Actors[i].First {
			return ""
		}
	}
	for j := i + 1; j < len(st.Actors); j++ {
		o := &st.Actors[j]
		if (o.Kind == annotate.Person || o.Kind == annotate.OfficeHolder) && o.Rels == 0 && !o.Plural && r.acts(s, o) && r.behindComma(o) {
			return o.Office
		}
	}
	return ""
}

// sameOffice reports whether two offices may be the same in a text: "leader"
// stands for any head.
func (r *reader) sameOffice(a, b string) bool {
	if a == b {
		return true
	}
	head := func(o string) bool { return r.world.Offices[o] != nil && r.world.Offices[o].Rank <= 2 }
	switch {
	case a == "leader":
		return head(b)
	case a == "spokesperson":
		return len(b) > 12 && b[len(b)-12:] == "spokesperson"
	case a == "minister":
		return len(b) > 8 && b[len(b)-8:] == "minister"
	}
	return false
}

// namedIn returns whom the document has named before in the office of a state, or who is known
// to have held it; nil for none.
func (r *reader) namedIn(a *annotate.Actor) *entity {
	if a.Of == "" || a.Former || anybody(a.Office) && !speaksForOthers(a.Office) {
		return nil
	}
	if e := r.lastWith(a.Office, a.Of); e != nil && e.of == a.Of {
		named := *e
		return &named
	}
	for k := len(r.history) - 1; k >= max(0, len(r.history)-maxPersons); k-- {
		e := r.history[k]
		if e.person != nil && !e.former && slices.ContainsFunc(e.person.Holdings, func(h gazetteer.Holding) bool { return h.Office == a.Office && h.Of == a.Of }) {
			named := *e
			return &named
		}
	}
	return nil
}

// lastWith returns the last person the document named in an office.
func (r *reader) lastWith(office, of string) *entity {
	var last *entity
	for k := len(r.history) - 1; k >= max(0, len(r.history)-maxPersons); k-- {
		r.d.Steps++
		e := r.history[k]
		if !e.isPerson() || e.former || !r.sameOffice(office, e.office) || of != "" && of != e.of && e.of != "" {
			continue
		}
		if of != "" || e.subject { // of several in an office the one who acted last is meant
			return e
		}
		if last == nil {
			last = e
		}
	}
	return last
}

// soleHolder returns the person the document names in an office, nil when it names
// none or several.
func (r *reader) soleHolder(office, of string) (found *entity) {
	for k := range min(len(r.history), maxPersons) {
		r.d.Steps++
		e := r.history[k]
		if e.inferred || e.former || e.of != of || !r.sameOffice(office, e.office) {
			continue
		}
		if found != nil && !found.same(e) {
			return nil
		}
		found = e
	}
	return found
}

// oneEach reports whether a phrase in the plural names one office of each of
// several states: "the presidents of Chad and Niger".
func (r *reader) oneEach(s, i int, a *annotate.Actor) bool {
	as := r.d.Sentences[s].Actors
	same := func(k int) bool {
		return k >= 0 && k < len(as) && as[k].First == a.First && as[k].Last == a.Last && as[k].Of != a.Of
	}
	return a.Plural && a.Of != "" && (same(i-1) || same(i+1))
}

// nameHolders puts the one person whom the document names in an office, before or
// after, in the place of an office of which no holder is named. A holder that only
// the gazetteer knows goes where that person already takes part.
func (r *reader) nameHolders(c *contact) {
	settled := func(e entity) bool {
		return e.isPerson() && !e.inferred || e.plural || e.former || e.office == "" || e.of == "" || vague[e.office] && e.office != "leader"
	}
	first := slices.IndexFunc(c.entities, func(e entity) bool { return !settled(e) })
	if first < 0 {
		return
	}
	kept := append(make([]entity, 0, len(c.entities)), c.entities[:first]...)
	for _, e := range c.entities[first:] {
		if settled(e) {
			kept = append(kept, e)
			continue
		}
		p := r.soleHolder(e.office, e.of)
		switch {
		case p == nil:
		case !slices.ContainsFunc(c.entities, func(o entity) bool { return o.same(p) }):
			as := e.as
			e = *p
			e.as, e.inferred = as, false
		case e.inferred && !e.same(p):
			continue
		}
		kept = append(kept, e)
	}
	c.entities = kept
}
