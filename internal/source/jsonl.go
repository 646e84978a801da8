package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// peekBytes is how far the form of an input is looked for.
const peekBytes = 4096

// any reads an input whose form its first characters tell: an object, or a
// list of objects, is JSON; all else is text.
func (r *reader) any(name string, f io.Reader) {
	if f == nil {
		r.fail(&Error{File: name, Reason: "there is no input", Mend: "name a file or a folder"})
		return
	}
	b := buffered(f)
	head, _ := b.Peek(peekBytes) // an error shows again at the next read
	head = bytes.TrimLeft(bytes.TrimPrefix(head, bom), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("{")):
		r.lines(name, b)
	case bytes.HasPrefix(head, []byte("[")) && bytes.HasPrefix(bytes.TrimLeft(head[1:], " \t\r\n"), []byte("{")):
		r.values(name, b, 1)
	default:
		r.plain(name, b)
	}
}

// lines reads JSON Lines, a line at a time.
func (r *reader) lines(name string, b *bufio.Reader) {
	var buf []byte
	got := false
	for n := 1; !r.done(); n++ {
		line, long, err := readLine(b, buf[:0], r.opts.Limit)
		buf = line
		if n == 1 {
			line = bytes.TrimPrefix(line, bom)
		}
		line = bytes.TrimSpace(line)
		switch {
		case long:
			got = true
			r.fail(&Error{
				File: name, Line: n, Reason: "the line is longer than " + size(r.opts.Limit),
				Mend: "write one document per line; split documents that are as long",
			})
		case len(line) > 0:
			if !got && opensValue(line) && err == nil {
				// One object over many lines, as programs print it for people.
				r.values(name, io.MultiReader(bytes.NewReader(append(bytes.Clone(line), '\n')), b), n)
				return
			}
			got = true
			r.record(name, n, line)
		}
		if err != nil {
			if !errors.Is(err, io.EOF) {
				r.unreadable(name, err)
			} else if !got {
				r.fail(&Error{File: name, Reason: "it is empty", Mend: "leave it out, or write one document per line"})
			}
			return
		}
	}
}

// opensValue reports whether a line is the start of an object that goes on
// over further lines.
func opensValue(line []byte) bool {
	s := string(line[:min(len(line), 200)])
	if len(line) > 200 || !strings.HasPrefix(s, "{") && !strings.HasPrefix(s, "[") {
		return false
	}
	return strings.HasSuffix(s, "{") || strings.HasSuffix(s, "[") || strings.HasSuffix(s, ",")
}

// readLine appends the next line to buf. A line longer than limit is skipped
// and not kept; long says so.
func readLine(b *bufio.Reader, buf []byte, limit int) (line []byte, long bool, err error) {
	for {
		part, err := b.ReadSlice('\n')
		if !long && len(buf)+len(bytes.TrimRight(part, "\r\n")) > limit {
			long = true
			buf = nil // do not hold on to what will not be used
		}
		if !long {
			buf = append(buf, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		return buf, long, err
	}
}

// values reads JSON objects that stand over several lines, or in a list. Such
// a file is read whole.
func (r *reader) values(name string, f io.Reader, first int) {
	data, ok := r.whole(name, f)
	if !ok {
		return
	}
	data = bytes.TrimPrefix(data, bom)
	if at := invalid(data); at >= 0 {
		e := notUTF8(at)
		e.File = name
		r.fail(e)
		return
	}
	s := &scanner{data: data, line: first}
	s.list = s.skip() == '['
	if s.list {
		s.at++
	}
	for !r.done() {
		value, line, err := s.next()
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			r.fail(&Error{File: name, Line: line, Reason: "broken JSON: " + err.Error(), Mend: "check brackets, commas and quotation marks there; one document per line is safer", Err: err})
			return
		}
		r.record(name, line, value)
	}
}

var errSeparator = fmt.Errorf("want a comma or the end of the list")
