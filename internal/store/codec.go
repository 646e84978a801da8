package store

import (
	"encoding/json"
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// Both are safe for several goroutines.
var (
	packer, _   = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	unpacker, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0))
)

// squeeze compresses bytes.
func squeeze(plain []byte) []byte {
	return packer.EncodeAll(plain, make([]byte, 0, len(plain)/3))
}

// unsqueeze is the way back.
func unsqueeze(packed []byte) ([]byte, error) {
	plain, err := unpacker.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("a record in the register cannot be unpacked: %w", err)
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
	if err := json.Unmarshal(plain, record); err != nil {
		return fmt.Errorf("a record in the register cannot be read: %w", err)
	}
	return nil
}
