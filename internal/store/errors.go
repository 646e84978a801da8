package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// What can be wrong with a register; ask with errors.Is.
var (
	ErrNotFound   = errors.New("not in the register")
	ErrAmbiguous  = errors.New("several begin so")
	ErrReadOnly   = errors.New("the register cannot be written to")
	ErrFull       = errors.New("the disk is full")
	ErrBusy       = errors.New("another process is writing to the register")
	ErrNoRegister = errors.New("this is no register")
)

// Ambiguous is the ErrAmbiguous of an id that is the beginning of several.
type Ambiguous struct {
	// What is "entry" or "document", ID what was asked for, IDs some that begin so.
	What, ID string
	IDs      []string
}

func (a *Ambiguous) Error() string {
	return fmt.Sprintf("%s %q: %v: %q", a.What, a.ID, ErrAmbiguous, a.IDs)
}

// Is makes it an ErrAmbiguous.
func (a *Ambiguous) Is(target error) bool { return target == ErrAmbiguous }

var (
	errNone     = fmt.Errorf("%w: there is no such file; parley add makes one", ErrNoRegister)
	errOther    = fmt.Errorf("%w: the file belongs to another program", ErrNoRegister)
	errNewer    = fmt.Errorf("%w of this version of Parley: it was made by a later one; install that one", ErrNoRegister)
	errOlder    = errors.New("it was made by an earlier version of Parley; open it once for writing (parley add), which brings it to today's form")
	errReadOnly = fmt.Errorf("%w: it was opened for reading only", ErrReadOnly)
)

// plain names the file and says in plain words what SQLite or the system complains of.
func (s *Store) plain(doing string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("store: %s %s: %w", doing, s.path, explain(err))
}

func explain(err error) error {
	switch {
	case errors.Is(err, ErrReadOnly):
		return err
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("interrupted; nothing was changed (%w)", err)
	}
	switch code(err) & 0xff {
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%w; what was reported as added before is safe; make room and run the command again (%w)", ErrFull, err)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("%w: the file, its folder, or what lies beside it with -wal and -shm behind its name, is write-protected (%w)", ErrReadOnly, err)
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%w; wait until it is done, or end it (%w)", ErrBusy, err)
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w: the file is of another kind (%w)", ErrNoRegister, err)
	case sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("the file is damaged; restore a backup, or add the documents to a new register (%w)", err)
	case sqlite3.SQLITE_CANTOPEN:
		return fmt.Errorf("the file cannot be opened; see whether it may be read, and its folder written to (%w)", err)
	case sqlite3.SQLITE_IOERR:
		if code(err) == sqlite3.SQLITE_IOERR_SHMSIZE { // the index of the log finds no room beside the file
			return fmt.Errorf("%w; make room and run the command again (%w)", ErrFull, err)
		}
		return fmt.Errorf("the disk reports an error (%w)", err)
	}
	if errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("%w (%w)", ErrFull, err)
	}
	return err
}

// code returns the code of an error of SQLite, else 0.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

// inspect looks at the file before SQLite does, whose errors say less. Fresh is true when
// there is none yet, or an empty one.
func inspect(path string) (fresh bool, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return true, nil
	case err != nil:
		return false, err
	case info.IsDir():
		return false, fmt.Errorf("%w: it is a folder; name a file in it", ErrNoRegister)
	}
	return info.Size() == 0, nil
}
