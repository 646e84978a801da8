package command

import (
	"encoding/json"
	"fmt"
	"sort"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley/internal/gazetteer"
)

const worldHelp = `World prints what Parley knows of states, offices and the persons who hold them.

States are named by their ISO 3166 code (FRA), organisations by their acronym
(NATO), offices as in foreign-minister. Days are written as 2019-05-01.`

func (a *app) worldCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "world",
		Short: "Print who held an office, and what else is known of the world",
		Long:  worldHelp,
		Example: `  parley world office FRA foreign-minister 2019-05-01
  parley world person Lavrov
  parley world state FRA
  parley world check`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(c, args[0])
			}
			return c.Help()
		},
	}
	var format string
	c.PersistentFlags().StringVar(&format, "format", "text", "print as `FORMAT`: text or jsonl")
	run := func(do func(*gazetteer.World, []string) (facts, error)) func(*cobra.Command, []string) error {
		return func(_ *cobra.Command, args []string) error {
			if err := oneOf("--format", format, "text", "jsonl"); err != nil {
				return err
			}
			w, err := a.world()
			if err != nil {
				return failed(err)
			}
			found, err := do(w, args)
			if err != nil {
				return err
			}
			return failed(a.tell(found, format))
		}
	}
	c.AddCommand(
		&cobra.Command{
			Use:   "office STATE OFFICE [DAY]",
			Short: "Print who held an office, on a day or ever",
			Example: `  parley world office FRA foreign-minister 2019-05-01
  parley world office NATO secretary-general`,
			Args: arguments(2, 3, "a state or organisation, as FRA", "an office, as foreign-minister"),
			RunE: run(officeFacts),
		},
		&cobra.Command{
			Use:     "person NAME",
			Short:   "Print the persons a name may stand for, and their offices",
			Example: "  parley world person Lavrov\n  parley world person \"Serghei Lavrov\"",
			Args:    arguments(1, 9, "a name"),
			RunE:    run(personFacts),
		},
		&cobra.Command{
			Use:     "state STATE",
			Short:   "Print what is known of a state",
			Example: "  parley world state FRA",
			Args:    arguments(1, 1, "a state, as FRA"),
			RunE:    run(stateFacts),
		},
		a.worldCheckCommand(),
		a.worldImportCommand(),
	)
	return c
}

// facts is what a question to the world found: lines for people, and the same
// as values for programs.
type facts struct {
	lines  []string
	values []any
}

func (a *app) tell(f facts, format string) error {
	if format == "text" {
		_, err := fmt.Fprintln(a.out, strings.Join(f.lines, "\n"))
		return err
	}
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	for _, v := range f.values {
		if err := enc.Encode(v); err != nil {
			return err
		}
	}
	return nil
}

// tenure is one person's time in one office.
type tenure struct {
	Name   string  `json:"name"`
	Office string  `json:"office"`
	Of     string  `json:"of"`
	From   string  `json:"from"`
	To     *string `json:"to"`
}

func termOf(h gazetteer.Holding) tenure {
	t := tenure{Name: h.Person.Name, Office: h.Office, Of: h.Of, From: h.From.Format(time.DateOnly)}
	if !h.To.IsZero() {
		to := h.To.Format(time.DateOnly)
		t.To = &to
	}
	return t
}

func (t tenure) until() string {
	if t.To == nil {
		return "in office"
	}
	return *t.To
}

func officeFacts(w *gazetteer.World, args []string) (facts, error) {
	of, err := actorNamed(w, args[0])
	if err != nil {
		return facts{}, err
	}
	office, err := officeNamed(w, args[1])
	if err != nil {
		return facts{}, err
	}
	ever := termsIn(w, of, office)
	found := ever
	when := "ever"
	if len(args) == 3 {
		day, err := time.Parse(time.DateOnly, args[2])
		if err != nil {
			return facts{}, fmt.Errorf("%q is no day; write it as 2019-05-01", args[2])
		}
		found, when = w.Holders(of, office, day), "on "+args[2]
	}
	if len(found) == 0 {
		return facts{}, failure{unknownHolder(w, of, office, when, ever)}
	}
	var f facts
	wide := 0
	for _, h := range found {
		wide = max(wide, len([]rune(h.Person.Name)))
	}
	for _, h := range found {
		t := termOf(h)
		f.values = append(f.values, t)
		f.lines = append(f.lines, fmt.Sprintf("%-*s  %s – %s", wide, t.Name, t.From, t.until()))
	}
	return f, nil
}

// unknownHolder says what is known instead of what was asked for.
func unknownHolder(w *gazetteer.World, of, office, when string, ever []gazetteer.Holding) error {
	what := fmt.Sprintf("no %s of %s is known", office, w.ActorName(of))
	if len(ever) > 0 {
		return fmt.Errorf("%s %s; the first known term begins %s, the last is of %s", what, when,
			ever[0].From.Format(time.DateOnly), ever[len(ever)-1].Person.Name)
	}
	return fmt.Errorf("%s; known are %s", what, strings.Join(officesOf(w, of), ", "))
}

// termsIn lists all known terms in an office, the earliest first.
func termsIn(w *gazetteer.World, of, office string) []gazetteer.Holding {
	var out []gazetteer.Holding
	for _, p := range w.Persons {
		for _, h := range p.Holdings {
			if h.Of == of && h.Office == office {
				out = append(out, h)
			}
		}
	}
	sort.Slice(out, func(i, j int) bool {
		if !out[i].From.Equal(out[j].From) {
			return out[i].From.Before(out[j].From)
		}
		return out[i].Person.Name < out[j].Person.Name
	})
	return out
}

// officesOf lists the offices of which a holder is known.
func officesOf(w *gazetteer.World, of string) []string {
	seen := map[string]bool{}
	for _, p := range w.Persons {
		for _, h := range p.Holdings {
			if h.Of == of {
				seen[h.Office] = true
			}
		}
	}
	return sorted(seen)
}
