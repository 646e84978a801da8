package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley"
)

// registerVariable names the register where no flag does.
const registerVariable = "PARLEY_REGISTER"

// registerFlag gives a command the flag that says which register it is about.
func (a *app) registerFlag(c *cobra.Command) {
	c.Flags().StringVar(&a.register, "register", "", "the register, a `FILE`; else $"+registerVariable+", else one in your data folder")
}

// registerPath is the file of the register: what the flag says, else the environment, else
// the place where the system wants what a user keeps.
func (a *app) registerPath() (string, error) {
	if a.register != "" {
		return a.register, nil
	}
	if path := os.Getenv(registerVariable); path != "" {
		return path, nil
	}
	dir := dataFolder(runtime.GOOS, os.Getenv)
	if dir == "" {
		return "", fmt.Errorf("there is no folder for your data; name the register with --register FILE or %s", registerVariable)
	}
	return filepath.Join(dir, "register.parley"), nil
}

// dataFolder is the folder for what Parley keeps for a user, "" where there is none.
func dataFolder(system string, env func(string) string) string {
	below := func(variable string, path ...string) string {
		dir := env(variable)
		if dir == "" {
			return ""
		}
		return filepath.Join(append([]string{dir}, path...)...)
	}
	if dir := below("XDG_DATA_HOME", "parley"); dir != "" {
		return dir
	}
	switch system {
	case "windows":
		return below("LocalAppData", "parley")
	case "darwin":
		return below("HOME", "Library", "Application Support", "parley")
	}
	return below("HOME", ".local", "share", "parley")
}

// withRegister opens the register, hands it to do, and closes it. Reading commands
// change nothing in it.
func (a *app) withRegister(ctx context.Context, do func(*parley.Register) error, opts ...parley.RegisterOption) error {
	path, err := a.registerPath()
	if err != nil {
		return failed(err)
	}
	m := &meter{now: a.now, began: a.now()}
	if terminalOf(a.err) {
		m.to = a.err
	}
	opts = append(opts, parley.WithClock(a.now), parley.WithReader(a.newReader), parley.WithRenewal(renewing(m)))
	r, err := parley.OpenRegister(ctx, path, opts...)
	if err != nil {
		m.clear()
		return failed(err)
	}
	return errors.Join(do(r), failed(r.Close()))
}

// renewing shows on a meter how far a register is that is made anew.
func renewing(m *meter) func(done, of int) {
	before := 0
	return func(done, of int) {
		if before == 0 && m.to != nil {
			fmt.Fprintln(m.to, "the register was made by another version of parley and is made anew; until that is done it stays as it was")
		}
		m.total.Store(int64(of))
		m.got(done - before)
		m.step(done)
		before = done
		if done == of {
			m.clear()
		}
	}
}

// mendRegister is withRegister for a register that must be there already.
func (a *app) mendRegister(ctx context.Context, do func(*parley.Register) error) error {
	path, err := a.registerPath()
	if err != nil {
		return failed(err)
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return a.withRegister(ctx, do, parley.ForReading()) // which says that it is not there
	}
	return a.withRegister(ctx, do)
}
