// Command parley-train learns the syntax model of a language from treebanks.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/parley-news/parley/internal/syntax"
)

const usage = `Parley-train learns the syntax model of a language from treebanks in CoNLL-U.

Usage:
  parley-train --lang fr --out packs/fr/syntax.model FILE.conllu...

Every tenth sentence of all files together is kept from training; the model is
measured on those, and the figures are printed. With --test FILE they are
measured on that file instead and all sentences are trained on. The same files
in the same order, with the same options, give the same model byte by byte.

Options:
  --lang NAME      language of the treebanks, for the report (required)
  --out FILE       where to write the model; without it nothing is written
  --test FILE      measure on this treebank
  --hold-out N     keep every Nth sentence from training, 0 for none (10)
  --fold K         which one of each N: 0 to N-1 (0)
  --rounds N       rounds over the sentences (10)
  --seed N         of the order of sentences (1)
  --measure MODEL  do not train: measure this model on the sentences held out
  --help           this text

Examples:
  parley-train --lang ro --out packs/ro/syntax.model RRT/*.conllu
  parley-train --lang en --test pud.conllu ewt-train.conllu
  parley-train --lang fr --measure packs/fr/syntax.model GSD/*.conllu
`

func main() {
	switch err := run(os.Args[1:], os.Stdout, os.Stderr); {
	case errors.Is(err, flag.ErrHelp):
	case err != nil:
		fmt.Fprintln(os.Stderr, "parley-train:", err)
		os.Exit(1)
	}
}

// job is what the command line asks for.
type job struct {
	lang, out, test, measure string
	holdOut, fold            int
	files                    []string
	options                  syntax.Options
}

func parseArgs(args []string, stdout, stderr io.Writer) (job, error) {
	var j job
	flags := flag.NewFlagSet("parley-train", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&j.lang, "lang", "", "")
	flags.StringVar(&j.out, "out", "", "")
	flags.StringVar(&j.test, "test", "", "")
	flags.StringVar(&j.measure, "measure", "", "")
	flags.IntVar(&j.holdOut, "hold-out", 10, "")
	flags.IntVar(&j.fold, "fold", 0, "")
	flags.IntVar(&j.options.Rounds, "rounds", 0, "")
	flags.Uint64Var(&j.options.Seed, "seed", 0, "")
	flags.Usage = func() { fmt.Fprint(stdout, usage) }
	if err := flags.Parse(args); err != nil {
		return job{}, err
	}
	j.files = flags.Args()
	switch {
	case j.lang == "":
		return job{}, errors.New("--lang is missing; see --help")
	case len(j.files) == 0:
		return job{}, errors.New("no treebank given; see --help")
	case j.holdOut < 0 || j.fold < 0 || j.options.Rounds < 0:
		return job{}, errors.New("a number below 0; see --help")
	case j.holdOut == 1:
		return job{}, errors.New("--hold-out 1 leaves nothing to train on")
	}
	return j, nil
}

func run(args []string, stdout, stderr io.Writer) error {
	j, err := parseArgs(args, stdout, stderr)
	if err != nil {
		return err
	}
	sentences, err := readAll(j.files)
	if err != nil {
		return err
	}
	train, held := syntax.HoldOut(sentences, j.holdOut, j.fold)
	if j.test != "" {
		train = sentences
		if held, err = readAll([]string{j.test}); err != nil {
			return err
		}
	}
	m, err := j.model(train, stderr)
	if err != nil {
		return err
	}
	if j.measure == "" {
		fmt.Fprintf(stdout, "%s: trained on %d sentences\n", j.lang, len(train))
	}
	if len(held) > 0 {
		return syntax.Measure(m, held).Print(stdout)
	}
	return nil
}

// model loads the model that --measure names, or trains and writes one.
func (j job) model(train []syntax.Sentence, stderr io.Writer) (*syntax.Model, error) {
	if j.measure != "" {
		f, err := os.Open(j.measure)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return syntax.Load(f)
	}
	j.options.Progress = func(step string) { fmt.Fprintf(stderr, "%s: learning %s\n", j.lang, step) }
	m, err := syntax.Train(train, j.options)
	if err != nil {
		return nil, err
	}
	if j.out != "" {
		err = write(m, j.out)
	}
	return m, err
}

// write replaces the file at path in one step, so that a reader never meets
// half a model.
func write(m *syntax.Model, path string) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".syntax-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if err := errors.Join(m.Save(f), f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

func readAll(files []string) ([]syntax.Sentence, error) {
	var all []syntax.Sentence
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		s, err := syntax.ReadConllu(f, name)
		if err = errors.Join(err, f.Close()); err != nil {
			return nil, err
		}
		all = append(all, s...)
	}
	return all, nil
}
