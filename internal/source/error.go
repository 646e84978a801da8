package source

import (
	"fmt"
	"strings"
)

// Error is one thing that could not be read, and how to mend it. Reading goes
// on behind it.
type Error struct {
	// File is the path as it was found, "standard input", or "" where no file
	// is to blame.
	File string
	// Line counts from 1; 0 stands for the file as a whole.
	Line   int
	Reason string
	// Mend says what to do about it.
	Mend string
	// Err is the cause, nil where the reason is the cause.
	Err error
}

// Error names the place, what is wrong there and what to do.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("source: ")
	if e.File != "" {
		fmt.Fprintf(&b, "reading %s", e.File)
		if e.Line > 0 {
			fmt.Fprintf(&b, ":%d", e.Line)
		}
		b.WriteString(": ")
	}
	b.WriteString(e.Reason)
	if e.Mend != "" {
		fmt.Fprintf(&b, "; %s", e.Mend)
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
