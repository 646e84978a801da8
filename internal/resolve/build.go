package resolve

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/record"
)

// evidenceList collects the evidence of one contact without repeating it.
type evidenceList struct {
	d    *annotate.Document
	list []record.Evidence
	at   map[evidenceKey]int
}

type evidenceKey struct {
	field      string
	start, end int
}

func (l *evidenceList) add(e evidence) int {
	start, end := l.d.Toks[e.first].Start, l.d.Toks[max(e.last-1, e.first)].End
	key := evidenceKey{e.field, start, end}
	if i, ok := l.at[key]; ok {
		return i
	}
	if l.at == nil {
		l.at = map[evidenceKey]int{}
	}
	l.at[key] = len(l.list)
	l.list = append(l.list, record.Evidence{Field: e.field, Start: start, End: end, Text: l.d.Text[start:end], Rule: e.rule})
	return len(l.list) - 1
}

// hashID is the id of a contact or a statement: a hash of the document's id and
// the span of its main evidence.
func hashID(doc string, start, end, n int) string {
	var buf [128]byte
	of := append(buf[:0], doc...)
	for _, part := range [...]int{start, end, n} {
		of = strconv.AppendInt(append(of, 0), int64(part), 10)
	}
	h := sha256.Sum256(of)
	return hex.EncodeToString(h[:8])
}

// reading makes the record.
func (r *reader) reading(doc record.Document) record.Reading {
	out := record.Reading{
		Schema: record.Schema, Document: doc,
		Contacts: make([]record.Contact, 0, len(r.contacts)), Statements: make([]record.Statement, 0, len(r.statements)), Divergences: []record.Divergence{},
		OnlyOneSide: []record.OneSided{}, Commitments: []record.Commitment{}, Comments: []record.Comment{}, Warnings: []record.Warning{},
	}
	ids := map[*contact]string{}
	used := map[string]bool{}
	for _, c := range r.contacts {
		rec, div := r.contactRecord(c, used)
		ids[c] = rec.ID
		out.Contacts = append(out.Contacts, rec)
		out.Divergences = append(out.Divergences, div...)
	}
	for i, c := range r.contacts {
		if whole := r.partOf(c); whole != nil && ids[whole] != "" {
			id := ids[whole]
			out.Contacts[i].PartOf = &id
		}
	}
	for _, q := range r.silences {
		if ids[q.of] != "" {
			out.OnlyOneSide = append(out.OnlyOneSide, record.OneSided{Contact: ids[q.of], Field: "claim", Value: q.what, Side: q.side, Silent: []string{q.silent}})
		}
	}
	out.Commitments = append(out.Commitments, r.commitments...)
	for _, s := range r.statements {
		out.Statements = append(out.Statements, r.statementRecord(s, ids, used))
	}
	sort.SliceStable(out.Statements, func(i, j int) bool { return out.Statements[i].Start < out.Statements[j].Start })
	return out
}

func (r *reader) uniqueID(start, end int, used map[string]bool) string {
	for n := 0; ; n++ {
		if id := hashID(r.docID, start, end, n); !used[id] {
			used[id] = true
			return id
		}
	}
}

func (r *reader) contactRecord(c *contact, used map[string]bool) (record.Contact, []record.Divergence) {
	head := c.head()
	code := r.lx.Pack.Code
	ev := &evidenceList{d: r.d}
	ev.add(evidence{"kind", head.Cue.First, head.Cue.Last, head.Cue.Entry.Rule(code)})
	start, end := r.d.Toks[head.Cue.First].Start, r.d.Toks[head.Cue.Last-1].End
	out := record.Contact{
		ID: r.uniqueID(start, end, used), Kind: c.kind, Mode: "direct", Step: c.step, Status: record.Steps[c.step],
		Parties: []record.Party{}, Groups: []string{}, People: []record.Person{}, About: []record.Actor{},
		ReportedBy: [][]record.Source{}, Disputed: []string{}, Main: r.isMain(c),
	}
	for _, m := range c.mentions {
		if m.StepCue != nil && m.Step == c.step {
			ev.add(evidence{"status", m.StepCue.First, m.StepCue.Last, m.StepCue.Entry.Rule(code)})
		}
		if len(m.Mediators) > 0 {
			out.Mode = "indirect"
			for _, e := range r.refs(m.Mediators) {
				if id := e.country(); id != "" && c.roles[id] == "" {
					c.roles[id] = "mediator"
					c.order = append(c.order, id)
				}
			}
		}
	}
	r.partyRecords(c, &out, ev)
	out.Summit = c.summit || r.heads(c)
	if date, m, d := r.date(c); date != nil {
		out.Date = date
		ev.add(evidence{"date", d.First, d.Last, code + ": date"})
		_ = m
	}
	if place, p := r.place(c); place != nil {
		out.Place = place
		ev.add(evidence{"place", p.First, p.Last, code + ": place"})
	}
	r.duration(c, &out, ev)
	topics, tev := r.topics(c)
	out.Topics = topics
	if topics == nil {
		out.Topics = []string{}
	}
	for _, e := range tev {
		ev.add(e)
	}
	for _, id := range r.about(c) {
		out.About = append(out.About, record.Actor{ID: id, Name: r.world.ActorName(id)})
	}
	accounts := r.accounts(c, ev)
	out.Accounts = accountRecords(accounts)
	r.reportedBy(c, accounts, &out)
	if s := r.outcomes[c]; s != nil {
		first, last := r.wording(s)
		for ; last > first+1 && !r.d.Toks[last-1].Word && !r.d.Toks[last-1].Number; last-- {
		}
		text := r.d.Words(first, last)
		out.Outcome = &text
		ev.add(evidence{"outcome", first, last, s.sp.Cue.Entry.Rule(code)})
	}
	fields, div := r.differ(out.ID, out.Accounts)
	if d := r.disclaims(c, &out, ev); d != nil && !slices.Contains(fields, "initiator") {
		fields, div = append(fields, "initiator"), append(div, *d)
	}
	if d := r.claims(c, out.ID, ev); d != nil && len(fields) == 0 {
		fields, div = append(fields, "claim"), append(div, *d)
	}
	out.Disputed = append(out.Disputed, fields...)
	r.initiatorRecord(c, &out, ev, fields)
	out.Codes = contactCodes(out.Kind, out.Status)
	out.Evidence = ev.list
	return out, div
}

