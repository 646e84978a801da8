// Package command is the command line of Parley, one file per command.
//
//	os.Exit(command.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
//
// Exit codes: 0 when all went well, 1 when something could not be read or
// measured short of a figure asked for (the rest was still printed), 2 when
// the command line itself was wrong.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
	"unicode"

	"github.com/parley-news/parley"
	"github.com/parley-news/parley/internal/gazetteer"
	"github.com/parley-news/parley/internal/language"
	"github.com/parley-news/parley/internal/source"
	"github.com/parley-news/parley/record"
)

// The exit codes.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// app is what the commands work with: the streams, and the steps below this
// floor, so that a test can put its own in their place.
type app struct {
	in       io.Reader
	out, err io.Writer

	open      func(context.Context, io.Reader, input) iter.Seq2[record.Document, error]
	newReader func() (parley.DocumentReader, error)
	world     func() (*gazetteer.World, error)
	// worldDir is the folder that the world is read from, "" for the one built in;
	// worldFiles are its files.
	worldDir   string
	worldFiles func() fs.FS
	// register is the file that --register names, "" when it is not given.
	register string
	// now tells the time, size how many bytes there are to read, if anybody knows.
	now func() time.Time
	// user names who runs the program.
	user      func() string
	size      func(paths []string) (int64, bool)
	languages func() []string
	summaries func() ([]language.Summary, error)
	// packNames are what the packs call parties and places.
	packNames func() (language.Names, error)
}

// Main runs one command line, without the program's name, and returns the exit
// code. An interrupt stops it between two documents, a second one at once.
func Main(args []string, in io.Reader, out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	a := &app{in: in, out: out, err: errs}
	a.wire()
	return a.run(ctx, args)
}

func (a *app) run(ctx context.Context, args []string) int {
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var f failure
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errToldAlready):
		return exitFailed
	case errors.As(err, &f):
		a.complain(f.error)
		return exitFailed
	}
	a.complain(err)
	return exitUsage
}

// errToldAlready is the error of a command that has printed what went wrong.
var errToldAlready = errors.New("command: not everything could be read")

// failure is an error that is not the fault of the command line. All others
// are: that is what the parser of flags returns.
type failure struct{ error }

func (f failure) Unwrap() error { return f.error }

func failed(err error) error {
	if err == nil {
		return nil
	}
	return failure{err}
}

// complain prints an error as one line: FILE:LINE: what is wrong; how to mend it.
func (a *app) complain(err error) {
	said := strings.TrimPrefix(strings.TrimPrefix(message(err), "parley: "), "store: ")
	fmt.Fprintln(a.err, "parley: "+oneLine(said))
}

func message(err error) string {
	var e *source.Error
	if !errors.As(err, &e) {
		return err.Error()
	}
	s := e.Reason
	if e.Mend != "" {
		s += "; " + e.Mend
	}
	switch {
	case e.File == "":
		return s
	case e.Line == 0:
		return e.File + ": " + s
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, s)
}

// without is what an error says behind the kind of error that it is, which a person need
// not be told; an error of another kind is as it was.
func without(kind, err error) error {
	if _, said, ok := strings.Cut(err.Error(), kind.Error()+": "); ok {
		return errors.New(said)
	}
	return err
}

// oneLine makes a message safe to print: file names and text that it repeats
// may hold line breaks and the control characters that steer a terminal.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r):
			return unicode.ReplacementChar
		}
		return r
	}, strings.TrimRight(s, "\n"))
}
