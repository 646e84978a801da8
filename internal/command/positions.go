package command

import (
	"cmp"
	"io"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
)

const positionsHelp = `Positions prints what somebody has said of each topic over time, in the words in which it
was reported. WHO is a person, or a part of the name, or a party: then all who speak
for it.`

func (a *app) positionsCommand() *cobra.Command {
	var s statementOptions
	var o listOptions
	c := &cobra.Command{
		Use:   "positions WHO",
		Short: "Print what somebody says of a topic over time",
		Long:  positionsHelp,
		Example: `  parley positions Peskov --topic security-guarantees
  parley positions Germany --about UKR --from 2022`,
		Args: arguments(1, 1, "a person or a party"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := cmp.Or(o.check(), s.check(a)); err != nil {
				return err
			}
			s.Newest = false
			who, isParty, err := a.whoIs(args[0])
			if err != nil {
				return failed(err)
			}
			return a.withRegister(c.Context(), func(r *parley.Register) error {
				return positionForms().print(a, o, r.Positions(c.Context(), who, s.StatementFilter), func() error {
					if isParty {
						return a.unknownOutlet(c.Context(), r, s.Outlets)
					}
					return a.unknownSpeaker(c.Context(), r, []string{who}, s.Outlets)
				})
			}, parley.ForReading())
		},
	}
	a.registerFlag(c)
	s.flags(c.Flags())
	o.flags(c.Flags())
	return c
}

// positionForms are the formats of positions.
func positionForms() forms[parley.Position] {
	return forms[parley.Position]{
		table: func(to io.Writer, look export.Look) printer[parley.Position] {
			return &positionTable{line: export.NewTimeline(to, look)}
		},
		csv: func(to io.Writer) (printer[parley.Position], error) {
			return positionCSV{export.CSVStatements(to)}, nil
		},
		none: "No statement found.",
	}
}

// positionTable prints positions one under the other, with a heading for each topic.
type positionTable struct {
	line  *export.Timeline
	topic string
	begun bool
}

func (t *positionTable) Write(p parley.Position) error {
	if !t.begun || p.Topic != t.topic {
		t.begun, t.topic = true, p.Topic
		if err := t.line.Topic(p.Topic); err != nil {
			return err
		}
	}
	return t.line.Statement(exported(&p.Statement))
}

func (t *positionTable) Close() error { return nil }

// positionCSV prints positions as statements.
type positionCSV struct{ export.StatementWriter }

func (c positionCSV) Write(p parley.Position) error {
	return c.StatementWriter.Write(exported(&p.Statement))
}
