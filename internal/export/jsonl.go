package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"

	"github.com/parley-news/parley/record"
)

// JSONL prints each reading as one line of JSON in UTF-8. Every key is there,
// in the order of the record: what a text does not say is null or [].
func JSONL(out io.Writer) Writer { return &jsonLines[record.Reading]{out: out} }

// JSONLines prints each value as one line of JSON, as JSONL prints readings.
func JSONLines[T any](out io.Writer) interface {
	Write(v T) error
	Close() error
} {
	return &jsonLines[T]{out: out}
}

func jsonlEntries(out io.Writer) EntryWriter { return JSONLines[record.Entry](out) }

// jsonLines prints values of one type.
type jsonLines[T any] struct {
	out io.Writer
	buf bytes.Buffer
}

func (j *jsonLines[T]) Write(v T) error {
	fillLists(reflect.ValueOf(&v).Elem())
	return j.line(v)
}

// line prints one value as it is.
func (j *jsonLines[T]) line(v any) error {
	j.buf.Reset()
	enc := json.NewEncoder(&j.buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("export: writing a line of JSON: %w", err)
	}
	// U+0085 is a legal character of JSON and yet a line break to readers that
	// split lines as Unicode does; U+2028 and U+2029 come escaped already.
	line := bytes.ReplaceAll(j.buf.Bytes(), []byte("\u0085"), []byte(`\u0085`))
	_, err := j.out.Write(line)
	return err
}

func (j *jsonLines[T]) Close() error { return nil }

// fillLists makes every nil list an empty one, so that it prints as [].
func fillLists(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fillLists(v.Field(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			fillLists(v.Elem())
		}
	case reflect.Slice:
		if v.IsNil() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
			return
		}
		if k := v.Type().Elem().Kind(); k == reflect.Struct || k == reflect.Slice {
			for i := range v.Len() {
				fillLists(v.Index(i))
			}
		}
	}
}
