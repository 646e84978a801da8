package resolve

import (
	"slices"
	"strings"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/dates"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/record"
)

// clash is two statements that a text sets against one another, made by two sides of a
// contact.
type clash struct {
	a, b *statement
	x, y string // their sides
	// by is the word that says so, nil for none: one of contrast, of denial, or by which
	// the second tells what was spoken of.
	by *annotate.Cue
}

// apartBy is how many sentences may lie between rival versions.
const apartBy = 2

// sets notes that the last statement and one shortly before are rival versions: "Kyiv says
// that ..., while Minsk claims", "X tells it differently".
func (r *reader) sets() {
	b := r.lastStatement()
	y, _ := r.voice(b)
	if y == "" {
		return
	}
	r.turnsDown(b, y)
	last := map[string]int{} // the sentence in which a side spoke last
	for i := len(r.statements) - 2; i >= 0; i-- {
		a := r.statements[i]
		if r.begins(b.sp)-a.until > apartBy || a.sp.Title != b.sp.Title {
			return
		}
		x, _ := r.voice(a)
		if _, ok := last[x]; !ok {
			last[x] = a.until
		}
		if x != "" && x != y && r.rival(a, b, x, y, r.begins(b.sp)-last[x] <= 1) {
			return
		}
	}
}

// rival notes that two statements are rival versions of a contact. near: the side of the one
// spoke last right before the other.
func (r *reader) rival(a, b *statement, x, y string, near bool) bool {
	if a.first > b.first {
		a, b, x, y = b, a, y, x
	}
	c := r.rivalled(a, b, x, y)
	if c == nil {
		return false
	}
	by, ok := r.opposed(a, b, near)
	if ok {
		r.clashes[c] = append(r.clashes[c], clash{a, b, x, y, by})
	}
	return ok
}

// turnsDown notes that a statement of a side rejects what another side has said: "rejected a
// statement from Lima that".
func (r *reader) turnsDown(b *statement, y string) {
	x := r.oneSide(b.sp.Against)
	if x == "" || x == y {
		return
	}
	at := b.sp.AgainstAt
	a := &statement{
		sp: &extract.Speech{Sentence: b.sp.Sentence}, speakers: r.refs(b.sp.Against), act: "say",
		first: at.First, last: at.Last, until: b.sp.Sentence, contacts: b.contacts,
	}
	of := slices.Clone(r.latest())
	slices.Reverse(of)
	for _, c := range append(slices.Clone(b.contacts), of...) {
		if c.roles.of(x) != "" && c.roles.of(y) != "" {
			r.clashes[c] = append(r.clashes[c], clash{a, b, x, y, nil})
			return
		}
	}
}

// disputed notes that a side denies what another has said just before: "which Paris denies".
func (r *reader) disputed(d *extract.Aside) {
	y := r.oneSide(d.By)
	a, x := r.toldByOther(d.Sentence, y, nil)
	if y == "" || a == nil {
		return
	}
	b := &statement{
		sp: &extract.Speech{Sentence: d.Sentence}, speakers: r.refs(d.By), act: "deny",
		first: d.First, last: d.Last, until: d.Sentence, contacts: a.contacts,
	}
	if c := r.rivalled(a, b, x, y); c != nil {
		r.clashes[c] = append(r.clashes[c], clash{a, b, x, y, d.Cue})
	}
}

// rivalled returns the contact of which two statements may be rival versions, nil for none:
// one of both sides that either is about, or one that both are about.
func (r *reader) rivalled(a, b *statement, x, y string) *contact {
	about := slices.Concat(a.contacts, b.contacts)
	if len(about) == 0 && r.focus != nil && !a.sp.Title {
		about = append(about, r.focus)
	}
	for _, c := range about {
		both := slices.Contains(a.contacts, c) && slices.Contains(b.contacts, c)
		if both || c.roles.of(x) != "" && c.roles.of(y) != "" {
			return c
		}
	}
	return nil
}

// opposed reports whether a text sets two statements against one another: the sources of one
// sentence, its halves, a view and what was said before it, an answer that counters it, or
// what a word says differs.
func (r *reader) opposed(a, b *statement, near bool) (by *annotate.Cue, ok bool) {
	switch {
	case near && (b.sp.View || b.sp.Cue != nil && b.sp.Cue.Entry.Cue.Is("counters") || r.speaksInstead(a, b)):
		return nil, true
	case a.sp.Sentence == b.sp.Sentence && a.sp.Source && b.sp.Source:
		return nil, true
	}
	for s := max(0, r.begins(a.sp)-1); s <= b.sp.Sentence; s++ {
		cues := r.d.Sentences[s].Cues
		for i := range cues {
			if c := &cues[i]; c.Sense() == language.Contrast && r.contrasts(c, s, a, b, near) {
				return c, true
			}
		}
	}
	return nil, a.sp.Sentence == b.sp.Sentence && r.halves(a, b) || near && b.act == "deny" && r.ofOneThing(a, b)
}

