package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
)

// A table is a struct with a field per column. The tag "parquet" names the column,
// in CSV as well; a struct in the struct is its columns.

// csvTable prints what it is handed as rows of a table, as RFC 4180 has it, with a
// header. A cell that holds a list joins it with ";". An end of a line in a cell is
// written as that of the row, whichever it was: the writer drops a lone "\r".
type csvTable[T, Row any] struct {
	out    *csv.Writer
	rows   func(T) []Row
	headed bool
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func newTable[T, Row any](out io.Writer, rows func(T) []Row) *csvTable[T, Row] {
	w := csv.NewWriter(out)
	w.UseCRLF = true
	return &csvTable[T, Row]{out: w, rows: rows}
}

// CSVRows prints values as a table of CSV: row makes a value a struct with a field per
// column, named by the tag "parquet". Close prints what is held back.
func CSVRows[T, Row any](out io.Writer, row func(T) Row) interface {
	Write(v T) error
	Close() error
} {
	return newTable(out, func(v T) []Row { return []Row{row(v)} })
}

func (c *csvTable[T, Row]) Write(v T) error {
	if err := c.head(); err != nil {
		return err
	}
	for _, row := range c.rows(v) {
		if err := c.out.Write(each(rowCells(reflect.ValueOf(row), nil), lineEnds.Replace)); err != nil {
			return err
		}
	}
	return c.flush()
}

// Close prints the header where there was no row at all.
func (c *csvTable[T, Row]) Close() error {
	if err := c.head(); err != nil {
		return err
	}
	return c.flush()
}

func (c *csvTable[T, Row]) flush() error {
	c.out.Flush()
	return c.out.Error()
}

func (c *csvTable[T, Row]) head() error {
	if c.headed {
		return nil
	}
	c.headed = true
	return c.out.Write(columns(reflect.TypeFor[Row](), nil))
}

// columns appends the names of the columns of a table.
func columns(row reflect.Type, to []string) []string {
	for i := range row.NumField() {
		if f := row.Field(i); f.Anonymous {
			to = columns(f.Type, to)
		} else {
			name, _, _ := strings.Cut(f.Tag.Get("parquet"), ",")
			to = append(to, name)
		}
	}
	return to
}

// rowCells appends the cells of a row as text.
func rowCells(row reflect.Value, to []string) []string {
	for i := range row.NumField() {
		if row.Type().Field(i).Anonymous {
			to = rowCells(row.Field(i), to)
		} else {
			to = append(to, cellText(row.Field(i).Interface()))
		}
	}
	return to
}

func cellText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case *string:
		return value(v)
	case []string:
		return strings.Join(v, ";")
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	case *float64:
		return degrees(v)
	case *dayNumber:
		if v == nil {
			return ""
		}
		return v.String()
	}
	panic(fmt.Sprintf("export: a table has a column of type %T", v))
}
