package command

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley/internal/language"
)

const languagesHelp = `Languages lists the languages that Parley reads: how much each pack holds, and the
figures last measured on a gold set, 0 to 1.

  forms    names of states, offices, places and so on, topics and cues
  cues     those of them that tell of contacts, speech and sources
  phrases  of the pack's corpus, with what must be read in them
  tagging  parts of speech that the syntax model gets right, in percent
  docs     documents of the gold set that were measured
  contact, exact, people, date, statement
           what "parley score" calls contact.f1, contact.exact.f1, contact.people.f1,
           contact.date and statement.f1

Documents in any other language are kept with a warning, and nothing is read in them.`

func (a *app) languagesCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "languages",
		Short: "List the languages that are read, and how well",
		Long:  languagesHelp,
		Example: `  parley languages
  parley languages --format jsonl`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			if err := oneOf("--format", format, "text", "jsonl"); err != nil {
				return err
			}
			all, err := a.summaries()
			if err != nil {
				return failed(err)
			}
			return failed(a.listLanguages(all, format))
		},
	}
	c.Flags().StringVar(&format, "format", "text", "print as `FORMAT`: text or jsonl")
	return c
}

func (a *app) listLanguages(all []language.Summary, format string) error {
	var f facts
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "code\tlanguage\tforms\tcues\tphrases\tMB\ttagging\tdocs\tcontact\texact\tpeople\tdate\tstatement\t")
	for _, s := range all {
		f.values = append(f.values, s)
		tagging := "-"
		if s.Model != nil {
			tagging = fmt.Sprintf("%.1f", s.Model.Figures["pos"])
		}
		fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%d\t%.1f\t%s\t%s\t\n", s.Code, s.Name, s.Forms, s.Cues, s.Phrases+s.NearMisses, float64(s.Bytes)/1e6, tagging, figuresOf(s.Gold))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	f.lines = strings.Split(strings.TrimRight(table.String(), "\n"), "\n")
	return a.tell(f, format)
}

func figuresOf(m *language.Measured) string {
	if m == nil {
		return "-\t-\t-\t-\t-\t-"
	}
	return fmt.Sprintf("%d\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f", m.Documents, m.Contact, m.Exact, m.People, m.Date, m.Statement)
}
