package annotate

import (
	"sort"
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
	// state is the state inside the unit, at "~" of its form.
	state string
	org   bool
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
}

const personKind = language.Kind(200)
const counterpartKind = language.Kind(201)
const bothKind = language.Kind(202)
const pronounKind = language.Kind(203)

// finder holds the buffers for one document.
type finder struct {
	lx       *Lexicon
	d        *Document
	words    []Word
	found    []phrase.Match
	stateLen []int
	tag      tagger
	skel     map[string]string
	people   people
	lists    int
	// dated marks the tokens of dates in the sentence.
	dated []bool
	// sentenceStart is the first token of the sentence that words belongs to.
	sentenceStart int
}

// match runs both tries over a sentence and returns the naming matches and the
// cues apart.
func (f *finder) match(first, last int) (names, cues, functions []phrase.Match) {
	toks := f.d.Toks
	f.stateLen = append(f.stateLen[:0], make([]int, last-first)...)
	f.found = f.found[:0]
	for i := first; i < last; i++ {
		if !toks[i].Word {
			continue
		}
		n := len(f.found)
		f.found = f.lx.states.Find(f.found, toks, i, last, nil)
		kept := f.found[:n]
		for _, m := range f.found[n:] {
			if f.lx.fits(m.ID, toks, m.First, m.Last) {
				kept = append(kept, m)
				f.stateLen[i-first] = max(f.stateLen[i-first], m.Last-m.First)
			}
		}
		f.found = kept
	}
	names = append(names, f.found...)
	f.found = f.found[:0]
	gap := func(i int) int {
		if i < last {
			return f.stateLen[i-first]
		}
		return 0
	}
	for i := first; i < last; i++ {
		f.found = f.lx.all.Find(f.found, toks, i, last, gap)
	}
	for _, m := range f.found {
		e := f.lx.entries[m.ID]
		switch {
		case e.Kind == language.Cue || e.Kind == language.Topic:
			cues = append(cues, m)
		case e.Kind == language.Function:
			functions = append(functions, m)
		case f.lx.fits(m.ID, toks, m.First, m.Last):
			names = append(names, m)
		}
	}
	return names, cues, functions
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
	sort.SliceStable(names, func(i, j int) bool {
		a, b := names[i], names[j]
		if a.First != b.First {
			return a.First < b.First
		}
		if a.Last != b.Last {
			return a.Last > b.Last
		}
		return precedence[f.lx.entries[a.ID].Kind] < precedence[f.lx.entries[b.ID].Kind]
	})
	var out []unit
	at, p := 0, 0
	for i := 0; i < len(names); {
		m := names[i]
		for p < len(persons) && persons[p].last <= m.First {
			p++
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
		named := p < len(persons) && persons[p].first == m.Last // "the chancellor of Germany Olaf Scholz"
		if named || !f.partOfOther(&u) {
			out = append(out, u)
			at = m.Last
		}
		i = j
		for i < len(names) && names[i].First < at {
			i++
		}
	}
	out = append(out, persons...)
	sort.SliceStable(out, func(i, j int) bool { return out[i].first < out[j].first })
	return dropOverlaps(out)
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
		u.state, u.org = f.stateInside(u.first, u.last)
		if u.org && strings.HasSuffix(u.id, "-minister") { // "minister of European integration" is a state's
			u.state, u.org = "", false
		}
	}
	return u
}

// stateInside returns the state or organisation whose adjective or name stands
// inside an office or institution ("le ministre turc des Affaires étrangères").
func (f *finder) stateInside(first, last int) (string, bool) {
	var buf [8]phrase.Match
	for i := first; i < last; i++ {
		for _, m := range f.lx.states.Find(buf[:0], f.d.Toks, i, last, nil) {
			e := f.lx.entries[m.ID]
			if f.lx.fits(m.ID, f.d.Toks, m.First, m.Last) && (m.First > first || m.Last < last) {
				return e.ID, e.Kind == language.OrgAdjective
			}
		}
	}
	return "", false
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
	if n >= len(toks) || !toks[n].Upper || toks[n].Line || toks[u.first].Caps && toks[n].Caps {
		return false
	}
	if w := f.wordAt(n); w.Tag != syntax.ProperNoun && w.Tag != syntax.Noun || f.lx.Pack.Apostrophe != "possessive" {
		return false
	}
	if len(f.lx.all.Find(nil, toks, n, len(toks), nil)) > 0 || len(f.lx.states.Find(nil, toks, n, len(toks), nil)) > 0 {
		return false
	}
	return !strings.ContainsAny(f.d.Text[toks[n-1].End:toks[n].Start], "-–/") && len(f.lx.World.LookupKeys(f.keys(n, n+1))) == 0
}

func (f *finder) wordAt(tok int) Word {
	s := f.sentenceStart
	if tok-s < 0 || tok-s >= len(f.words) {
		return Word{}
	}
	return f.words[tok-s]
}
