package export

import (
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"

	"github.com/parley-news/parley/record"
)

// rowsAtOnce is how many rows are held back before they are written as one row group.
const rowsAtOnce = 20_000

type parquetWriter struct {
	out  *parquet.GenericWriter[entryRow]
	held int
}

// parquetEntries prints entries as a Parquet file with the columns of csvEntries: days as
// dates, lists as lists, what is not known as null.
func parquetEntries(out io.Writer) EntryWriter {
	return &parquetWriter{out: parquet.NewGenericWriter[entryRow](out,
		parquet.Compression(&parquet.Zstd), parquet.CreatedBy("parley", "1", ""))}
}

func (p *parquetWriter) Write(e record.Entry) error {
	if _, err := p.out.Write([]entryRow{rowOfEntry(&e)}); err != nil {
		return fmt.Errorf("export: writing a row of Parquet: %w", err)
	}
	if p.held++; p.held < rowsAtOnce {
		return nil
	}
	p.held = 0
	return p.flushed(p.out.Flush())
}

// Close writes the rows held back and the foot of the file, without which it cannot be read.
func (p *parquetWriter) Close() error { return p.flushed(p.out.Close()) }

func (p *parquetWriter) flushed(err error) error {
	if err != nil {
		return fmt.Errorf("export: writing Parquet: %w", err)
	}
	return nil
}
