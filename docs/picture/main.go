// Command picture draws what a program printed on a terminal as an SVG:
//
//	bin/parley read --color always article.txt | go run ./docs/picture 'parley read article.txt' > docs/parley.svg
//
// Its argument is the command line to show above the output. `make picture`
// draws the one in the README.
package main

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"os"
	"strings"
	"unicode/utf8"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: picture COMMAND < OUTPUT > PICTURE.svg")
		os.Exit(2)
	}
	if err := draw(os.Stdin, os.Stdout, os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

// Sizes in pixels. Every run of text is stretched to its columns, so that they
// line up whatever font there is.
const (
	cellWidth, lineHeight = 8.4, 20
	margin, bar           = 22, 38
	fewestColumns         = 80
)

// colors are those of the codes of a terminal that parley uses.
var colors = map[string]string{"31": "#ff7b72", "32": "#7ee787", "33": "#f0b848", "34": "#79c0ff", "36": "#6fd3e0"}

// run is text in one style, at a column of a line.
type run struct {
	column    int
	text      string
	bold, dim bool
	color     string
}

func draw(in io.Reader, out io.Writer, command string) error {
	lines := [][]run{{{text: "$", dim: true}, {column: 2, text: command, bold: true}}, nil}
	columns := fewestColumns
	scan := bufio.NewScanner(in)
	for scan.Scan() {
		line, width := runs(scan.Text())
		columns = max(columns, width)
		lines = append(lines, line)
	}
	if err := scan.Err(); err != nil {
		return fmt.Errorf("picture: reading the output: %w", err)
	}
	for len(lines[len(lines)-1]) == 0 {
		lines = lines[:len(lines)-1]
	}
	width, height := cellWidth*float64(columns)+2*margin, bar+lineHeight*len(lines)+margin
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" viewBox="0 0 %.0f %d" role="img" aria-label="%s and its output">`+"\n",
		width, height, width, height, html.EscapeString(command))
	fmt.Fprintf(w, `<rect width="100%%" height="100%%" rx="10" fill="#12171f"/>`+"\n")
	for i, color := range []string{"#ff5f57", "#febc2e", "#28c840"} {
		fmt.Fprintf(w, `<circle cx="%d" cy="19" r="6" fill="%s"/>`+"\n", margin+6+20*i, color)
	}
	fmt.Fprintln(w, `<g font-family="ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace" font-size="14" fill="#d7dde6">`)
	for i, line := range lines {
		for _, r := range line {
			r.draw(w, bar+lineHeight*i+14)
		}
	}
	fmt.Fprintln(w, "</g>\n</svg>")
	return w.Flush()
}

func (r run) draw(w io.Writer, y int) {
	style := ""
	if r.bold {
		style += ` font-weight="bold"`
	}
	switch {
	case r.color != "":
		style += ` fill="` + r.color + `"`
	case r.bold:
		style += ` fill="#ffffff"`
	case r.dim:
		style += ` fill="#8593a6"`
	}
	fmt.Fprintf(w, `<text x="%.1f" y="%d" textLength="%.1f" lengthAdjust="spacingAndGlyphs" xml:space="preserve"%s>%s</text>`+"\n",
		margin+cellWidth*float64(r.column), y, cellWidth*float64(utf8.RuneCountInString(r.text)), style, html.EscapeString(r.text))
}

// runs parts a line at its codes of style and at wide gaps, and gives its
// width in columns.
func runs(line string) ([]run, int) {
	var out []run
	now, column := run{}, 0
	put := func(s string) {
		for more := true; more; {
			rest := strings.TrimLeft(s, " ")
			column += len(s) - len(rest)
			now.column = column
			now.text, s, more = strings.Cut(rest, "  ")
			if now.text != "" {
				out = append(out, now)
			}
			column += utf8.RuneCountInString(now.text)
			if more {
				column += 2
			}
		}
	}
	for line != "" {
		text, rest, more := strings.Cut(line, "\x1b[")
		put(text)
		if !more {
			break
		}
		var codes string
		codes, line, _ = strings.Cut(rest, "m")
		now.style(codes)
	}
	return out, column
}

// style takes the codes of one escape sequence, as "1;36".
func (r *run) style(codes string) {
	for code := range strings.SplitSeq(codes, ";") {
		switch code {
		case "", "0":
			r.bold, r.dim, r.color = false, false, ""
		case "1":
			r.bold = true
		case "2":
			r.dim = true
		default:
			r.color = colors[code]
		}
	}
}
