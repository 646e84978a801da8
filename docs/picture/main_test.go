package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRuns(t *testing.T) {
	tests := []struct {
		line  string
		want  []run
		width int
	}{
		{"", nil, 0},
		{"  people  Modi", []run{{column: 2, text: "people"}, {column: 10, text: "Modi"}}, 14},
		{"\x1b[1;36m●\x1b[0m \x1b[2mthe call\x1b[0m", []run{
			{text: "●", bold: true, color: colors["36"]}, {column: 2, text: "the call", dim: true},
		}, 10},
		{"\x1b[33m≠\x1b[0m date", []run{{text: "≠", color: colors["33"]}, {column: 2, text: "date"}}, 6},
	}
	for _, tt := range tests {
		got, width := runs(tt.line)
		if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(run{})); diff != "" || width != tt.width {
			t.Errorf("%q: width %d, want %d; runs (-want +got):\n%s", tt.line, width, tt.width, diff)
		}
	}
}

func TestDrawIsXML(t *testing.T) {
	var b bytes.Buffer
	if err := draw(strings.NewReader("\x1b[1m<A> & B\x1b[0m\n\n"), &b, `read "a"`); err != nil {
		t.Fatal(err)
	}
	texts := 0
	for dec := xml.NewDecoder(&b); ; {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := tok.(xml.StartElement); ok && s.Name.Local == "text" {
			texts++
		}
	}
	if texts != 3 {
		t.Errorf("%d texts, want the prompt, the command and one line", texts)
	}
}
