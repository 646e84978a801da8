package command

import (
	"cmp"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/export"
)

const actorsHelp = `Actors lists persons and parties, those with the most contacts first: how many contacts
and statements of theirs the register holds, from when to when, and whom they met most.

The flags say in which contacts actors are counted.`

// mostMet is how many of those whom an actor met are named.
const mostMet = 4

var actorTypes = []string{parley.TypePerson, parley.TypeParty, parley.TypeNamed}

func (a *app) actorsCommand() *cobra.Command {
	var in filterOptions
	var o listOptions
	var types []string
	c := &cobra.Command{
		Use:   "actors [NAME]...",
		Short: "List persons and parties, and how much they have to do with each other",
		Long:  actorsHelp,
		Example: `  parley actors --type person --from 2025
  parley actors Lavrov
  parley actors --party China --topic energy`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if err := cmp.Or(o.check(), in.check(a), someOf("--type", types, actorTypes)); err != nil {
				return err
			}
			var people []string
			who := make([]string, len(args))
			for i, name := range args {
				id, isParty, err := a.whoIs(name)
				if err != nil {
					return failed(err)
				}
				if who[i] = id; !isParty {
					people = append(people, name)
				}
			}
			f := parley.ActorFilter{Who: who, Types: types, In: in.Filter, Counterparts: mostMet, Limit: o.wanted()}
			return a.withRegister(c.Context(), func(r *parley.Register) error {
				return actorForms().print(a, o, r.Actors(c.Context(), f), func() error {
					return cmp.Or(a.unknownIn(c.Context(), r, in.Filter), a.unknownSpeaker(c.Context(), r, people, nil))
				})
			}, parley.ForReading())
		},
	}
	a.registerFlag(c)
	c.Flags().StringArrayVar(&types, "type", nil, "a `TYPE`: "+orList(actorTypes)+", somebody of whom no more than the name is known")
	in.flags(c.Flags(), false)
	o.flags(c.Flags())
	return c
}

// actorRow is an actor as a row of a CSV table.
type actorRow struct {
	Type         string   `parquet:"type"`
	ID           *string  `parquet:"id"`
	Name         string   `parquet:"name"`
	Country      *string  `parquet:"country"`
	Office       *string  `parquet:"office"`
	Contacts     int      `parquet:"contacts"`
	Statements   int      `parquet:"statements"`
	First        string   `parquet:"first"`
	Last         string   `parquet:"last"`
	Counterparts []string `parquet:"counterparts"`
}

func met(c *parley.Actor) []string {
	out := make([]string, len(c.Counterparts))
	for i, p := range c.Counterparts {
		out[i] = p.ID + " " + strconv.Itoa(p.Contacts)
	}
	return out
}

// actorForms are the formats of actors.
func actorForms() forms[parley.Actor] {
	columns := []export.Column{
		{Title: "name", Least: 16}, {Title: "of"}, {Title: "office", Least: 10, Spare: true}, {Title: "contacts", Right: true},
		{Title: "statements", Right: true}, {Title: "first"}, {Title: "last"}, {Title: "met most", Least: 14, Spare: true},
	}
	return forms[parley.Actor]{
		table: func(to io.Writer, look export.Look) printer[parley.Actor] {
			return newRows(to, look, columns, func(c *parley.Actor) []export.Cell {
				var cells []export.Cell
				for _, s := range []string{
					c.Name, value(c.Country), strings.ReplaceAll(value(c.Office), "-", " "), strconv.Itoa(c.Contacts), strconv.Itoa(c.Statements),
					export.Day(c.First), export.Day(c.Last), strings.Join(met(c), ", "),
				} {
					cells = append(cells, export.Cell{Text: s})
				}
				return cells
			})
		},
		csv: func(to io.Writer) (printer[parley.Actor], error) {
			return export.CSVRows(to, func(c parley.Actor) actorRow {
				return actorRow{c.Type, c.ID, c.Name, c.Country, c.Office, c.Contacts, c.Statements, c.First, c.Last, met(&c)}
			}), nil
		},
		none: "No actor found.",
	}
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
