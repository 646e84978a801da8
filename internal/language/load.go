package language

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"

	"github.com/goccy/go-yaml"

	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/table"
	"github.com/parley-news/parley/internal/text"
)

// ErrPack is the error of a pack that says something unknown or twice.
var ErrPack = errors.New("language: bad pack")

// Load reads every pack: each folder with a pack.yaml. The error joins all
// that is wrong, each with file, line and column.
func Load(fsys fs.FS) (map[string]*Pack, error) {
	files, err := fs.Glob(fsys, "*/pack.yaml")
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("language: loading packs: %w: no folder with a pack.yaml", ErrPack)
	}
	packs := map[string]*Pack{}
	var errs []error
	for _, f := range files {
		p, err := loadPack(fsys, path.Dir(f))
		if err != nil {
			errs = append(errs, err)
			continue
		}
		packs[p.Code] = p
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("language: loading packs: %w", err)
	}
	return packs, nil
}

func loadPack(fsys fs.FS, code string) (*Pack, error) {
	p := &Pack{Code: code}
	if err := readYAML(fsys, path.Join(code, "pack.yaml"), &p.Grammar); err != nil {
		return nil, err
	}
	switch p.Apostrophe {
	case text.Elision, text.Possessive, text.Suffix, text.Letter:
	default:
		return nil, fmt.Errorf("%s/pack.yaml:1:1: %w: apostrophe %q is none of elision, possessive, suffix, letter", code, ErrPack, p.Apostrophe)
	}
	p.Text = text.Rules{Apostrophe: p.Apostrophe, Whole: foldSet(p.Whole), Abbreviations: foldSet(p.Abbreviations)}
	if err := readYAML(fsys, path.Join(code, "frames.yaml"), &p.Frames); err != nil {
		return nil, err
	}
	if err := checkFrames(code, p.Frames); err != nil {
		return nil, err
	}
	l := &packLoader{fsys: fsys, p: p}
	l.tables()
	l.forms()
	if err := errors.Join(l.errs...); err != nil {
		return nil, err
	}
	p.Dates, _ = fs.ReadFile(fsys, path.Join(code, "dates.yaml"))
	p.Noise, _ = fs.ReadFile(fsys, path.Join(code, "noise.yaml"))
	p.Corpus, _ = fs.ReadFile(fsys, path.Join(code, "corpus.yaml"))
	p.Syntax, _ = fs.ReadFile(fsys, path.Join(code, "syntax.model"))
	return p, nil
}

func readYAML(fsys fs.FS, file string, to any) error {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return err
	}
	dec := yaml.NewDecoder(bytes.NewReader(data), yaml.Strict())
	if err := dec.Decode(to); err != nil {
		var at yaml.Error
		if errors.As(err, &at) && at.GetToken() != nil {
			pos := at.GetToken().Position
			return fmt.Errorf("%s:%d:%d: %w: %s", file, pos.Line, pos.Column, ErrPack, at.GetMessage())
		}
		return fmt.Errorf("%s:1:1: %w: %w", file, ErrPack, err)
	}
	return nil
}

func foldSet(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[text.Fold(w)] = true
	}
	return set
}

func checkFrames(code string, frames map[string]Frame) error {
	for _, name := range FrameNames {
		if frames[name] == nil {
			return fmt.Errorf("%s/frames.yaml:1:1: %w: the frame %q is missing", code, ErrPack, name)
		}
	}
	for name, f := range frames {
		for slot, part := range f {
			switch slot {
			case Subject, Object, Possessor, Adjective, Slot(With), Slot(Between), Slot(Of), Slot(To), Slot(By), Slot(In), Slot(From):
			default:
				return fmt.Errorf("%s/frames.yaml:1:1: %w: frame %s has an unknown slot %q", code, ErrPack, name, slot)
			}
			switch part {
			case PartParty, PartHost, PartGuest, PartPlace:
			default:
				return fmt.Errorf("%s/frames.yaml:1:1: %w: frame %s has an unknown part %q", code, ErrPack, name, part)
			}
		}
	}
	return nil
}

// FrameNames are the frames that every pack must have.
var FrameNames = []string{"meet", "with", "tell", "receive", "visit", "invite", "host", "noun", "visit-noun", "letter-noun", "summon"}

type packLoader struct {
	fsys fs.FS
	p    *Pack
	errs []error
}

func (l *packLoader) rows(file string, columns ...string) []table.Row {
	name := path.Join(l.p.Code, file)
	data, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		l.errs = append(l.errs, err)
		return nil
	}
	rows, err := table.Read(name, data, columns...)
	if err != nil {
		l.errs = append(l.errs, err)
	}
	return rows
}

// forms checks that every form can be read, and that none has two meanings in
// one slot.
func (l *packLoader) forms() {
	type slot struct {
		kind Kind
		pos  string
		form string
		only string
	}
	seen := map[slot]*Entry{}
	for i := range l.p.Entries {
		e := &l.p.Entries[i]
		at := fmt.Sprintf("%s:%d:1", e.File, e.Line)
		if _, err := phrase.Parse(e.Form, &l.p.Text); err != nil {
			l.errs = append(l.errs, fmt.Errorf("%s: %w", at, err))
			continue
		}
		s := slot{e.Kind, "", e.Form, fmt.Sprint(e.Only)}
		if e.Cue != nil {
			s.pos = e.Cue.POS + string(e.Cue.Sense)
		}
		if old := seen[s]; old != nil && e.Kind != Seat && e.Kind != Topic {
			l.errs = append(l.errs, fmt.Errorf("%s: %w: %q stands in line %d too", at, ErrPack, e.Form, old.Line))
		}
		seen[s] = e
	}
}
