package annotate

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/syntax"
)

// unit is a run of tokens with one meaning, before noun phrases are built.
type unit struct {
	first, last int
	kind        language.Kind
	id          string
	// offices holds every reading of an office form; which one holds depends
	// on the state ("secretary of state").
	offices []*language.Entry
	// states are the states inside the unit, at "~" of its form: more than one
	// in "les ministres turc et hongrois des Affaires étrangères".
	states []stateRef
	org    bool
	// place is set beside a seat, an institution or a state whose words also
	// name a place.
	place string
	// person and name are set for persons; known tells that the gazetteer or
	// an earlier full name vouches for it.
	person *gazetteer.Person
	name   string
	words  int
	full   bool
	gender string
	entry  *language.Entry
	// own is the actor whose acronym the document itself gives.
	own *Actor
}

const personKind = language.Kind(200)
const counterpartKind = language.Kind(201)
const bothKind = language.Kind(202)
const pronounKind = language.Kind(203)
const definedKind = language.Kind(204)

// match runs both tries over a sentence and returns the naming matches and the
// cues apart.
func (f *finder) match(first, last int) (names, cues, functions []phrase.Match) {
	toks := f.d.Toks
	f.matchStates(first, last)
	names, cues, functions = append(f.naming[:0], f.found...), f.cueing[:0], f.grammar[:0]
	f.found = f.found[:0]
	gap := func(i int) (one, list int) { return f.gapAt(i, first, last) }
	for i := first; i < last; i++ {
		f.found = f.lx.all.Find(f.found, toks, i, last, gap)
		f.d.Steps++
	}
	for _, m := range f.found {
		e := f.lx.entries[m.ID]
		switch {
		case e.Kind == language.Cue:
			cues = append(cues, m)
		case e.Kind == language.Function:
			functions = append(functions, m)
		case e.ID == language.Paper && !f.holdsState(m, first): // "a statement"
		case f.lx.fits(m.ID, toks, m.First, m.Last):
			names = append(names, m)
		}
	}
	f.naming, f.cueing, f.grammar = names, cues, functions
	return names, cues, functions
}

// matchStates finds the states of a sentence and notes, by token, the longest that
// starts there: other forms may hold states in their midst.
func (f *finder) matchStates(first, last int) {
	toks := f.d.Toks
	f.stateLen, f.stateID = zeroed(f.stateLen, last-first), zeroed(f.stateID, last-first)
	f.found = f.found[:0]
	for i := first; i < last; i++ {
		if !toks[i].Word && !toks[i].Number {
			continue
		}
		n := len(f.found)
		f.found = f.lx.states.Find(f.found, toks, i, last, nil)
		kept := f.found[:n]
		for _, m := range f.found[n:] {
			if !f.lx.fits(m.ID, toks, m.First, m.Last) || f.suffix(m) || f.dropped[m.ID] || f.surnameOfPerson(m.First, m.Last) {
				continue
			}
			if other, ok := f.swapped[m.ID]; ok {
				m.ID = other
			}
			kept = append(kept, m)
			if n := m.Last - m.First; n > f.stateLen[i-first] {
				f.stateLen[i-first], f.stateID[i-first] = n, m.ID
			}
		}
		f.found = kept
	}
}

// holdsState reports whether a state stands inside the words of a form. first is where its
// sentence starts.
func (f *finder) holdsState(m phrase.Match, first int) bool {
	for i := m.First; i < m.Last; i++ {
		if f.stateLen[i-first] > 0 {
			return true
		}
	}
	return false
}

// gapAt returns how many tokens of a form's gap a state at a token fills, and a
// list of states: "ministers of France and Germany".
func (f *finder) gapAt(i, first, last int) (one, list int) {
	if i >= last {
		return 0, 0
	}
	toks := f.d.Toks
	if f.stateLen[i-first] == 0 { // "ministre par intérim des Affaires étrangères"
		var buf [4]phrase.Match
		for _, m := range f.lx.passing.Find(buf[:0], toks, i, last, nil) {
			one = max(one, m.Last-i)
		}
		return one, one
	}
	one = f.stateLen[i-first]
	for at := i + one; at+1 < last && (f.lx.and.Has(toks[at].Form) || toks[at].Form == ","); {
		n := f.stateLen[at+1-first]
		if n == 0 {
			break
		}
		at += 1 + n
		list = at - i
	}
	return one, list
}

// precedence orders kinds that match the same words.
var precedence = map[language.Kind]int{
	language.StateName: 0, language.OrgName: 1, language.Office: 2, language.Institution: 3, language.Outlet: 4,
	language.Group: 5, language.Seat: 6, language.Place: 7, language.StateAdjective: 8, language.OrgAdjective: 9,
	language.StatePeople: 10, language.StatePrefix: 11, language.Honorific: 12,
}

