package resolve

import (
	"slices"
	"strings"

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
		if own := r.issuer(); own != nil && len(chain) == 0 {
			if a := find(own.side, own.chain); a != nil {
				r.asserts(c, m, a, ev)
			}
			continue
		}
		if a := find(side, chain); a != nil {
			announced := len(m.Announcers) > 0 // by one who takes part, and is no source of it
			if !r.d.Sentences[m.Sentence].Title && !announced && !r.remarks(c, m, &chain[len(chain)-1]) {
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
	for _, s := range r.words[c] {
		side, chain := r.voice(s)
		if a := find(side, chain); a != nil {
			r.says(c, s, a, ev)
		}
	}
	if own := r.issuer(); own != nil {
		for _, sp := range r.spans(c) {
			if a := find(own.side, own.chain); a != nil {
				r.raises(c, sp, a, ev)
			}
		}
	}
	return out
}

// says adds to an account what a statement of its side says of a contact: its topics, and
// where it does not name the contact, its words.
func (r *reader) says(c *contact, s *statement, a *account, ev *evidenceList) {
	named := false
	for n := r.begins(s.sp); n <= s.until; n++ {
		st := &r.d.Sentences[n]
		r.raises(c, span{sentence: n, first: max(s.first, st.First), last: min(s.last, st.Last)}, a, ev)
		named = named || slices.ContainsFunc(r.joinedIn(n), func(j joining) bool { return j.c == c && s.first <= j.m.Cue.First && j.m.Cue.Last <= s.last })
	}
	if !named && a.side != "" {
		first, last := r.saying(s)
		a.assert(ev, record.Assertion{Field: "claim", Value: r.d.Words(first, last)}, evidence{"claim", first, last, r.lx.Pack.Code + ": claim"})
	}
}

// raises adds the topics of a stretch to an account.
func (r *reader) raises(c *contact, sp span, a *account, ev *evidenceList) {
	if sp.first >= sp.last {
		return
	}
	for _, h := range r.topicsIn(c, sp.sentence, sp.first, sp.last) {
		if sp.form(h.Entry.ID) || h.Entry.ID == "bilateral-relations" && !r.amongStates(c) {
			continue
		}
		a.assert(ev, record.Assertion{Field: "topics", Value: h.Entry.ID}, evidence{"topics", h.First, h.Last, h.Entry.Rule(r.lx.Pack.Code)})
	}
}

// assert adds a value with its evidence to an account, once.
func (a *account) assert(ev *evidenceList, as record.Assertion, e evidence) {
	at := ev.add(e)
	for i := range a.asserts {
		if a.asserts[i].Field == as.Field && a.asserts[i].Value == as.Value {
			return
		}
	}
	as.Evidence = []int{at}
	a.asserts = append(a.asserts, as)
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
		a.assert(ev, record.Assertion{Field: field, Value: value}, evidence{field, first, last, rule})
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
	if d := m.lasted(); d != nil {
		value := d.MinISO
		if d.MaxISO != d.MinISO {
			value += "/" + d.MaxISO
		}
		add("duration", value, d.First, d.Last, code+": duration")
	}
	r.raises(c, span{sentence: m.Sentence, first: m.First, last: m.Last, cue: m.Cue}, a, ev)
}
