package command

import (
	"cmp"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
	"github.com/parley-news/parley/record"
)

const statementsHelp = `Statements lists what was said, the latest first, in the words in which it was reported.

Flags of one name are alternatives, flags of different names must all be met.`

// statementOptions say which statements are wanted.
type statementOptions struct {
	parley.StatementFilter
	oldest bool
}

func (o *statementOptions) flags(f *pflag.FlagSet) {
	f.StringArrayVar(&o.Acts, "act", nil, "an `ACT`, as deny, propose or warn")
	f.StringArrayVar(&o.Hearers, "hearer", nil, "a `PARTY` that it is said to")
	matterFlags(f, &o.Topics, &o.About, &o.Outlets, &o.Languages, &o.From, &o.To)
}

func (o *statementOptions) check(a *app) error {
	o.Newest = !o.oldest
	return cmp.Or(
		someOf("--act", o.Acts, record.Acts), a.parties(o.Parties, o.Hearers),
		a.checkMatter(o.Topics, o.About, o.Languages, &o.From, &o.To),
	)
}

func (a *app) statementsCommand() *cobra.Command {
	var s statementOptions
	var o listOptions
	c := &cobra.Command{
		Use:   "statements",
		Short: "List what was said",
		Long:  statementsHelp,
		Example: `  parley statements --person Peskov --topic ceasefire
  parley statements --party TUR --act deny --from 2025-03
  parley statements --format jsonl > statements.jsonl`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := cmp.Or(o.check(), s.check(a)); err != nil {
				return err
			}
			s.Limit = o.wanted()
			return a.withRegister(c.Context(), func(r *parley.Register) error {
				return statementForms().print(a, o, r.Statements(c.Context(), s.StatementFilter), func() error {
					return a.unknownSpeaker(c.Context(), r, s.People, s.Outlets)
				})
			}, parley.ForReading())
		},
	}
	a.registerFlag(c)
	f := c.Flags()
	f.StringArrayVar(&s.People, "person", nil, "a `PERSON` who says it, or a part of the name, in any script")
	f.StringArrayVar(&s.Parties, "party", nil, "a `PARTY` that the speaker speaks for: a code or a name in any language")
	s.flags(f)
	f.BoolVar(&s.oldest, "oldest", false, "the oldest first, not the latest")
	o.flags(f)
	return c
}

// statementForms are the formats of statements.
func statementForms() forms[parley.Statement] {
	return forms[parley.Statement]{
		table: func(to io.Writer, look export.Look) printer[parley.Statement] {
			return newRows(to, look, export.StatementColumns, func(s *parley.Statement) []export.Cell {
				return export.StatementCells(&s.Statement, &s.Document)
			})
		},
		csv: func(to io.Writer) (printer[parley.Statement], error) {
			return statementCSV{export.CSVStatements(to)}, nil
		},
		none: "No statement found.",
	}
}

// exported is a statement as the package of formats knows it.
func exported(s *parley.Statement) export.Statement {
	return export.Statement{Statement: s.Statement, Document: s.Document, Entries: s.Entries}
}

// statementCSV prints statements as the export does.
type statementCSV struct{ export.StatementWriter }

func (c statementCSV) Write(s parley.Statement) error { return c.StatementWriter.Write(exported(&s)) }
