package view

import (
	"context"
	"fmt"
	"io/fs"
	"strings"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/packs"
	"github.com/parley-news/parley/record"
	"github.com/parley-news/parley/samples"
)

// Read is the page on which a text is read that nobody has to keep.
type Read struct {
	// Text and what else was given with it stand in the form again.
	Text      string `json:"text"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Language  string `json:"language"`
	// Wrong is what is wrong with them: "no-text", "too-long", "no-day", "no-language" or
	// "no-utf8"; "" for nothing.
	Wrong string `json:"wrong"`
	// Read is what was read, nil where there is nothing yet.
	Read *Document `json:"read"`
	// Languages are those that can be read, by their codes.
	Languages []string `json:"languages"`
	// Samples are texts to try it on.
	Samples []Sample `json:"samples"`
	// Empty is true for a register without any entry.
	Empty bool `json:"empty"`
}

// Sample is a text to try reading on, by the name of its file without the ending.
type Sample struct {
	Name     string `json:"name"`
	Language string `json:"language"`
	Title    string `json:"title"`
}

// Read shows the form, with one of the samples in it or "" for none. The error is
// parley.ErrFilter when there is no such sample.
func (m *Maker) Read(ctx context.Context, sample string) (Read, error) {
	v := Read{Languages: languages(), Samples: []Sample{}, Empty: true}
	names, err := fs.Glob(samples.FS, "*.txt")
	if err != nil {
		return Read{}, err
	}
	for _, file := range names {
		text, err := samples.FS.ReadFile(file)
		if err != nil {
			return Read{}, err
		}
		name := strings.TrimSuffix(file, ".txt")
		language, _, _ := strings.Cut(name, "-")
		title, _, _ := strings.Cut(string(text), "\n")
		v.Samples = append(v.Samples, Sample{name, language, title})
		if name == sample {
			v.Text, v.Language = string(text), language
		}
	}
	if sample != "" && v.Text == "" {
		return Read{}, fmt.Errorf("%w: there is no sample %q", parley.ErrFilter, sample)
	}
	for _, err := range m.register.Entries(ctx, parley.Filter{Rejected: true, Limit: 1}) {
		if err != nil {
			return Read{}, err
		}
		v.Empty = false
	}
	return v, nil
}

// Reading shows what was read in a text that is not kept.
func (m *Maker) Reading(r *record.Reading) Document { return documentOf(r) }

// languages are those that have a pack, sorted.
func languages() []string {
	var out []string
	folders, err := fs.ReadDir(packs.FS, ".")
	if err != nil {
		panic(err) // they are part of the program
	}
	for _, f := range folders {
		if f.IsDir() {
			out = append(out, f.Name())
		}
	}
	return out
}
