-- +goose Up
-- Each transaction that changed what questions answer, by the clock of who wrote.
CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL             -- seconds since 1970
);

-- The revision by which an entry came in, and the one that changed it last; 0 for what was
-- there before revisions were counted, or was made anew since.
ALTER TABLE entries ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entries ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX entries_changed ON entries (changed, entry) WHERE changed > 0;

-- A row that takes the place of another one fires no trigger for the one that goes.
-- +goose StatementBegin
CREATE TRIGGER corrections_grow BEFORE INSERT ON corrections WHEN EXISTS (SELECT 1 FROM corrections WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'corrections are never changed'); END;
-- +goose StatementEnd

-- +goose Down
-- A register is never taken back to an older form; restore a backup.
SELECT 1;
