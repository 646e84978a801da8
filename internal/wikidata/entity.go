package wikidata

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// ErrFormat is the error of input that is not Wikidata's JSON.
var ErrFormat = errors.New("wikidata: wrong format")

// entity is one item as Wikidata exports it, as far as it is used.
type entity struct {
	ID      string                   `json:"id"`
	Labels  map[string]monolingual   `json:"labels"`
	Aliases map[string][]monolingual `json:"aliases"`
	Claims  map[string][]claim       `json:"claims"`
}

type monolingual struct {
	Value string `json:"value"`
}

type claim struct {
	Mainsnak   snak              `json:"mainsnak"`
	Qualifiers map[string][]snak `json:"qualifiers"`
	Rank       string            `json:"rank"`
}

type snak struct {
	Type  string `json:"snaktype"`
	Value struct {
		Value json.RawMessage `json:"value"`
	} `json:"datavalue"`
}

// item returns the item that a value names, "" for another kind of value.
func (s snak) item() string {
	var v struct {
		ID string `json:"id"`
	}
	if json.Unmarshal(s.Value.Value, &v) != nil {
		return ""
	}
	return v.ID
}

func (s snak) text() string {
	var v string
	if json.Unmarshal(s.Value.Value, &v) != nil {
		return ""
	}
	return v
}

// Precisions of Wikidata's times.
const (
	precisionYear  = 9
	precisionMonth = 10
	precisionDay   = 11
)

// day returns a time as the tables write it, as exactly as it is known; "" for one that
// is not known to the year, or before our era.
func (s snak) day() string {
	var v struct {
		Time      string `json:"time"`
		Precision int    `json:"precision"`
	}
	if json.Unmarshal(s.Value.Value, &v) != nil || len(v.Time) < 11 || v.Time[0] != '+' {
		return ""
	}
	switch day := v.Time[1:11]; v.Precision {
	case precisionDay:
		return day
	case precisionMonth:
		return day[:7]
	case precisionYear:
		return day[:4]
	}
	return ""
}

// items returns the items that a property has, the preferred ones alone where there are some.
func (e *entity) items(property string) []string {
	var out []string
	for _, rank := range []string{"preferred", "normal"} {
		for _, c := range e.Claims[property] {
			if id := c.Mainsnak.item(); c.Rank == rank && id != "" {
				out = append(out, id)
			}
		}
		if len(out) > 0 {
			break
		}
	}
	return out
}

// decode reads all entities of a file: an array, one per line, or an object with them
// under "entities".
func decode(r io.Reader, name string, take func(*entity)) error {
	in := bufio.NewReaderSize(r, 1<<20)
	dec := json.NewDecoder(in)
	array, err := opens(in)
	if err != nil {
		return fmt.Errorf("wikidata: reading %s: %w", name, err)
	}
	if array {
		if _, err := dec.Token(); err != nil {
			return fmt.Errorf("wikidata: reading %s: %w: %w", name, ErrFormat, err)
		}
	}
	for n := 1; dec.More(); n++ {
		var e struct {
			entity
			Entities map[string]*entity `json:"entities"`
		}
		if err := dec.Decode(&e); err != nil {
			return fmt.Errorf("wikidata: reading %s: entity %d (byte %d): %w: %w", name, n, dec.InputOffset(), ErrFormat, err)
		}
		if e.ID != "" {
			take(&e.entity)
		}
		for _, id := range sortedKeys(e.Entities) {
			if one := e.Entities[id]; one != nil {
				take(one)
			}
		}
	}
	return nil
}

// opens reports whether a file is an array; one without anything in it is an error.
func opens(in *bufio.Reader) (array bool, err error) {
	for {
		b, err := in.Peek(1)
		if err != nil {
			return false, fmt.Errorf("%w: the file is empty", ErrFormat)
		}
		switch b[0] {
		case ' ', '\t', '\r', '\n':
			in.Discard(1) //nolint:errcheck // it was peeked at
			continue
		case '[':
			return true, nil
		case '{':
			return false, nil
		}
		return false, fmt.Errorf("%w: it begins with %q, not with an entity or a list of them", ErrFormat, b[0])
	}
}
