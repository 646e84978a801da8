package command

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/parley-news/parley/record"
)

// provisional reads JSON Lines or one text, until package source is there.
func provisional(_ context.Context, in io.Reader, i input) iter.Seq2[record.Document, error] {
	return func(yield func(record.Document, error) bool) {
		for _, p := range i.paths {
			var data []byte
			var err error
			if p == "-" {
				data, err = io.ReadAll(in)
			} else {
				data, err = os.ReadFile(p)
			}
			if err != nil {
				if !yield(record.Document{}, err) {
					return
				}
				continue
			}
			if !bytes.HasPrefix(data, []byte("{")) {
				d := record.Document{ID: p, Text: string(data), Language: i.language}
				if i.published != "" {
					d.Published = &i.published
				}
				if !yield(d, nil) {
					return
				}
				continue
			}
			sc := bufio.NewScanner(bytes.NewReader(data))
			sc.Buffer(nil, 1<<28)
			for n := 1; sc.Scan(); n++ {
				d := record.Document{Language: i.language}
				if i.published != "" {
					d.Published = &i.published
				}
				v := struct {
					*record.Document
					Text string `json:"text"`
				}{Document: &d}
				err := json.Unmarshal(sc.Bytes(), &v)
				d.Text = v.Text
				if err != nil {
					err = fmt.Errorf("%s:%d: %w", p, n, err)
				}
				if !yield(d, err) {
					return
				}
			}
		}
	}
}
