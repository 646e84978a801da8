package export

import (
	"io"

	"github.com/parley-news/parley/record"
)

// Statement is a statement of a register: with the document that reports it, without
// its text, and the entries of the contacts in which it was made.
type Statement struct {
	record.Statement
	Document record.Document `json:"document"`
	Entries  []string        `json:"entries"`
}

// StatementWriter prints statements of a register in one format.
type StatementWriter interface {
	// Write prints one statement. Its error is that of the stream written to.
	Write(s Statement) error
	// Close prints what is still held back. It does not close the stream.
	Close() error
}

// registeredRow is a statement of a register as a row of a table.
type registeredRow struct {
	statementRow
	Entries   []string `parquet:"entries"`
	Outlet    *string  `parquet:"outlet"`
	Published *string  `parquet:"published"`
	URL       *string  `parquet:"url"`
}

// CSVStatements prints statements of a register as a table: the columns that CSV prints of
// a reading, then the entries, and what is known of the document.
func CSVStatements(out io.Writer) StatementWriter {
	return newTable(out, func(s Statement) []registeredRow {
		return []registeredRow{{
			statementRow: rowOfStatement(s.Document.ID, &s.Statement), Entries: s.Entries,
			Outlet: s.Document.Outlet, Published: s.Document.Published, URL: s.Document.URL,
		}}
	})
}
