package source

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/parley-news/parley/record"
)

// DefaultLimit is the size in bytes beyond which a text file or a line of JSON
// Lines is not read.
const DefaultLimit = 64 << 20

// stdinName stands for standard input in messages.
const stdinName = "standard input"

// Options are what is known of all documents that do not say it themselves.
type Options struct {
	// Published is a day, "2006-01-02"; Language an ISO 639 code.
	Published string
	Language  string
	// Limit is in bytes; 0 stands for DefaultLimit.
	Limit int
	// Repeats lets a document come more than once, with the same text or another; else
	// only the first one is yielded, and an error for each further one.
	Repeats bool
	// Got is told how many bytes of files have been read since it was last told; nil for
	// nobody.
	Got func(bytes int)
}

// Open reads files, folders (recursively, in order of name; hidden ones are
// passed over) and, for "-" or without any path, standard input. It yields
// each document as it is read, or an *Error, and goes on after errors; when
// the context ends it yields the context's error and stops. It can be ranged
// over once where standard input is read.
func Open(ctx context.Context, paths []string, stdin io.Reader, opts Options) iter.Seq2[record.Document, error] {
	return func(yield func(record.Document, error) bool) {
		r := &reader{ctx: ctx, yield: yield, opts: opts, seen: map[digest]digest{}}
		if r.opts.Limit <= 0 {
			r.opts.Limit = DefaultLimit
		}
		if !r.defaults() {
			return
		}
		if len(paths) == 0 {
			paths = []string{"-"}
		}
		for _, p := range paths {
			if r.done() {
				return
			}
			if p == "-" {
				r.any(stdinName, stdin)
				continue
			}
			r.path(p)
		}
	}
}

// digest is the first bytes of a SHA-256: enough to tell documents apart
// without keeping their names.
type digest [12]byte

// reader hands documents and errors on until nobody wants more.
type reader struct {
	ctx     context.Context //nolint:containedctx // lives as long as one range statement
	yield   func(record.Document, error) bool
	opts    Options
	seen    map[digest]digest // id → text
	stopped bool
}

func (r *reader) done() bool {
	if r.stopped {
		return true
	}
	if err := r.ctx.Err(); err != nil {
		r.stopped = true
		r.yield(record.Document{}, err)
	}
	return r.stopped
}

func (r *reader) fail(e *Error) {
	if !r.stopped {
		r.stopped = !r.yield(record.Document{}, e)
	}
}

// defaults checks the options and reports whether they can be used.
func (r *reader) defaults() bool {
	var err error
	if r.opts.Published != "" {
		if r.opts.Published, err = day(r.opts.Published); err != nil {
			r.fail(&Error{Reason: "the default date " + err.Error(), Mend: mendDate})
			return false
		}
	}
	if r.opts.Language != "" {
		if r.opts.Language, err = languageCode(r.opts.Language); err != nil {
			r.fail(&Error{Reason: "the default language " + err.Error(), Mend: mendLanguage})
			return false
		}
	}
	return true
}

// path reads a file or a folder that was asked for by name.
func (r *reader) path(p string) {
	info, err := os.Stat(p)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.fail(&Error{File: p, Reason: "there is no such file or folder", Mend: "check the path", Err: err})
	case err != nil:
		r.unreadable(p, err)
	case info.IsDir():
		r.folder(p)
	default:
		r.file(p)
	}
}

// folder reads the files of known kinds below a folder.
func (r *reader) folder(root string) {
	files := 0
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		switch {
		case r.done():
			return filepath.SkipAll
		case err != nil:
			r.unreadable(p, err)
			if d != nil && d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		case hidden(root, p, d) && d.IsDir():
			return filepath.SkipDir
		case hidden(root, p, d) || d.IsDir() || !known(p):
			return nil
		}
		files++
		r.file(p)
		return nil
	})
	if err != nil {
		r.unreadable(root, err)
	}
	if files == 0 && !r.stopped {
		r.fail(&Error{File: root, Reason: "the folder holds no document", Mend: "put files with the endings .txt, .md, .jsonl or .json there"})
	}
}

func hidden(root, p string, d fs.DirEntry) bool { return p != root && strings.HasPrefix(d.Name(), ".") }

func known(p string) bool {
	switch strings.ToLower(filepath.Ext(p)) {
	case ".txt", ".md", ".jsonl", ".json":
		return true
	}
	return false
}

func (r *reader) file(p string) {
	opened, err := os.Open(p) //nolint:gosec // the user named it
	if err != nil {
		r.unreadable(p, err)
		return
	}
	defer opened.Close()
	f := counting{opened, r.opts.Got}
	switch strings.ToLower(filepath.Ext(p)) {
	case ".txt", ".md":
		r.plain(p, f)
	case ".jsonl", ".ndjson":
		r.lines(p, buffered(f))
	default:
		r.any(p, f)
	}
}

func (r *reader) unreadable(p string, err error) {
	e := &Error{File: p, Reason: "it cannot be read: " + err.Error(), Err: err}
	var path *fs.PathError
	if errors.As(err, &path) {
		e.Reason = "it cannot be read: " + path.Err.Error()
	}
	if errors.Is(err, fs.ErrPermission) {
		e.Mend = "give yourself the right to read it"
	}
	r.fail(e)
}
