-- +goose Up
CREATE TABLE tokens (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    name    TEXT NOT NULL,
    role    TEXT NOT NULL,
    hash    BLOB NOT NULL UNIQUE, -- SHA-256 of the secret
    created INTEGER NOT NULL,     -- seconds since 1970, as all times here
    expires INTEGER,
    used    INTEGER,
    revoked INTEGER
);

CREATE TABLE sessions (
    hash    BLOB PRIMARY KEY,     -- SHA-256 of what the cookie holds
    token   INTEGER REFERENCES tokens (id), -- null for the user of this machine
    name    TEXT NOT NULL,
    role    TEXT NOT NULL,
    created INTEGER NOT NULL,
    seen    INTEGER NOT NULL
) WITHOUT ROWID;

-- Who did what, or tried to; never changed, never shortened.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,        -- RFC 3339, UTC
    who     TEXT NOT NULL,
    role    TEXT NOT NULL,
    action  TEXT NOT NULL,
    outcome TEXT NOT NULL,
    address TEXT NOT NULL,
    remote  TEXT NOT NULL,
    detail  TEXT NOT NULL
);
-- +goose StatementBegin
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit log is never shortened'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_stands BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit log is never changed'); END;
-- +goose StatementEnd
-- A row that takes the place of another one fires no trigger for the one that goes.
-- +goose StatementBegin
CREATE TRIGGER audit_grows BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'the audit log is never changed'); END;
-- +goose StatementEnd

-- +goose Down
SELECT 1;
