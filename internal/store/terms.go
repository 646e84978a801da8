package store

import (
	"cmp"
	"context"
	"encoding/binary"
	"maps"
	"slices"

	"github.com/parley-news/parley/internal/text"
	"github.com/parley-news/parley/record"
)

// The facets by which entries are looked for, and statements where they have them.
const (
	facetParty    = "party"    // of a statement: whom the speaker speaks for
	facetPerson   = "person"   // record.Person.ID, else the name
	facetName     = "name"     // other names of persons
	facetPlace    = "place"    // entries only, as country, kind, status, group
	facetCountry  = "country"  // of the place
	facetKind     = "kind"     //
	facetStatus   = "status"   //
	facetGroup    = "group"    //
	facetMark     = "mark"     // disputed, rejected
	facetAct      = "act"      // statements only, as hearer
	facetHearer   = "hearer"   // whom a statement is addressed to
	facetTopic    = "topic"    //
	facetAbout    = "about"    // record.Actor.ID
	facetOutlet   = "outlet"   //
	facetLanguage = "language" //
)

// term is a value of a facet.
type term struct{ facet, value string }

func compareTerms(a, b term) int {
	return cmp.Or(cmp.Compare(a.facet, b.facet), cmp.Compare(a.value, b.value))
}

// termSet gathers terms, each once; empty values are none.
type termSet map[term]bool

func (t termSet) add(facet string, values ...string) {
	for _, v := range values {
		if v != "" {
			t[term{facet, v}] = true
		}
	}
}

func (t termSet) addPerson(id *string, name string, native *string) {
	who := or(id, name)
	t.add(facetPerson, who)
	for _, n := range []string{name, or(native, "")} {
		if n != who {
			t.add(facetName, n)
		}
	}
}

func or(s *string, otherwise string) string {
	if s == nil {
		return otherwise
	}
	return *s
}

// entryTerms is what an entry is found by.
func entryTerms(e *record.Entry) termSet {
	t := termSet{}
	for _, p := range e.Parties {
		t.add(facetParty, p.ID)
	}
	for _, p := range e.People {
		t.addPerson(p.ID, p.Name, p.Native)
	}
	if e.Place != nil {
		t.add(facetPlace, e.Place.Name)
		t.add(facetCountry, or(e.Place.Country, ""))
	}
	t.add(facetKind, e.Kind)
	t.add(facetStatus, e.Status)
	t.add(facetGroup, e.Groups...)
	t.add(facetTopic, e.Topics...)
	for _, a := range e.About {
		t.add(facetAbout, a.ID)
	}
	for _, m := range e.Members {
		t.add(facetOutlet, or(m.Outlet, ""))
		t.add(facetLanguage, m.Language)
	}
	if len(e.Disputed) > 0 {
		t.add(facetMark, "disputed")
	}
	if e.Rejected {
		t.add(facetMark, "rejected")
	}
	return t
}

// statementTerms is what a statement of a document is found by.
func statementTerms(d *record.Document, s *record.Statement) termSet {
	t := termSet{}
	t.add(facetParty, or(s.Speaker.Country, ""))
	t.addPerson(s.Speaker.ID, s.Speaker.Name, nil)
	t.add(facetAct, s.Act)
	t.add(facetTopic, s.Topics...)
	for _, a := range s.About {
		t.add(facetAbout, a.ID)
	}
	for _, a := range s.Addressees {
		t.add(facetHearer, a.ID)
	}
	t.add(facetOutlet, or(d.Outlet, ""))
	t.add(facetLanguage, d.Language)
	return t
}

// terms numbers the terms of a register and counts how many entries and statements have
// each, within one transaction.
type terms struct {
	ctx context.Context
	*session
	memory *memory
	counts map[int64]*[2]int // changes, of entries and of statements
}

const (
	ofEntries = iota
	ofStatements
)

// numbers returns the numbers of terms, sorted; new ones get one.
func (t *terms) numbers(of termSet) ([]int64, error) {
	out := make([]int64, 0, len(of))
	for _, k := range slices.SortedFunc(maps.Keys(of), compareTerms) {
		id, err := t.number(k)
		if err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	slices.Sort(out)
	return out, nil
}

func (t *terms) number(k term) (int64, error) {
	if id, ok := t.memory.terms.get(k); ok {
		return id, nil
	}
	var id int64
	found, err := t.row(t.ctx, "SELECT id FROM terms WHERE facet = ? AND value = ?", []any{k.facet, k.value}, &id)
	if err == nil && !found {
		id, err = t.insert(t.ctx, "INSERT INTO terms (facet, value, folded, entries, statements) VALUES (?, ?, ?, 0, 0)",
			k.facet, k.value, text.Fold(k.value))
	}
	if err == nil {
		t.memory.terms.put(k, id)
	}
	return id, err
}

// count notes that one more (by is 1) or one less (-1) has a term.
func (t *terms) count(id int64, of, by int) {
	c := t.counts[id]
	if c == nil {
		c = &[2]int{}
		t.counts[id] = c
	}
	c[of] += by
}

// flush writes the counts.
func (t *terms) flush() error {
	for _, id := range slices.Sorted(maps.Keys(t.counts)) {
		c := t.counts[id]
		if *c == [2]int{} {
			continue
		}
		err := t.exec(t.ctx, "UPDATE terms SET entries = entries + ?, statements = statements + ? WHERE id = ?", c[ofEntries], c[ofStatements], id)
		if err != nil {
			return err
		}
	}
	clear(t.counts)
	return nil
}

// packNumbers writes numbers as uvarints.
func packNumbers(ids []int64) []byte {
	out := make([]byte, 0, 3*len(ids))
	for _, id := range ids {
		out = binary.AppendUvarint(out, uint64(id))
	}
	return out
}

// unpackNumbers reads what packNumbers wrote.
func unpackNumbers(packed []byte) []int64 {
	var out []int64
	for len(packed) > 0 {
		id, n := binary.Uvarint(packed)
		if n <= 0 {
			return out
		}
		out, packed = append(out, int64(id)), packed[n:]
	}
	return out
}
