package dates

import (
	"fmt"
	"strings"

	"github.com/parley-news/parley/internal/text"
)

// element is a word or a slot of a form.
type element struct {
	word string
	slot slot
}

// maxExpansion bounds the plain sequences that one form stands for.
const maxExpansion = 4096

// formError carries the column, from 0, inside the form.
type formError struct {
	at  int
	msg string
}

func (e *formError) Error() string { return e.msg }

// expand returns the plain sequences that a form stands for.
func expand(form string) ([][]element, error) {
	p := formParser{in: form}
	out, err := p.alternatives(0)
	if err != nil {
		return nil, err
	}
	if p.at < len(p.in) {
		return nil, &formError{p.at, fmt.Sprintf("unexpected %q", p.in[p.at])}
	}
	for _, seq := range out {
		if len(seq) == 0 {
			return nil, &formError{0, "form matches nothing"}
		}
		slots := 0
		for _, e := range seq {
			if e.slot != slotNone {
				slots++
			}
		}
		if slots > maxSlots {
			return nil, &formError{0, fmt.Sprintf("more than %d slots", maxSlots)}
		}
	}
	return out, nil
}

type formParser struct {
	in string
	at int
}

const maxNesting = 8

func (p *formParser) alternatives(depth int) ([][]element, error) {
	if depth > maxNesting {
		return nil, &formError{p.at, "brackets nested too deep"}
	}
	var out [][]element
	for {
		seqs, err := p.sequence(depth)
		if err != nil {
			return nil, err
		}
		out = append(out, seqs...)
		if p.at >= len(p.in) || p.in[p.at] != '|' {
			return out, nil
		}
		p.at++
	}
}

func (p *formParser) sequence(depth int) ([][]element, error) {
	out := [][]element{nil}
	for p.at < len(p.in) {
		var next [][]element
		switch c := p.in[p.at]; c {
		case ' ':
			p.at++
			continue
		case '|', ')', ']':
			return out, nil
		case '(', '[':
			open := p.at
			p.at++
			group, err := p.alternatives(depth + 1)
			if err != nil {
				return nil, err
			}
			closing := byte(')')
			if c == '[' {
				closing = ']'
			} else {
				group = append(group, nil)
			}
			if p.at >= len(p.in) || p.in[p.at] != closing {
				return nil, &formError{open, fmt.Sprintf("%q is not closed", c)}
			}
			p.at++
			next = group
		default:
			e, err := p.element()
			if err != nil {
				return nil, err
			}
			next = [][]element{{e}}
		}
		if len(out)*len(next) > maxExpansion {
			return nil, &formError{p.at, "form stands for too many sequences"}
		}
		product := make([][]element, 0, len(out)*len(next))
		for _, a := range out {
			for _, b := range next {
				product = append(product, append(a[:len(a):len(a)], b...))
			}
		}
		out = product
	}
	return out, nil
}

func (p *formParser) element() (element, error) {
	start := p.at
	if p.in[p.at] == '{' {
		end := strings.IndexByte(p.in[p.at:], '}')
		if end < 0 {
			return element{}, &formError{start, "slot is not closed"}
		}
		name := p.in[p.at+1 : p.at+end]
		s, ok := slotNames[name]
		if !ok {
			return element{}, &formError{start, fmt.Sprintf("unknown slot {%s}", name)}
		}
		p.at += end + 1
		return element{slot: s}, nil
	}
	for p.at < len(p.in) && !strings.ContainsRune(" |()[]{}", rune(p.in[p.at])) {
		if p.in[p.at] == '\\' && p.at+1 < len(p.in) {
			p.at++
		}
		p.at++
	}
	word := text.Fold(strings.ReplaceAll(p.in[start:p.at], `\`, ""))
	if word == "" {
		return element{}, &formError{start, fmt.Sprintf("unexpected %q", p.in[start:min(start+1, len(p.in))])}
	}
	return element{word: word}, nil
}
