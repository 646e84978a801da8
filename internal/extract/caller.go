package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// caller takes who makes a call or sends a letter: the subject of a verb that
// says so, or whom it comes from ("a call from the president").
func (x *extractor) caller(k *Candidate) {
	switch arg := k.Cue.Arg("initiator"); {
	case arg == "" || len(k.Initiators) > 0:
	case arg == "object":
		k.Initiators = x.besideSubject(k)
	default:
		k.Initiators = x.author(k, x.verbAt(k.Cue.At))
	}
	if k.Noun && len(k.Initiators) == 0 && k.InitiatorCue == nil && (k.Kind == "call" || k.Kind == "letter") {
		k.Initiators = x.sender(k)
	}
}

// author returns who does what a verb tells: its subject, else the only one who takes part
// and is not addressed.
func (x *extractor) author(k *Candidate, v *annotate.VerbGroup) []Ref {
	if v == nil {
		return nil
	}
	if v.Passive {
		return x.agent(v)
	}
	if refs := x.subject(v); len(refs) > 0 {
		return refs
	}
	if len(k.Participants) == 1 && k.Participants[0].Sentence == x.s && x.st.Actors[k.Participants[0].Actor].Rels == 0 {
		return []Ref{k.Participants[0].Ref}
	}
	return nil
}

// besideSubject returns who takes part besides the subject of the verb of a contact.
func (x *extractor) besideSubject(k *Candidate) []Ref {
	v := x.verbAt(k.Cue.At)
	if v == nil {
		return nil
	}
	own := x.subject(v)
	var out []Ref
	for _, p := range k.Participants {
		if !slices.Contains(own, p.Ref) {
			out = append(out, p.Ref)
		}
	}
	return out
}

// sender returns whom a call or a letter that a noun names comes from: who is said to be
// its author, or else who has it sent to somebody.
func (x *extractor) sender(k *Candidate) []Ref {
	var from, to, rest []Ref
	carried := slices.ContainsFunc(k.Participants, func(p Participant) bool {
		return p.Sentence == x.s && x.st.Actors[p.Actor].Last <= k.Cue.First
	})
	for _, p := range k.Participants {
		if p.Sentence != x.s {
			continue
		}
		a := &x.st.Actors[p.Actor]
		behind := a.First >= k.Cue.Last
		sent := a.Rels.Has(language.From) && !a.Rels.Has(language.Of) || a.Rels.Has(language.Of) && (k.Kind == "letter" || carried) // "a letter of X", "a reçu un appel de X"
		switch {
		case a.Addressed() && (behind || k.Kind == "letter"):
			to = append(to, p.Ref)
		case behind && sent:
			from = append(from, p.Ref)
		case !behind || a.Rels == 0:
			rest = append(rest, p.Ref)
		}
	}
	switch v, _ := x.carrier(k); {
	case len(from) > 0:
		return from
	case v != nil && k.Kind == "letter" && x.sends(v): // "sent B a letter"
		return slices.DeleteFunc(x.author(k, v), func(ref Ref) bool { return !k.joins(ref) })
	case len(to) > 0: // "in a letter to X, Y said"
		return rest
	}
	return nil
}

// sends reports whether a verb tells that its subject sends or hands over something.
func (x *extractor) sends(v *annotate.VerbGroup) bool {
	return slices.ContainsFunc(x.st.Cues, func(c annotate.Cue) bool {
		return c.At >= v.First && c.At < v.Last && (c.Sense() == language.Light && c.Entry.Cue.Is("give") || c.Sense() == language.Contact && c.Arg("frame") == "send")
	})
}

// joins reports whether somebody takes part in a contact.
func (k *Candidate) joins(ref Ref) bool {
	return slices.ContainsFunc(k.Participants, func(p Participant) bool { return p.Ref == ref })
}