// ofOneThing reports whether two statements about one contact tell of one thing: who asked for
// it, what was spoken of or what was agreed.
func (r *reader) ofOneThing(a, b *statement) bool {
	if !slices.ContainsFunc(a.contacts, func(c *contact) bool { return slices.Contains(b.contacts, c) }) {
		return false
	}
	return r.tellsAsker(a) && r.tellsAsker(b) || r.tellsOf(a, language.TopicOf) && r.tellsOf(b, language.TopicOf) || r.tellsAgreed(a) && r.tellsAgreed(b)
}

// speaksInstead reports whether a side speaks of a contact in words of its own right after
// another did: "Lima says that they agreed. Quito speaks of a first approach."
func (r *reader) speaksInstead(a, b *statement) bool {
	return b.sp.Cue != nil && b.sp.Cue.Arg("then") == "side" && r.alike(a, b)
}

// contrasts reports whether a word of a sentence sets two statements against one another. One
// that says that versions differ may stand before both.
func (r *reader) contrasts(c *annotate.Cue, s int, a, b *statement, near bool) bool {
	switch {
	case c.Entry.Cue.Is("opens") && c.First > r.d.Sentences[s].First && !r.comma(c.First-1) && r.d.Words(c.First-1, c.First) != ";":
		return false
	case c.Entry.Cue.Is("undated"):
		return near && (a.holds(c) && r.namesDay(b) || b.holds(c) && r.namesDay(a))
	case near && c.First == r.d.Sentences[s].First && s == r.begins(a.sp) && s == b.sp.Sentence && c.Last <= a.first+1 && len(c.Entry.Cue.Args) == 0:
		return true // "While Lima says ..., Quito says"
	case c.Entry.Cue.Is("version"):
		ahead := s == r.begins(a.sp) || len(r.statementsIn(s)) == 0
		return c.First < b.last && (c.First >= a.last || ahead && c.First < a.first)
	case !near || s < r.begins(b.sp) || c.First < a.first || !r.leadsIn(c, b) || r.inOther(c, b):
		return false
	}
	return !c.Entry.Cue.Is("turn") || r.alike(a, b) && !r.inRelative(b.sp)
}

// holds reports whether a word stands in what a statement says.
func (s *statement) holds(c *annotate.Cue) bool { return s.first <= c.First && c.Last <= s.last }

// namesDay reports whether a statement names a day, and no word in it says that none is set.
func (r *reader) namesDay(s *statement) bool {
	for n := r.begins(s.sp); n <= s.sp.Sentence; n++ {
		st := &r.d.Sentences[n]
		if slices.ContainsFunc(st.Dates, func(d dates.Mention) bool {
			return s.first <= d.First && d.Last <= s.last && precision[d.Kind] > 0
		}) {
			return true
		}
	}
	return false
}

// leadsIn reports whether a word stands in front of what a statement says, or opens it.
func (r *reader) leadsIn(c *annotate.Cue, b *statement) bool {
	if r.lx.Pack.Order != language.VerbLast {
		return c.Last <= min(b.first+1, b.last)
	}
	at := r.d.Toks[c.First].Start // the words do not stand as in the text
	for i := b.first; i < b.last; i++ {
		if t := &r.d.Toks[i]; t.Start < at && (i < c.First || i >= c.Last) && t.End > t.Start {
			return false
		}
	}
	return true
}

// inOther reports whether a word of contrast stands in a clause of its own before the words by
// which a statement is made: in what the one before says.
func (r *reader) inOther(c *annotate.Cue, b *statement) bool {
	if b.sp.Cue == nil || r.lx.Pack.Order == language.VerbLast {
		return false
	}
	st := &r.d.Sentences[b.sp.Sentence]
	return slices.ContainsFunc(st.Verbs, func(v annotate.VerbGroup) bool {
		says := func(c annotate.Cue) bool { return c.Sense() == language.Speech && v.First <= c.At && c.At < v.Last }
		return v.Finite && v.First >= c.Last && v.Last <= min(b.sp.Cue.First, b.first) && !slices.ContainsFunc(st.Cues, says)
	})
}

// halves reports whether a semicolon parts two statements of a sentence.
func (r *reader) halves(a, b *statement) bool {
	for i := a.first; i < b.first; i++ {
		if r.d.Words(i, i+1) == ";" {
			return true
		}
	}
	return false
}

// alike reports whether two statements are about one contact, and the later one is the account
// of somebody who speaks for a side: no deed such as thanks.
func (r *reader) alike(a, b *statement) bool {
	own := func(e entity) bool { return !e.isPerson() && !b.sp.Source || speaksForOthers(e.office) }
	switch b.act {
	case "thank", "invite", "promise", "support", "agree":
		return false
	}
	return slices.ContainsFunc(a.contacts, func(c *contact) bool { return slices.Contains(b.contacts, c) }) &&
		(slices.ContainsFunc(b.speakers, own) || slices.ContainsFunc(b.via, own))
}

