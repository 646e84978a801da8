-- +goose Up
CREATE TABLE documents (
    id        INTEGER PRIMARY KEY,
    document  TEXT NOT NULL UNIQUE, -- record.Document.ID
    sha256    TEXT NOT NULL,
    url       TEXT,
    outlet    TEXT,
    language  TEXT NOT NULL,
    title     TEXT NOT NULL,
    published TEXT,
    text      TEXT NOT NULL,
    reading   BLOB NOT NULL         -- record.Reading as JSON, zstd
);

-- What a document said before it changed or was read again.
CREATE TABLE history (
    id       INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    text     TEXT NOT NULL,
    reading  BLOB NOT NULL,
    replaced TEXT NOT NULL          -- RFC 3339, UTC
);
CREATE INDEX history_document ON history (document, id);

CREATE VIRTUAL TABLE words USING fts5 (
    title, text,
    content = 'documents', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);

-- A contact of a reading, and the entry it belongs to.
CREATE TABLE mentions (
    id       INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id),
    contact  TEXT NOT NULL,
    entry    INTEGER REFERENCES entries (id),
    features BLOB NOT NULL,         -- merge.Mention
    UNIQUE (document, contact)
);
CREATE INDEX mentions_contact ON mentions (contact);
CREATE INDEX mentions_entry ON mentions (entry);

-- Where merging looks for what may be the same (merge.Keys, merge.Reach).
CREATE TABLE mention_keys (
    key     TEXT NOT NULL,
    width   INTEGER NOT NULL,       -- the class of the number of days from first to last
    first   INTEGER NOT NULL,       -- days since 1970-01-01
    last    INTEGER NOT NULL,
    mention INTEGER NOT NULL REFERENCES mentions (id),
    PRIMARY KEY (key, width, first, mention)
) WITHOUT ROWID;
CREATE INDEX mention_keys_mention ON mention_keys (mention);

CREATE TABLE links (
    mention INTEGER NOT NULL REFERENCES mentions (id),
    target  INTEGER NOT NULL REFERENCES mentions (id),
    fit     INTEGER NOT NULL,
    PRIMARY KEY (mention, target)
) WITHOUT ROWID;
CREATE INDEX links_target ON links (target, mention);

CREATE TABLE entries (
    id        INTEGER PRIMARY KEY,
    entry     TEXT NOT NULL UNIQUE, -- record.Entry.ID
    kind      TEXT NOT NULL,
    status    TEXT NOT NULL,
    step      TEXT NOT NULL,
    first     INTEGER NOT NULL,     -- days since 1970-01-01; of the day it is sorted under
    last      INTEGER NOT NULL,
    disputed  INTEGER NOT NULL,
    rejected  INTEGER NOT NULL,
    record    BLOB NOT NULL         -- record.Entry as JSON, zstd
);
CREATE INDEX entries_first ON entries (first, entry);

-- What entries are looked for by: party, person, place, topic, kind, status, outlet, language.
CREATE TABLE facets (
    facet TEXT NOT NULL,
    value TEXT NOT NULL,            -- folded
    first INTEGER NOT NULL,
    entry INTEGER NOT NULL REFERENCES entries (id),
    PRIMARY KEY (facet, value, first, entry)
) WITHOUT ROWID;
CREATE INDEX facets_entry ON facets (entry);

-- Ids of entries that are none any more and of no contact either: their document was read again.
CREATE TABLE retired (
    entry     TEXT NOT NULL,
    successor TEXT NOT NULL,
    PRIMARY KEY (entry, successor)
) WITHOUT ROWID;

CREATE TABLE statements (
    id        INTEGER PRIMARY KEY,
    document  INTEGER NOT NULL REFERENCES documents (id),
    statement TEXT NOT NULL,
    speaker   TEXT NOT NULL,        -- folded name
    country   TEXT,
    act       TEXT NOT NULL,
    kind      TEXT NOT NULL,
    day       INTEGER NOT NULL,     -- its own day, else that of publication
    record    BLOB NOT NULL         -- record.Statement as JSON
);
CREATE INDEX statements_document ON statements (document);
CREATE INDEX statements_speaker ON statements (speaker, day);
CREATE INDEX statements_day ON statements (day);

CREATE TABLE statement_topics (
    topic     TEXT NOT NULL,
    day       INTEGER NOT NULL,
    statement INTEGER NOT NULL REFERENCES statements (id),
    PRIMARY KEY (topic, day, statement)
) WITHOUT ROWID;

CREATE TABLE commitments (
    id       INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id),
    actor    TEXT NOT NULL,
    day      INTEGER NOT NULL,      -- of publication
    due      INTEGER,               -- the last day by which it is to be kept
    contact  TEXT,                  -- the contact it promises, if it promises one
    record   BLOB NOT NULL          -- record.Commitment as JSON
);
CREATE INDEX commitments_document ON commitments (document);
CREATE INDEX commitments_actor ON commitments (actor, day);

-- The log of corrections; never changed, never shortened.
CREATE TABLE corrections (
    id     INTEGER PRIMARY KEY,
    record BLOB NOT NULL            -- record.Correction as JSON
);
CREATE TRIGGER corrections_stay BEFORE DELETE ON corrections BEGIN SELECT raise(ABORT, 'corrections are never deleted'); END;
CREATE TRIGGER corrections_stand BEFORE UPDATE ON corrections BEGIN SELECT raise(ABORT, 'corrections are never changed'); END;

-- A contact that a document said before it was read again, and the one that took its place.
CREATE TABLE renamed (
    document TEXT NOT NULL,
    contact  TEXT NOT NULL,
    now      TEXT NOT NULL,
    PRIMARY KEY (document, contact)
) WITHOUT ROWID;

-- +goose Down
SELECT raise(ABORT, 'a register is never taken back to an older form; restore a backup');
