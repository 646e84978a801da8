package extract

import (
	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// AsideKind says what an aside tells.
type AsideKind uint8

// The kinds of aside.
const (
	// Undertakes: somebody undertook to do something.
	Undertakes AsideKind = iota
	// Disclaims: somebody says not to have asked for the contact.
	Disclaims
	// Silent: somebody says nothing of what another side reports.
	Silent
	// Unconfirmed: somebody will neither confirm nor deny what another side reports.
	Unconfirmed
	// Disputes: somebody denies what is told before ("which Paris denies").
	Disputes
	// Accompanies: somebody takes part beside others.
	Accompanies
)

// Aside is a clause about a contact that names none: an undertaking, a
// disclaimer, a silence, or who else takes part.
type Aside struct {
	Sentence int
	Kind     AsideKind
	Stretch
	By  []Ref
	Cue *annotate.Cue
	// Promise is where what is undertaken begins, behind the day on which it was; 0 for
	// other kinds.
	Promise int
}

// asides reads the undertakings, disclaimers and silences of the sentence.
func (x *extractor) asides() {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		v := x.verbAt(c.At)
		switch c.Sense() {
		case language.Commit:
			if v == nil || v.Negated || v.Passive {
				continue
			}
			x.noteAside(Undertakes, c, x.subject(v), Stretch{c.First, x.undertaken(c)})
		case language.Initiator, language.Step:
			if c.Arg("dir") == "origin" || c.Arg("dir") == "cleft" {
				continue
			}
			asks := c.Arg("dir") == "before" || c.Arg("initiator") == "subject"
			if v == nil || !asks || c.Entry.Cue.POS != "VERB" {
				continue
			}
			x.disclaim(c, v)
		case language.Silence:
			x.noteAside(Silent, c, x.untold(c, v), Stretch{c.First, c.Last})
		case language.Speech:
			x.disputes(c, v)
		case language.NoContact:
			if c.Entry.Cue.Is("unconfirmed") {
				x.noteAside(Unconfirmed, c, x.untold(c, v), Stretch{c.First, c.Last})
			}
		case language.Company, language.Light:
			if c.Sense() == language.Company || c.Entry.Cue.Is("attend") {
				x.noteAside(Accompanies, c, x.company(c, v), Stretch{c.First, c.Last})
			}
		}
	}
}

// disclaim notes that whoever is said to have asked, by a verb, denies it or did not.
func (x *extractor) disclaim(c *annotate.Cue, v *annotate.VerbGroup) {
	end := x.unmarked(v.Last, x.matterEnd(v.Last))
	if sp := x.denialOf(v); sp != nil {
		x.noteAside(Disclaims, c, sp.Speakers, Stretch{sp.verb.First, end})
	} else if v.Negated {
		x.noteAside(Disclaims, c, x.subject(v), Stretch{v.First, end})
	}
}

// denialOf returns the denial in which a verb stands, nil for none: "denied having
// asked for it".
func (x *extractor) denialOf(v *annotate.VerbGroup) *Speech {
	for i := len(x.out.Speeches) - 1; i >= 0 && x.out.Speeches[i].Sentence == x.s; i-- {
		if sp := &x.out.Speeches[i]; sp.Act == "deny" && sp.verb != nil && sp.verb != v && sp.First <= v.First && v.Last <= sp.Last {
			return sp
		}
	}
	return nil
}

// company returns who, by a cue, takes part beside others: those behind it, or
// the subject of its verb, which may follow ("also present were").
func (x *extractor) company(c *annotate.Cue, v *annotate.VerbGroup) []Ref {
	if v != nil && v.Negated {
		return nil
	}
	if v != nil && c.Arg("dir") != "after" {
		by := x.subject(v)
		if v.Passive {
			by = x.agent(v)
		}
		if len(by) > 0 {
			return by
		}
	}
	return x.named(c.Last)
}

// named returns the persons from a token up to the next clause; the verb of
// their own may stand before them.
func (x *extractor) named(from int) []Ref {
	var out []Ref
	verbs := 0
	for t := from; t < x.st.Last; t++ {
		if g := x.verbAt(t); g != nil && g.Finite && g.First == t {
			if verbs++; verbs > 1 || len(out) > 0 {
				break
			}
		}
		for a := x.actorStarting(t); a >= 0 && a < len(x.st.Actors) && x.st.Actors[a].First == t; a++ {
			if x.vouched(&x.st.Actors[a]) {
				out = append(out, Ref{x.s, a})
			}
		}
	}
	return out
}

// vouched reports whether an actor is a person for certain: known, of an office,
// or of a given name that others have.
func (x *extractor) vouched(a *annotate.Actor) bool {
	if a.Kind != annotate.Person {
		return false
	}
	return a.Person != nil || a.Office != "" || a.Gender != "" || a.Given && x.lx.World.BeginsAsName(a.Name)
}

func (x *extractor) noteAside(kind AsideKind, c *annotate.Cue, by []Ref, s Stretch) {
	if len(by) > 0 && s.First < s.Last {
		a := Aside{Sentence: x.s, Kind: kind, Stretch: s, By: by, Cue: c}
		if kind == Undertakes {
			a.Promise = x.promised(c)
		}
		x.out.Asides = append(x.out.Asides, a)
	}
}

// unmarked is where a stretch ends without the marks that close its sentence.
func (x *extractor) unmarked(first, last int) int {
	for last > first && !x.d.Toks[last-1].Word && !x.d.Toks[last-1].Number && x.d.InQuote(last-1) < 0 {
		last--
	}
	return last
}
