package store

import (
	"slices"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// addSpeech puts in what a document says was said, and what was undertaken.
func (b *batch) addSpeech(document int64, r *record.Reading) error {
	// By its outlet a document is found even where it tells of nothing.
	of := termSet{}
	of.addOutlet(r.Document.Outlet)
	if _, err := b.terms.numbers(of); err != nil {
		return err
	}
	published := day(r.Document.Published)
	for i := range r.Statements {
		if err := b.addStatement(document, r, &r.Statements[i], published); err != nil {
			return err
		}
	}
	for i := range r.Commitments {
		if err := b.addCommitment(document, r, &r.Commitments[i], published); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) addCommitment(document int64, r *record.Reading, c *record.Commitment, published merge.Day) error {
	packed, err := pack(c)
	if err != nil {
		return err
	}
	var due *merge.Day
	if c.Date != nil {
		if d := merge.ParseDay(c.Date.To); d != merge.Unknown {
			due = &d
		}
	}
	actor, err := b.terms.numbers(termSet{{facetParty, c.Who.ID}: {c.Who.Name}})
	if err != nil {
		return err
	}
	return b.exec(b.ctx, "INSERT INTO commitments (document, actor, day, due, contact, record) VALUES (?, ?, ?, ?, ?, ?)",
		document, actor[0], published, due, promised(r, c), packed)
}

// promised returns the contact that a commitment promises: the first that is yet to come,
// is named in the words of the commitment, and in which its actor takes part. It is nil
// when something else is promised.
func promised(r *record.Reading, c *record.Commitment) *string {
	for i := range r.Contacts {
		k := &r.Contacts[i]
		takesPart := slices.ContainsFunc(k.Parties, func(p record.Party) bool { return p.ID == c.Who.ID })
		named := slices.ContainsFunc(k.Evidence, func(e record.Evidence) bool { return e.Field == "kind" && within(c, e.Start, e.End) })
		if takesPart && named && k.Status != "held" && k.Status != "ongoing" {
			return &k.ID
		}
	}
	return nil
}

// within reports whether some words of its document lie within those of a commitment.
func within(c *record.Commitment, start, end int) bool {
	return slices.ContainsFunc(c.Evidence, func(e record.Evidence) bool { return e.Start <= start && end <= e.End })
}

func (b *batch) addStatement(document int64, r *record.Reading, s *record.Statement, published merge.Day) error {
	on := published
	if s.Date != nil {
		if d := merge.ParseDay(s.Date.From); d != merge.Unknown {
			on = d
		}
	}
	ids, err := b.terms.numbers(statementTerms(&r.Document, s))
	if err != nil {
		return err
	}
	packed, err := pack(s)
	if err != nil {
		return err
	}
	id, err := b.insert(b.ctx, "INSERT INTO statements (document, statement, day, terms, record) VALUES (?, ?, ?, ?, ?)",
		document, s.ID, on, packNumbers(ids), packed)
	if err != nil {
		return err
	}
	for _, t := range ids {
		b.terms.count(t, ofStatements, 1)
		if err := b.exec(b.ctx, "INSERT INTO remarks (term, day, statement) VALUES (?, ?, ?)", t, on, id); err != nil {
			return err
		}
	}
	return nil
}

// takeSpeech takes out what addSpeech put in.
func (b *batch) takeSpeech(document int64) error {
	type statement struct {
		id, day int64
		terms   []byte
	}
	var old []statement
	err := b.rows(b.ctx, "SELECT id, day, terms FROM statements WHERE document = ?", []any{document}, func(scan scanner) error {
		var s statement
		if err := scan(&s.id, &s.day, &s.terms); err != nil {
			return err
		}
		old = append(old, s)
		return nil
	})
	if err != nil {
		return err
	}
	for _, s := range old {
		for _, t := range unpackNumbers(s.terms) {
			b.terms.count(t, ofStatements, -1)
			if err := b.exec(b.ctx, "DELETE FROM remarks WHERE term = ? AND day = ? AND statement = ?", t, s.day, s.id); err != nil {
				return err
			}
		}
	}
	if err := b.exec(b.ctx, "DELETE FROM statements WHERE document = ?", document); err != nil {
		return err
	}
	return b.exec(b.ctx, "DELETE FROM commitments WHERE document = ?", document)
}
