package command

import (
	"fmt"
	"io"
	"os"
	"time"

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

// colored decides on colours as --color and the custom of NO_COLOR want it.
func colored(when string, to io.Writer) bool {
	if when == "auto" {
		return terminalOf(to) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return when == "always"
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

// meter counts documents on standard error while the results go elsewhere.
type meter struct {
	to    io.Writer
	began time.Time
	shown time.Time
	count int
}

// meter returns a counter that shows itself only to somebody at a terminal
// whose results do not appear on that same terminal.
func (a *app) meter(results *target) *meter {
	m := &meter{began: time.Now()}
	if terminalOf(a.err) && !terminalOf(results) {
		m.to = a.err
	}
	return m
}

func (m *meter) step() {
	const pause, patience = 200 * time.Millisecond, time.Second
	m.count++
	now := time.Now()
	if m.to == nil || now.Sub(m.began) < patience || now.Sub(m.shown) < pause {
		return
	}
	m.shown = now
	fmt.Fprintf(m.to, "\r\x1b[K%d documents read, %.0f a second", m.count, float64(m.count)/now.Sub(m.began).Seconds())
}

// clear takes the line away again, so that other words can stand there.
func (m *meter) clear() {
	if m.to != nil && !m.shown.IsZero() {
		fmt.Fprint(m.to, "\r\x1b[K")
		m.shown = time.Time{}
	}
}
