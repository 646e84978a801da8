package source

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/parley-news/parley/record"
)

func buffered(f io.Reader) *bufio.Reader { return bufio.NewReaderSize(f, 64<<10) }

// plain reads one text.
func (r *reader) plain(name string, f io.Reader) {
	data, ok := r.whole(name, f)
	if !ok {
		return
	}
	if e := checkText(data); e != nil {
		e.File = name
		r.fail(e)
		return
	}
	r.hand(record.Document{Text: string(data)}, name, 0)
}

// whole reads all of a file that is no larger than the limit.
func (r *reader) whole(name string, f io.Reader) ([]byte, bool) {
	data, err := io.ReadAll(io.LimitReader(f, int64(r.opts.Limit)+1))
	if err != nil {
		r.unreadable(name, err)
		return nil, false
	}
	if len(data) > r.opts.Limit {
		r.fail(&Error{
			File: name, Reason: "the text is larger than " + size(r.opts.Limit),
			Mend: "split it, or write one document per line as JSON Lines",
		})
		return nil, false
	}
	return data, true
}

func size(n int) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}

// checkText says what keeps bytes from being a text, nil when nothing does.
func checkText(data []byte) *Error {
	if len(bytes.TrimSpace(bytes.TrimPrefix(data, bom))) == 0 {
		return &Error{Reason: "it is empty", Mend: "leave it out, or put the text in"}
	}
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return &Error{Reason: "it is UTF-16, not UTF-8", Mend: "convert it: iconv -f UTF-16 -t UTF-8"}
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return &Error{Reason: fmt.Sprintf("it is no text: byte %d is zero", at), Mend: mendBinary}
	}
	control := 0
	for _, c := range data {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7f {
			control++
		}
	}
	if control*10 > len(data) {
		return &Error{Reason: fmt.Sprintf("it is no text: %d of %d bytes are control characters", control, len(data)), Mend: mendBinary}
	}
	if at := invalid(data); at >= 0 {
		e := notUTF8(at)
		e.Line = 1 + bytes.Count(data[:at], []byte("\n"))
		return e
	}
	if isHTML(data) {
		return &Error{Reason: "it is HTML, not plain text", Mend: "give the text of the page"}
	}
	return nil
}

const mendBinary = "give the text of the document, not a binary file"

// bom is the mark that some programs put before UTF-8.
var bom = []byte("\ufeff")

// invalid returns the offset of the first byte that is not UTF-8, -1 without.
func invalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

func notUTF8(at int) *Error {
	return &Error{
		Reason: fmt.Sprintf("it is not UTF-8 at byte %d", at),
		Mend:   "convert it, for example: iconv -f WINDOWS-1252 -t UTF-8",
	}
}

// isHTML reports whether a text is the source of a page.
func isHTML(data []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(data, bom), " \t\r\n")
	head = bytes.ToLower(head[:min(len(head), 16)])
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}
