package command

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"
)

// meter shows on standard error how the work comes on, while the results go elsewhere.
type meter struct {
	to           io.Writer // nil when nobody looks
	now          func() time.Time
	began, shown time.Time
	pace         pace
	bytes, total atomic.Int64
}

// meter returns a meter that shows itself only to somebody at a terminal, and not when
// the results appear on that same terminal meanwhile. The work is to read paths.
func (a *app) meter(results io.Writer, paths []string) *meter {
	m := &meter{now: a.now, began: a.now()}
	if terminalOf(a.err) && !terminalOf(results) {
		m.to = a.err
		go func() { // a folder of a million files takes a while to measure
			if n, ok := a.size(paths); ok {
				m.total.Store(n)
			}
		}()
	}
	return m
}

// got is told how many bytes have been read since it was last told.
func (m *meter) got(bytes int) { m.bytes.Add(int64(bytes)) }

// step is told how many documents there are by now.
func (m *meter) step(documents int) {
	const pause, patience = 200 * time.Millisecond, time.Second
	now := m.now()
	if m.to == nil || now.Sub(m.shown) < pause {
		return
	}
	m.pace.note(mark{now, documents, m.bytes.Load()})
	if now.Sub(m.began) < patience {
		return
	}
	m.shown = now
	fmt.Fprint(m.to, "\r\x1b[K"+m.pace.to(m.total.Load()))
}

// clear takes the line away again, so that other words can stand there.
func (m *meter) clear() {
	if m.to != nil && !m.shown.IsZero() {
		fmt.Fprint(m.to, "\r\x1b[K")
		m.shown = time.Time{}
	}
}
