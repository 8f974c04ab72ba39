-- SPDX-License-Identifier: GPL-3.0-or-later
-- Notes that remember their recording, keep a journal, and are found by their words.

-- A number that stays, for the search to refer to; and what a note knows of its place.
CREATE TABLE numbered_notes (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    episode_id INTEGER REFERENCES episodes ON DELETE SET NULL,
    podcast_title TEXT NOT NULL,
    feed_url TEXT NOT NULL,
    podcast_guid TEXT NOT NULL,
    episode_title TEXT NOT NULL,
    episode_guid TEXT NOT NULL,
    link TEXT NOT NULL,
    enclosure_url TEXT NOT NULL,
    published_ms INTEGER,
    duration_ms INTEGER,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER,
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    text_offset INTEGER NOT NULL,  -- -1 unknown
    source INTEGER NOT NULL,       -- 0 none, 1 transcript, 2 show notes
    text_hash TEXT NOT NULL,
    speaker TEXT NOT NULL,
    text TEXT NOT NULL,
    color INTEGER NOT NULL,        -- 0 yellow, 1 green, 2 blue, 3 red, 4 violet
    created_ms INTEGER,
    modified_ms INTEGER,
    deleted_ms INTEGER,
    starred INTEGER NOT NULL DEFAULT 0,
    anchor_state INTEGER NOT NULL DEFAULT 0, -- 0 exact, 1 moved, 2 approximate, 3 time only
    transcript_hash TEXT NOT NULL DEFAULT '',
    audio_size_bytes INTEGER NOT NULL DEFAULT 0, -- these three: of the file the times were taken on
    audio_duration_ms INTEGER,
    audio_hash TEXT NOT NULL DEFAULT ''
) STRICT;

INSERT INTO numbered_notes (id, episode_id, podcast_title, feed_url, podcast_guid, episode_title,
        episode_guid, link, enclosure_url, published_ms, duration_ms, start_ms, end_ms, quote, prefix,
        suffix, text_offset, source, text_hash, speaker, text, color, created_ms, modified_ms, deleted_ms)
    SELECT id, episode_id, podcast_title, feed_url, podcast_guid, episode_title, episode_guid, link,
        enclosure_url, published_ms, duration_ms, start_ms, end_ms, quote, prefix, suffix, text_offset,
        source, text_hash, speaker, text, color, created_ms, modified_ms, deleted_ms
    FROM notes ORDER BY rowid;

CREATE TABLE tags_of_notes (
    note_id TEXT NOT NULL REFERENCES numbered_notes (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    tag TEXT NOT NULL,
    tag_folded TEXT NOT NULL,
    PRIMARY KEY (note_id, place)
) STRICT, WITHOUT ROWID;

INSERT INTO tags_of_notes (note_id, place, tag, tag_folded)
    SELECT note_id, place, tag, tag_folded FROM note_tags;

DROP TABLE note_tags;
DROP TABLE notes;
ALTER TABLE numbered_notes RENAME TO notes;
ALTER TABLE tags_of_notes RENAME TO note_tags;

CREATE INDEX note_tags_by_tag ON note_tags (tag_folded);
CREATE INDEX notes_by_episode ON notes (episode_id, deleted_ms);
CREATE INDEX notes_in_bin ON notes (deleted_ms) WHERE deleted_ms IS NOT NULL;
CREATE INDEX notes_by_transcript ON notes (transcript_hash) WHERE transcript_hash != '';
-- All that a list of notes is chosen, grouped and ordered by, in the order of their places.
CREATE INDEX notes_in_order ON notes (published_ms, feed_url, episode_guid, start_ms, id, episode_id,
    color, anchor_state, starred, created_ms, modified_ms, deleted_ms);

-- What is said in notes and about them; a row has the number of its note.
CREATE VIRTUAL TABLE note_search USING fts5 (
    quote, text, tags, speaker, episode_title, podcast_title,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

INSERT INTO note_search (rowid, quote, text, tags, speaker, episode_title, podcast_title)
    SELECT n.number, n.quote, n.text,
        coalesce((SELECT group_concat(tag, char(10)) FROM note_tags WHERE note_id = n.id), ''),
        n.speaker, n.episode_title, n.podcast_title
    FROM notes n;

-- Every anchoring of every note; rows are only added and marked.
CREATE TABLE note_anchorings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    done_ms INTEGER,
    method INTEGER NOT NULL,
    score REAL NOT NULL,
    before TEXT NOT NULL,          -- the place, as a line of the journal
    after TEXT NOT NULL,
    before_transcript TEXT NOT NULL, -- SHA-256 in hex of the transcript of the place before
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX note_anchorings_by_note ON note_anchorings (note_id, id);
CREATE INDEX note_anchorings_by_transcript ON note_anchorings (before_transcript)
    WHERE before_transcript != '';

-- What can be undone and redone in the next run of the program too.
CREATE TABLE note_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    before TEXT NOT NULL,          -- whole notes, as lines of the journal
    after TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Lines of the journal that may not be in its file yet. The highest number ever used is the last
-- change that this library has.
CREATE TABLE note_outbox (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    line BLOB NOT NULL
) STRICT;

-- Transcripts that are gone from their episode, or with it, while notes were taken from them.
CREATE TABLE kept_transcripts (
    hash TEXT PRIMARY KEY,         -- SHA-256 in hex of the bytes
    type TEXT NOT NULL,
    language TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

CREATE INDEX transcripts_by_hash ON transcripts (sha256);

CREATE TRIGGER transcripts_are_kept AFTER DELETE ON transcripts
WHEN EXISTS (SELECT 1 FROM notes WHERE transcript_hash = OLD.sha256 AND transcript_hash != '')
    OR EXISTS (SELECT 1 FROM note_anchorings
        WHERE before_transcript = OLD.sha256 AND before_transcript != '')
BEGIN
    INSERT OR IGNORE INTO kept_transcripts (hash, type, language, bytes)
        VALUES (OLD.sha256, OLD.type, OLD.language, OLD.bytes);
END;
