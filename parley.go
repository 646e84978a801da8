// Package parley reads diplomacy out of news: who spoke to whom, when, where,
// at whose request, about what, and who says so.
//
//	reader, err := parley.NewReader()
//	reading, err := reader.Read(ctx, record.Document{Text: text, Published: &day})
//
// A register keeps it in a file, and makes one entry of all that is said of one contact:
//
//	register, err := parley.OpenRegister(ctx, "my.parley")
//	added, err := register.Add(ctx, documents, parley.Adding{})
//	for entry, err := range register.Entries(ctx, parley.Filter{Parties: []string{"FRA"}}) { ... }
package parley

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

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
	lexicons map[string]func() (*annotate.Lexicon, error)
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
// line and column of everything that is wrong with them. The packs that are
// built in are known to be sound: each is compiled when the first document in
// its language is read.
func NewReader(opts ...Option) (*Reader, error) {
	o := options{packs: packs.FS, world: world.FS}
	for _, opt := range opts {
		opt(&o)
	}
	r := &Reader{lexicons: map[string]func() (*annotate.Lexicon, error){}}
	var worldErr error
	var wait sync.WaitGroup
	wait.Go(func() { r.world, worldErr = gazetteer.Load(o.world) })
	ps, err := language.Outlines(o.packs)
	if err == nil {
		r.splitter, err = passage.New(ps)
	}
	wait.Wait()
	if err := errors.Join(worldErr, err); err != nil {
		return nil, fmt.Errorf("parley: making a reader: %w", err)
	}
	for code, outline := range ps {
		r.lexicons[code] = sync.OnceValues(func() (*annotate.Lexicon, error) { return compile(o.packs, outline, r.world) })
	}
	if o.packs != packs.FS || o.world != world.FS {
		if err := r.compileAll(); err != nil {
			return nil, fmt.Errorf("parley: making a reader: %w", err)
		}
	}
	return r, nil
}

func compile(files fs.FS, outline *language.Pack, w *gazetteer.World) (*annotate.Lexicon, error) {
	p, err := language.Complete(files, outline)
	if err != nil {
		return nil, err
	}
	return annotate.NewLexicon(p, w)
}

// compileAll compiles every pack.
func (r *Reader) compileAll() error {
	codes := slices.Sorted(maps.Keys(r.lexicons))
	errs := make([]error, len(codes))
	var wait sync.WaitGroup
	for i, code := range codes {
		wait.Go(func() { _, errs[i] = r.lexicons[code]() })
	}
	wait.Wait()
	return errors.Join(errs...)
}

// World returns the gazetteer.
func (r *Reader) World() *gazetteer.World { return r.world }

// noPack is the warning code of a document in a language that is not read.
const noPack = "no-pack"

// unread says why nothing was read from a document.
func (r *Reader) unread(language string) record.Warning {
	known := strings.Join(slices.Sorted(maps.Keys(r.lexicons)), ", ")
	if language == "" {
		return record.Warning{Code: noPack, Message: "nothing was read: which language is it? Parley reads " + known}
	}
	return record.Warning{Code: noPack, Message: "nothing was read: the language is " + language + "; Parley reads " + known}
}

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
	lexicon := r.lexicons[doc.Language]
	if lexicon == nil {
		out := empty(doc)
		out.Comments = append(out.Comments, split.Comments...)
		out.Warnings = append(out.Warnings, r.unread(doc.Language))
		return out, nil
	}
	lx, err := lexicon()
	if err != nil {
		return record.Reading{}, fmt.Errorf("parley: reading %s: %w", doc.ID, err)
	}
	if published.IsZero() {
		published = dateline(lx, &doc, warnings)
	}
	annotated := annotate.Run(lx, doc.Text, passages(doc), published)
	defer annotated.Done()
	found := extract.Run(annotated)
	reading := resolve.Read(annotated, found, doc)
	speakingTitle(&reading)
	reading.Comments = append(reading.Comments, split.Comments...)
	reading.Warnings = append(warnings, reading.Warnings...)
	return reading, nil
}
