package command

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
)

const checkHelp = `Check looks whether the register is sound: the file itself, that every document, entry
and word is where it should be, and that the entries are what merging the documents and
the corrections gives today. It changes nothing.

Exit code: 0 when the register is sound, else 1.`

func (a *app) checkCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "check",
		Short: "Look whether the register is sound",
		Long:  checkHelp,
		Example: `  parley check
  parley check --register backup.parley`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withRegister(c.Context(), func(r *parley.Register) error {
				return a.check(c.Context(), r)
			}, parley.ForReading())
		},
	}
	a.registerFlag(c)
	return c
}

func (a *app) check(ctx context.Context, r *parley.Register) error {
	found, err := r.Check(ctx)
	if err != nil {
		return failed(err)
	}
	wrong := 0
	for _, p := range found {
		note := ""
		if p.Note {
			note = " (harmless)"
		} else {
			wrong++
		}
		if _, err := fmt.Fprintln(a.out, oneLine(p.String())+note); err != nil {
			return failed(err)
		}
	}
	if wrong > 0 {
		return failed(errors.New("the register is not sound; restore a backup, or add its documents to a new one: parley add --register new.parley FILE"))
	}
	_, err = fmt.Fprintln(a.out, r.Path()+" is sound")
	return failed(err)
}
