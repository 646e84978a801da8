package command

import (
	"io"
	"os"

	"golang.org/x/term"
)

// terminalOf reports whether a stream is a terminal that somebody looks at.
func terminalOf(stream any) bool {
	if t, ok := stream.(*target); ok {
		stream = t.under
	}
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// width is the columns of a terminal, 80 where there is none. Lines longer than
// 120 columns are hard to read however wide the window.
func width(to io.Writer) int {
	const usual, most = 80, 120
	t, ok := to.(*target)
	if !ok || !terminalOf(to) {
		return usual
	}
	w, _, err := term.GetSize(int(t.under.(*os.File).Fd()))
	if err != nil || w <= 0 {
		return usual
	}
	return min(w, most)
}
