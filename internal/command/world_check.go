package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley/internal/gazetteer"
)

const worldCheckHelp = `Check looks through all that Parley knows of the world for what cannot be: two
holders at a time of an office that has one; heads of state, heads of government,
foreign ministers, defence ministers of the G20, ambassadors to the UN of its
permanent members and heads of organisations without a known holder for over 30
days; places without a country. A line of world/notes.tsv that says why makes an exception: an
interregnum, a transitional council, a presidency of several.

Since when each is to be complete say world/states.tsv and world/complete.tsv.
Exit code: 0 when nothing is found, else 1.`

func (a *app) worldCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "check",
		Short:   "Look for contradictions and gaps in what is known",
		Long:    worldCheckHelp,
		Example: "  parley world check",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			w, err := a.world()
			if err != nil {
				return failed(err)
			}
			return failed(a.checkWorld(w))
		},
	}
}

func (a *app) checkWorld(w *gazetteer.World) error {
	found := w.Check()
	for _, f := range found {
		if _, err := fmt.Fprintln(a.out, "world/"+f.String()); err != nil {
			return err
		}
	}
	if len(found) > 0 {
		return fmt.Errorf("%d things to mend in the world", len(found))
	}
	_, err := fmt.Fprintf(a.out, "%d states, %d organisations, %d persons with %d terms of office, %d places: nothing to mend\n",
		len(w.States), len(w.Organisations), len(w.Persons), w.Terms(), len(w.Places))
	return err
}
