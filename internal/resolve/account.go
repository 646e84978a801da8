package resolve

import (
	"sort"
	"strings"

	"github.com/parley-news/parley/record"
)

// account gathers what one source asserts of a contact.
type account struct {
	side    string
	chain   []record.Source
	asserts []record.Assertion
}

// origin is the source of a mention: the speaker whose words it stands in, or
// the source its sentence is attributed to.
func (r *reader) origin(m *mention) (side string, chain []record.Source) {
	for _, s := range r.statementsIn(m.Sentence) {
		if m.Cue.First < s.first-1 || m.Cue.Last > s.last || len(s.speakers) != 1 {
			continue
		}
		chain = append(append(chain, s.via...), r.source(&s.speakers[0]))
		return s.speakers[0].country(), chain
	}
	for _, rep := range r.reportsIn(m.Sentence) {
		for _, ref := range rep.Chain {
			for _, e := range r.bound[ref.Sentence][ref.Actor] {
				chain = append(chain, r.source(&e))
				if c := e.country(); c != "" {
					side = c
				}
			}
		}
		return side, chain
	}
	return "", nil
}

// accounts builds the accounts of a contact, one per side or chain, and its
// evidence list.
func (r *reader) accounts(c *contact, ev *evidenceList) []record.Account {
	byKey := map[string]*account{}
	var order []string
	for _, m := range c.mentions {
		side, chain := r.origin(m)
		if len(chain) == 0 {
			continue
		}
		if c.roles[side] == "" {
			side = ""
		}
		key := side
		if key == "" {
			key = chainKey(chain)
		}
		a := byKey[key]
		if a == nil {
			a = &account{side: side, chain: chain}
			byKey[key] = a
			order = append(order, key)
		}
		r.asserts(c, m, a, ev)
	}
	out := make([]record.Account, 0, len(order))
	for _, k := range order {
		a := byKey[k]
		acc := record.Account{Chain: a.chain, Asserts: a.asserts}
		if a.side != "" {
			side := a.side
			acc.Side = &side
		}
		if acc.Asserts == nil {
			acc.Asserts = []record.Assertion{}
		}
		out = append(out, acc)
	}
	return out
}

func chainKey(chain []record.Source) string {
	var parts []string
	for _, s := range chain {
		parts = append(parts, s.Name)
	}
	return strings.Join(parts, " > ")
}

// asserts adds what one mention says to an account.
func (r *reader) asserts(c *contact, m *mention, a *account, ev *evidenceList) {
	add := func(field, value string, first, last int, rule string) {
		at := ev.add(evidence{field, first, last, rule})
		for i := range a.asserts {
			if a.asserts[i].Field == field && a.asserts[i].Value == value {
				return
			}
		}
		a.asserts = append(a.asserts, record.Assertion{Field: field, Value: value, Evidence: []int{at}})
	}
	code := r.lx.Pack.Code
	if m.Step != "" {
		add("status", record.Steps[m.Step], m.Cue.First, m.Cue.Last, m.Cue.Entry.Rule(code))
	}
	for _, e := range m.initiators {
		if id := e.country(); id != "" {
			first, last, rule := m.First, m.Last, code+": initiator"
			if m.InitiatorCue != nil {
				first, last, rule = m.InitiatorCue.First, m.InitiatorCue.Last, m.InitiatorCue.Entry.Rule(code)
			}
			add("initiator", id, first, last, rule)
		}
	}
	if d, ok := r.bestDate(m.Candidate); ok {
		value := d.From.Format("2006-01-02")
		if !d.To.Equal(d.From) {
			value += "/" + d.To.Format("2006-01-02")
		}
		add("date", value, d.First, d.Last, code+": date")
	}
	for _, p := range m.Places {
		add("place", r.placeRecord(p).Name, p.First, p.Last, code+": place")
		break
	}
	for _, h := range r.lx.TopicsIn(r.d.Toks, m.First, m.Last) {
		add("topics", h.Entry.ID, h.First, h.Last, h.Entry.Rule(code))
	}
}

// differ compares the accounts of a contact's sides and returns the fields on
// which two sides assert different things.
func (r *reader) differ(id string, accounts []record.Account) ([]string, []record.Divergence) {
	var fields []string
	var out []record.Divergence
	for _, field := range []string{"initiator", "status", "date", "place", "topics"} {
		values := map[string][]string{}
		at := map[string]int{}
		for _, a := range accounts {
			if a.Side == nil {
				continue
			}
			for _, as := range a.Asserts {
				if as.Field == field {
					values[*a.Side] = append(values[*a.Side], as.Value)
					if _, ok := at[*a.Side]; !ok {
						at[*a.Side] = as.Evidence[0]
					}
				}
			}
		}
		if !diverge(field, values) {
			continue
		}
		fields = append(fields, field)
		d := record.Divergence{Contact: id, Field: field}
		for _, side := range keys(values) {
			sort.Strings(values[side])
			d.Sides = append(d.Sides, record.Says{Side: side, Says: strings.Join(values[side], ", "), Evidence: at[side]})
		}
		out = append(out, d)
	}
	return fields, out
}

// diverge reports whether two sides assert different values. Of topics each
// side tells its own choice: only lists with nothing in common differ.
func diverge(field string, values map[string][]string) bool {
	sides := keys(values)
	for i := range sides {
		for j := i + 1; j < len(sides); j++ {
			common := 0
			for _, x := range values[sides[i]] {
				for _, y := range values[sides[j]] {
					if x == y {
						common++
					}
				}
			}
			if common == 0 && (field != "topics" || len(values[sides[i]]) > 1 && len(values[sides[j]]) > 1) {
				return true
			}
		}
	}
	return false
}

func keys[T any](m map[string]T) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
