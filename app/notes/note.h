// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/timestamps/mediatime.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace app::notes {

/// The colours of highlights, by the letter they have in exports: y g b r v.
enum class Color { Yellow, Green, Blue, Red, Violet };

[[nodiscard]] QString colorName(Color color); ///< "yellow", ... as stored and exported
[[nodiscard]] std::optional<Color> colorFromName(const QString &name);

/// What a note remembers of its episode, so that it stays readable when the podcast is gone.
struct EpisodeRef
{
    QString podcastTitle;
    QString feedUrl;
    QString podcastGuid;
    QString episodeTitle;
    QString episodeGuid;
    QString link;
    QString enclosureUrl;
    QDateTime published; ///< UTC; may be invalid
    std::optional<timestamps::Duration> duration;

    bool operator==(const EpisodeRef &) const = default;
};

/// Which text a quote was taken from.
enum class QuoteSource { None, Transcript, ShowNotes };

[[nodiscard]] QString quoteSourceName(QuoteSource source); ///< "", "transcript", "shownotes"
[[nodiscard]] std::optional<QuoteSource> quoteSourceFromName(const QString &name);

/// How well a note stands in the words it was taken from, since these last changed.
enum class AnchorState {
    Exact,       ///< the words are where they were
    Moved,       ///< the same words, elsewhere
    Approximate, ///< words much like them; the listener is to look
    TimeOnly     ///< the words are gone: it stays at its time
};

[[nodiscard]] QString anchorStateName(AnchorState state); ///< "exact", ... as stored and exported
[[nodiscard]] std::optional<AnchorState> anchorStateFromName(const QString &name);

/// Which audio file the times of a note were taken on.
struct AudioIdentity
{
    qint64 sizeBytes = 0;                         ///< 0: unknown
    std::optional<timestamps::Duration> duration; ///< decoded
    QString soundHash; ///< SHA-256 in hex of the coded sound without its tags; empty: unknown

    bool operator==(const AudioIdentity &) const = default;
};

/// Where in words a note belongs: the quote with what stands around it.
/// Source: W3C Web Annotation, TextQuoteSelector and TextPositionSelector (but offsets in UTF-16
/// units here).
struct Anchor
{
    QString quote;
    QString prefix; ///< at least 64 characters before it, cut at a word, unless the text begins
    QString suffix; ///< the same after it
    qsizetype offset = -1; ///< of the quote in the text; -1 when unknown
    QuoteSource source = QuoteSource::None;
    QString textHash; ///< SHA-256 in hex of the text the offset belongs to; empty when unknown
    QString speaker;
    QString transcriptHash; ///< SHA-256 in hex of the transcript's bytes; empty when it is none
    AnchorState state = AnchorState::Exact;

    bool operator==(const Anchor &) const = default;
};

/// Something the listener kept: a highlight, a note, or a marked moment.
struct Note
{
    base::NoteId id;
    base::EpisodeId episode; ///< not valid once the episode has left the library
    EpisodeRef episodeRef;
    timestamps::MediaTime start;
    std::optional<timestamps::MediaTime> end; ///< empty for a moment
    Anchor anchor;
    QString text;     ///< Markdown; may be empty
    QStringList tags; ///< without '#', each once, in the order given
    Color color = Color::Yellow;
    QDateTime created;                ///< UTC
    QDateTime modified;               ///< UTC
    std::optional<QDateTime> deleted; ///< when it was moved to the bin
    bool starred = false;
    AudioIdentity audio; ///< the file that start and end were taken on

    bool operator==(const Note &) const = default;
};

} // namespace app::notes
