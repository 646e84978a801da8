package access

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/base32"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver
)

// Suffix is what the name of the file has behind that of the register.
const Suffix = ".access"

//go:embed migrations/*.sql
var migrations embed.FS

// Options say how a keeper works.
type Options struct {
	// Now is the clock, time.Now when nil.
	Now func() time.Time
}

// Keeper knows tokens and sessions, and keeps the log of changes. It is safe for
// concurrent use, also with other processes that have the same file open.
type Keeper struct {
	db  *sql.DB
	now func() time.Time

	mu   sync.Mutex
	keys map[[sha256.Size]byte]key // of links that sign in once
}

// Open opens the file, and makes it where there is none, for its owner's eyes alone.
func Open(ctx context.Context, path string, o Options) (*Keeper, error) {
	k := &Keeper{now: o.Now, keys: map[[sha256.Size]byte]key{}}
	if k.now == nil {
		k.now = time.Now
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("access: opening: %w", err)
	}
	if err := errors.Join(f.Chmod(0o600), f.Close()); err != nil { // one that was there may have been open to others
		return nil, fmt.Errorf("access: opening: %w", err)
	}
	u := url.URL{Scheme: "file", Opaque: url.PathEscape(filepath.ToSlash(path)), RawQuery: url.Values{
		"_pragma": {"busy_timeout(10000)", "foreign_keys(1)", "journal_mode(wal)", "synchronous(full)"}, "_txlock": {"immediate"},
	}.Encode()}
	if k.db, err = sql.Open("sqlite", u.String()); err != nil {
		return nil, fmt.Errorf("access: opening %s: %w", path, err)
	}
	if err := k.migrate(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("access: opening %s: %w", path, err), k.db.Close())
	}
	return k, nil
}

func (k *Keeper) migrate(ctx context.Context) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, k.db, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}

// Close closes the file.
func (k *Keeper) Close() error { return k.db.Close() }

// The form of a secret: what it is for, 256 random bits, and a checksum by which a slip of
// the pen is told from a secret that is not known.
const prefix = "parley_"

var letters = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

func newSecret() string {
	var bits [32]byte
	_, _ = rand.Read(bits[:]) // never fails
	body := letters.EncodeToString(bits[:])
	return prefix + body + checksum(body)
}

func checksum(body string) string {
	sum := crc32.ChecksumIEEE([]byte(body))
	return letters.EncodeToString([]byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)})[:6]
}

// digest is what is kept of a secret; ErrToken when it has not the form of one.
func digest(secret string) ([]byte, error) {
	body, ok := strings.CutPrefix(secret, prefix)
	if !ok || len(body) != letters.EncodedLen(32)+6 || checksum(body[:len(body)-6]) != body[len(body)-6:] {
		return nil, ErrToken
	}
	sum := sha256.Sum256([]byte(secret))
	return sum[:], nil
}
