package command

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// target is where a command writes its results: standard output, or a file
// that appears, or is replaced, only when everything is in it.
type target struct {
	*bufio.Writer
	// under is the stream below the buffer.
	under io.Writer
	file  *os.File
	// final is the name the file gets in the end; empty when it has it already.
	final string
	// live: the results show at once, so they must not linger in the buffer.
	live bool
}

func (a *app) target(path string) (*target, error) {
	if path == "" || path == "-" {
		return &target{Writer: bufio.NewWriterSize(a.out, 1<<16), under: a.out, live: terminalOf(a.out)}, nil
	}
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return nil, fmt.Errorf("--out %s is a folder; name a file in it", path)
	}
	if err == nil && !info.Mode().IsRegular() { // a device or a pipe cannot be replaced
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, err
		}
		return &target{Writer: bufio.NewWriter(f), under: f, file: f}, nil
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := os.FileMode(0o666)
	if err == nil {
		mode = info.Mode().Perm()
	}
	name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d.part", filepath.Base(path), os.Getpid()))
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return nil, fmt.Errorf("--out %s cannot be written: %w", path, errors.Unwrap(err))
	}
	return &target{Writer: bufio.NewWriterSize(f, 1<<16), under: f, file: f, final: path}, nil
}

func (t *target) Write(p []byte) (int, error) {
	n, err := t.Writer.Write(p)
	if err == nil && t.live {
		err = t.Flush()
	}
	return n, err
}

// keep makes what was written final.
func (t *target) keep() error {
	if err := t.Flush(); err != nil {
		return fmt.Errorf("writing the output: %w", err)
	}
	if t.file == nil {
		return nil
	}
	file := t.file
	if t.final == "" {
		t.file = nil
		return file.Close()
	}
	if err := errors.Join(file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", t.final, err)
	}
	if err := os.Rename(file.Name(), t.final); err != nil {
		return fmt.Errorf("writing %s: %w", t.final, err)
	}
	t.file = nil
	return nil
}

// discard ends a target that was not kept: standard output gets what there is,
// a file is left as it was.
func (t *target) discard() {
	if t.file == nil {
		t.Flush() //nolint:errcheck // after keep there is nothing left, after a failure it is told already
		return
	}
	t.file.Close() //nolint:errcheck // the file goes
	if t.final != "" {
		os.Remove(t.file.Name()) //nolint:errcheck // nothing more can be done
	}
}
