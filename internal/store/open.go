package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	sqlite3 "modernc.org/sqlite/lib"
)

// Options says how a register is opened.
type Options struct {
	// ReadOnly opens a register that exists and changes nothing in it.
	ReadOnly bool
	// Now gives the time that history and corrections are stamped with; time.Now when nil.
	Now func() time.Time
	// Known gives the ids of persons who may be meant by a name that nobody in the
	// register has in any form; nil knows nobody.
	Known func(name string) ([]string, error)
	// Wait is how long to wait for another process that writes; 30 s when 0.
	Wait time.Duration
	// Renewing is told how many documents are done, of how many, while Open makes anew
	// the entries of a register that another version of Parley has made; nil is not.
	Renewing func(done, of int)
}

// Store is an open register. Its methods may be called from several goroutines at once.
type Store struct {
	path    string
	now     func() time.Time
	known   func(name string) ([]string, error)
	wait    time.Duration
	db      *sql.DB
	reading *sql.DB
	idle    chan *session

	mu     sync.Mutex // held by whoever writes
	writer *session   // nil when read-only
	memory memory
}

// idleSessions is how many sessions for reading are kept for the next reader.
const idleSessions = 8

// Open opens the register in the file path. It makes the file, and the folder it lies in,
// when there is none, and brings an older register to today's form; not so when it is
// opened read-only. Errors say what is wrong with the file and what can be done.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	s := &Store{path: path, now: o.Now, known: o.Known, wait: o.Wait, idle: make(chan *session, idleSessions), memory: newMemory()}
	if s.now == nil {
		s.now = time.Now
	}
	if s.known == nil {
		s.known = func(string) ([]string, error) { return nil, nil }
	}
	if s.wait == 0 {
		s.wait = 30 * time.Second
	}
	if o.Renewing == nil {
		o.Renewing = func(int, int) {}
	}
	if err := s.open(ctx, &o); err != nil {
		return nil, errors.Join(s.plain("opening", err), s.Close())
	}
	return s, nil
}

func (s *Store) open(ctx context.Context, o *Options) error {
	fresh, err := inspect(s.path)
	switch {
	case err != nil:
		return err
	case fresh && o.ReadOnly:
		return errNone
	case fresh:
		if err := os.MkdirAll(filepath.Dir(s.path), 0o750); err != nil {
			return err
		}
	case !o.ReadOnly && protected(s.path):
		return fmt.Errorf("%w: the file is write-protected", ErrReadOnly)
	default:
		// Looking first, for opening to write changes the file, whoever it belongs to.
		old, err := s.openReading(ctx)
		switch {
		case err != nil:
			return err
		case o.ReadOnly && old < version:
			return errOlder
		case o.ReadOnly:
			return nil
		}
	}
	if err := s.openWriting(ctx, o.Renewing); err != nil {
		if !fresh && code(err)&0xff == sqlite3.SQLITE_CANTOPEN { // it could be read just now
			err = fmt.Errorf("%w: the file or its folder is write-protected (%w)", ErrReadOnly, err)
		}
		return err
	}
	if !fresh {
		return nil
	}
	s.reading, err = sql.Open("sqlite", s.source("mode=ro"))
	// A power cut must not take away the file, nor the folder it lies in.
	folder := filepath.Dir(s.path)
	return errors.Join(err, syncFolder(folder), syncFolder(filepath.Dir(folder)))
}

func (s *Store) openWriting(ctx context.Context, renewing func(done, of int)) (err error) {
	// Pages that batch after batch writes anew go into the file together: 32 MB of them.
	s.db, err = sql.Open("sqlite", s.source("mode=rwc", "_pragma=journal_mode(wal)", "_pragma=synchronous(full)", "_pragma=wal_autocheckpoint(8192)",
		"_pragma=journal_size_limit(67108864)", "_pragma=cache_size(-65536)"))
	if err != nil {
		return err
	}
	s.db.SetMaxOpenConns(1)
	if err := patiently(ctx, func() error { return migrate(ctx, s.db) }); err != nil {
		return err
	}
	if s.writer, err = newSession(ctx, s.db); err != nil {
		return err
	}
	// SQLite opens what cannot be written to as well, and complains later.
	err = s.write(ctx, func(q *session) error { return q.exec(ctx, "DELETE FROM retired WHERE entry = ''") })
	if err != nil && code(err)&0xff != sqlite3.SQLITE_BUSY {
		return err
	}
	if done, err := renewed(ctx, s.writer); err != nil || done {
		return err
	}
	return s.renew(ctx, renewing)
}

// openReading opens a register for reading, and returns its version. Where not even the
// files that SQLite keeps beside it can be made, and there are none, nobody is writing:
// the file is then read as it is. One that nobody may write to is read so at once, for
// the files beside it would be protected as well, and stay so in the way of whoever may
// write later.
func (s *Store) openReading(ctx context.Context) (v int64, err error) {
	ways := []string{"mode=ro", "mode=ro&immutable=1"}
	if info, err := os.Stat(s.path); err == nil && info.Mode()&0o222 == 0 && !s.logged() {
		ways = ways[1:]
	}
	for _, how := range ways {
		if s.reading, err = sql.Open("sqlite", s.source(how)); err != nil {
			return 0, err
		}
		v, err = form(ctx, s.reading)
		if c := code(err) & 0xff; c != sqlite3.SQLITE_CANTOPEN && c != sqlite3.SQLITE_READONLY {
			return v, err
		}
		if s.logged() {
			return 0, err
		}
		if err := s.reading.Close(); err != nil {
			return 0, err
		}
	}
	return 0, err
}

// logged reports whether there is a log of SQLite beside the register: somebody writes to
// it, or did so and was stopped.
func (s *Store) logged() bool {
	_, err := os.Stat(s.path + "-wal")
	return !errors.Is(err, fs.ErrNotExist)
}

// tries is how often what another process is in the way of is tried. SQLite waits each
// time, and does not look whether the caller still wants it to.
const tries = 30

func patiently(ctx context.Context, do func() error) error {
	for try := 1; ; try++ {
		err := do()
		if code(err)&0xff != sqlite3.SQLITE_BUSY || try == tries || ctx.Err() != nil {
			return err
		}
	}
}

// source is the name by which the driver opens a file.
func (s *Store) source(how ...string) string {
	pragmas := []string{
		fmt.Sprintf("busy_timeout(%d)", max(1, s.wait.Milliseconds()/tries)),
		"foreign_keys(1)", "cache_size(-32768)", "temp_store(memory)",
	}
	q := url.Values{"_pragma": pragmas, "_dqs": {"0"}}
	u := url.URL{Scheme: "file", Opaque: url.PathEscape(filepath.ToSlash(s.path)), RawQuery: q.Encode() + "&" + strings.Join(how, "&")}
	return u.String()
}

// Close closes the register.
func (s *Store) Close() error {
	var errs []error
	for {
		select {
		case q := <-s.idle:
			errs = append(errs, q.close())
			continue
		default:
		}
		break
	}
	if s.reading != nil {
		errs = append(errs, s.reading.Close())
	}
	if s.writer != nil {
		errs = append(errs, s.writer.close())
	}
	if s.db != nil {
		errs = append(errs, s.db.Close())
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("store: closing %s: %w", s.path, err)
	}
	return nil
}
