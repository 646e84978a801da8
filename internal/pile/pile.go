// Package pile hands memory out in pieces. What is found in one document is many
// small lists; each of them as a piece of its own would cost more to hand out and to
// collect than to fill.
package pile

// Of is memory for elements of one type. The zero value is ready for use.
type Of[T any] struct {
	room []T
	used int
}

// least and most bound how many elements one piece of memory is made for.
const (
	least = 16
	most  = 1024
)

// Take returns n elements, all zero.
func (p *Of[T]) Take(n int) []T {
	if p.used+n > len(p.room) { // what was handed out keeps what it has
		p.room, p.used = make([]T, max(least, min(2*len(p.room), most), n)), 0
	}
	from := p.used
	p.used += n
	return p.room[from:p.used:p.used]
}

// Keep returns a copy of some elements.
func (p *Of[T]) Keep(some ...T) []T {
	out := p.Take(len(some))
	copy(out, some)
	return out
}

// New returns a place that holds a value.
func (p *Of[T]) New(value T) *T {
	out := p.Take(1)
	out[0] = value
	return &out[0]
}

// Forget makes the memory free for what comes next, which what was handed out then
// belongs to.
func (p *Of[T]) Forget() {
	clear(p.room[:p.used])
	p.used = 0
}