// units picks the longest matches from the left; what else the same words may
// name is kept beside.
func (f *finder) units(names []phrase.Match, persons []unit) []unit {
	slices.SortStableFunc(names, func(a, b phrase.Match) int {
		return cmp.Or(a.First-b.First, b.Last-a.Last, precedence[f.lx.entries[a.ID].Kind]-precedence[f.lx.entries[b.ID].Kind])
	})
	out := f.taken[:0]
	at, p := 0, 0
	for i := 0; i < len(names); {
		m := names[i]
		for p < len(persons) && persons[p].last <= m.First {
			p++
		}
		if f.cutsState(m) || f.modifies(m) || f.surname(m) || f.afterGiven(m) || f.beforeFamily(m) || f.familyName(m) || f.isDeed(m) || f.describes(m) || f.ofName(m) || f.grade(m) {
			i++
			continue
		}
		if m.First < at || p < len(persons) && persons[p].first < m.Last && f.personWins(persons[p], m) {
			i++
			continue
		}
		j := i
		for j < len(names) && names[j].First == m.First && names[j].Last == m.Last {
			j++
		}
		u := f.unit(names[i:j])
		if m.Last-m.First == 1 && f.d.Toks[m.First].End-f.d.Toks[m.First].Start == 1 && (m.First == f.sentenceStart || f.wordAt(m.First-1).Tag != syntax.Adp) {
			i++ // one letter names nothing but what is "on X"
			continue
		}
		if a := f.defined[f.d.Words(m.First, m.Last)]; a != nil {
			u = unit{first: m.First, last: m.Last, kind: definedKind, own: a}
		}
		if p < len(persons) && persons[p].first == m.Last || f.ofHead(out, &u) || !f.partOfOther(&u) {
			out = append(out, u)
			at = m.Last
		}
		i = j
		for i < len(names) && names[i].First < at {
			i++
		}
	}
	out = append(out, persons...)
	if len(persons) > 0 {
		slices.SortStableFunc(out, func(a, b unit) int { return a.first - b.first })
	}
	f.taken = out
	return dropOverlaps(out)
}

// cutsState reports whether an office ends inside the name of a state: "the
// President of the Republic" of Congo does not in "president of the Republic of
// Congo", where a shorter form of the office is at hand.
func (f *finder) cutsState(m phrase.Match) bool {
	if f.lx.entries[m.ID].Kind != language.Office {
		return false
	}
	for i := m.First + 1; i < m.Last; i++ {
		if e, end := f.stateAt(i); e != nil && end > m.Last && e.Kind == language.StateName {
			return true
		}
	}
	return false
}

// personWins decides between a known full name and what else a part of it
// names: "Jordan" in "Jordan Bardella" is no state, "Kim" no place.
func (f *finder) personWins(p unit, m phrase.Match) bool {
	return p.last-p.first >= m.Last-m.First
}

func dropOverlaps(us []unit) []unit {
	out := us[:0]
	for _, u := range us {
		if n := len(out); n > 0 && u.first < out[n-1].last {
			if u.kind == personKind && u.last-u.first > out[n-1].last-out[n-1].first {
				out[n-1] = u
			}
			continue
		}
		out = append(out, u)
	}
	return out
}

// unit joins all meanings of the same words.
func (f *finder) unit(same []phrase.Match) unit {
	best := f.lx.entries[same[0].ID]
	u := unit{first: same[0].First, last: same[0].Last, kind: best.Kind, id: best.ID, entry: best}
	for _, m := range same {
		e := f.lx.entries[m.ID]
		switch e.Kind {
		case language.Office:
			if u.kind == language.Office {
				u.offices = append(u.offices, e)
			}
		case language.Institution:
			if u.kind == language.Institution && u.id[0] == '@' && e.File != "world" { // the name of one rather than any of its kind
				u.id, u.entry = e.ID, e
			}
		case language.Place:
			u.place = e.ID
		case language.Seat:
			if u.kind == language.Place { // a capital is a place and a government
				u.kind, u.id = language.Seat, e.ID
			}
		case language.Honorific:
			if u.kind == language.Honorific {
				u.gender = e.ID
			}
		}
	}
	if u.kind == language.OrgName || u.kind == language.OrgAdjective {
		u.org = true
	}
	if u.kind == language.Office || u.kind == language.Institution {
		u.states = f.statesInside(u.first, u.last)
		if len(u.states) > 0 && u.states[0].org && strings.HasSuffix(u.id, "-minister") && !u.readFor(u.states[0].id) && !f.inPlural(u.first) { // "minister of European integration" is a state's
			u.states = nil
		}
	}
	return u
}

