// Command parley-generate writes made-up documents for benchmarks and tests.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/generate"
	"github.com/parley-news/parley/world"
)

const usage = `Parley-generate writes made-up documents for benchmarks and tests, one per line.

Usage:
  parley-generate --count 100000 --seed 1 > docs.jsonl

They tell of contacts that never took place between those who held the offices on
the day: they are no news, and not to be passed on as such. The same options give
the same documents.

Options:
  --count N         how many documents (1000)
  --seed N          which ones (1)
  --first DAY       day of the first contacts (2012-01-01)
  --per-day N       contacts of one day (200)
  --most-told N     by how many documents a contact is told at most (40)
  --changed N       how many of a thousand come again with another text (10); -1 for none
  --languages LIST  codes with commas between them (all)
  --truth FILE      write which contacts each document tells, as numbers, one line each
  --help            this text
`

func main() {
	switch err := run(os.Args[1:], os.Stdout, os.Stderr); {
	case errors.Is(err, flag.ErrHelp):
	case err != nil:
		fmt.Fprintln(os.Stderr, "parley-generate:", err)
		os.Exit(1)
	}
}

// job is what the command line asks for.
type job struct {
	count   int
	seed    uint64
	truth   string
	options generate.Options
}

func parseArgs(args []string, stdout, stderr io.Writer) (job, error) {
	var j job
	var first, languages string
	flags := flag.NewFlagSet("parley-generate", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.IntVar(&j.count, "count", 1000, "")
	flags.Uint64Var(&j.seed, "seed", 1, "")
	flags.StringVar(&first, "first", "", "")
	flags.IntVar(&j.options.PerDay, "per-day", 0, "")
	flags.IntVar(&j.options.MostTold, "most-told", 0, "")
	flags.IntVar(&j.options.Changed, "changed", 0, "")
	flags.StringVar(&languages, "languages", "", "")
	flags.StringVar(&j.truth, "truth", "", "")
	flags.Usage = func() { fmt.Fprint(stdout, usage) }
	if err := flags.Parse(args); err != nil {
		return job{}, err
	}
	if flags.NArg() > 0 {
		return job{}, fmt.Errorf("%q is no option; see --help", flags.Arg(0))
	}
	if j.count < 0 {
		return job{}, errors.New("--count is below 0; see --help")
	}
	if languages != "" {
		j.options.Languages = strings.Split(languages, ",")
	}
	if first != "" {
		var err error
		if j.options.First, err = time.Parse(time.DateOnly, first); err != nil {
			return job{}, fmt.Errorf("--first %s is no day of the form 2006-01-02", first)
		}
	}
	return j, nil
}

// line is a document as parley reads it.
type line struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Outlet    *string `json:"outlet"`
	Published *string `json:"published"`
	Language  string  `json:"language"`
	URL       *string `json:"url"`
	Text      string  `json:"text"`
}

// told is what a document tells.
type told struct {
	Document string  `json:"document"`
	Contacts []int64 `json:"contacts"`
}

func run(args []string, stdout, stderr io.Writer) error {
	j, err := parseArgs(args, stdout, stderr)
	if err != nil {
		return err
	}
	w, err := gazetteer.Load(world.FS)
	if err != nil {
		return err
	}
	g, err := generate.New(j.seed, w, j.options)
	if err != nil {
		return err
	}
	truth := io.Discard
	if j.truth != "" {
		f, err := os.Create(j.truth)
		if err != nil {
			return err
		}
		defer f.Close()
		truth = f
	}
	return write(g, j.count, stdout, truth)
}

func write(g *generate.Generator, count int, stdout, truth io.Writer) error {
	outs := []*bufio.Writer{bufio.NewWriter(stdout), bufio.NewWriter(truth)}
	docs, tells := json.NewEncoder(outs[0]), json.NewEncoder(outs[1])
	docs.SetEscapeHTML(false)
	for range count {
		d, t := g.Next()
		it := told{Document: d.ID, Contacts: []int64{}}
		for _, c := range t.Contacts {
			it.Contacts = append(it.Contacts, c.Story)
		}
		if err := errors.Join(docs.Encode(line{d.ID, d.Title, d.Outlet, d.Published, d.Language, d.URL, d.Text}), tells.Encode(it)); err != nil {
			return err
		}
	}
	return errors.Join(outs[0].Flush(), outs[1].Flush())
}
