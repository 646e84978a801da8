package store

import (
	"context"
	"database/sql"
	"embed"
	"io/fs"

	"github.com/pressly/goose/v3"
)

// The steps by which a register comes to today's form, each run once and in order. What
// was released is never changed.
//
//go:embed migrations/*.sql
var migrations embed.FS

const (
	// application marks a file as a register (application_id of SQLite).
	application = 0x5061726c
	// version is the number of the last step in migrations.
	version = 2
)

// migrate brings a register to today's form, or makes an empty one.
func migrate(ctx context.Context, db *sql.DB) error {
	old, err := form(ctx, db)
	if err != nil || old == version {
		return err
	}
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	if _, err = p.Up(ctx); err == nil {
		return nil
	}
	// Another process may have been quicker.
	if now, again := form(ctx, db); again == nil && now == version {
		return nil
	}
	return err
}

// form returns the version of a register, 0 for an empty file. What is no register, or
// is of a later version of Parley, is an error.
func form(ctx context.Context, db *sql.DB) (int64, error) {
	var mark, tables int64
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&mark); err != nil {
		return 0, err
	}
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'goose%' AND name NOT LIKE 'sqlite%'").Scan(&tables); err != nil {
		return 0, err
	}
	switch {
	case mark == 0 && tables == 0:
		return 0, nil
	case mark != application:
		return 0, errOther
	}
	var v int64
	if err := db.QueryRowContext(ctx, "SELECT max(version_id) FROM goose_db_version").Scan(&v); err != nil {
		return 0, err
	}
	if v > version {
		return 0, errNewer
	}
	return v, nil
}
