// Package table reads the tab-separated data files of the packs and the world,
// strictly: a header that is not the expected one, a row with too many or too
// few cells or an empty first cell is an error with file, line and column.
package table

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
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
	rows := make([]Row, 0, bytes.Count(data, []byte("\n"))+1)
	cells := make([]string, 0, cap(rows)*len(columns)) // of all rows
	header := false
	text := string(data)
	for n := 1; len(text) > 0; n++ {
		s, rest, _ := strings.Cut(text, "\n")
		text, s = rest, strings.TrimSuffix(s, "\r")
		if strings.TrimSpace(s) == "" || strings.HasPrefix(s, "#") {
			continue
		}
		from := len(cells)
		for cell := range strings.SplitSeq(s, "\t") {
			cells = append(cells, cell)
		}
		r := Row{File: file, Line: n, Cells: cells[from:]}
		if !utf8.ValidString(s) {
			return nil, r.At(0, fmt.Errorf("%w: not UTF-8", ErrFormat))
		}
		if !header {
			if !slices.Equal(r.Cells, columns) {
				return nil, r.At(0, fmt.Errorf("%w: the columns are %q, want %q", ErrFormat, r.Cells, columns))
			}
			header = true
			continue
		}
		if len(r.Cells) > len(columns) {
			return nil, r.At(len(columns), fmt.Errorf("%w: more cells than the %d columns", ErrFormat, len(columns)))
		}
		for len(cells)-from < len(columns) {
			cells = append(cells, "")
		}
		r.Cells = cells[from:len(cells):len(cells)]
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
