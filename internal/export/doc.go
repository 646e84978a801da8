// Package export prints readings and entries of a register, one file per format.
//
//	w := export.JSONL(out) // or CSV, or Text
//	for each reading, in the order of the documents:
//	    w.Write(reading)
//	w.Close()
//
//	f := export.FormatNamed("ical") // or another of EntryFormats
//	w := f.Open(out, options)
//	for each entry, in the order of the register:
//	    w.Write(entry)
//	w.Close()
//
// Every format is a pure function of what is written: the same readings and entries give
// the same bytes, whatever the machine, its language or the day.
package export

import "github.com/parley-news/parley/record"

// Writer prints readings in one format.
type Writer interface {
	// Write prints one reading. Its error is that of the stream written to.
	Write(r record.Reading) error
	// Close prints what is still held back. It does not close the stream.
	Close() error
}
