package access

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Token is a token as it is kept: without its secret.
type Token struct {
	ID      int64      `json:"id"`
	Name    string     `json:"name"`
	Role    Role       `json:"role"`
	Created time.Time  `json:"created"`
	Expires *time.Time `json:"expires"`
	// Used is when it was used last, to the minute.
	Used    *time.Time `json:"used"`
	Revoked *time.Time `json:"revoked"`
	// Valid is true for one that has neither expired nor been revoked.
	Valid bool `json:"valid"`
}

// Create makes a token and returns its secret, which nobody can be told again. Without
// expires it is good until it is revoked. The error is ErrAsked for what cannot be one.
func (k *Keeper) Create(ctx context.Context, name string, role Role, expires *time.Time) (secret string, t Token, err error) {
	name = strings.TrimSpace(name)
	switch {
	case name == "" || len(name) > 100:
		return "", Token{}, fmt.Errorf("%w: it needs a name of 1 to 100 bytes", ErrAsked)
	case strings.ContainsFunc(name, func(r rune) bool { return r == utf8.RuneError || !unicode.IsPrint(r) }):
		return "", Token{}, fmt.Errorf("%w: its name has something that cannot be printed", ErrAsked)
	case name == Local:
		return "", Token{}, fmt.Errorf("%w: %q is what the user of this machine is called; take another name", ErrAsked, name)
	case !slices.Contains(Roles, string(role)):
		return "", Token{}, fmt.Errorf("%w: there is no role %q; there are %s", ErrAsked, role, strings.Join(Roles, ", "))
	case expires != nil && !expires.After(k.now()):
		return "", Token{}, fmt.Errorf("%w: it would have expired already", ErrAsked)
	}
	secret = newSecret()
	hash, err := digest(secret)
	if err != nil {
		return "", Token{}, err
	}
	t = Token{Name: name, Role: role, Created: k.now().UTC().Truncate(time.Second), Expires: expires, Valid: true}
	r, err := k.db.ExecContext(ctx, "INSERT INTO tokens (name, role, hash, created, expires) VALUES (?, ?, ?, ?, ?)",
		name, string(role), hash, t.Created.Unix(), seconds(expires))
	if err != nil {
		return "", Token{}, fmt.Errorf("access: making a token: %w", err)
	}
	t.ID, err = r.LastInsertId()
	return secret, t, err
}

// List returns all tokens, the oldest first.
func (k *Keeper) List(ctx context.Context) (all []Token, err error) {
	rows, err := k.db.QueryContext(ctx, "SELECT id, name, role, created, expires, used, revoked FROM tokens ORDER BY id")
	if err != nil {
		return nil, fmt.Errorf("access: listing tokens: %w", err)
	}
	defer rows.Close()
	all = []Token{}
	for rows.Next() {
		var t Token
		var created int64
		var expires, used, revoked sql.NullInt64
		if err := rows.Scan(&t.ID, &t.Name, &t.Role, &created, &expires, &used, &revoked); err != nil {
			return nil, fmt.Errorf("access: listing tokens: %w", err)
		}
		t.Created, t.Expires, t.Used, t.Revoked = time.Unix(created, 0).UTC(), moment(expires), moment(used), moment(revoked)
		t.Valid = t.Revoked == nil && (t.Expires == nil || t.Expires.After(k.now()))
		all = append(all, t)
	}
	return all, rows.Err()
}

// Revoke ends a token and the sessions that began with it. Revoking it once more changes
// nothing.
func (k *Keeper) Revoke(ctx context.Context, id int64) error {
	tx, err := k.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("access: revoking a token: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // nothing after Commit
	r, err := tx.ExecContext(ctx, "UPDATE tokens SET revoked = coalesce(revoked, ?) WHERE id = ?", k.now().Unix(), id)
	if err != nil {
		return fmt.Errorf("access: revoking a token: %w", err)
	}
	if n, err := r.RowsAffected(); err != nil || n == 0 {
		return errors.Join(fmt.Errorf("access: revoking token %d: %w", id, ErrNoToken), err)
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM sessions WHERE token = ?", id); err != nil {
		return fmt.Errorf("access: revoking a token: %w", err)
	}
	return tx.Commit()
}

// ByToken is who has a token. The error is ErrToken for one that is not valid.
func (k *Keeper) ByToken(ctx context.Context, secret string) (Identity, error) {
	hash, err := digest(secret)
	if err != nil {
		return Identity{}, err
	}
	var who Identity
	var expires, used, revoked sql.NullInt64
	err = k.db.QueryRowContext(ctx, "SELECT id, name, role, expires, used, revoked FROM tokens WHERE hash = ?", hash).
		Scan(&who.Token, &who.Name, &who.Role, &expires, &used, &revoked)
	now := k.now().Unix()
	switch {
	case errors.Is(err, sql.ErrNoRows), err == nil && (revoked.Valid || expires.Valid && expires.Int64 <= now):
		return Identity{}, ErrToken
	case err != nil:
		return Identity{}, fmt.Errorf("access: looking for a token: %w", err)
	}
	if !used.Valid || now-used.Int64 >= 60 {
		if _, err := k.db.ExecContext(ctx, "UPDATE tokens SET used = ? WHERE id = ?", now, who.Token); err != nil {
			return Identity{}, fmt.Errorf("access: noting the use of a token: %w", err)
		}
	}
	return who, nil
}

func seconds(t *time.Time) any {
	if t == nil {
		return nil
	}
	return t.Unix()
}

func moment(s sql.NullInt64) *time.Time {
	if !s.Valid {
		return nil
	}
	t := time.Unix(s.Int64, 0).UTC()
	return &t
}
