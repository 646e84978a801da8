package command

import (
	"context"
	"io"
	"io/fs"
	"iter"
	"os"
	"sync"
	"time"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/source"
	"github.com/parley-news/parley/packs"
	"github.com/parley-news/parley/record"
	"github.com/parley-news/parley/world"
)

// wire connects the commands with the packages that do the work.
func (a *app) wire() {
	a.open = func(ctx context.Context, in io.Reader, i input) iter.Seq2[record.Document, error] {
		return source.Open(ctx, i.paths, in, source.Options{Published: i.published, Language: i.language, Repeats: i.repeats, Got: i.got})
	}
	a.worldFiles = func() fs.FS {
		if a.worldDir != "" {
			return os.DirFS(a.worldDir)
		}
		return world.FS
	}
	a.newReader = sync.OnceValues(func() (parley.DocumentReader, error) { return parley.NewReader(parley.WithWorld(a.worldFiles())) })
	a.world = func() (*gazetteer.World, error) { return gazetteer.Load(a.worldFiles()) }
	a.now, a.size, a.user = time.Now, source.Size, loginName
	a.languages = packLanguages
	a.packNames = sync.OnceValues(func() (language.Names, error) { return language.ReadNames(packs.FS) })
	a.summaries = func() ([]language.Summary, error) { return language.Summaries(packs.FS) }
}

// packLanguages lists the languages that have a pack, sorted.
func packLanguages() []string {
	var out []string
	entries, err := fs.ReadDir(packs.FS, ".")
	if err != nil {
		panic(err) // the folder is part of the binary
	}
	for _, e := range entries {
		if e.IsDir() {
			out = append(out, e.Name())
		}
	}
	return out
}
