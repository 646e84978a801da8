// Package parley reads diplomacy out of news: who spoke to whom, when, where,
// at whose request, about what, and who says so.
//
//	reader, err := parley.NewReader()
//	reading, err := reader.Read(ctx, record.Document{Text: text, Published: &day})
package parley

import (
	"context"
	"fmt"
	"io/fs"

	"github.com/parley-news/parley/internal/annotate"
	"github.com/parley-news/parley/internal/extract"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/passage"
	"github.com/parley-news/parley/internal/resolve"
	"github.com/parley-news/parley/packs"
	"github.com/parley-news/parley/record"
	"github.com/parley-news/parley/world"
)

// Reader reads documents. It is read-only once made and safe for concurrent
// use; make one and keep it.
type Reader struct {
	world    *gazetteer.World
	splitter *passage.Splitter
	lexicons map[string]*annotate.Lexicon
}

// Option changes how a Reader is made.
type Option func(*options)

type options struct {
	packs, world fs.FS
}

// WithPacks reads the language packs from another folder than the one that is
// built in.
func WithPacks(fsys fs.FS) Option { return func(o *options) { o.packs = fsys } }

// WithWorld reads the gazetteer from another folder than the one that is built
// in.
func WithWorld(fsys fs.FS) Option { return func(o *options) { o.world = fsys } }

// NewReader loads the language packs and the gazetteer. The error names file,
// line and column of everything that is wrong with them.
func NewReader(opts ...Option) (*Reader, error) {
	o := options{packs: packs.FS, world: world.FS}
	for _, opt := range opts {
		opt(&o)
	}
	w, err := gazetteer.Load(o.world)
	if err != nil {
		return nil, fmt.Errorf("parley: making a reader: %w", err)
	}
	ps, err := language.Load(o.packs)
	if err != nil {
		return nil, fmt.Errorf("parley: making a reader: %w", err)
	}
	r := &Reader{world: w, lexicons: map[string]*annotate.Lexicon{}}
	if r.splitter, err = passage.New(ps); err != nil {
		return nil, fmt.Errorf("parley: making a reader: %w", err)
	}
	for code, p := range ps {
		if r.lexicons[code], err = annotate.NewLexicon(p, w); err != nil {
			return nil, fmt.Errorf("parley: making a reader: %w", err)
		}
	}
	return r, nil
}

// World returns the gazetteer.
func (r *Reader) World() *gazetteer.World { return r.world }

// Read reads one document: its text, and as far as known its id, title, date
// of publication and language. The steps stand here once, in order.
func (r *Reader) Read(ctx context.Context, doc record.Document) (record.Reading, error) {
	if err := ctx.Err(); err != nil {
		return record.Reading{}, fmt.Errorf("parley: reading %s: %w", doc.ID, err)
	}
	published, warnings, err := prepare(&doc)
	if err != nil {
		return record.Reading{}, fmt.Errorf("parley: reading %s: %w", doc.ID, err)
	}
	split := r.splitter.Split(doc.Text, doc.Title, doc.Language)
	describe(&doc, split)
	lx := r.lexicons[doc.Language]
	if lx == nil {
		out := empty(doc)
		out.Comments = append(out.Comments, split.Comments...)
		out.Warnings = append(warnings, record.Warning{Code: "no-pack", Message: "no language pack for '" + doc.Language + "': the document is kept, nothing is read from it"})
		return out, nil
	}
	annotated := annotate.Run(lx, doc.Text, passages(doc), published)
	found := extract.Run(annotated)
	reading := resolve.Read(annotated, found, doc)
	speakingTitle(&reading)
	reading.Comments = append(reading.Comments, split.Comments...)
	reading.Warnings = append(warnings, reading.Warnings...)
	return reading, nil
}
