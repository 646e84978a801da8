package access

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Event is a line of the audit log.
type Event struct {
	ID int64  `json:"id"`
	At string `json:"at"` // RFC 3339, UTC
	// Who is the name of the token, "local" for the user of this machine, "" for nobody.
	Who  string `json:"who"`
	Role Role   `json:"role"`
	// Action is what was done or tried: sign-in, correct, add. Outcome is done, refused or
	// failed.
	Action  string `json:"action"`
	Outcome string `json:"outcome"`
	// Address is the path that was asked for, Remote the address that asked.
	Address string `json:"address"`
	Remote  string `json:"remote"`
	Detail  string `json:"detail"`
}

// Record writes a line into the audit log; it sets the time. When it returns without an
// error the line is on the disk. A change whose line cannot be written must not be made.
func (k *Keeper) Record(ctx context.Context, e Event) error {
	_, err := k.db.ExecContext(context.WithoutCancel(ctx), "INSERT INTO audit (at, who, role, action, outcome, address, remote, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
		k.now().UTC().Format(time.RFC3339), e.Who, string(e.Role), e.Action, e.Outcome, short(e.Address), short(e.Remote), short(e.Detail))
	if err != nil {
		return fmt.Errorf("access: writing the audit log: %w", err)
	}
	return nil
}

// Do makes a change of which a line is in the audit log before it is made, and one more
// where it failed: no change without a line.
func (k *Keeper) Do(ctx context.Context, e Event, change func() error) error {
	e.Outcome = "done"
	if err := k.Record(ctx, e); err != nil {
		return err
	}
	err := change()
	if err != nil {
		e.Outcome, e.Detail = "failed", e.Detail+": "+err.Error()
		if unwritten := k.Record(ctx, e); unwritten != nil {
			return errors.Join(err, unwritten)
		}
	}
	return err
}

// short bounds what strangers can write into the log.
func short(s string) string {
	const most = 500
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…" // no half letter at the end
}

// Events returns lines of the audit log, the newest first: those before one by its id, 0
// for all, and at most so many.
func (k *Keeper) Events(ctx context.Context, before int64, limit int) ([]Event, error) {
	rows, err := k.db.QueryContext(ctx, `SELECT id, at, who, role, action, outcome, address, remote, detail FROM audit
		WHERE ?1 = 0 OR id < ?1 ORDER BY id DESC LIMIT ?2`, before, limit)
	if err != nil {
		return nil, fmt.Errorf("access: reading the audit log: %w", err)
	}
	defer rows.Close()
	out := []Event{}
	for rows.Next() {
		var e Event
		if err := rows.Scan(&e.ID, &e.At, &e.Who, &e.Role, &e.Action, &e.Outcome, &e.Address, &e.Remote, &e.Detail); err != nil {
			return nil, fmt.Errorf("access: reading the audit log: %w", err)
		}
		out = append(out, e)
	}
	return out, rows.Err()
}
