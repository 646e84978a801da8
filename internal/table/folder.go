package table

import (
	"errors"
	"io/fs"
)

// Folder reads the tables of a folder. What is wrong with them is noted, so that all of
// it is told at once.
type Folder struct {
	Files fs.FS
	errs  []error
}

// Rows reads one table; of one that cannot be read there are none.
func (f *Folder) Rows(file string, columns ...string) []Row {
	data, err := fs.ReadFile(f.Files, file)
	if err != nil {
		f.Note(err)
		return nil
	}
	rows, err := Read(file, data, columns...)
	if err != nil {
		f.Note(err)
	}
	return rows
}

// Wrong notes what is wrong with a cell.
func (f *Folder) Wrong(r Row, cell int, err error) { f.Note(r.At(cell, err)) }

// Note notes what is wrong.
func (f *Folder) Note(err error) { f.errs = append(f.errs, err) }

// Err joins all that is wrong, nil when nothing is.
func (f *Folder) Err() error { return errors.Join(f.errs...) }
