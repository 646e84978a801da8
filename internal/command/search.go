package command

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
)

const searchHelp = `Search finds the documents that hold all the words, in any language and in their own
wording; case and accents do not count. The latest come first, with the words marked.

"Words in quotation marks" stand next to each other; beginn* is the beginning of a
word. The flags ask for documents of an outlet, a language and a period, and of the
rest, for those that tell of such a contact.`

func (a *app) searchCommand() *cobra.Command {
	var f filterOptions
	var o listOptions
	c := &cobra.Command{
		Use:   "search WORDS...",
		Short: "Search the documents for words",
		Long:  searchHelp,
		Example: `  parley search grain corridor
  parley search '"security guarantees"' --party UKR --from 2025
  parley search зернов* --language uk`,
		Args: arguments(1, 99, "the words to search for"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := cmp.Or(o.check(), f.check(a)); err != nil {
				return err
			}
			f.Limit = o.wanted()
			return a.withRegister(c.Context(), func(r *parley.Register) error {
				err := hitForms().print(a, o, r.Search(c.Context(), strings.Join(args, " "), f.Filter), func() error {
					return a.unknownIn(c.Context(), r, f.Filter)
				})
				if errors.Is(err, parley.ErrWords) {
					return without(parley.ErrWords, err)
				}
				return err
			}, parley.ForReading())
		},
	}
	a.registerFlag(c)
	f.flags(c.Flags(), true)
	f.rejectedFlag(c.Flags())
	o.flags(c.Flags())
	return c
}

// hitRow is a document that was found as a row of a CSV table.
type hitRow struct {
	Document  string   `parquet:"document"`
	Outlet    *string  `parquet:"outlet"`
	Published *string  `parquet:"published"`
	Language  string   `parquet:"language"`
	URL       *string  `parquet:"url"`
	Title     string   `parquet:"title"`
	Snippet   string   `parquet:"snippet"`
	Entries   []string `parquet:"entries"`
}

// hitForms are the formats of what was found.
func hitForms() forms[parley.Hit] {
	return forms[parley.Hit]{
		table: func(to io.Writer, look export.Look) printer[parley.Hit] { return &hitTable{to: to, look: look} },
		csv: func(to io.Writer) (printer[parley.Hit], error) {
			return export.CSVRows(to, func(h parley.Hit) hitRow {
				d := &h.Document
				return hitRow{d.ID, d.Outlet, d.Published, d.Language, d.URL, d.Title, h.Snippet.Text, h.Entries}
			}), nil
		},
		none: "No document found.",
	}
}

// hitTable prints what was found, one under the other.
type hitTable struct {
	to    io.Writer
	look  export.Look
	begun bool
}

func (t *hitTable) Write(h parley.Hit) error {
	if t.begun {
		fmt.Fprintln(t.to)
	}
	t.begun = true
	return export.HitText(t.to, export.Hit{
		Document: h.Document, Entries: h.Entries,
		Title: marked(h.Document.Title, h.Title), Snippet: marked(h.Snippet.Text, h.Snippet.Marks),
	}, t.look)
}

func (t *hitTable) Close() error { return nil }

func marked(text string, marks []parley.Span) export.Marked {
	m := export.Marked{Text: text}
	for _, k := range marks {
		m.Marks = append(m.Marks, [2]int{k.Start, k.End})
	}
	return m
}
