package access

import (
	"container/list"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// mostClients is how many clients a limiter knows at once. Who was heard of longest ago is
// forgotten first: whoever floods from very many addresses makes each of them begin anew,
// and no more.
const mostClients = 10_000

// Limiter bounds how much each client may ask for. It is safe for concurrent use.
type Limiter struct {
	every  rate.Limit
	atOnce int
	now    func() time.Time

	mu    sync.Mutex
	by    map[string]*list.Element
	order *list.List // of *client, who asked last in front
}

type client struct {
	name string
	*rate.Limiter
}

// NewLimiter lets each client ask for so much a second, and so much at once.
func NewLimiter(perSecond float64, atOnce int, now func() time.Time) *Limiter {
	if now == nil {
		now = time.Now
	}
	return &Limiter{every: rate.Limit(perSecond), atOnce: atOnce, now: now, by: map[string]*list.Element{}, order: list.New()}
}

// Allow takes so much from what a client may ask for, and says how long to wait where that
// is used up. With 0 it only looks whether there is anything left.
func (l *Limiter) Allow(name string, cost int) (wait time.Duration, ok bool) {
	c := l.client(name)
	now := l.now()
	if cost == 0 {
		if c.TokensAt(now) >= 1 {
			return 0, true
		}
		cost = 1
	} else if c.AllowN(now, cost) {
		return 0, true
	}
	missing := float64(cost) - c.TokensAt(now)
	return time.Duration(missing / float64(l.every) * float64(time.Second)), false
}

func (l *Limiter) client(name string) *client {
	l.mu.Lock()
	defer l.mu.Unlock()
	if e, ok := l.by[name]; ok {
		l.order.MoveToFront(e)
		return e.Value.(*client)
	}
	c := &client{name, rate.NewLimiter(l.every, l.atOnce)}
	l.by[name] = l.order.PushFront(c)
	if l.order.Len() > mostClients {
		delete(l.by, l.order.Remove(l.order.Back()).(*client).name)
	}
	return c
}
