package resolve

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strconv"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/codes"
	"github.com/parley-news/parley/record"
)

// evidenceList collects the evidence of one contact without repeating it.
type evidenceList struct {
	d    *annotate.Document
	list []record.Evidence
	at   map[evidenceKey]int
}

// fewEvidence is up to how much of it is looked through rather than looked up.
const fewEvidence = 32

// evidenceKey tells evidence apart. Two topics can rest on the same words.
type evidenceKey struct {
	field, topic string
	start, end   int
}

func keyOf(e *record.Evidence) evidenceKey {
	k := evidenceKey{field: e.Field, start: e.Start, end: e.End}
	if e.Field == "topics" {
		k.topic = e.Rule
	}
	return k
}

func (l *evidenceList) add(e evidence) int {
	start, end := l.d.Bytes(e.first, max(e.last, e.first+1))
	rec := record.Evidence{Field: e.field, Start: start, End: end, Text: l.d.Text[start:end], Rule: e.rule}
	key := keyOf(&rec)
	if l.at == nil {
		for i := range l.list {
			if keyOf(&l.list[i]) == key {
				return i
			}
		}
		if len(l.list) == fewEvidence {
			l.at = map[evidenceKey]int{}
			for i := range l.list {
				l.at[keyOf(&l.list[i])] = i
			}
		}
	}
	if i, ok := l.at[key]; ok {
		return i
	}
	if l.at != nil {
		l.at[key] = len(l.list)
	}
	if l.list == nil {
		l.list = make([]record.Evidence, 0, 8)
	}
	l.list = append(l.list, rec)
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
	for i := range r.silences {
		if q := &r.silences[i]; ids[q.of] != "" {
			out.OnlyOneSide = append(out.OnlyOneSide, r.silenceRecord(q, ids[q.of]))
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

// statementRecord writes a statement down, with the contacts it is about by their
// ids.
func (r *reader) statementRecord(s *statement, ids map[*contact]string, used map[string]bool) record.Statement {
	first, last := r.wording(s)
	start, end := r.d.Bytes(first, last)
	out := record.Statement{
		ID: r.uniqueID(start, end, used), Speaker: r.speaker(s.speakers), Kind: "indirect", Act: s.act,
		Start: start, End: end, Text: r.d.Text[start:end], Via: r.chain(s.via),
		Addressees: []record.Actor{}, Topics: r.topicsOf(s), About: []record.Actor{}, Contacts: []string{},
		Codes: codes.Act(s.act), Evidence: []record.Evidence{},
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
	if cue := s.sp.Cue; cue != nil {
		a, b := r.d.Bytes(cue.First, cue.Last)
		out.Evidence = append(out.Evidence, record.Evidence{Field: "act", Start: a, End: b, Text: r.d.Text[a:b], Rule: cue.Entry.Rule(r.lx.Pack.Code)})
	}
	r.actorsOf(s, &out)
	if s.sp.When != nil {
		if d := r.lx.Dates.Resolve(*s.sp.When, r.d.Published, false); d.Resolved && !r.dateline(s.sp.Sentence, d) {
			out.Date = r.dateRecord(d)
		}
	}
	for _, c := range s.contacts {
		if ids[c] != "" { // none that only led to another
			out.Contacts = append(out.Contacts, ids[c])
		}
	}
	sort.Strings(out.Contacts)
	return out
}

// actorsOf notes of whom, and to whom, a statement speaks.
func (r *reader) actorsOf(s *statement, out *record.Statement) {
	side := ""
	if len(s.speakers) == 1 {
		side = s.speakers[0].country()
	}
	words := []span{{sentence: s.sp.Sentence, first: s.first, last: s.last}}
	for _, id := range r.statesIn(words, func(id string) bool { return id == side }) {
		out.About = append(out.About, record.Actor{ID: id, Name: r.world.ActorName(id)})
	}
	for _, id := range r.hearers(s, side) {
		out.Addressees = append(out.Addressees, record.Actor{ID: id, Name: r.world.ActorName(id)})
	}
}
