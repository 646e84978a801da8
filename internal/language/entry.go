package language

import (
	"fmt"
	"strings"

	"github.com/parley-news/parley/internal/phrase"
)

// Kind says what a form names.
type Kind uint8

// The closed kinds of form, one per data file and column.
const (
	Cue Kind = iota
	StateName
	StateAdjective
	StatePeople
	StatePrefix
	Seat
	OrgName
	OrgAdjective
	Institution
	Office
	Honorific
	Place
	Outlet
	Topic
	Group
	Function // words of the grammar: relations, pronouns, conjunctions
)

// Paper is the general kind of institution that stands for what a side has issued ("the
// Chilean statement"): it speaks for its state and takes part in nothing.
const Paper = "@paper"

// Entry is one form with its meaning.
type Entry struct {
	Kind Kind
	Form string
	// Parsed is the form as read, until a lexicon has taken it over.
	Parsed phrase.Form
	// ID is the state, organisation, institution ("@kind" when generic),
	// office, place, outlet or topic that the form names.
	ID string
	// Only limits the meaning to these states or organisations.
	Only []string
	// Cue is set for cues.
	Cue *CueEntry
	// File and Line say where the form stands.
	File string
	Line int
}

// Rule names the entry as the rule behind a value: "fr: contact rencontr*", for a topic
// with the topic: "fr: energy gazoduc*". A form with alternatives is named by the first
// of each.
func (e *Entry) Rule(lang string) string {
	form := e.Form
	if strings.Contains(form, "|") {
		form = firstWays(form)
	}
	switch {
	case e.Cue != nil:
		return lang + ": " + string(e.Cue.Sense) + " " + form
	case e.Kind == Topic:
		return lang + ": " + e.ID + " " + form
	}
	return lang + ": " + form
}

// Sense is what a cue tells the extractor.
type Sense string

// The closed senses of cues; docs/languages.md describes each.
const (
	Contact     Sense = "contact"
	Mode        Sense = "mode"
	Step        Sense = "step"
	Light       Sense = "light"
	Speech      Sense = "speech"
	According   Sense = "according"
	Citing      Sense = "citing"
	Reports     Sense = "reports"
	Initiator   Sense = "initiator"
	Counterpart Sense = "counterpart"
	Both        Sense = "both"
	TopicOf     Sense = "topic"
	Commit      Sense = "commit"
	Former      Sense = "former"
	Acting      Sense = "acting"
	Home        Sense = "home"
	Background  Sense = "background"
	Occasion    Sense = "occasion"
	Mediator    Sense = "mediator"
	Silence     Sense = "silence"
	Company     Sense = "company"
	NoContact   Sense = "no-contact"
	Sport       Sense = "sport"
	Act         Sense = "act"
	Contrast    Sense = "contrast"
	Untrue      Sense = "untrue"
)

// senses lists, for each sense, the arguments its cues may have.
var senses = map[Sense][]string{
	Contact: {"kind", "frame", "summit", "generic", "step", "initiator", "persons", "joint", "spoken", "met", "dated", "numbered", "begins"}, Mode: {"kind"},
	Step: {"step", "initiator", "scope", "begins", "doubt", "alone", "present"}, Light: {"gather", "give", "attend", "take"}, Speech: {"act", "frame", "then", "claims", "counters"},
	According: {"kind", "bare"}, Citing: {"dir"}, Reports: nil, Initiator: {"dir"}, Counterpart: {"owned"}, Both: {"rank"},
	TopicOf: {"frame"}, Commit: nil, Former: nil, Acting: nil, Home: nil, Background: {"counted"}, Occasion: {"itself"},
	Mediator: {"dir"}, Silence: nil, Company: {"dir"}, NoContact: {"unconfirmed"}, Sport: nil, Act: {"act"}, Contrast: {"version", "turn", "opens", "undated"}, Untrue: nil,
}

// CueEntry is the meaning of a cue.
type CueEntry struct {
	Sense Sense
	// POS is NOUN, VERB, ADJ, ADV or ANY.
	POS  string
	Args Args
}

// Args are the arguments of a cue: few, so that looking through them costs less
// than any table.
type Args []Arg

// Arg is one argument.
type Arg struct{ Name, Value string }

// Find returns an argument.
func (as Args) Find(name string) (value string, ok bool) {
	for i := range as {
		if as[i].Name == name {
			return as[i].Value, true
		}
	}
	return "", false
}

// Get returns the value of an argument, "" for one that is not there.
func (as Args) Get(name string) string {
	value, _ := as.Find(name)
	return value
}

// Is reports whether the cue carries a flag.
func (c *CueEntry) Is(flag string) bool { _, ok := c.Args.Find(flag); return ok }

func parseArgs(sense Sense, s string) (Args, error) {
	allowed, ok := senses[sense]
	if !ok {
		return nil, fmt.Errorf("%w: unknown sense %q", ErrPack, sense)
	}
	if s == "" {
		return nil, nil
	}
	args := make(Args, 0, strings.Count(s, " ")+1)
	for f := range strings.FieldsSeq(s) {
		k, v, _ := strings.Cut(f, "=")
		known := false
		for _, a := range allowed {
			known = known || a == k
		}
		if !known {
			return nil, fmt.Errorf("%w: the sense %s takes no %q", ErrPack, sense, k)
		}
		if _, twice := args.Find(k); twice {
			return nil, fmt.Errorf("%w: %q stands twice", ErrPack, k)
		}
		args = append(args, Arg{k, v})
	}
	return args, nil
}

// firstWays leaves the first of all ways that stand in a place of a form.
func firstWays(form string) string {
	words := strings.Fields(form)
	for i, w := range words {
		first, rest, more := strings.Cut(w, "|")
		if more && strings.HasSuffix(rest, ")") {
			first += ")"
		}
		words[i] = first
	}
	return strings.Join(words, " ")
}
