// Package export prints readings, one file per format.
//
//	w := export.JSONL(out) // or CSV, or Text
//	for each reading, in the order of the documents:
//	    w.Write(reading)
//	w.Close()
//
// Every format is a pure function of the readings: the same readings give the
// same bytes, whatever the machine, its language or the day.
package export

import "github.com/parley-news/parley/record"

// Writer prints readings in one format.
type Writer interface {
	// Write prints one reading. Its error is that of the stream written to.
	Write(r record.Reading) error
	// Close prints what is still held back. It does not close the stream.
	Close() error
}
