package syntax

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"strings"
	"testing"
)

// FuzzLoad loads models with a right checksum and anything behind it: what
// loads must analyse.
func FuzzLoad(f *testing.F) {
	head := len(magic) + crc32.Size
	whole := file(f, Options{Rounds: 1})
	f.Add(whole[head:])
	f.Add(whole[head : head+len(whole)/2])
	f.Add([]byte{})
	words := strings.Fields("Le ministre a rencontré son homologue au palais .")
	f.Fuzz(func(t *testing.T, body []byte) {
		in := binary.LittleEndian.AppendUint32([]byte(magic), crc32.Checksum(body, castagnoli))
		m, err := Load(bytes.NewReader(append(in, body...)))
		if err != nil {
			return
		}
		var a Analysis
		m.Analyse(words, &a)
		var tree Tree
		m.Parse(a.AppendTagged(nil), &tree)
		for i := range a.Len() {
			_ = a.Lemma(i)
			_ = tree.Rel(i)
			if tree.Head[i] >= a.Len() {
				t.Fatalf("word %d has head %d", i, tree.Head[i])
			}
		}
	})
}
