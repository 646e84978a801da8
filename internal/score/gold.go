package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/parley-news/parley/record"
)

// ErrFormat is the error of a gold set or an output that is not as it must be.
var ErrFormat = errors.New("score: wrong format")

// Gold is what a careful reader wrote down of one document.
type Gold struct {
	ID        string  `json:"id"`
	Language  string  `json:"language"`
	Published *string `json:"published"`
	URL       *string `json:"url"`
	// NotReport holds the first words of every line that is not the report.
	NotReport   []string         `json:"not_report"`
	Contacts    []GoldContact    `json:"contacts"`
	Statements  []GoldStatement  `json:"statements"`
	Divergences []GoldDivergence `json:"divergences"`
	// Text is the document, from texts/<id>.txt.
	Text string `json:"-"`
}

// GoldContact is one contact of the gold.
type GoldContact struct {
	Key        string     `json:"key"`
	Kind       string     `json:"kind"`
	Status     string     `json:"status"`
	Parties    []string   `json:"parties"`
	People     []string   `json:"people"`
	Date       *Days      `json:"date"`
	Place      *string    `json:"place"`
	Initiator  *string    `json:"initiator"`
	Topics     []string   `json:"topics"`
	About      []string   `json:"about"`
	ReportedBy [][]string `json:"reported_by"`
	Main       bool       `json:"main"`
}

// Days is an interval of days, both included.
type Days struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// GoldStatement is one stretch of reported speech.
type GoldStatement struct {
	Speaker string   `json:"speaker"`
	Country *string  `json:"country"`
	Kind    string   `json:"kind"`
	Act     string   `json:"act"`
	Via     []string `json:"via"`
	// Anchor is some words of it, exactly as they stand in the text.
	Anchor string `json:"anchor"`
}

// GoldDivergence is a field of a contact on which two sides differ.
type GoldDivergence struct {
	Contact string            `json:"contact"`
	Field   string            `json:"field"`
	Sides   map[string]string `json:"sides"`
}

// Load reads a gold set: a folder with gold.jsonl and texts/<id>.txt.
func Load(folder string) ([]Gold, error) {
	name := filepath.Join(folder, "gold.jsonl")
	set, err := load(os.DirFS(folder), name)
	if errors.Is(err, errNoGold) {
		return nil, fmt.Errorf("%s is not there; a gold set is a folder with gold.jsonl and texts/", name)
	}
	return set, err
}

var errNoGold = errors.New("no gold.jsonl")

// load reads a gold set; name is how errors call its gold.jsonl.
func load(folder fs.FS, name string) ([]Gold, error) {
	f, err := folder.Open("gold.jsonl")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errNoGold
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var set []Gold
	err = eachLine(f, name, func(line []byte) error {
		var g Gold
		if err := json.Unmarshal(line, &g); err != nil {
			return err
		}
		if err := g.check(); err != nil {
			return err
		}
		text, err := fs.ReadFile(folder, path.Join("texts", g.ID+".txt"))
		if err != nil {
			return fmt.Errorf("the text of %s cannot be read: %w", g.ID, err)
		}
		// Anchors know only one kind of line break.
		g.Text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(text))
		set = append(set, g)
		return nil
	})
	return set, err
}

// check refuses what could never be matched: a slip of the pen in a word of a
// closed list would otherwise pass for a miss of the program.
func (g *Gold) check() error {
	if g.ID == "" {
		return fmt.Errorf("%w: a document without id", ErrFormat)
	}
	for _, c := range g.Contacts {
		if !slices.Contains(record.Kinds, c.Kind) {
			return fmt.Errorf("%w: %s %s has the kind %q; use one of %s", ErrFormat, g.ID, c.Key, c.Kind, strings.Join(record.Kinds, ", "))
		}
		if !slices.Contains(record.Statuses, c.Status) {
			return fmt.Errorf("%w: %s %s has the status %q; use one of %s", ErrFormat, g.ID, c.Key, c.Status, strings.Join(record.Statuses, ", "))
		}
	}
	for _, s := range g.Statements {
		if !slices.Contains(record.Acts, s.Act) {
			return fmt.Errorf("%w: %s has a statement with the act %q; use one of %s", ErrFormat, g.ID, s.Act, strings.Join(record.Acts, ", "))
		}
	}
	return nil
}

// Readings reads readings as "parley read --format jsonl" prints them, by the
// id of their document. Name stands in errors.
func Readings(in io.Reader, name string) (map[string]record.Reading, error) {
	out := map[string]record.Reading{}
	err := eachLine(in, name, func(line []byte) error {
		var r record.Reading
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		out[r.Document.ID] = r
		return nil
	})
	return out, err
}

// eachLine hands on the lines that are not blank; an error gets their place.
func eachLine(in io.Reader, name string, each func([]byte) error) error {
	r := bufio.NewReaderSize(in, 1<<16)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return fmt.Errorf("%s: %w", name, err)
		}
		if len(bytes.TrimSpace(line)) > 0 {
			if err := each(line); err != nil {
				return fmt.Errorf("%s:%d: %w", name, n, err)
			}
		}
		if err == io.EOF {
			return nil
		}
	}
}
