package command

import (
	"fmt"
	"runtime"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// input says what to read and what is known of documents that do not say it
// themselves.
type input struct {
	paths     []string
	published string
	language  string
	// repeats: a document may come more than once.
	repeats bool
	// got is told how many bytes of it have been read since it was last told.
	got func(bytes int)
}

// inputOptions are those of every command that reads documents.
type inputOptions struct {
	input
	jobs int
}

func (o *inputOptions) flags(f *pflag.FlagSet) {
	f.StringVar(&o.published, "published", "", "the `DAY` of publication, as 2025-09-18, of documents that do not say it")
	f.StringVar(&o.language, "language", "", "the language, a `CODE` as fr, of documents that do not say it")
	f.IntVar(&o.jobs, "jobs", runtime.NumCPU(), "read `N` documents at a time")
}

// check refuses what the flags cannot mean.
func (o *inputOptions) check(languages []string) error {
	if o.published != "" {
		if _, err := time.Parse(time.DateOnly, o.published); err != nil {
			return fmt.Errorf("--published %q is no day; write it as 2025-09-18", o.published)
		}
	}
	if o.language != "" {
		if err := oneOf("--language", o.language, languages...); err != nil {
			return err
		}
	}
	if o.jobs < 1 {
		return fmt.Errorf("--jobs %d is too few; at least 1 document is read at a time", o.jobs)
	}
	return nil
}

// named notes what to read: what is named, else what comes on standard input.
func (o *inputOptions) named(a *app, c *cobra.Command, args []string) error {
	if len(args) == 0 {
		if terminalOf(a.in) {
			return fmt.Errorf("nothing to read; name a file or a folder, as in: %s article.txt", c.CommandPath())
		}
		args = []string{"-"}
	}
	o.paths = args
	return nil
}
