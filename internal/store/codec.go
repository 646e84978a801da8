package store

import (
	_ "embed" // for the dictionary
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"github.com/parley-news/parley/record"
)

// dictionary is what records mostly look like; it halves what they take. What was packed
// with it cannot be unpacked without it: another one gets another number, and this one
// stays as it is.
//
//go:embed dictionary/1.jsonl
var dictionary []byte

const dictionaryNumber = 1

// Both are safe for several goroutines. The options are constants: there can be no error.
var (
	packer, _   = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1), zstd.WithEncoderDictRaw(dictionaryNumber, dictionary))
	unpacker, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderDictRaw(dictionaryNumber, dictionary))
)

var errPacked = errors.New("a record in the register cannot be read")

// squeeze compresses bytes.
func squeeze(plain []byte) []byte {
	return packer.EncodeAll(plain, make([]byte, 0, len(plain)/3))
}

// unsqueeze is the way back.
func unsqueeze(packed []byte) ([]byte, error) {
	plain, err := unpacker.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errPacked, err)
	}
	return plain, nil
}

// pack writes a record as JSON, compressed.
func pack(record any) ([]byte, error) {
	plain, err := json.Marshal(record)
	return squeeze(plain), err
}

// unpack reads what pack wrote.
func unpack(packed []byte, record any) error {
	plain, err := unsqueeze(packed)
	if err != nil {
		return err
	}
	return decode(plain, record)
}

func decode(plain []byte, record any) error {
	if err := json.Unmarshal(plain, record); err != nil {
		return fmt.Errorf("%w: %w", errPacked, err)
	}
	return nil
}

// joinReading puts the text of a document before its reading as JSON. Packed together they
// take less, for a reading repeats the words of its text.
func joinReading(r *record.Reading) ([]byte, error) {
	plain, err := json.Marshal(r)
	words := r.Document.Text
	out := binary.AppendUvarint(make([]byte, 0, len(words)+len(plain)+4), uint64(len(words)))
	return append(append(out, words...), plain...), err
}

// partReading takes apart what joinReading made.
func partReading(joined []byte) (words string, plain []byte, err error) {
	n, size := binary.Uvarint(joined)
	if size <= 0 || n > uint64(len(joined)-size) {
		return "", nil, errPacked
	}
	end := size + int(n)
	return string(joined[size:end]), joined[end:], nil
}

// readReading reads a reading with its text.
func readReading(joined []byte) (r record.Reading, err error) {
	words, plain, err := partReading(joined)
	if err != nil {
		return r, err
	}
	err = decode(plain, &r)
	r.Document.Text = words
	return r, err
}

// unpackReading reads a packed reading with its text.
func unpackReading(packed []byte) (record.Reading, error) {
	joined, err := unsqueeze(packed)
	if err != nil {
		return record.Reading{}, err
	}
	return readReading(joined)
}
