-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a library holds. Times are whole milliseconds: of day since 1970 in UTC, of sound since its start.
-- A file of this folder that was released is never edited again; what changes is a new file with the
-- next number. Columns named ..._folded hold text without case and accents, made by the program.

CREATE TABLE podcasts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_url TEXT NOT NULL UNIQUE,
    feed_key TEXT NOT NULL UNIQUE, -- the address without what does not tell feeds apart
    guid TEXT NOT NULL,
    guid_key TEXT UNIQUE,          -- the guid when it is a true UUID
    title TEXT NOT NULL,
    title_folded TEXT NOT NULL,
    link TEXT NOT NULL,
    description TEXT NOT NULL,
    author TEXT NOT NULL,
    language TEXT NOT NULL,
    image TEXT NOT NULL,
    type TEXT NOT NULL,
    next_page TEXT NOT NULL,
    details TEXT NOT NULL,         -- JSON: persons, funding
    feed_hash BLOB NOT NULL,       -- of what the feed says about the podcast itself
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    refreshed_ms INTEGER,
    fetch_error TEXT NOT NULL DEFAULT '',
    added_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE episodes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    podcast_id INTEGER NOT NULL REFERENCES podcasts ON DELETE CASCADE,
    played INTEGER NOT NULL DEFAULT 0,
    position_ms INTEGER NOT NULL DEFAULT 0,
    begun_ms INTEGER,              -- when it was last listened to
    published_ms INTEGER,
    feed_duration_ms INTEGER,
    exact_duration_ms INTEGER,     -- decoded
    guid TEXT NOT NULL,
    title TEXT NOT NULL,
    title_folded TEXT NOT NULL,
    link TEXT NOT NULL,
    image TEXT NOT NULL,
    enclosure_url TEXT NOT NULL,
    enclosure_type TEXT NOT NULL,
    enclosure_length INTEGER,
    season INTEGER,
    number REAL,
    type TEXT NOT NULL,
    explicit INTEGER NOT NULL,
    chapters_url TEXT NOT NULL,
    offers_transcript INTEGER NOT NULL,
    file_path TEXT NOT NULL DEFAULT '',
    feed_hash BLOB NOT NULL,       -- of all the feed says about it
    added_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX episodes_by_date ON episodes (published_ms DESC);
CREATE INDEX episodes_by_podcast ON episodes (podcast_id, published_ms DESC);
CREATE INDEX episodes_counted ON episodes (podcast_id, played);
CREATE INDEX episodes_by_guid ON episodes (guid);
CREATE INDEX episodes_unplayed ON episodes (published_ms DESC) WHERE played = 0;
CREATE INDEX episodes_played ON episodes (published_ms DESC) WHERE played = 1;
CREATE INDEX episodes_begun ON episodes (published_ms DESC) WHERE played = 0 AND position_ms > 0;
CREATE INDEX episodes_downloaded ON episodes (published_ms DESC) WHERE file_path != '';

-- What lists never show, apart so that their rows stay small.
CREATE TABLE episode_texts (
    episode_id INTEGER PRIMARY KEY REFERENCES episodes ON DELETE CASCADE,
    description TEXT NOT NULL,
    details TEXT NOT NULL          -- JSON: transcripts, persons, soundbites, contentLinks
) STRICT;

CREATE TABLE queue (
    episode_id INTEGER PRIMARY KEY REFERENCES episodes ON DELETE CASCADE,
    place INTEGER NOT NULL
) STRICT;

CREATE INDEX queue_by_place ON queue (place);

CREATE TABLE transcripts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    episode_id INTEGER NOT NULL REFERENCES episodes ON DELETE CASCADE,
    source INTEGER NOT NULL,       -- 0 feed, 1 beside the file, 2 attached
    fetched_ms INTEGER,
    url TEXT NOT NULL,
    type TEXT NOT NULL,
    language TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

CREATE INDEX transcripts_by_episode ON transcripts (episode_id, source, fetched_ms);

