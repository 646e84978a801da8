package command

import (
	"io"
	"os"
	"sync"

	"github.com/spf13/pflag"

	"github.com/parley-news/parley/internal/export"
)

// lookOptions say how what is printed for people looks.
type lookOptions struct{ color string }

func (o *lookOptions) flags(f *pflag.FlagSet) {
	f.StringVar(&o.color, "color", "auto", "colours `WHEN`, auto (on a terminal), always or never")
}

func (o *lookOptions) check() error {
	return oneOf("--color", o.color, "auto", "always", "never")
}

// look is the look on a stream. Names of states that nothing else gives come from the
// world, which is loaded only when one is asked for.
func (o *lookOptions) look(a *app, to io.Writer) export.Look {
	world := sync.OnceValues(a.world)
	return export.Look{Width: width(to), Color: colored(o.color, to), Name: func(id string) string {
		if w, err := world(); err == nil {
			return w.ActorName(id)
		}
		return id
	}}
}

// colored decides on colours as --color and the custom of NO_COLOR want it.
func colored(when string, to io.Writer) bool {
	if when == "auto" {
		return terminalOf(to) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return when == "always"
}
