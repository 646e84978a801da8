package readback

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/parquet"
	pq "github.com/apache/arrow-go/v18/parquet/file"
	"github.com/google/go-cmp/cmp"
)

// TestParquetHasTheCellsOfCSV reads the file with the reader of Apache Arrow.
func TestParquetHasTheCellsOfCSV(t *testing.T) {
	r, err := pq.NewParquetReader(bytes.NewReader(file(t, "parquet.parquet")))
	if err != nil {
		t.Fatal(err)
	}
	want := table(t)
	schema := r.MetaData().Schema
	if n := schema.NumColumns(); n != len(want[0]) || r.NumRowGroups() != 1 {
		t.Fatalf("%d columns in %d groups, want %d", n, r.NumRowGroups(), len(want[0]))
	}
	types := map[string]string{}
	for i, name := range want[0] {
		column := schema.Column(i)
		if path := column.ColumnPath()[0]; path != name {
			t.Errorf("the column %d is %s, want %s", i, path, name)
		}
		types[name] = column.LogicalType().String()
		var wanted []string
		for _, row := range want[1:] {
			wanted = append(wanted, row[i])
		}
		if d := cmp.Diff(wanted, cells(t, r.RowGroup(0), i)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	for name, want := range map[string]string{"id": "String", "from": "Date", "last_published": "Date", "lat": "None"} {
		if types[name] != want {
			t.Errorf("%s is of the type %s, want %s", name, types[name], want)
		}
	}
}

// cells writes the values of a column, a cell for each row, as the table does in CSV.
func cells(t *testing.T, group *pq.RowGroupReader, at int) []string {
	t.Helper()
	column, err := group.Column(at)
	if err != nil {
		t.Fatal(err)
	}
	switch c := column.(type) {
	case *pq.ByteArrayColumnChunkReader:
		return written(t, group, at, c.ReadBatch, func(v parquet.ByteArray) string { return string(v) })
	case *pq.BooleanColumnChunkReader:
		return written(t, group, at, c.ReadBatch, func(v bool) string { return fmt.Sprint(v) })
	case *pq.Float64ColumnChunkReader:
		return written(t, group, at, c.ReadBatch, func(v float64) string { return fmt.Sprint(v) })
	case *pq.Int32ColumnChunkReader:
		return written(t, group, at, c.ReadBatch, func(v int32) string { return arrow.Date32(v).FormattedString() })
	}
	t.Fatalf("a column of the type %s", column.Type())
	return nil
}

// written reads the values of a column. Those of one row follow each other at a
// repetition level above 0; what is null or an empty list has a lower definition level.
func written[T any](
	t *testing.T, group *pq.RowGroupReader, at int, read func(int64, []T, []int16, []int16) (int64, int, error), text func(T) string,
) []string {
	t.Helper()
	meta, err := group.MetaData().ColumnChunk(at)
	if err != nil {
		t.Fatal(err)
	}
	column := group.MetaData().Schema.Column(at)
	n := meta.NumValues()
	values, defined, repeated := make([]T, n), make([]int16, n), make([]int16, n)
	if total, _, err := read(n, values, defined, repeated); err != nil || total != n {
		t.Fatalf("%d of %d values: %v", total, n, err)
	}
	var out []string
	next := 0
	for i := range n {
		s := ""
		if column.MaxDefinitionLevel() == 0 || defined[i] == column.MaxDefinitionLevel() {
			s = text(values[next])
			next++
		}
		if column.MaxRepetitionLevel() > 0 && repeated[i] > 0 {
			out[len(out)-1] += ";" + s
		} else {
			out = append(out, s)
		}
	}
	return out
}