CREATE TABLE chapters (
    episode_id INTEGER NOT NULL REFERENCES episodes ON DELETE CASCADE,
    source TEXT NOT NULL CHECK (source IN ('file', 'json', 'feed')),
    list TEXT NOT NULL,            -- JSON
    PRIMARY KEY (episode_id, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE seek_indexes (
    path TEXT PRIMARY KEY,
    size_bytes INTEGER NOT NULL,
    modified_ms INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;

-- Notes outlive their episode: they carry all that is needed to read and export them.
CREATE TABLE notes (
    id TEXT PRIMARY KEY,
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
    deleted_ms INTEGER
) STRICT;

CREATE INDEX notes_by_episode ON notes (episode_id, deleted_ms);
CREATE INDEX notes_in_order ON notes (published_ms, feed_url, episode_guid, start_ms, id);
CREATE INDEX notes_in_bin ON notes (deleted_ms) WHERE deleted_ms IS NOT NULL;

CREATE TABLE note_tags (
    note_id TEXT NOT NULL REFERENCES notes ON DELETE CASCADE,
    place INTEGER NOT NULL,
    tag TEXT NOT NULL,
    tag_folded TEXT NOT NULL,
    PRIMARY KEY (note_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_tags_by_tag ON note_tags (tag_folded);

-- How each podcast is listened to, chapters from more sources, and what was found in the sound.

CREATE TABLE podcast_settings (
    podcast_id INTEGER PRIMARY KEY REFERENCES podcasts ON DELETE CASCADE,
    speed REAL,                    -- these three: NULL follows the settings for all
    silence INTEGER CHECK (silence BETWEEN 0 AND 3), -- 0 off, 1 gentle, 2 medium, 3 strong
    level INTEGER,
    skip_intro_ms INTEGER NOT NULL,
    skip_outro_ms INTEGER NOT NULL,
    remote_pictures INTEGER NOT NULL
) STRICT;

CREATE TABLE chapters_by_source (
    episode_id INTEGER NOT NULL REFERENCES episodes ON DELETE CASCADE,
    source TEXT NOT NULL CHECK (source IN ('own', 'file', 'json', 'feed', 'notes')),
    list TEXT NOT NULL,            -- JSON
    PRIMARY KEY (episode_id, source)
) STRICT, WITHOUT ROWID;

INSERT INTO chapters_by_source (episode_id, source, list)
    SELECT episode_id, source, list FROM chapters;
DROP TABLE chapters;
ALTER TABLE chapters_by_source RENAME TO chapters;

-- Whose chapters the listener prefers for an episode.
CREATE TABLE chapter_choices (
    episode_id INTEGER PRIMARY KEY REFERENCES episodes ON DELETE CASCADE,
    source TEXT NOT NULL CHECK (source IN ('own', 'file', 'json', 'feed', 'notes'))
) STRICT;

CREATE TABLE sound_analyses (
    path TEXT PRIMARY KEY,
    size_bytes INTEGER NOT NULL,
    modified_ms INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;

CREATE INDEX episodes_heard ON episodes (begun_ms DESC) WHERE begun_ms IS NOT NULL;

-- What listeners put right in transcripts and in the times of texts. The originals are never changed.

CREATE TABLE transcript_corrections (
    transcript_id INTEGER PRIMARY KEY REFERENCES transcripts ON DELETE CASCADE,
    edits TEXT NOT NULL,           -- JSON, in the order they were made
    modified_ms INTEGER NOT NULL
) STRICT;

-- What the speakers of a podcast are called, by the label its transcripts give them.
CREATE TABLE speaker_names (
    podcast_id INTEGER NOT NULL REFERENCES podcasts ON DELETE CASCADE,
    label TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (podcast_id, label)
) STRICT, WITHOUT ROWID;

-- Which of its transcripts the listener reads with an episode.
CREATE TABLE transcript_choices (
    episode_id INTEGER PRIMARY KEY REFERENCES episodes ON DELETE CASCADE,
    transcript_id INTEGER NOT NULL REFERENCES transcripts ON DELETE CASCADE
) STRICT;

CREATE INDEX transcript_choices_by_transcript ON transcript_choices (transcript_id);

-- What was decided about the times in an episode's text, while it stays that text.
CREATE TABLE time_decisions (
    episode_id INTEGER NOT NULL REFERENCES episodes ON DELETE CASCADE,
    text_hash TEXT NOT NULL,       -- SHA-256 in hex of the plain text
    decisions TEXT NOT NULL,       -- JSON
    modified_ms INTEGER NOT NULL,
    PRIMARY KEY (episode_id, text_hash)
) STRICT, WITHOUT ROWID;

-- What holds for all texts of a podcast unless decided otherwise.
CREATE TABLE podcast_time_decisions (
    podcast_id INTEGER PRIMARY KEY REFERENCES podcasts ON DELETE CASCADE,
    decisions TEXT NOT NULL,       -- JSON
    modified_ms INTEGER NOT NULL
) STRICT;

-- Made with the third form of the library, as a listener may have left it.
INSERT INTO podcasts VALUES (3, 'https://tide.example/feed', 'tide.example/feed',
    '917393e3-1b1e-5cef-ace4-edaa54e1f810', '917393e3-1b1e-5cef-ace4-edaa54e1f810', 'Tidewater Radio',
    'tidewater radio', 'https://tide.example', 'About the tide', 'Ann', 'en', 'https://tide.example/a.png',
    'episodic', '', '{"persons":[{"name":"Ann"}]}', x'0102', '"tag"', 'Tue, 01 Jul 2025 00:00:00 GMT',
    1751328000000, '', 1740000000000);
INSERT INTO podcasts VALUES (4, 'https://empty.example/feed', 'empty.example/feed', '', NULL,
    'https://empty.example/feed', 'https://empty.example/feed', '', '', '', '', '', '', '', '{}', x'', '', '',
    NULL, 'it could not be read', 1740000000001);
INSERT INTO episodes VALUES (11, 3, 0, 270123, 1751400000000, 1751300000000, 3600000, 3600041, 'g1',
    'Where zero is', 'where zero is', 'https://tide.example/1', '', 'https://tide.example/1.mp3', 'audio/mpeg',
    57600000, 2, 12.5, 'full', 0, 'https://tide.example/1.json', 1, '/sounds/1.mp3', x'aa', 1740000000000);
INSERT INTO episodes VALUES (12, 3, 1, 0, 1751500000000, 1751200000000, NULL, NULL, 'g2',
    'Low water', 'low water', '', '', 'https://tide.example/2.mp3', 'audio/mpeg',
    NULL, NULL, NULL, '', 1, '', 0, '', x'ab', 1740000000000);
INSERT INTO episodes VALUES (15, 3, 0, 0, NULL, NULL, NULL, NULL, 'g3', 'Silent', 'silent', '', '', '', '',
    NULL, NULL, NULL, '', 0, '', 0, '', x'ac', 1740000000000);
INSERT INTO episode_texts VALUES (11, '<p>Times (4:30)</p>', '{"soundbites":[]}');
INSERT INTO episode_texts VALUES (12, '', '{}');
INSERT INTO queue VALUES (15, 0), (11, 1);
INSERT INTO transcripts VALUES (5, 11, 2, 1751400000001, '/my/1.vtt', 'vtt', 'en', 'ff00', x'574542565454');
INSERT INTO chapters VALUES (11, 'file', '{"chapters":[{"start":0,"title":"Before"},{"start":60500,"title":"The wall"}]}');
INSERT INTO chapters VALUES (11, 'json', '{"chapters":[{"start":0,"url":"https://tide.example/b"},{"start":61000,"title":"Wall"}]}');
INSERT INTO chapters VALUES (12, 'feed', '{"chapters":[{"start":5000,"title":"Only one"}]}');
INSERT INTO seek_indexes VALUES ('/sounds/1.mp3', 57600000, 1751300000001, x'00010203');
INSERT INTO notes VALUES ('n1', 11, 'Tidewater Radio', 'https://tide.example/feed', '', 'Where zero is', 'g1', '',
    '', 1751300000000, 3600000, 270000, 285000, 'the sea wall', 'by ', ' and', 1234, 1, 'abcd', 'Ann',
    'Is that so?', 2, 1751400000002, 1751400000003, NULL);
INSERT INTO notes VALUES ('n2', NULL, 'Gone', 'https://gone.example/feed', '', 'Lost', 'x', '', '', NULL, NULL,
    1000, NULL, '', '', '', -1, 0, '', '', 'kept', 0, 1, 2, 3);
INSERT INTO note_tags VALUES ('n1', 0, 'Sea', 'sea'), ('n1', 1, 'wall', 'wall');
INSERT INTO chapters VALUES (11, 'own', '{"chapters":[{"start":1000,"title":"Mine"}]}');
INSERT INTO podcast_settings VALUES (3, 1.5, 2, NULL, 30000, 0, 1);
INSERT INTO podcast_settings VALUES (4, NULL, NULL, 1, 0, 12000, 0);
INSERT INTO chapter_choices VALUES (11, 'own');
INSERT INTO sound_analyses VALUES ('/sounds/1.mp3', 5760000, 1751000000000, x'01020300ff');
INSERT INTO transcript_corrections VALUES (5, '{"edits":[]}', 1751400000005);
INSERT INTO speaker_names VALUES (3, 'Speaker 1', 'Ann');
INSERT INTO transcript_choices VALUES (11, 5);
INSERT INTO time_decisions VALUES (11, 'abcd', '{"decisions":[]}', 1751400000006);
INSERT INTO podcast_time_decisions VALUES (3, '{"decisions":[]}', 1751400000007);
PRAGMA application_id = 1161908813;
PRAGMA user_version = 3;