// readFor reports whether an office form has a reading for an organisation.
func (u *unit) readFor(org string) bool {
	for _, e := range u.offices {
		if slices.Contains(e.Only, org) {
			return true
		}
	}
	return false
}

// statesInside returns the states and organisations whose adjectives or names
// stand inside an office or institution ("le ministre turc des Affaires
// étrangères").
func (f *finder) statesInside(first, last int) []stateRef {
	var out []stateRef
	for i := first; i < last; i++ {
		e, end := f.stateAt(i)
		if e == nil || end > last || i == first && end == last {
			continue
		}
		out = append(out, stateRef{id: e.ID, org: e.Kind == language.OrgAdjective || e.Kind == language.OrgName, at: -1, name: -1})
		i = end - 1
	}
	return out
}

// stateAt returns the longest name or adjective of a state or organisation
// that starts at a token of the sentence, and the token after it.
func (f *finder) stateAt(tok int) (*language.Entry, int) {
	n := tok - f.sentenceStart
	if n < 0 || n >= len(f.stateLen) || f.stateLen[n] == 0 {
		return nil, tok
	}
	return f.lx.entries[f.stateID[n]], tok + f.stateLen[n]
}

// partOfOther reports whether a name is only a part of the name of something
// else: "Moscow Times", "Washington Wizards". A capitalised word that nothing
// vouches for follows at once.
func (f *finder) partOfOther(u *unit) bool {
	switch u.kind {
	case language.Seat, language.Place, language.StateName:
	default:
		return false
	}
	toks := f.d.Toks
	n := u.last
	if u.kind != language.StateName && f.namesDocument(u) {
		return true
	}
	if f.lx.Pack.Attributive && n < len(toks) && toks[n].Hyphen && !toks[n].Upper && u.kind != language.Seat && !f.startsCue(n, language.Mediator) {
		return true // "France-born", not "Oman-mediated"
	}
	if n >= len(toks) || !toks[n].Upper || toks[n].Line || toks[u.first].Caps && toks[n].Caps || f.inDate(n) { // "flew to Doha Monday"
		return false
	}
	if w := f.wordAt(n); w.Tag != syntax.ProperNoun && w.Tag != syntax.Noun || !f.lx.Pack.Attributive {
		return false
	}
	for _, forms := range []*phrase.Matcher{f.lx.all, f.lx.topics, f.lx.states} {
		if len(forms.Find(nil, toks, n, len(toks), nil)) > 0 {
			return false
		}
	}
	return !strings.ContainsAny(f.d.between(n), "-–/") && len(f.lookup(n, n+1)) == 0
}

// ofHead reports whether a state stands behind the "of" of an office or institution, so
// that a capital behind it begins the holder's name: "the Minister of Trade of
// Namibia Lucia Iipumbu", "the Ambassador of Chile to Ghana Luz Vidal".
func (f *finder) ofHead(before []unit, u *unit) bool {
	if len(before) == 0 || u.kind != language.StateName {
		return false
	}
	h := &before[len(before)-1]
	if h.last == u.first {
		return false
	}
	for i := h.last; i < u.first; i++ {
		if t := f.wordAt(i).Tag; t != syntax.Adp && t != syntax.Det && t != syntax.Part {
			return false
		}
	}
	return h.kind == language.Office || h.kind == language.Institution || f.ofHead(before[:len(before)-1], h)
}

// namesDocument reports whether a place only tells which agreement is meant:
// "Minsk agreements", "accords de Minsk".
func (f *finder) namesDocument(u *unit) bool {
	toks := f.d.Toks
	if n := u.last; f.lx.Pack.Attributive && n+1 < len(toks) && !toks[n].Line {
		peace := !toks[n].Upper && f.wordAt(n).Tag == syntax.Noun && f.lx.documents.Has(toks[n+1].Form) // "the Nairobi peace process"
		if peace || f.lx.documents.Has(toks[n].Form) {
			return true
		}
	}
	for i := u.first - 1; i >= f.sentenceStart && i >= u.first-3; i-- {
		if f.lx.documents.Has(toks[i].Form) {
			return i < u.first-1
		}
		if w := f.wordAt(i); w.Tag != syntax.Adp && w.Tag != syntax.Det {
			return false
		}
	}
	return false
}

func (f *finder) inDate(tok int) bool {
	n := tok - f.sentenceStart
	return n >= 0 && n < len(f.dated) && f.dated[n]
}

func (f *finder) wordAt(tok int) Word {
	s := f.sentenceStart
	if tok-s < 0 || tok-s >= len(f.words) {
		return Word{}
	}
	return f.words[tok-s]
}
