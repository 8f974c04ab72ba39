// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/notes/note.h"
#include "app/notes/tagcompletion.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace app::library {

/// The order of notes. Equals stand by place.
enum class NoteSort {
    Place,  ///< by episode, oldest first and those without a date last; in it by time
    Newest, ///< last made first
    Oldest,
    Changed ///< last modified first
};

/// What notes are put together by.
enum class NoteGroup {
    None,
    Podcast, ///< by title
    Episode, ///< in the order of each one's first note
    Tag,     ///< by alphabet, those without any last; a note stands in each of its tags' groups
    Color,   ///< in the order of the colours
    Day      ///< it was made, local time; in the order of each one's first note
};

/// Which notes are wanted, and how. Every condition that is given must hold.
struct NoteQuery
{
    /// As typed: words and "phrases", each to be found in the quote, the text, the tags, the
    /// speaker or the titles, whatever its case and accents; the last word may be unfinished.
    QString text;
    QStringList feedUrls; ///< any of them
    std::vector<base::EpisodeId> episodes;
    QStringList tags; ///< all of them, case does not matter; an empty one: notes without tags
    std::vector<notes::Color> colors;
    std::vector<notes::AnchorState> states;
    std::optional<bool> starred;
    QDateTime since;    ///< made at this time or later; not valid: any
    QDateTime until;    ///< made before this time
    bool inBin = false; ///< those in the bin instead of all others
    NoteSort sort = NoteSort::Place;
    NoteGroup group = NoteGroup::None;

    bool operator==(const NoteQuery &) const = default;
};

/// The head of a group of notes.
struct NoteGroupHead
{
    /// Podcast: its feed's address; Episode: that, a line feed and its guid; Tag: the tag, empty
    /// for notes without; Color: its name; Day: "2026-11-21". What is missing is its title.
    QString key;
    QString title; ///< of the podcast or the episode, else as the key
    int count = 0; ///< of its notes

    bool operator==(const NoteGroupHead &) const = default;
};

/// One line of a list of notes.
struct NoteIndexLine
{
    base::NoteId id;
    int group = 0; ///< index into NoteIndex::groups

    bool operator==(const NoteIndexLine &) const = default;
};

/// All notes that a query finds, without what they say. Groups follow one another.
struct NoteIndex
{
    std::vector<NoteGroupHead> groups; ///< empty when they are not grouped
    std::vector<NoteIndexLine> lines;

    bool operator==(const NoteIndex &) const = default;
};

/// A podcast that has notes.
struct NotedPodcast
{
    QString feedUrl;
    QString title; ///< as its newest note knows it
    int count = 0;

    bool operator==(const NotedPodcast &) const = default;
};

/// What notes can be narrowed by, each with how many there are. But for the last, of notes that are
/// not in the bin.
struct NoteFacets
{
    std::vector<NotedPodcast> podcasts; ///< by title
    std::vector<notes::UsedTag> tags;   ///< most used first
    std::array<int, 5> colors{};        ///< by Color
    std::array<int, 4> states{};        ///< by AnchorState
    int untagged = 0;
    int starred = 0;
    int all = 0;
    int bin = 0; ///< those in the bin

    bool operator==(const NoteFacets &) const = default;
};

} // namespace app::library
