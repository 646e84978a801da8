package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/merge"
	"github.com/parley-news/parley/internal/score"
	"github.com/parley-news/parley/record"
)

type scoreOptions struct {
	byLanguage, misses, json bool
	only, without            string
	least                    []string
	jobs                     int
}

const scoreHelp = `Score compares what Parley reads in a set of documents with what a careful
reader wrote down of them, field by field.

A SET is a folder with gold.jsonl, a line per document with its id, language,
published, not_report, contacts, statements and divergences, and with the
documents in texts/<id>.txt. With OUTPUT.jsonl, the readings are taken from that
file, as "parley read --format jsonl" prints them; without, the documents are
read now.

Where the folder has same.jsonl, which contacts of the documents are one, what was
read is joined as a register would, and the entries are measured as well: the
figures that begin with "entries.".

Figures run from 0 to 1. F1 is the harmonic mean of precision (how much of what
was read is right) and recall (how much of what is there was read).

Exit code: 0 when all figures are at least as --min asks, else 1; 2 when the
command line is wrong.`

func (a *app) scoreCommand() *cobra.Command {
	var o scoreOptions
	c := &cobra.Command{
		Use:   "score SET [OUTPUT.jsonl]",
		Short: "Measure readings and entries against a gold set",
		Long:  scoreHelp,
		Example: `  parley score my-set
  parley score my-set readings.jsonl --by-language --misses
  parley score my-set --min contact.f1=0.8 --min entries.b3.f1=0.9`,
		Args: arguments(1, 2, "a gold set"),
		RunE: func(c *cobra.Command, args []string) error {
			least, err := figuresAsked(o.least)
			if err != nil {
				return err
			}
			if o.jobs < 1 {
				return fmt.Errorf("--jobs %d is too few; at least 1 document is read at a time", o.jobs)
			}
			return a.score(c.Context(), args, o, least)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.BoolVar(&o.byLanguage, "by-language", false, "a column of figures per language")
	f.BoolVar(&o.misses, "misses", false, "list what was missed, wrong or invented")
	f.BoolVar(&o.json, "json", false, "the figures as JSON")
	f.StringVar(&o.only, "only", "", "measure only the documents whose ids this `FILE` lists")
	f.StringVar(&o.without, "without", "", "leave out the documents whose ids this `FILE` lists")
	f.StringArrayVar(&o.least, "min", nil, "fail when a figure is below the one given, as `NAME=FIGURE`; may be repeated")
	f.IntVar(&o.jobs, "jobs", runtime.NumCPU(), "read `N` documents at a time")
	return c
}

// figuresAsked reads NAME=FIGURE.
func figuresAsked(least []string) (score.Figures, error) {
	var out score.Figures
	for _, s := range least {
		name, figure, ok := strings.Cut(s, "=")
		v, err := strconv.ParseFloat(figure, 64)
		if !ok || name == "" || err != nil || v < 0 || v > 1 {
			return nil, fmt.Errorf("--min %q is not understood; write it as contact.f1=0.8, with a figure from 0 to 1", s)
		}
		out = append(out, score.Figure{Name: name, Value: v})
	}
	return out, nil
}

func (a *app) score(ctx context.Context, args []string, o scoreOptions, least score.Figures) error {
	set, err := score.Load(args[0])
	if err != nil {
		return failed(err)
	}
	same, err := score.LoadSame(args[0], set)
	if err != nil {
		return failed(err)
	}
	if set, err = chosen(set, o.only, o.without); err != nil {
		return failed(err)
	}
	var readings map[string]record.Reading
	if len(args) == 2 {
		readings, err = readingsIn(args[1])
	} else {
		readings, err = a.readSet(ctx, set, o.jobs)
	}
	if err != nil {
		return failed(err)
	}
	sheet := score.Measure(set, readings)
	if same = score.Within(same, set); len(same) > 0 {
		var chosen []record.Reading // a file may hold more
		for _, g := range set {
			if r, ok := readings[g.ID]; ok {
				chosen = append(chosen, r)
			}
		}
		entries, err := merge.Entries(chosen)
		if err != nil {
			return failed(err)
		}
		sheet.AddEntries(score.MeasureEntries(set, same, readings, entries))
	}
	if o.misses {
		for _, m := range sheet.Misses {
			if _, err := fmt.Fprintln(a.out, oneLine(m)); err != nil {
				return failed(err)
			}
		}
	}
	show := sheet.Print
	if o.json {
		show = sheet.JSON
	}
	if err := show(a.out, o.byLanguage); err != nil {
		return failed(err)
	}
	return failed(shortfall(sheet.All, least))
}

// shortfall names the figures that are below what was asked. One that was not
// measured counts as 0: a set without contacts proves nothing about them.
func shortfall(got, least score.Figures) error {
	var short []string
	for _, want := range least {
		if v, _ := got.Get(want.Name); v < want.Value {
			short = append(short, fmt.Sprintf("%s is %.3f and should be %.3f", want.Name, v, want.Value))
		}
	}
	if len(short) == 0 {
		return nil
	}
	return errors.New("falls short: " + strings.Join(short, ", "))
}

func readingsIn(name string) (map[string]record.Reading, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return score.Readings(f, name)
}

// chosen keeps the documents that --only and --without leave.
func chosen(set []score.Gold, only, without string) ([]score.Gold, error) {
	keep, err := listed(only)
	if err != nil {
		return nil, err
	}
	drop, err := listed(without)
	if err != nil {
		return nil, err
	}
	var out []score.Gold
	for _, g := range set {
		if (only == "" || keep[g.ID]) && !drop[g.ID] {
			out = append(out, g)
		}
	}
	return out, nil
}

// listed reads the ids in a file, none when it has no name.
func listed(name string) (map[string]bool, error) {
	if name == "" {
		return nil, nil
	}
	list, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	ids := map[string]bool{}
	for _, id := range strings.Fields(string(list)) {
		ids[id] = true
	}
	return ids, nil
}

// readSet reads the documents of a set: their text, date and address, and
// nothing that the gold knows besides.
func (a *app) readSet(ctx context.Context, set []score.Gold, jobs int) (map[string]record.Reading, error) {
	r, err := a.newReader()
	if err != nil {
		return nil, err
	}
	docs := func(yield func(record.Document, error) bool) {
		for _, g := range set {
			if !yield(record.Document{ID: g.ID, Text: g.Text, Published: g.Published, URL: g.URL}, nil) {
				return
			}
		}
	}
	out := map[string]record.Reading{}
	for reading, err := range parley.ReadAll(ctx, docs, r, jobs) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			a.complain(err) // it counts as read with nothing found
			continue
		}
		out[reading.Document.ID] = reading
	}
	return out, nil
}
