package resolve

import (
	"maps"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/record"
)

// account gathers what one source asserts of a contact.
type account struct {
	side    string
	chain   []record.Source
	asserts []record.Assertion
	// reported are the chains, of the side or this one, that tell that the contact took
	// place or will, and do not only speak of it.
	reported [][]record.Source
}

// origin is the source of a mention: the speaker whose words it stands in, the
// source its sentence is attributed to, or the one that the next sentence names
// for it ("This was reported by the ministry").
func (r *reader) origin(m *mention) (side string, chain []record.Source) {
	var told *statement // the narrowest that holds it
	for _, s := range r.statementsOver(m.Sentence) {
		if m.Cue.First < s.first-1 || m.Cue.Last > s.last || len(s.speakers) != 1 || s.deed() {
			continue
		}
		if told == nil || s.last-s.first < told.last-told.first {
			told = s
		}
	}
	if told != nil {
		return told.speakers[0].country(), append(append(chain, told.via...), r.source(&told.speakers[0]))
	}
	if reps := r.reportsIn(m.Sentence); len(reps) > 0 {
		return r.reportOf(&reps[0])
	}
	for i, reps := 0, r.reportsIn(m.Sentence+1); i < len(reps); i++ {
		if r.onlyReports(&reps[i]) {
			return r.reportOf(&reps[i])
		}
	}
	return "", nil
}

// reportOf is the chain of a report, and the side of its last source.
func (r *reader) reportOf(rep *extract.Report) (side string, chain []record.Source) {
	for _, ref := range rep.Chain {
		for _, e := range r.known(ref) {
			if src := r.source(&e); src.Name != "" {
				chain = append(chain, src)
			}
			if c := e.country(); c != "" {
				side = c
			}
		}
	}
	return side, chain
}

// known returns who a source is bound to: nobody for one the text brings in
// without a name ("according to a diplomat").
func (r *reader) known(ref extract.Ref) []entity {
	if r.unnamed(ref) {
		return nil
	}
	es := r.refs([]extract.Ref{ref})
	if r.staff(ref) {
		return r.officesOf(es)
	}
	return es
}

// brief is the most tokens of a sentence that only names a source.
const brief = 30

// onlyReports reports whether a sentence does no more than name the source of
// what stands before it.
func (r *reader) onlyReports(rep *extract.Report) bool {
	st := &r.d.Sentences[rep.Sentence]
	if st.Last-st.First > brief || len(r.candidatesIn(rep.Sentence)) > 0 {
		return false
	}
	return !slices.ContainsFunc(r.speechesIn(rep.Sentence), func(sp extract.Speech) bool { return sp.QuoteFrom >= 0 })
}

// accounts builds the accounts of a contact, one per side or chain, and its
// evidence list.
func (r *reader) accounts(c *contact, ev *evidenceList) []*account {
	byKey := map[string]*account{}
	var out []*account
	find := func(side string, chain []record.Source) *account {
		if len(chain) == 0 || chain[len(chain)-1].Name == "" {
			return nil
		}
		if c.roles.of(side) == "" {
			side = ""
		}
		key := side
		if key == "" {
			key = chainKey(chain)
		}
		if byKey[key] == nil {
			byKey[key] = &account{side: side, chain: chain}
			out = append(out, byKey[key])
		}
		return byKey[key]
	}
	for _, m := range c.mentions {
		side, chain := r.origin(m)
		if a := find(side, chain); a != nil {
			if !r.d.Sentences[m.Sentence].Title && !r.remarks(c, m, &chain[len(chain)-1]) {
				a.reported = append(a.reported, chain)
			}
			r.asserts(c, m, a, ev)
			if s := r.denial(m); s != nil && m.disclaims == nil { // "reports of a meeting were denied by"
				a.denies(ev.add(evidence{"status", m.Cue.First, m.Cue.Last, s.sp.Cue.Entry.Rule(r.lx.Pack.Code)}))
			}
		}
	}
	for _, t := range r.readouts[c] {
		if a := find(t.side, t.chain); a != nil {
			a.reported = append(a.reported, t.chain)
		}
	}
	return out
}

