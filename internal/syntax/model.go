package syntax

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"sync"
)

// A Model analyses sentences of one language. It never changes once loaded and
// is safe for concurrent use.
type Model struct {
	letters letters
	tagger  tagger
	lemmas  lemmatiser
	parser  table
	moves   func() *moveTable // of parser, unpacked when first asked for
	labels  table
}

// magic opens a model file; its last character is the version of the format.
const magic = "parley syntax 1\n"

// Load reads a model that Save wrote; see Decode.
func Load(r io.Reader) (*Model, error) {
	file, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("syntax: reading model: %w", err)
	}
	return Decode(file)
}

// Decode makes a model of a file that Save wrote. A file that is damaged, cut short or of
// another version is an error. Nothing is unpacked: the weights stay as they lie in the file,
// which the model keeps.
func Decode(file []byte) (*Model, error) {
	m, err := decode(file)
	if err != nil {
		return nil, fmt.Errorf("syntax: reading model: %w", err)
	}
	return m, nil
}

func decode(file []byte) (*Model, error) {
	body, ok := bytes.CutPrefix(file, []byte(magic))
	if !ok {
		return nil, fmt.Errorf("no model of this version: it begins with %q", file[:min(len(file), len(magic))])
	}
	d := &decoder{rest: body}
	if sum := d.uint32(); d.err == nil && sum != crc32.Checksum(d.rest, castagnoli) {
		return nil, fmt.Errorf("the checksum does not match: the file is damaged")
	}
	m := &Model{letters: letters(d.uint8())}
	err := m.tagger.decode(d)
	if err == nil {
		err = m.lemmas.decode(d)
	}
	if err == nil {
		var parser table
		parser, err = readTable(d, moveCount)
		m.setParser(parser)
	}
	if err == nil {
		m.labels, err = readTable(d, relCount)
	}
	if err == nil && len(d.rest) > 0 {
		err = fmt.Errorf("%d bytes too many", len(d.rest))
	}
	return m, err
}

func (m *Model) setParser(t table) {
	m.parser = t
	m.moves = sync.OnceValue(func() *moveTable { return unpackMoves(&m.parser) })
}

// castagnoli is the polynomial that processors have an instruction for.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Save writes the model. The same model gives the same bytes.
func (m *Model) Save(w io.Writer) error {
	body := []byte{byte(m.letters)}
	body = m.tagger.appendTo(body)
	body = m.lemmas.appendTo(body)
	body = m.parser.appendTo(body)
	body = m.labels.appendTo(body)
	head := binary.LittleEndian.AppendUint32([]byte(magic), crc32.Checksum(body, castagnoli))
	for _, part := range [][]byte{head, body} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("syntax: writing model: %w", err)
		}
	}
	return nil
}
