package resolve

import (
	"slices"
	"sort"

	"github.com/parley-news/parley/internal/extract"
)

// maxBack bounds how many contacts back a mention may refer to, maxPersons how
// many persons back an office without a name: a text that goes on for ever must
// not take ever longer by the line.
const (
	maxBack    = 64
	maxPersons = 512
)

// latest returns the contacts that a mention may refer to.
func (r *reader) latest() []*contact { return r.contacts[max(0, len(r.contacts)-maxBack):] }

// window returns the elements of a list that stand in a sentence; the list is
// in the order of the sentences.
func window[T any](list []T, sentence int, of func(*T) int) []T {
	return reach(list, sentence, sentence, of)
}

// reach returns those that stand in the first of some sentences to the last.
func reach[T any](list []T, first, last int, of func(*T) int) []T {
	from := sort.Search(len(list), func(i int) bool { return of(&list[i]) >= first })
	to := from
	for to < len(list) && of(&list[to]) <= last {
		to++
	}
	return list[from:to:to]
}

// atHand returns the few that were subjects or objects last, whom a pronoun may stand for.
func (r *reader) atHand() []*entity {
	const few = 4
	return r.salient[max(0, len(r.salient)-few):]
}

func (r *reader) speechesIn(s int) []extract.Speech {
	return window(r.found.Speeches, s, func(x *extract.Speech) int { return x.Sentence })
}

// longestQuote is over how many further sentences a quotation is followed to
// the verb that names its speaker.
const longestQuote = 4

// speechesOver returns the speeches of a sentence and those of the next ones,
// whose quotation may have begun in it.
func (r *reader) speechesOver(s int) []extract.Speech {
	return reach(r.found.Speeches, s, s+longestQuote, func(x *extract.Speech) int { return x.Sentence })
}

func (r *reader) reportsIn(s int) []extract.Report {
	return window(r.found.Reports, s, func(x *extract.Report) int { return x.Sentence })
}

func (r *reader) mattersIn(s int) []extract.Matter {
	return window(r.found.Matters, s, func(x *extract.Matter) int { return x.Sentence })
}

func (r *reader) candidatesIn(s int) []extract.Candidate {
	return window(r.found.Candidates, s, func(x *extract.Candidate) int { return x.Sentence })
}

func (r *reader) statementsIn(s int) []*statement {
	return window(r.statements, s, func(x **statement) int { return (*x).sp.Sentence })
}

// statementsOver returns the statements that a sentence is part of: its own, those
// of the sentences around whose quotation may run over it.
func (r *reader) statementsOver(s int) []*statement {
	own := r.statementsIn(s)
	all := reach(r.statements, s-longestQuote, s+longestQuote, func(x **statement) int { return (*x).sp.Sentence })
	if len(all) == len(own) {
		return own
	}
	out := append(make([]*statement, 0, len(all)), own...)
	for _, x := range all {
		if x.sp.Sentence != s {
			out = append(out, x)
		}
	}
	return out
}

// joining is a mention with the contact it went to.
type joining struct {
	m *mention
	c *contact
}

func (r *reader) joinedIn(s int) []joining {
	return window(r.joinings, s, func(x *joining) int { return x.m.Sentence })
}

// owns reports whether a candidate is a mention of a contact.
func (r *reader) owns(c *contact, k *extract.Candidate) bool {
	for _, j := range r.joinedIn(k.Sentence) {
		if j.c == c && j.m.Candidate == k {
			return true
		}
	}
	return false
}

// once adds a word to a list that does not have it.
func once(list []string, word string) []string {
	if word == "" || slices.Contains(list, word) {
		return list
	}
	return append(list, word)
}

// note keeps what later mentions are held against: the kinds, the places and the days
// a contact was given, each once.
func (r *reader) note(c *contact, m *mention) {
	r.joinings = append(r.joinings, joining{m, c})
	c.kinds, c.towns, c.lands = once(c.kinds, m.Kind), once(c.towns, r.town(m)), once(c.lands, r.land(m))
	d, ok := r.bestDate(m.Candidate)
	for i := range c.days {
		ok = ok && !(c.days[i].from.Equal(d.From) && c.days[i].to.Equal(d.To))
	}
	if ok {
		c.days = append(c.days, interval{d.From, d.To})
	}
}