// denial returns the statement that denies what a mention tells of, nil for none.
func (r *reader) denial(m *mention) *statement {
	for _, s := range r.statementsIn(m.Sentence) {
		if s.act == "deny" && s.sp.Cue != nil && len(s.speakers) == 1 && m.Cue.First >= max(s.first, s.sp.ActFrom)-1 && m.Cue.Last <= s.last {
			return s
		}
	}
	return nil
}

// denies makes an account one that denies the contact.
func (a *account) denies(at int) {
	kept := a.asserts[:0]
	for _, as := range a.asserts {
		if as.Field != "status" {
			kept = append(kept, as)
		}
	}
	a.asserts = append(kept, record.Assertion{Field: "status", Value: "denied", Evidence: []int{at}})
}

// remarks reports whether the source of a mention is somebody who took part and
// only comes back to the contact: "it was a good meeting".
func (r *reader) remarks(c *contact, m *mention, s *record.Source) bool {
	if !m.Noun || len(m.order) >= 2 && !m.Generic && !m.Definite {
		return false
	}
	for i := range c.entities {
		if e := &c.entities[i]; e.isPerson() && r.display(e) == s.Name {
			return true
		}
	}
	return false
}

// accountRecords makes the records of accounts.
func accountRecords(accounts []*account) []record.Account {
	out := make([]record.Account, 0, len(accounts))
	for _, a := range accounts {
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
	if m.disclaims != nil { // of what the other tells, only who asked is denied
		return
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
	for _, h := range r.topicsIn(c, m.Sentence, m.First, m.Last) {
		add("topics", h.Entry.ID, h.First, h.Last, h.Entry.Rule(code))
	}
}

// differ compares the accounts of a contact's sides and returns the fields on
// which two sides assert different things.
func (r *reader) differ(id string, accounts []record.Account) ([]string, []record.Divergence) {
	if len(accounts) < 2 {
		return nil, nil
	}
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
		if !r.diverge(field, values) {
			continue
		}
		fields = append(fields, field)
		d := record.Divergence{Contact: id, Field: field}
		for _, side := range slices.Sorted(maps.Keys(values)) {
			sort.Strings(values[side])
			d.Sides = append(d.Sides, record.Says{Side: side, Says: strings.Join(values[side], ", "), Evidence: at[side]})
		}
		out = append(out, d)
	}
	return fields, out
}

// diverge reports whether two sides assert values that cannot both be true.
func (r *reader) diverge(field string, values map[string][]string) bool {
	sides := slices.Sorted(maps.Keys(values))
	for i := range sides {
		for j := i + 1; j < len(sides); j++ {
			agree := false
			for _, x := range values[sides[i]] {
				for _, y := range values[sides[j]] {
					agree = agree || r.compatible(field, x, y)
				}
			}
			if !agree && (field != "topics" || len(values[sides[i]]) > 1 && len(values[sides[j]]) > 1) {
				return true
			}
		}
	}
	return false
}

// compatible reports whether two values of a field may both hold: what was
// proposed may be planned or refused, a city lies in its country, days on either side of
// midnight are one.
func (r *reader) compatible(field, x, y string) bool {
	if x == y {
		return true
	}
	switch field {
	case "status":
		off := func(s string) bool { return s == "denied" || s == "cancelled" }
		return off(x) == off(y) || x == "proposed" || y == "proposed"
	case "place":
		a, b := r.landOf(x), r.landOf(y)
		return a != "" && a == b && (r.world.Places[x] == nil || r.world.Places[y] == nil)
	case "date":
		return overlap(x, y)
	}
	return false
}

// landOf is the code of the country that a place, or a state by name, is in.
func (r *reader) landOf(name string) string {
	if p := r.world.Places[name]; p != nil {
		return p.Country
	}
	for id, s := range r.world.States {
		if s.Name == name {
			return id
		}
	}
	return ""
}

// overlap reports whether two intervals of days, "from/to" or one day, have a
// day in common or next to each other.
func overlap(x, y string) bool {
	ends := func(s string) (time.Time, time.Time) {
		from, to, two := strings.Cut(s, "/")
		if !two {
			to = from
		}
		a, _ := time.Parse(time.DateOnly, from)
		b, _ := time.Parse(time.DateOnly, to)
		return a, b
	}
	a, b := ends(x)
	c, d := ends(y)
	return !c.After(b.AddDate(0, 0, 1)) && !a.After(d.AddDate(0, 0, 1))
}
