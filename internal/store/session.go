package store

import (
	"context"
	"database/sql"
	"errors"
)

// session is one connection with its statements, used by one goroutine at a time.
type session struct {
	conn       *sql.Conn
	statements map[string]*sql.Stmt
	// known is Options.Known, for those that read.
	known func(name string) ([]string, error)
	// revision is that of the transaction, for the one that writes; 0 where nothing counts
	// as changed by it.
	revision int64
}

func newSession(ctx context.Context, db *sql.DB) (*session, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &session{conn: conn, statements: map[string]*sql.Stmt{}}, nil
}

func (q *session) close() error {
	var errs []error
	for _, st := range q.statements {
		errs = append(errs, st.Close())
	}
	return errors.Join(append(errs, q.conn.Close())...)
}

// statement prepares a statement once. Texts of statements are constants, or of few forms.
func (q *session) statement(ctx context.Context, text string) (*sql.Stmt, error) {
	if st := q.statements[text]; st != nil {
		return st, nil
	}
	st, err := q.conn.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	q.statements[text] = st
	return st, nil
}

// exec runs a statement without rows.
func (q *session) exec(ctx context.Context, text string, args ...any) error {
	st, err := q.statement(ctx, text)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(ctx, args...)
	return err
}

// begin begins a transaction, or leaves none: a cancelled statement may have been done
// all the same.
func (q *session) begin(ctx context.Context, text string) error {
	err := q.exec(ctx, text)
	if err != nil {
		q.rollback(ctx)
	}
	return err
}

// rollback ends a transaction if there is one: SQLite may have ended it by itself.
func (q *session) rollback(ctx context.Context) {
	_ = q.exec(context.WithoutCancel(ctx), "ROLLBACK")
}

// insert runs a statement that adds a row, and returns the row's number.
func (q *session) insert(ctx context.Context, text string, args ...any) (int64, error) {
	st, err := q.statement(ctx, text)
	if err != nil {
		return 0, err
	}
	r, err := st.ExecContext(ctx, args...)
	if err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

// row reads the first row into dest; found is false when there is none.
func (q *session) row(ctx context.Context, text string, args []any, dest ...any) (found bool, err error) {
	st, err := q.statement(ctx, text)
	if err != nil {
		return false, err
	}
	err = st.QueryRowContext(ctx, args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// scanner reads the columns of a row.
type scanner = func(dest ...any) error

// rows hands each row to do. Another statement with the same text must not be run from
// do. Stopping early is no error: do returns errStop.
func (q *session) rows(ctx context.Context, text string, args []any, do func(scanner) error) error {
	st, err := q.statement(ctx, text)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// column reads the first column of all rows.
func column[T any](ctx context.Context, q *session, text string, args ...any) ([]T, error) {
	var out []T
	err := q.rows(ctx, text, args, func(scan scanner) error {
		var v T
		if err := scan(&v); err != nil {
			return err
		}
		out = append(out, v)
		return nil
	})
	return out, err
}

// errStop ends a walk over rows that needs no more of them.
var errStop = errors.New("no more wanted")

// mostStatements is how many statements a session for reading has before another one takes
// its place: those of queries come in many forms.
const mostStatements = 500

// read hands do a session that sees the register as it is now, whatever is written
// meanwhile.
func (s *Store) read(ctx context.Context, do func(*session) error) (err error) {
	var q *session
	select {
	case q = <-s.idle:
	default:
		if q, err = newSession(ctx, s.reading); err != nil {
			return err
		}
		q.known = s.known
	}
	if err := q.begin(ctx, "BEGIN"); err != nil {
		return errors.Join(err, q.close())
	}
	err = do(q)
	if errors.Is(err, errStop) {
		err = nil
	}
	if end := q.exec(context.WithoutCancel(ctx), "ROLLBACK"); end != nil {
		return errors.Join(err, end, q.close())
	}
	if len(q.statements) > mostStatements {
		return errors.Join(err, q.close())
	}
	select {
	case s.idle <- q:
		return err
	default:
		return errors.Join(err, q.close())
	}
}

// write hands do the session that writes, in one transaction: either all of it is on the
// disk when write returns, or nothing.
func (s *Store) write(ctx context.Context, do func(*session) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := s.writer
	if q == nil {
		return errReadOnly
	}
	if err := patiently(ctx, func() error { return q.begin(ctx, "BEGIN IMMEDIATE") }); err != nil {
		return err
	}
	err := s.recall(ctx)
	if err == nil {
		err = s.revise(ctx, q, do)
	}
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		// Not to be cancelled: it could be done all the same, and nobody would know.
		err = q.exec(context.WithoutCancel(ctx), "COMMIT")
	}
	if err != nil {
		s.memory = newMemory()
		q.rollback(ctx)
	}
	return err
}

// revise counts a revision, unless do changes nothing.
func (s *Store) revise(ctx context.Context, q *session, do func(*session) error) (err error) {
	if q.revision, err = q.insert(ctx, "INSERT INTO revisions (at) VALUES (?)", s.now().Unix()); err != nil {
		return err
	}
	revision := q.revision
	const count = "SELECT total_changes()"
	var before, after int64
	if _, err := q.row(ctx, count, nil, &before); err != nil {
		return err
	}
	if err := do(q); err != nil {
		return err
	}
	if _, err := q.row(ctx, count, nil, &after); err != nil || after != before {
		return err
	}
	return q.exec(ctx, "DELETE FROM revisions WHERE id = ?", revision)
}

// recall forgets what is kept in memory when another process has written since.
func (s *Store) recall(ctx context.Context) error {
	var version int64
	if _, err := s.writer.row(ctx, "PRAGMA data_version", nil, &version); err != nil {
		return err
	}
	if version != s.memory.version {
		s.memory = newMemory()
		s.memory.version = version
	}
	return nil
}
