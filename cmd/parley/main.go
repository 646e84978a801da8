// Command parley reads news and prints the diplomatic contacts and statements
// it tells of.
package main

import (
	"os"
	"runtime/debug"

	"github.com/parley-news/parley/internal/command"
)

// garbage is how much the heap may grow between two collections, in percent, where GOGC
// does not say: at 150 the program starts a tenth faster than at Go's 100, with 30 MB more
// at the peak (docs/speed.md).
const garbage = 150

// roomy is up to how many bytes it may grow so, where GOMEMLIMIT does not say: with all
// languages at work the heap is collected more often instead.
const roomy = 280 << 20

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(roomy)
	}
	os.Exit(command.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
