package syntax

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Word is one word of a treebank sentence, before or after its multiword
// tokens were joined (see Surface).
type Word struct {
	Form  string
	Lemma string
	Tag   Tag
	Feats Feats
	Head  int // index of the head in the sentence, -1 for the root
	Rel   Rel
}

// Range is a multiword token: the words From up to but not including To are
// written as Form.
type Range struct {
	Form     string
	From, To int
}

// Sentence is one sentence of a treebank.
type Sentence struct {
	ID     string // the treebank's own name for it, may be empty
	Words  []Word
	Ranges []Range
}

// reader holds what is known of the sentence being read.
type reader struct {
	name string
	line int
	cur  Sentence
	out  []Sentence

	passives passives
}

// ReadConllu reads a treebank in CoNLL-U. It is strict: a row without ten
// columns, numbers out of order, a tag that does not exist, a head outside the
// sentence, no root or two are errors that name the file and the line. Empty
// nodes (numbers with a point) are checked and left out, as are enhanced
// dependencies. Passive participles are marked as Passive also where the
// treebank leaves that to their auxiliary.
func ReadConllu(r io.Reader, name string) ([]Sentence, error) {
	p := &reader{name: name}
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), 1<<22)
	for lines.Scan() {
		p.line++
		if err := p.add(strings.TrimSuffix(lines.Text(), "\r")); err != nil {
			return nil, fmt.Errorf("syntax: reading treebank: %s:%d: %w", name, p.line, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("syntax: reading treebank: %s:%d: %w", name, p.line+1, err)
	}
	if err := p.close(); err != nil {
		return nil, fmt.Errorf("syntax: reading treebank: %s:%d: %w", name, p.line, err)
	}
	p.passives.end(p.out)
	return p.out, nil
}

func (p *reader) add(line string) error {
	switch {
	case line == "":
		return p.close()
	case strings.HasPrefix(line, "#"):
		if id, ok := strings.CutPrefix(line, "# sent_id = "); ok {
			p.cur.ID = id
		}
		return nil
	}
	cols := strings.Split(line, "\t")
	if len(cols) != 10 {
		return fmt.Errorf("%d columns instead of 10", len(cols))
	}
	for i, c := range cols {
		if c == "" {
			return fmt.Errorf("column %d is empty", i+1)
		}
	}
	switch {
	case strings.Contains(cols[0], "-"):
		return p.addRange(cols)
	case strings.Contains(cols[0], "."):
		return p.checkEmptyNode(cols[0])
	}
	return p.addWord(cols)
}

func (p *reader) addWord(cols []string) error {
	if n, err := strconv.Atoi(cols[0]); err != nil || n != len(p.cur.Words)+1 {
		return fmt.Errorf("number %q where %d is due", cols[0], len(p.cur.Words)+1)
	}
	tag, ok := ParseTag(cols[3])
	if !ok {
		return fmt.Errorf("unknown part of speech %q", cols[3])
	}
	head, err := strconv.Atoi(cols[6])
	if err != nil || head < 0 {
		return fmt.Errorf("head %q is no number", cols[6])
	}
	if head == len(p.cur.Words)+1 {
		return fmt.Errorf("word %d is its own head", head)
	}
	w := Word{
		Form: cols[1], Lemma: cols[2], Tag: tag, Feats: ParseFeats(cols[5]),
		Head: head - 1, Rel: ParseRel(cols[7]),
	}
	w.Feats |= verbForm(w, cols[4])
	p.passives.see(len(p.cur.Words), w, cols[7])
	p.cur.Words = append(p.cur.Words, w)
	return nil
}

// verbForm returns the form of a verb by the treebank's own tag, where its features do
// not tell it: those of the parallel treebanks of Italian and Portuguese.
func verbForm(w Word, own string) Feats {
	if w.Tag != Verb && w.Tag != Aux || w.Feats.Any(VerbForms) {
		return 0
	}
	switch own {
	case "VB":
		return Infinitive
	case "VBC":
		return Finite
	case "VBG":
		return Gerund
	case "VBN":
		return Participle
	}
	return 0
}

func (p *reader) addRange(cols []string) error {
	first, last, _ := strings.Cut(cols[0], "-")
	from, err1 := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	if err1 != nil || err2 != nil || from != len(p.cur.Words)+1 || to <= from {
		return fmt.Errorf("range %q where one from %d is due", cols[0], len(p.cur.Words)+1)
	}
	if n := len(p.cur.Ranges); n > 0 && p.cur.Ranges[n-1].To >= from {
		return fmt.Errorf("range %q overlaps the one before", cols[0])
	}
	p.cur.Ranges = append(p.cur.Ranges, Range{Form: cols[1], From: from - 1, To: to})
	return nil
}

func (p *reader) checkEmptyNode(id string) error {
	before, after, _ := strings.Cut(id, ".")
	n, err1 := strconv.Atoi(before)
	k, err2 := strconv.Atoi(after)
	if err1 != nil || err2 != nil || n != len(p.cur.Words) || k < 1 {
		return fmt.Errorf("empty node %q where one after %d is due", id, len(p.cur.Words))
	}
	return nil
}

// close checks the sentence as a whole once its last line is read.
func (p *reader) close() error {
	s := p.cur
	p.cur = Sentence{}
	if len(s.Words) == 0 {
		if len(s.Ranges) > 0 {
			return fmt.Errorf("a range without words")
		}
		return nil
	}
	roots := 0
	for i, w := range s.Words {
		if w.Head >= len(s.Words) {
			return fmt.Errorf("word %d has head %d in a sentence of %d words", i+1, w.Head+1, len(s.Words))
		}
		if w.Head < 0 {
			roots++
		}
	}
	if roots != 1 {
		return fmt.Errorf("%d roots instead of one", roots)
	}
	for i := range s.Words {
		if onRing(s.Words, i) {
			return fmt.Errorf("word %d hangs on itself by way of others", i+1)
		}
	}
	if n := len(s.Ranges); n > 0 && s.Ranges[n-1].To > len(s.Words) {
		return fmt.Errorf("range %q goes beyond the sentence", s.Ranges[n-1].Form)
	}
	p.passives.close(len(p.out), s.Words)
	p.out = append(p.out, s)
	return nil
}

// onRing reports whether the way up from word i comes back to it.
func onRing(words []Word, i int) bool {
	at := words[i].Head
	for range words {
		if at < 0 {
			return false
		}
		if at == i {
			return true
		}
		at = words[at].Head
	}
	return false
}
