package store

import (
	"context"
	"iter"
	"slices"

	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/record"
)

// StatementFilter says which statements are wanted: those that meet every field, each by
// any of its values. Values are given as in Filter.
type StatementFilter struct {
	// People are the speakers, Parties whom they speak for.
	People, Parties []string
	// Acts are some of record.Acts.
	Acts, Topics []string
	// About are parties that are spoken of, Hearers those that are spoken to.
	About, Hearers     []string
	Outlets, Languages []string
	// From and To are days, both included: of the statement, else of publication.
	From, To string
	Newest   bool
	// After is a Statement.Cursor.
	After string
	Limit int
}

// Statement is a statement with the document that reports it.
type Statement struct {
	record.Statement
	// Day is its own, else that of publication; "" when neither is known.
	Day string `json:"day"`
	// Document is the head of the document: no text, no passages.
	Document record.Document `json:"document"`
	// Entries are the entries that it is about, sorted.
	Entries []string `json:"entries"`
}

// Cursor is the place of a statement in the order of statements, for StatementFilter.After.
func (s *Statement) Cursor() string {
	return cursor{day(&s.Day), s.ID}.String()
}

// Statements walks over the statements that a filter asks for, by day, then id.
func (s *Store) Statements(ctx context.Context, f StatementFilter) iter.Seq2[Statement, error] {
	return stream(ctx, s, func(q *session, yield func(Statement) error) error {
		w, err := q.wantedStatements(ctx, &f, func(*resolver) {})
		if err != nil || w == nil {
			return err
		}
		return q.walk(ctx, &statementsGround, w, q.handStatements(ctx, f.Limit, yield))
	})
}

// wantedStatements reads a filter, to which more may be added; nil means that nothing can
// meet it.
func (q *session) wantedStatements(ctx context.Context, f *StatementFilter, more func(*resolver)) (*wanted, error) {
	r := resolver{ctx: ctx, session: q, of: ofStatements}
	more(&r)
	r.add(f.People, facetPerson, facetNamed)
	r.add(f.Parties, facetParty)
	r.add(f.Acts, facetAct)
	r.add(f.Topics, facetTopic)
	r.add(f.About, facetAbout)
	r.add(f.Hearers, facetHearer)
	r.add(f.Outlets, facetOutlet)
	r.add(f.Languages, facetLanguage)
	return r.wanted(f.From, f.To, f.After, f.Newest)
}

func (q *session) handStatements(ctx context.Context, limit int, yield func(Statement) error) func(*found) error {
	n := 0
	return func(f *found) error {
		s, err := q.statementAt(ctx, f)
		if err != nil {
			return err
		}
		if err := yield(s); err != nil {
			return err
		}
		if n++; n == limit {
			return errStop
		}
		return nil
	}
}

// statementAt reads a statement, the head of its document and the entries it is about.
func (q *session) statementAt(ctx context.Context, f *found) (s Statement, err error) {
	var packed []byte
	var document int64
	_, err = q.row(ctx, "SELECT record, document FROM statements WHERE id = ?", []any{f.row}, &packed, &document)
	if err != nil {
		return s, err
	}
	if err := unpack(packed, &s.Statement); err != nil {
		return s, err
	}
	if f.day != merge.Unknown {
		s.Day = f.day.String()
	}
	if s.Document, err = q.head(ctx, document); err != nil {
		return s, err
	}
	s.Entries = []string{}
	for _, contact := range s.Contacts {
		var entry string
		found, err := q.row(ctx, "SELECT e.entry FROM mentions m JOIN entries e ON e.id = m.entry WHERE m.contact = ?", []any{contact}, &entry)
		if err != nil {
			return s, err
		}
		if found && !slices.Contains(s.Entries, entry) {
			s.Entries = append(s.Entries, entry)
		}
	}
	slices.Sort(s.Entries)
	return s, nil
}
