package extract

import (
	"slices"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/language"
)

// invitationReach is how many words behind an invitation the contact may stand
// that it is to: the guest and where stand between.
const invitationReach = 14

// invites reports whether a cue is an invitation.
func (x *extractor) invites(c *annotate.Cue) bool {
	f := c.Arg("frame")
	return f == "invite" || f == "invitation"
}

// invitedTo returns the contact that an invitation names behind itself, nil when
// it only asks somebody to come: "invited X to hold talks".
func (x *extractor) invitedTo(c *annotate.Cue) *annotate.Cue {
	if !x.invites(c) {
		return nil
	}
	for i := range x.st.Cues {
		o := &x.st.Cues[i]
		if o.Sense() != language.Contact || o.First < c.Last || x.invites(o) || x.inCircumstance(o) || o.Entry.Cue.Is("generic") && !x.asNoun(o) || x.covered(o) {
			continue
		}
		if o.First-c.Last-x.namedIn(c.Last, o.First) > invitationReach {
			return nil
		}
		for t := c.Last; t < o.First; t++ {
			if g := x.verbAt(t); x.relative(t) || x.breaks(t) || g != nil && g.Finite && g.First >= c.Last {
				return nil
			}
		}
		return o
	}
	return nil
}

// inCircumstance reports whether a noun only says on what occasion something was done: "invited
// X during a call".
func (x *extractor) inCircumstance(c *annotate.Cue) bool {
	for i := c.First - 1; i >= x.st.First && x.d.Toks[i].Word; i-- {
		if n := i - x.st.First; x.st.Rels[n] != 0 {
			return x.lx.AdjunctAt(x.d.Toks, x.st.RelFirst[n], x.st.Last) && !x.st.Rels[n].Has(language.To)
		}
	}
	return false
}

// invitationTo returns the invitation in which a contact is what somebody is invited
// to: "an invitation to a summit".
func (x *extractor) invitationTo(k *Candidate) *annotate.Cue {
	for i := range x.st.Cues {
		if c := &x.st.Cues[i]; c.Sense() == language.Contact && c.Last <= k.Cue.First && x.invitedTo(c) == k.Cue {
			return c
		}
	}
	return nil
}

// namedIn counts the words of actors in a stretch.
func (x *extractor) namedIn(from, to int) int {
	n := 0
	for i := range x.st.Actors {
		if a := &x.st.Actors[i]; a.First >= from && a.Last <= to && (i == 0 || x.st.Actors[i-1].First != a.First) {
			n += a.Last - a.First
		}
	}
	return n
}

// invited gives what somebody is invited to do the step of the invitation:
// "invited the king to visit", "renewed an invitation for X to pay a visit".
func (x *extractor) invited(k *Candidate, v *annotate.VerbGroup) {
	for i := range x.st.Cues {
		c := &x.st.Cues[i]
		if c.Sense() != language.Contact || !x.invites(c) || c.Last > v.First || v.First-c.Last > invitationReach {
			continue
		}
		free := true
		for t := c.Last; t < v.First; t++ {
			g := x.verbAt(t)
			free = free && !x.relative(t) && (g == nil || g == v || !g.Finite)
		}
		if free {
			k.Step, k.StepSure = c.Arg("step"), true
			return
		}
	}
}

// inInvitation reports whether a noun only says what a guest is invited to, beside no
// other person: "invited X to the G7 summit". Its day and place are noted with the invitation.
func (x *extractor) inInvitation(k *Candidate) bool {
	to := x.invitationTo(k)
	if !k.Noun || k.Adjunct || len(k.States) > 0 || to == nil {
		return false
	}
	for i := len(x.out.Candidates) - 1; i >= 0 && x.out.Candidates[i].Sentence == x.s; i-- {
		inv := &x.out.Candidates[i]
		if inv.Cue != to || inv.Noun {
			continue
		}
		for _, p := range k.Participants {
			named := x.d.Sentences[p.Sentence].Actors[p.Actor].Kind != annotate.Organisation
			if named && !slices.ContainsFunc(inv.Participants, func(q Participant) bool { return q.Ref == p.Ref }) {
				return false
			}
		}
		if len(inv.Dates) == 0 {
			inv.Dates = k.Dates
		}
		inv.Places = append(inv.Places, k.Places...)
		return true
	}
	return false
}

// explains reports whether an invitation only says why somebody travels: "goes to
// Rome on Monday, invited by the president". It is noted with the visit.
func (x *extractor) explains(k *Candidate) bool {
	v, n := x.verbAt(k.Cue.At), len(x.out.Candidates)-1
	if k.Noun || !x.invites(k.Cue) || v == nil || v.Finite || !v.Passive || n < 0 {
		return false
	}
	visit := &x.out.Candidates[n]
	hosts := x.agent(v)
	if visit.Sentence != x.s || visit.Kind != "visit" || x.invites(visit.Cue) || len(hosts) == 0 || visit.Cue.First > k.Cue.First {
		return false
	}
	if len(visit.Initiators) == 0 {
		visit.Initiators = hosts
		visit.take(hosts, language.PartHost)
	}
	return true
}
