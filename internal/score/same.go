package score

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// GoldEntry is one contact in several documents of a set: a line of same.jsonl.
type GoldEntry struct {
	Entry   string       `json:"entry"`
	Members []GoldMember `json:"members"`
	// Life is empty where it is not to be judged.
	Life        []GoldStep         `json:"life"`
	Divergences []EntryDisagreeing `json:"divergences"`
	// OnlyOneSide is kept for the reader of the set; nothing is measured by it.
	OnlyOneSide []EntryDisagreeing `json:"only_one_side"`
}

// GoldMember names a contact of the gold: ["document", "key"].
type GoldMember [2]string

// GoldStep is one step in the life of an entry, and the document that first
// tells of it.
type GoldStep struct {
	Status   string `json:"status"`
	Document string `json:"document"`
}

// EntryDisagreeing is a field of an entry and what each side says of it.
type EntryDisagreeing struct {
	Field string            `json:"field"`
	Sides map[string]string `json:"sides"`
}

// LoadSame reads same.jsonl of a gold set: which contacts of set are one. It is
// empty when the folder has no such file. Every contact of the set stands in one
// entry; anything else is an error that names file and line.
func LoadSame(folder string, set []Gold) ([]GoldEntry, error) {
	name := filepath.Join(folder, "same.jsonl")
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readSame(f, name, set)
}

func readSame(in io.Reader, name string, set []Gold) ([]GoldEntry, error) {
	check := newSameCheck(set)
	var same []GoldEntry
	err := eachLine(in, name, func(line []byte) error {
		var e GoldEntry
		d := json.NewDecoder(bytes.NewReader(line))
		d.DisallowUnknownFields()
		if err := d.Decode(&e); err != nil {
			return fmt.Errorf("%w: %w", ErrFormat, err)
		}
		if d.More() {
			return fmt.Errorf("%w: more than one entry on a line", ErrFormat)
		}
		if err := check.entry(&e); err != nil {
			return fmt.Errorf("%w: %w", ErrFormat, err)
		}
		same = append(same, e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, g := range set {
		for _, c := range g.Contacts {
			if check.of[GoldMember{g.ID, c.Key}] == "" {
				return nil, fmt.Errorf("%s: %w: %s %s stands in no entry", name, ErrFormat, g.ID, c.Key)
			}
		}
	}
	return same, nil
}

// sameCheck knows the contacts of a set, and the entry of those seen so far.
type sameCheck struct {
	of        map[GoldMember]string // "" for a contact not seen yet
	documents map[string]bool
	entries   map[string]bool
}

func newSameCheck(set []Gold) *sameCheck {
	c := &sameCheck{map[GoldMember]string{}, map[string]bool{}, map[string]bool{}}
	for _, g := range set {
		c.documents[g.ID] = true
		for _, k := range g.Contacts {
			c.of[GoldMember{g.ID, k.Key}] = ""
		}
	}
	return c
}

func (c *sameCheck) entry(e *GoldEntry) error {
	switch {
	case e.Entry == "":
		return errors.New("an entry without a name")
	case c.entries[e.Entry]:
		return fmt.Errorf("there is an entry %s already", e.Entry)
	case len(e.Members) == 0:
		return fmt.Errorf("%s has no members", e.Entry)
	}
	c.entries[e.Entry] = true
	for _, m := range e.Members {
		of, known := c.of[m]
		if !known {
			return fmt.Errorf("%s has the member %s %s, which gold.jsonl does not have", e.Entry, m[0], m[1])
		}
		if of != "" {
			return fmt.Errorf("%s has the member %s %s, which stands in %s already", e.Entry, m[0], m[1], of)
		}
		c.of[m] = e.Entry
	}
	for _, s := range e.Life {
		if !slices.Contains(record.Statuses, s.Status) {
			return fmt.Errorf("%s has a step with the status %q; use one of %s", e.Entry, s.Status, strings.Join(record.Statuses, ", "))
		}
		if !c.documents[s.Document] {
			return fmt.Errorf("%s has a step of the document %q, which gold.jsonl does not have", e.Entry, s.Document)
		}
	}
	for _, d := range append(slices.Clone(e.Divergences), e.OnlyOneSide...) {
		if !slices.Contains(record.Fields, d.Field) {
			return fmt.Errorf("%s differs on %q; use one of %s", e.Entry, d.Field, strings.Join(record.Fields, ", "))
		}
		if len(d.Sides) < 2 {
			return fmt.Errorf("%s differs on %s with fewer than two sides", e.Entry, d.Field)
		}
	}
	return nil
}

// Within keeps the entries all of whose documents are in the set. One that lies
// in it only in part cannot be judged.
func Within(same []GoldEntry, set []Gold) []GoldEntry {
	in := map[string]bool{}
	for _, g := range set {
		in[g.ID] = true
	}
	return slices.DeleteFunc(slices.Clone(same), func(e GoldEntry) bool {
		return slices.ContainsFunc(e.Members, func(m GoldMember) bool { return !in[m[0]] })
	})
}
