package access

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// How long sessions last: unused, and in all; and keys of links.
const (
	sessionIdle = 8 * time.Hour
	sessionMost = 7 * 24 * time.Hour
	keyMost     = 10 * time.Minute
)

// Local is what the user of this machine is called, who has no token.
const Local = "local"

// key is what a link signs in as, and until when.
type key struct {
	role Role
	last time.Time
}

// NewKey makes a key that signs in once, within ten minutes, as the user of this machine:
// for the link that is printed where the server was started.
func (k *Keeper) NewKey(role Role) string {
	secret := newSecret()
	k.mu.Lock()
	defer k.mu.Unlock()
	k.keys[sha256.Sum256([]byte(secret))] = key{role, k.now().Add(keyMost)}
	return secret
}

// byKey is who a key is of, which it then is no more.
func (k *Keeper) byKey(secret string) (Identity, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	sum := sha256.Sum256([]byte(secret))
	found, ok := k.keys[sum]
	delete(k.keys, sum)
	return Identity{Name: Local, Role: found.role}, ok && k.now().Before(found.last)
}

// SignIn begins a session by a token or a key, and returns what the cookie is to hold: never
// anything that came from outside. The session that the browser had before, "" for none,
// ends. The error is ErrToken for a secret that is not valid.
func (k *Keeper) SignIn(ctx context.Context, secret, before string) (session string, who Identity, err error) {
	who, ok := k.byKey(secret)
	if !ok {
		if who, err = k.ByToken(ctx, secret); err != nil {
			return "", Identity{}, err
		}
	}
	if err := k.SignOut(ctx, before); err != nil {
		return "", Identity{}, err
	}
	session = newSecret()
	hash, err := digest(session)
	if err != nil {
		return "", Identity{}, err
	}
	now := k.now().Unix()
	var token any
	if who.Token != 0 {
		token = who.Token
	}
	_, err = k.db.ExecContext(ctx, "INSERT INTO sessions (hash, token, name, role, created, seen) VALUES (?, ?, ?, ?, ?, ?)",
		hash, token, who.Name, string(who.Role), now, now)
	if err == nil {
		_, err = k.db.ExecContext(ctx, "DELETE FROM sessions WHERE created < ? OR seen < ?", now-int64(sessionMost.Seconds()), now-int64(sessionIdle.Seconds()))
	}
	if err != nil {
		return "", Identity{}, fmt.Errorf("access: beginning a session: %w", err)
	}
	return session, who, nil
}

// BySession is who has a session. The error is ErrToken for one that is not there, has
// ended, or whose token is not valid any more.
func (k *Keeper) BySession(ctx context.Context, session string) (Identity, error) {
	hash, err := digest(session)
	if err != nil {
		return Identity{}, err
	}
	var who Identity
	var created, seen int64
	var token, expires, revoked sql.NullInt64
	err = k.db.QueryRowContext(ctx, `SELECT s.name, s.role, s.token, s.created, s.seen, t.expires, t.revoked
		FROM sessions s LEFT JOIN tokens t ON t.id = s.token WHERE s.hash = ?`, hash).Scan(&who.Name, &who.Role, &token, &created, &seen, &expires, &revoked)
	now := k.now().Unix()
	switch {
	case errors.Is(err, sql.ErrNoRows),
		err == nil && (now-created >= int64(sessionMost.Seconds()) || now-seen >= int64(sessionIdle.Seconds()) || revoked.Valid || expires.Valid && expires.Int64 <= now):
		return Identity{}, ErrToken
	case err != nil:
		return Identity{}, fmt.Errorf("access: looking for a session: %w", err)
	}
	who.Token = token.Int64
	if now-seen >= 60 {
		if _, err := k.db.ExecContext(ctx, "UPDATE sessions SET seen = ? WHERE hash = ?", now, hash); err != nil {
			return Identity{}, fmt.Errorf("access: noting the use of a session: %w", err)
		}
	}
	return who, nil
}

// SignOut ends a session; one that is not there is no error.
func (k *Keeper) SignOut(ctx context.Context, session string) error {
	hash, err := digest(session)
	if err != nil {
		return nil
	}
	if _, err := k.db.ExecContext(ctx, "DELETE FROM sessions WHERE hash = ?", hash); err != nil {
		return fmt.Errorf("access: ending a session: %w", err)
	}
	return nil
}
