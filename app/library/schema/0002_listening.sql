-- SPDX-License-Identifier: GPL-3.0-or-later
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
