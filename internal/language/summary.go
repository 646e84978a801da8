package language

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"

	"github.com/parley-news/parley/internal/table"
)

// Summary is what a pack holds and how well it reads.
type Summary struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	Native string `json:"native"`
	Script string `json:"script"`
	// Forms are all single forms of the tables, Cues those of them that are cues.
	Forms int `json:"forms"`
	Cues  int `json:"cues"`
	// Phrases must give what the corpus says, NearMisses nothing.
	Phrases    int `json:"phrases"`
	NearMisses int `json:"near_misses"`
	// Bytes is the size of the files of the pack.
	Bytes int64 `json:"bytes"`
	// Model describes the syntax model, nil where none ships.
	Model *ModelNote `json:"model"`
	// Gold holds the figures last measured, nil where none were.
	Gold *Measured `json:"gold"`
}

// Measured are the figures of a pack on a gold set, 0 to 1, as parley score gives them.
type Measured struct {
	Documents int     `json:"documents"`
	Contact   float64 `json:"contact"`
	Exact     float64 `json:"contact_exact"`
	People    float64 `json:"people"`
	Date      float64 `json:"date"`
	Statement float64 `json:"statement"`
}

// Figures returns the figures in the order of MeasuredNames.
func (m *Measured) Figures() []float64 {
	return []float64{m.Contact, m.Exact, m.People, m.Date, m.Statement}
}

// MeasuredFile is the table of figures beside the packs.
const MeasuredFile = "measured.tsv"

// MeasuredColumns are its columns, MeasuredNames the figures of parley score in them.
var (
	MeasuredColumns = []string{"language", "documents", "contact", "exact", "people", "date", "statement"}
	MeasuredNames   = []string{"contact.f1", "contact.exact.f1", "contact.people.f1", "contact.date", "statement.f1"}
)

// Summaries reads all packs and sums them up, by code.
func Summaries(fsys fs.FS) ([]Summary, error) {
	packs, err := Load(fsys)
	if err != nil {
		return nil, err
	}
	measured, err := figures(fsys)
	if err != nil {
		return nil, fmt.Errorf("language: reading figures: %w", err)
	}
	out := make([]Summary, 0, len(packs))
	for _, code := range slices.Sorted(maps.Keys(packs)) {
		s, err := packs[code].summary(fsys)
		if err != nil {
			return nil, fmt.Errorf("language: summing up %s: %w", code, err)
		}
		s.Gold = measured[code]
		out = append(out, s)
	}
	return out, nil
}

func (p *Pack) summary(fsys fs.FS) (Summary, error) {
	s := Summary{Code: p.Code, Name: p.Name, Native: p.Native, Script: p.Script, Forms: len(p.Entries)}
	for i := range p.Entries {
		if p.Entries[i].Kind == Cue {
			s.Cues++
		}
	}
	if p.Syntax != nil {
		s.Model = &p.Model
	}
	var corpus struct {
		Published any   `yaml:"published"`
		Phrases   []any `yaml:"phrases"`
		NoMatch   []any `yaml:"no_match"`
	}
	if err := readYAML(fsys, path.Join(p.Code, "corpus.yaml"), &corpus); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return s, err
	}
	s.Phrases, s.NearMisses = len(corpus.Phrases), len(corpus.NoMatch)
	err := fs.WalkDir(fsys, p.Code, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			s.Bytes += info.Size()
		}
		return err
	})
	return s, err
}

// figures reads the figures last measured, by language; packs need have none.
func figures(fsys fs.FS) (map[string]*Measured, error) {
	data, err := fs.ReadFile(fsys, MeasuredFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	rows, err := table.Read(MeasuredFile, data, MeasuredColumns...)
	if err != nil {
		return nil, err
	}
	out := map[string]*Measured{}
	for _, r := range rows {
		m := &Measured{}
		if m.Documents, err = strconv.Atoi(r.Cells[1]); err != nil {
			return nil, r.At(1, fmt.Errorf("%w: %q is no number of documents", ErrPack, r.Cells[1]))
		}
		for i, to := range []*float64{&m.Contact, &m.Exact, &m.People, &m.Date, &m.Statement} {
			if *to, err = strconv.ParseFloat(r.Cells[i+2], 64); err != nil || *to < 0 || *to > 1 {
				return nil, r.At(i+2, fmt.Errorf("%w: %q is no figure from 0 to 1", ErrPack, r.Cells[i+2]))
			}
		}
		out[r.Cells[0]] = m
	}
	return out, nil
}
