package web

import (
	"container/list"
	"sync"
)

// keptBytes is how much memory answers may take that are kept for the next reader.
const keptBytes = 64 << 20

// cache keeps the answers that were asked for last, up to so many bytes. It is safe for
// concurrent use.
type cache struct {
	mu    sync.Mutex
	room  int
	by    map[string]*list.Element
	order *list.List // of kept, the one asked for last in front
}

type kept struct {
	key string
	*answered
}

func newCache(bytes int) *cache {
	return &cache{room: bytes, by: map[string]*list.Element{}, order: list.New()}
}

func (c *cache) get(key string) (*answered, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.by[key]
	if !ok {
		return nil, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*kept).answered, true
}

// put keeps an answer, unless it is so large that few others would find room beside it.
func (c *cache) put(key string, a *answered) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.by[key]; ok || len(a.body) > keptBytes/16 {
		return
	}
	c.by[key] = c.order.PushFront(&kept{key, a})
	c.room -= len(a.body) + len(key)
	for c.room < 0 {
		last := c.order.Back()
		old := c.order.Remove(last).(*kept)
		delete(c.by, old.key)
		c.room += len(old.body) + len(old.key)
	}
}