func (r *reader) partyRecords(c *contact, out *record.Contact, ev *evidenceList) {
	for _, id := range c.sortedParties() {
		kind := "state"
		if r.world.Organisations[id] != nil && r.world.States[id] == nil {
			kind = "organisation"
		}
		out.Parties = append(out.Parties, record.Party{ID: id, Name: r.world.ActorName(id), Type: kind, Role: c.roles[id]})
	}
	for i := range c.entities {
		e := &c.entities[i]
		if e.group != "" {
			out.Groups = append(out.Groups, e.group)
			continue
		}
		if !e.isPerson() || !r.vouched(e) {
			continue
		}
		p := record.Person{Name: r.display(e), Role: "principal", As: e.as, Inferred: e.inferred && !r.namedHere(e)}
		if e.person != nil && e.person.Native != "" {
			native := e.person.Native
			p.Native = &native
		}
		if id := e.country(); id != "" {
			p.Country = &id
		}
		if e.office != "" {
			office := e.office
			p.Office = &office
		}
		out.People = append(out.People, p)
	}
	sort.Strings(out.Groups)
}

// heads reports whether heads of state or government meet: one at least of two
// parties, in person or on a screen.
func (r *reader) heads(c *contact) bool {
	if c.kind != "meeting" && c.kind != "talks" && c.kind != "visit" && c.kind != "video" {
		return false
	}
	of := map[string]bool{}
	for i := range c.entities {
		e := &c.entities[i]
		if o := r.world.Offices[e.office]; o != nil && o.Summit && !e.former {
			of[e.country()] = true
		}
	}
	return len(of) >= 2
}

func (r *reader) duration(c *contact, out *record.Contact, ev *evidenceList) {
	for _, m := range c.mentions {
		for i := range m.Durations {
			d := &m.Durations[i]
			if long(d.MinISO) || long(d.MaxISO) {
				continue
			}
			rec := &record.Duration{Text: r.d.Words(d.First, d.Last)}
			if d.MinISO != "" {
				rec.Min = &d.MinISO
			}
			if d.MaxISO != "" {
				rec.Max = &d.MaxISO
			}
			out.Duration = rec
			ev.add(evidence{"duration", d.First, d.Last, r.lx.Pack.Code + ": duration"})
			return
		}
	}
}

func (r *reader) statementRecord(s *statement, ids map[*contact]string, used map[string]bool) record.Statement {
	first, last := r.wording(s)
	start, end := r.d.Toks[first].Start, r.d.Toks[last-1].End
	out := record.Statement{
		ID: r.uniqueID(start, end, used), Speaker: r.speaker(s.speakers), Kind: "indirect", Act: s.act,
		Start: start, End: end, Text: r.d.Text[start:end], Via: s.via,
		Addressees: []record.Actor{}, Topics: []string{}, About: []record.Actor{}, Contacts: []string{},
		Codes: record.Codes{CAMEO: actCodes[s.act]}, Evidence: []record.Evidence{},
	}
	if out.Via == nil {
		out.Via = []record.Source{}
	}
	if s.quoted {
		out.Kind = "quote"
		quote := out.Text
		if !s.sp.Turn {
			q := r.d.Quotes[s.sp.QuoteFrom]
			quote = r.d.Text[q.Start:q.End]
		}
		out.Quote = &quote
	}
	if s.sp.Cue != nil {
		a, b := r.d.Toks[s.sp.Cue.First].Start, r.d.Toks[s.sp.Cue.Last-1].End
		out.Evidence = append(out.Evidence, record.Evidence{Field: "act", Start: a, End: b, Text: r.d.Text[a:b], Rule: s.sp.Cue.Entry.Rule(r.lx.Pack.Code)})
	}
	out.Topics = r.topicsOf(s)
	side := ""
	if len(s.speakers) == 1 {
		side = s.speakers[0].country()
	}
	for _, id := range r.statesIn([]span{{sentence: s.sp.Sentence, first: s.first, last: s.last}}, func(id string) bool { return id == side }) {
		out.About = append(out.About, record.Actor{ID: id, Name: r.world.ActorName(id)})
	}
	for _, id := range r.hearers(s, side) {
		out.Addressees = append(out.Addressees, record.Actor{ID: id, Name: r.world.ActorName(id)})
	}
	if s.sp.When != nil {
		if d := r.lx.Dates.Resolve(*s.sp.When, r.d.Published, false); d.Resolved && !r.dateline(s.sp.Sentence, d) {
			out.Date = r.dateRecord(d)
		}
	}
	for _, c := range s.contacts {
		out.Contacts = append(out.Contacts, ids[c])
	}
	sort.Strings(out.Contacts)
	return out
}

// long reports whether an ISO 8601 duration counts months or years: what lasts
// so long in a text is something else than a contact.
func long(iso string) bool {
	days, _, _ := strings.Cut(iso, "T")
	return strings.ContainsAny(days, "YM")
}
