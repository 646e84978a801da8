package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// scanner walks over JSON values and counts lines.
type scanner struct {
	data []byte
	at   int
	line int
	list bool
	any  bool
}

// skip passes over white space and returns the byte behind it, 0 at the end.
func (s *scanner) skip() byte {
	for s.at < len(s.data) {
		switch c := s.data[s.at]; c {
		case '\n':
			s.line++
			s.at++
		case ' ', '\t', '\r':
			s.at++
		default:
			return c
		}
	}
	return 0
}

// next returns the next value with the line it starts at; io.EOF behind the
// last.
func (s *scanner) next() (value []byte, line int, err error) {
	c := s.skip()
	if s.list {
		switch {
		case c == ']' || c == 0:
			if c == 0 {
				return nil, s.line, io.ErrUnexpectedEOF
			}
			s.at++
			if s.skip() != 0 {
				return nil, s.line, errors.New("text behind the end of the list")
			}
			s.list = false
			return nil, s.line, io.EOF
		case s.any && c != ',':
			return nil, s.line, errSeparator
		case s.any:
			s.at++
			s.skip()
		}
	} else if c == 0 {
		return nil, s.line, io.EOF
	}
	line = s.line
	dec := json.NewDecoder(bytes.NewReader(s.data[s.at:]))
	var raw json.RawMessage
	if err := dec.Decode(&raw); err != nil {
		var syntax *json.SyntaxError
		at := len(s.data) - s.at
		if errors.As(err, &syntax) {
			at = min(at, int(syntax.Offset))
		}
		return nil, line + bytes.Count(s.data[s.at:s.at+at], []byte("\n")), err
	}
	end := int(dec.InputOffset())
	s.line += bytes.Count(s.data[s.at:s.at+end], []byte("\n"))
	s.at += end
	s.any = true
	return raw, line, nil
}
