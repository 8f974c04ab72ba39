-- SPDX-License-Identifier: GPL-3.0-or-later
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
