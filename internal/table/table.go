// Package table reads the tab-separated data files of the packs and the world,
// strictly: a header that is not the expected one, a row with too many or too
// few cells or an empty first cell is an error with file, line and column.
package table

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// ErrFormat is the error of a file that is no table of the expected columns.
var ErrFormat = errors.New("table: bad format")

// Row is one line of a table.
type Row struct {
	File string
	// Line counts from 1.
	Line  int
	Cells []string
}

// At returns an error that points at a cell of the row.
func (r Row) At(cell int, err error) error {
	col := 1
	for _, c := range r.Cells[:min(cell, len(r.Cells))] {
		col += utf8.RuneCountInString(c) + 1
	}
	return fmt.Errorf("%s:%d:%d: %w", r.File, r.Line, col, err)
}

// List returns the parts of a cell that holds a list, nil for an empty cell.
func (r Row) List(cell int) []string {
	if r.Cells[cell] == "" {
		return nil
	}
	parts := strings.Split(r.Cells[cell], ";")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// Read reads a table with the given columns. A line that starts with # is a
// comment; cells missing at the end of a row are empty.
func Read(file string, data []byte, columns ...string) ([]Row, error) {
	var rows []Row
	header := false
	for n := 1; len(data) > 0; n++ {
		line, rest, _ := bytes.Cut(data, []byte("\n"))
		data = rest
		s := strings.TrimSuffix(string(line), "\r")
		if strings.TrimSpace(s) == "" || strings.HasPrefix(s, "#") {
			continue
		}
		r := Row{File: file, Line: n, Cells: strings.Split(s, "\t")}
		if !utf8.ValidString(s) {
			return nil, r.At(0, fmt.Errorf("%w: not UTF-8", ErrFormat))
		}
		if !header {
			if strings.Join(r.Cells, "\t") != strings.Join(columns, "\t") {
				return nil, r.At(0, fmt.Errorf("%w: the columns are %q, want %q", ErrFormat, r.Cells, columns))
			}
			header = true
			continue
		}
		if len(r.Cells) > len(columns) {
			return nil, r.At(len(columns), fmt.Errorf("%w: more cells than the %d columns", ErrFormat, len(columns)))
		}
		for len(r.Cells) < len(columns) {
			r.Cells = append(r.Cells, "")
		}
		for i := range r.Cells {
			r.Cells[i] = strings.TrimSpace(r.Cells[i])
		}
		if r.Cells[0] == "" {
			return nil, r.At(0, fmt.Errorf("%w: the column %s is empty", ErrFormat, columns[0]))
		}
		rows = append(rows, r)
	}
	if !header {
		return nil, fmt.Errorf("%s:1:1: %w: no header, want %q", file, ErrFormat, columns)
	}
	return rows, nil
}
