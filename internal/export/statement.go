package export

import (
	"io"

	"github.com/parley-news/parley/record"
)

// Statement is a statement of a register, with the fields that the store gives it.
type Statement struct {
	record.Statement
	// Day is its own, else that of publication; "" when neither is known.
	Day string `json:"day"`
	// Document is the head of the document: no text, no passages.
	Document record.Document `json:"document"`
	// Entries are the entries that it is about, sorted.
	Entries []string `json:"entries"`
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
	Day       string   `parquet:"day"`
	Entries   []string `parquet:"entries"`
	Outlet    *string  `parquet:"outlet"`
	Published *string  `parquet:"published"`
	URL       *string  `parquet:"url"`
}

// CSVStatements prints statements of a register as a table: the columns that CSV prints of
// a reading, then its day, the entries, and what is known of the document.
func CSVStatements(out io.Writer) StatementWriter {
	return newTable(out, func(s Statement) []registeredRow {
		return []registeredRow{{
			statementRow: rowOfStatement(s.Document.ID, &s.Statement), Day: s.Day, Entries: s.Entries,
			Outlet: s.Document.Outlet, Published: s.Document.Published, URL: s.Document.URL,
		}}
	})
}