// claims makes the divergence of the rival versions of a contact, nil for none.
func (r *reader) claims(c *contact, id string, ev *evidenceList) *record.Divergence {
	if len(r.clashes[c]) == 0 {
		return nil
	}
	k := r.clashes[c][0]
	d := &record.Divergence{Contact: id, Field: r.clashOf(c, k)}
	for _, s := range []*statement{k.a, k.b} {
		side := k.x
		if s == k.b {
			side = k.y
		}
		first, last := r.saying(s)
		at := ev.add(evidence{d.Field, first, last, r.lx.Pack.Code + ": claim"})
		d.Sides = append(d.Sides, record.Says{Side: side, Says: r.d.Words(first, last), Evidence: at})
	}
	slices.SortFunc(d.Sides, func(a, b record.Says) int { return strings.Compare(a.Side, b.Side) })
	return d
}

// clashOf is the field of which two statements are rival versions: whether it was held at all
// where one denies it, who asked for a contact where both tell it, what was spoken of where one
// does and the other is of something too, else what was said.
func (r *reader) clashOf(c *contact, k clash) string {
	switch {
	case r.deniesContact(k.a, c, k.by) || r.deniesContact(k.b, c, k.by):
		return "status"
	case r.tellsAsker(k.a) && r.tellsAsker(k.b):
		return "initiator"
	case k.by != nil && k.by.Entry.Cue.Is("undated"):
		return "date"
	case k.by != nil && k.by.Arg("version") != "":
		return k.by.Arg("version")
	case k.by != nil && k.by.Sense() == language.TopicOf:
		return "topics"
	case k.by != nil && k.by.First >= k.b.first && (k.by.Sense() == language.Speech || k.by.Entry.Cue.Is("version")): // the denial tells no more
		return r.fieldOf(k.a)
	case r.tellsMatter(k.a) && r.hasMatter(k.b) || r.tellsMatter(k.b) && r.hasMatter(k.a):
		return "topics"
	}
	return "claim"
}

// deniesContact reports whether a statement says that a contact did not take place, or by words
// in front of it that its side knows of none: "not aware of any call".
func (r *reader) deniesContact(s *statement, c *contact, by *annotate.Cue) bool {
	denies := func(j joining) bool {
		at := j.m.Cue
		unknown := by != nil && by.Entry.Cue.Is("version") && s.holds(by) && by.Last <= at.First && at.First <= by.Last+1
		return j.c == c && (j.m.Step == "said-not-to-have-happened" || unknown) && s.holds(at)
	}
	for n := r.begins(s.sp); n <= s.sp.Sentence; n++ {
		if slices.ContainsFunc(r.joinedIn(n), denies) {
			return true
		}
	}
	return false
}

// tellsAgreed reports whether a statement tells what was agreed.
func (r *reader) tellsAgreed(s *statement) bool {
	agrees := func(c annotate.Cue) bool {
		return (c.Arg("act") == "agree" || c.Arg("step") == "agreed") && s.first <= c.First && c.Last <= s.last
	}
	for n := r.begins(s.sp); n <= s.sp.Sentence; n++ {
		if slices.ContainsFunc(r.d.Sentences[n].Cues, agrees) {
			return true
		}
	}
	return s.act == "agree"
}

// tellsAsker reports whether a statement tells who asked for a contact.
func (r *reader) tellsAsker(s *statement) bool {
	if r.tellsOf(s, language.Initiator) {
		return true
	}
	asks := func(j joining) bool {
		return s.first <= j.m.Cue.First && j.m.Cue.Last <= s.last && len(j.m.Initiators) > 0
	}
	for n := r.begins(s.sp); n <= s.sp.Sentence; n++ {
		if slices.ContainsFunc(r.joinedIn(n), asks) {
			return true
		}
	}
	return false
}

// tellsMatter reports whether a statement tells what was or will be spoken of in a contact, by
// a verb or behind its noun: "discussed trade", "negotiations on the border".
func (r *reader) tellsMatter(s *statement) bool {
	if r.tellsOf(s, language.TopicOf) {
		return true
	}
	for n := r.begins(s.sp); n <= s.sp.Sentence; n++ {
		for _, k := range r.candidatesIn(n) {
			behind := func(m extract.Stretch) bool { return m.First >= k.Cue.Last && m.Last <= s.last }
			if k.Noun && s.first <= k.Cue.First && k.Cue.Last <= s.last && slices.ContainsFunc(k.Matters, behind) {
				return true
			}
		}
	}
	return false
}

// hasMatter reports whether a statement is of something that a topic or a third state is.
func (r *reader) hasMatter(s *statement) bool {
	side := s.speakers[0].country()
	words := []span{{sentence: s.sp.Sentence, first: s.first, last: s.last}}
	return r.tellsMatter(s) || len(r.topicsOf(s)) > 0 || len(r.statesIn(words, func(id string) bool { return id == side })) > 0
}

// tellsOf reports whether a cue of a sense stands in a statement, other than the words by
// which it is made: who "speaks of" a thing need not tell what others spoke of.
func (r *reader) tellsOf(s *statement, sense language.Sense) bool {
	tells := func(c annotate.Cue) bool {
		return c.Sense() == sense && s.first <= c.First && c.Last <= s.last && (s.sp.Cue == nil || c.At != s.sp.Cue.At)
	}
	for n := r.begins(s.sp); n <= s.sp.Sentence; n++ {
		if slices.ContainsFunc(r.d.Sentences[n].Cues, tells) {
			return true
		}
	}
	return false
}
