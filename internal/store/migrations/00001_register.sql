-- +goose Up
PRAGMA application_id = 0x5061726c; -- "Parl"

CREATE TABLE documents (
    id        INTEGER PRIMARY KEY,
    document  TEXT NOT NULL UNIQUE, -- record.Document.ID
    place     INTEGER NOT NULL UNIQUE, -- in the order of days of publication
    sha256    TEXT NOT NULL,
    url       TEXT,
    outlet    TEXT,
    genre     TEXT NOT NULL,
    issuer    TEXT,
    language  TEXT NOT NULL,
    title     TEXT NOT NULL,
    published TEXT,
    retrieved TEXT,
    given     TEXT NOT NULL,        -- record.Document.Given as JSON
    reading   BLOB NOT NULL         -- the text and record.Reading as JSON, zstd
);

-- What a document said before it changed or was read again.
CREATE TABLE history (
    id       INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    replaced TEXT NOT NULL,         -- RFC 3339, UTC
    reading  BLOB NOT NULL
);
CREATE INDEX history_document ON history (document, id);

-- The words of documents, folded by the program; rowid is documents.place.
CREATE VIRTUAL TABLE words USING fts5 (
    title, text,
    content = '', contentless_delete = 1, tokenize = 'ascii'
);

-- A contact of a reading, and the entry it belongs to.
CREATE TABLE mentions (
    id       INTEGER PRIMARY KEY,
    contact  TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES documents (id),
    entry    INTEGER REFERENCES entries (id),
    features BLOB NOT NULL          -- merge.Mention
);
CREATE INDEX mentions_document ON mentions (document);
CREATE INDEX mentions_entry ON mentions (entry);

-- Where merging looks for what may be the same (merge.Keys, merge.Reach). No
-- foreign key, here and in facets and remarks: the rows follow from the mention, the
-- entry, the statement, and an index to check each way would double the table.
CREATE TABLE mention_keys (
    key     TEXT NOT NULL,
    width   INTEGER NOT NULL,       -- the class of the number of days from first to last
    first   INTEGER NOT NULL,       -- days since 1970-01-01
    last    INTEGER NOT NULL,
    mention INTEGER NOT NULL,
    PRIMARY KEY (key, width, first, mention)
) WITHOUT ROWID;

CREATE TABLE links (
    mention INTEGER NOT NULL,
    target  INTEGER NOT NULL,
    fit     INTEGER NOT NULL,
    PRIMARY KEY (mention, target)
) WITHOUT ROWID;
CREATE INDEX links_target ON links (target, mention);

CREATE TABLE entries (
    id        INTEGER PRIMARY KEY,
    entry     TEXT NOT NULL UNIQUE, -- record.Entry.ID
    first     INTEGER NOT NULL,     -- the day it is sorted under, days since 1970-01-01
    last      INTEGER NOT NULL,
    terms     BLOB NOT NULL,        -- those in facets, uvarints
    record    BLOB NOT NULL         -- record.Entry as JSON, zstd
);
CREATE INDEX entries_first ON entries (first, entry);

-- What entries and statements are looked for by: a person, a party, a topic ...
CREATE TABLE terms (
    id         INTEGER PRIMARY KEY,
    facet      TEXT NOT NULL,
    value      TEXT NOT NULL,
    entries    INTEGER NOT NULL,    -- how many have it
    statements INTEGER NOT NULL,
    UNIQUE (facet, value)
);
-- Who is met most.
CREATE INDEX terms_actors ON terms (facet, entries, statements) WHERE facet IN ('party', 'person', 'named');

-- By which words of their names terms are found.
CREATE TABLE names (
    word TEXT NOT NULL,             -- what its spellings share
    term INTEGER NOT NULL,
    size INTEGER NOT NULL,          -- how many words the name has
    PRIMARY KEY (word, term, size)
) WITHOUT ROWID;

CREATE TABLE facets (
    term  INTEGER NOT NULL,
    first INTEGER NOT NULL,         -- of the entry
    entry INTEGER NOT NULL,
    PRIMARY KEY (term, first, entry)
) WITHOUT ROWID;

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
    day       INTEGER NOT NULL,     -- its own day, else that of publication
    terms     BLOB NOT NULL,        -- those in remarks, uvarints
    record    BLOB NOT NULL         -- record.Statement as JSON, zstd
);
CREATE INDEX statements_document ON statements (document);
CREATE INDEX statements_day ON statements (day, statement);

CREATE TABLE remarks (
    term      INTEGER NOT NULL,
    day       INTEGER NOT NULL,     -- of the statement
    statement INTEGER NOT NULL,
    PRIMARY KEY (term, day, statement)
) WITHOUT ROWID;

CREATE TABLE commitments (
    id       INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id),
    actor    INTEGER NOT NULL,      -- the term of the party
    day      INTEGER NOT NULL,      -- of publication
    due      INTEGER,               -- the last day by which it is to be kept
    contact  TEXT,                  -- the contact that it promises, if it promises one
    record   BLOB NOT NULL          -- record.Commitment as JSON, zstd
);
CREATE INDEX commitments_document ON commitments (document);
CREATE INDEX commitments_actor ON commitments (actor, day);
CREATE INDEX commitments_day ON commitments (day);

-- The log of corrections; never changed, never shortened.
CREATE TABLE corrections (
    id     INTEGER PRIMARY KEY,
    record TEXT NOT NULL            -- record.Correction as JSON
);
-- +goose StatementBegin
CREATE TRIGGER corrections_stay BEFORE DELETE ON corrections BEGIN SELECT raise(ABORT, 'corrections are never deleted'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER corrections_stand BEFORE UPDATE ON corrections BEGIN SELECT raise(ABORT, 'corrections are never changed'); END;
-- +goose StatementEnd

-- A contact that a document said before it was read again, and the one that took its place.
CREATE TABLE renamed (
    contact  TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    now      TEXT NOT NULL
) WITHOUT ROWID;

-- +goose Down
-- A register is never taken back to an older form; restore a backup.
SELECT 1;
