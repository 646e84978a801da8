package language

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/unicode/norm"

	"github.com/parley-news/parley/internal/phrase"
	"github.com/parley-news/parley/internal/table"
	"github.com/parley-news/parley/internal/text"
)

// ErrPack is the error of a pack that says something unknown or twice.
var ErrPack = errors.New("language: bad pack")

// Load reads every pack: each folder with a pack.yaml. The error joins all
// that is wrong, each with file, line and column.
func Load(fsys fs.FS) (map[string]*Pack, error) {
	packs, err := Outlines(fsys)
	if err != nil {
		return nil, err
	}
	var wait sync.WaitGroup
	errs := make([]error, len(packs))
	for i, code := range slices.Sorted(maps.Keys(packs)) {
		p := packs[code]
		wait.Go(func() { errs[i] = p.complete(fsys) })
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("language: loading packs: %w", err)
	}
	return packs, nil
}

// Outlines reads of every pack only what tells its passages and its language
// from others: Grammar and Noise. Complete reads the rest of one.
func Outlines(fsys fs.FS) (map[string]*Pack, error) {
	files, err := fs.Glob(fsys, "*/pack.yaml")
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("language: loading packs: %w: no folder with a pack.yaml", ErrPack)
	}
	packs := map[string]*Pack{}
	errs := make([]error, len(files))
	var wait sync.WaitGroup
	for i, f := range files {
		p := &Pack{Code: path.Dir(f)}
		packs[p.Code] = p
		wait.Go(func() { errs[i] = p.outline(fsys) })
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("language: loading packs: %w", err)
	}
	return packs, nil
}

// Complete returns a pack with all that its outline lacks, read from the files
// that the outline comes from.
func Complete(fsys fs.FS, outline *Pack) (*Pack, error) {
	p := *outline
	if err := p.complete(fsys); err != nil {
		return nil, fmt.Errorf("language: loading the pack %s: %w", p.Code, err)
	}
	return &p, nil
}

func (p *Pack) outline(fsys fs.FS) error {
	if err := readYAML(fsys, path.Join(p.Code, "pack.yaml"), &p.Grammar); err != nil {
		return err
	}
	switch p.Apostrophe {
	case text.Elision, text.Possessive, text.Suffix, text.Letter:
	default:
		return fmt.Errorf("%s/pack.yaml:1:1: %w: apostrophe %q is none of elision, possessive, suffix, letter", p.Code, ErrPack, p.Apostrophe)
	}
	if p.Order != "" && p.Order != VerbSecond && p.Order != VerbLast {
		return fmt.Errorf("%s/pack.yaml:1:1: %w: order %q is neither verb-second nor verb-last", p.Code, ErrPack, p.Order)
	}
	p.Text = text.Rules{
		Apostrophe: p.Apostrophe, Whole: foldSet(p.Whole), Elided: foldSet(p.Elided), Abbreviations: foldSet(p.Abbreviations),
		Enclitics: text.Enclitics{Words: p.Enclitics.Words, After: p.Enclitics.After, Whole: foldSet(p.Enclitics.Whole)},
		Prefixes:  text.Prefixes{Words: p.Prefixes.Words, Before: foldSet(p.Prefixes.Before)},
		Affixes:   p.Affixes,
		Marked:    markedSet(p.Marked),
		Endings:   map[string]bool{},
	}
	for _, endings := range p.Endings {
		for _, e := range endings {
			p.Text.Endings[text.FoldEnding(e)] = true
		}
	}
	for i, ending := range p.Plurals {
		p.Plurals[i] = text.Fold(ending)
	}
	p.Noise, _ = fs.ReadFile(fsys, path.Join(p.Code, "noise.tsv"))
	return nil
}

func (p *Pack) complete(fsys fs.FS) error {
	if err := readYAML(fsys, path.Join(p.Code, "frames.yaml"), &p.Frames); err != nil {
		return err
	}
	if err := checkFrames(p.Code, p.Frames); err != nil {
		return err
	}
	l := &packLoader{fsys: fsys, p: p}
	l.tables()
	if p.Affixes != nil {
		l.words()
	}
	l.forms()
	if err := errors.Join(l.errs...); err != nil {
		return err
	}
	p.Dates, _ = fs.ReadFile(fsys, path.Join(p.Code, "dates.yaml"))
	p.Syntax, _ = fs.ReadFile(fsys, path.Join(p.Code, "syntax.model"))
	return nil
}

func readYAML(fsys fs.FS, file string, to any) error {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return err
	}
	return DecodeYAML(file, data, to)
}

// DecodeYAML reads a file of a pack: unknown keys are errors, and what is wrong
// has line and column. The decoder is not ours: a panic in it is bad input.
func DecodeYAML(file string, data []byte, to any) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s:1:1: %w: not YAML: %v", file, ErrPack, p)
		}
	}()
	dec := yaml.NewDecoder(bytes.NewReader(data), yaml.Strict())
	if err := dec.Decode(to); err != nil {
		var at yaml.Error
		if errors.As(err, &at) && at.GetToken() != nil && at.GetToken().Position != nil {
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

// markedSet holds words in small letters, with their diacritics.
func markedSet(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[norm.NFC.String(strings.ToLower(w))] = true
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

// forms reads every form, and checks that none has two meanings in one slot.
func (l *packLoader) forms() {
	type slot struct {
		kind  Kind
		pos   string
		sense Sense
		form  string
		only  string
	}
	seen := make(map[slot]int, len(l.p.Entries))
	for i := range l.p.Entries {
		e := &l.p.Entries[i]
		var err error
		if e.Parsed, err = phrase.Parse(e.Form, &l.p.Text); err != nil {
			l.errs = append(l.errs, fmt.Errorf("%s:%d:1: %w", e.File, e.Line, err))
			continue
		}
		s := slot{kind: e.Kind, form: e.Form, only: strings.Join(e.Only, ";")}
		if e.Cue != nil {
			s.pos, s.sense = e.Cue.POS, e.Cue.Sense
		}
		if old, twice := seen[s]; twice && e.Kind != Seat && e.Kind != Topic {
			l.errs = append(l.errs, fmt.Errorf("%s:%d:1: %w: %q stands in line %d too", e.File, e.Line, ErrPack, e.Form, l.p.Entries[old].Line))
		}
		seen[s] = i
	}
}
