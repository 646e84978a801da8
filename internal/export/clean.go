package export

import (
	"reflect"
	"strings"
	"unicode"
)

// cleaned returns a copy of a record that is safe to print on a terminal: the
// words of a document may hold escape sequences that move the cursor, or marks
// that turn the rest of the line around.
func cleaned[T any](r T) T {
	return cleanedValue(reflect.ValueOf(r)).Interface().(T)
}

func cleanedValue(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.String:
		out.SetString(cleanText(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(cleanedValue(v.Field(i)))
		}
	case reflect.Slice:
		if v.IsNil() {
			return out
		}
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(cleanedValue(v.Index(i)))
		}
	case reflect.Pointer:
		if v.IsNil() {
			return out
		}
		out.Set(reflect.New(v.Type().Elem()))
		out.Elem().Set(cleanedValue(v.Elem()))
	}
	return out
}

// cleanText puts a string on one line and takes out what is not seen. Spaces
// that must not break stay what they are.
func cleanText(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u202f':
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), turns(r), r == '\ufeff':
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}

// turns reports the marks that set the direction of what follows them.
func turns(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}
