// Command parley reads news and prints the diplomatic contacts and statements
// it tells of.
package main

import (
	"os"

	"github.com/parley-news/parley/internal/command"
)

func main() {
	os.Exit(command.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
