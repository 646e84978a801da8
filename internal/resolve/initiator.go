package resolve

import (
	"slices"

	"github.com/parley-news/parley/record"
)

// initiators returns who asked for a contact, in order of mention; several when
// mentions differ or several asked together. What is said not to have happened,
// nobody asked for.
func (r *reader) initiators(c *contact) ([]string, *mention) {
	var out []string
	var from *mention
	for _, m := range c.mentions {
		if m.disclaims != nil || m.Step == "said-not-to-have-happened" || m.Step == "no-plans" || m.willing() && record.Steps[c.step] != "proposed" {
			continue
		}
		for _, e := range m.initiators {
			id := e.country()
			if id == "" || c.roles.of(id) == "" && len(m.initiators) > 1 {
				continue
			}
			if !slices.Contains(out, id) {
				out = append(out, id)
				from = m
			}
		}
	}
	return out, from
}

// willing reports whether a mention only says that somebody wants the contact or
// is ready for it.
func (m *mention) willing() bool {
	return m.InitiatorCue == nil && m.StepCue != nil && m.StepCue.Arg("initiator") == "willing"
}

// initiatorRecord fills in who asked for a contact, unless sides differ on it
// or several did.
func (r *reader) initiatorRecord(c *contact, out *record.Contact, ev *evidenceList, disputed []string) {
	ids, m := r.initiators(c)
	for _, f := range disputed {
		if f == "initiator" {
			return
		}
	}
	if len(ids) != 1 {
		return
	}
	out.Initiator = &record.Actor{ID: ids[0], Name: r.world.ActorName(ids[0])}
	if m.InitiatorCue != nil {
		ev.add(evidence{"initiator", m.InitiatorCue.First, m.InitiatorCue.Last, m.InitiatorCue.Entry.Rule(r.lx.Pack.Code)})
	}
}
