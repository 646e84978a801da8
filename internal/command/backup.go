package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
)

const backupHelp = `Backup writes the register as it is now to a new file, which is a register itself. It
may be used, and added to, meanwhile. The file is there when all of it is on the disk,
and not before.`

func (a *app) backupCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "backup FILE",
		Short:   "Write the register to a new file",
		Long:    backupHelp,
		Example: "  parley backup /media/usb/register-2025-03-12.parley",
		Args:    arguments(1, 1, "a new file"),
		RunE: func(c *cobra.Command, args []string) error {
			return a.withRegister(c.Context(), func(r *parley.Register) error {
				if err := r.Backup(c.Context(), args[0]); err != nil {
					return failed(stopped(c.Context(), err))
				}
				_, err := fmt.Fprintf(a.out, "%s is in %s\n", r.Path(), args[0])
				return failed(err)
			}, parley.ForReading())
		},
	}
	a.registerFlag(c)
	return c
}
