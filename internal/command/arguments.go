package command

import (
	"fmt"

	"github.com/spf13/cobra"
)

func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%s takes no argument, and %q is one", c.CommandPath(), args[0])
	}
	return nil
}

// arguments checks how many arguments there are, and names what is missing.
func arguments(from, to int, names ...string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < from:
			return fmt.Errorf("%s lacks %s; %s --help shows examples", c.CommandPath(), names[len(args)], c.CommandPath())
		case len(args) > to:
			return fmt.Errorf("%s does not know what to do with %q; %s --help shows examples", c.CommandPath(), args[to], c.CommandPath())
		}
		return nil
	}
}
