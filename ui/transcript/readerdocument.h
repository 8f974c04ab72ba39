// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/notes/note.h"
#include "app/timestamps/mediatime.h"
#include "app/timestamps/timerange.h"
#include "app/timestamps/timestampreader.h"
#include "ui/widgets/banner.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ui::transcript {

using app::timestamps::MediaTime;
using app::timestamps::TextSpan;
using app::timestamps::TimeRange;

/// One paragraph as it is shown.
struct ReaderBlock
{
    enum class Kind { Paragraph, Heading, ListItem, Quote, Code, Rule };

    Kind kind = Kind::Paragraph;
    qsizetype offset = 0; ///< UTF-16 units of ReaderDocument::text
    qsizetype length = 0;
    int level = 0;  ///< heading 1-6, or how deep a list or quote is nested
    QString marker; ///< of a list item

    QString speaker;                ///< beside or above the text; empty while a turn goes on
    int speakerIndex = -1;          ///< who speaks: into ReaderDocument::speakers; -1: nobody known
    std::optional<MediaTime> start; ///< under the speaker; activates like a time

    bool continued = false; ///< the rest of a paragraph that was cut for its length
};

/// Inline markup; spans are in order of offset and may nest.
struct ReaderSpan
{
    qsizetype offset = 0;
    qsizetype length = 0;
    bool bold = false;
    bool italic = false;
    bool code = false;
    QString link; ///< target, or empty
};

/// A place in the recording named in the text.
struct TimeLink
{
    enum class Kind {
        Sure,
        Unsure,         ///< dotted line; activates, too
        OtherRecording, ///< plain text
        PastEnd,        ///< plain text with an icon
    };

    qsizetype offset = 0;
    qsizetype length = 0;
    MediaTime start;
    std::optional<MediaTime> end;
    Kind kind = Kind::Sure;

    [[nodiscard]] bool isActive() const { return kind == Kind::Sure || kind == Kind::Unsure; }

    bool operator==(const TimeLink &) const = default;
};

/// An amber box above a block.
struct ReaderBanner
{
    std::size_t block = 0; ///< stands before this one
    QString id;            ///< given back with the action
    QString title;
    QString text;
    QList<widgets::MessageAction> actions;
};

/// A text to read, whatever it was made from. Offsets are UTF-16 units of `text`.
struct ReaderDocument
{
    QString text;
    std::vector<ReaderBlock> blocks; ///< in order, not overlapping
    std::vector<ReaderSpan> spans;   ///< in order of offset
    std::vector<TimeLink> times;     ///< in order, not overlapping
    std::vector<TextSpan> sentences; ///< in order; empty: found by rules of the language
    /// When each sentence is spoken; as many as sentences, or none at all.
    std::vector<std::optional<MediaTime>> sentenceTimes;
    QStringList speakers;              ///< by the index that blocks have
    std::vector<ReaderBanner> banners; ///< in order of block
    bool transcript = false;           ///< larger letters, and a gutter for speakers and times
};

/// A highlight or note of the listener on the text.
struct ReaderNote
{
    app::base::NoteId id;
    qsizetype offset = 0;
    qsizetype length = 0; ///< 0: a moment, has a card but tints nothing
    app::notes::Color color = app::notes::Color::Yellow;
    QString time; ///< as shown on the card
    QString text;
    QStringList tags;

    /// Whether it has a card beside the text.
    [[nodiscard]] bool hasCard() const { return !text.isEmpty() || !tags.isEmpty(); }
};

/// What lies under a point of the text.
struct ReaderHit
{
    enum class Kind {
        Nothing,
        Text,
        Time,
        Link,
        BlockTime, ///< a time beside the text: a paragraph's, or that of a sentence on this line
        Note,
        Speaker, ///< a name beside or above the text
        Fold,    ///< the line that stands for hidden turns
    };

    Kind kind = Kind::Nothing;
    qsizetype offset = -1; ///< the nearest character; -1 when there is none
    std::optional<TimeLink> time;
    std::optional<MediaTime> blockTime; ///< of the gutter
    QString link;
    QString speaker; ///< whose words stand there, on whatever the point lies; may be empty
    app::base::NoteId note;
};

/// Cuts blocks longer than that many units at white space, so that none is slow to lay out.
void splitLongBlocks(ReaderDocument &document, qsizetype longest);

/// The last block that begins at or before an offset; the first one before all.
/// The document must have a block.
[[nodiscard]] std::size_t blockAtOffset(const ReaderDocument &document, qsizetype offset);

/// The paragraph around an offset, with all parts of one that was cut for its length.
[[nodiscard]] TextSpan paragraphAt(const ReaderDocument &document, qsizetype offset);

/// Who speaks at an offset; empty when that is not known.
[[nodiscard]] QString speakerAt(const ReaderDocument &document, qsizetype offset);

/// The last sentence of the document's own list that begins at or before an offset.
[[nodiscard]] std::optional<std::size_t> sentenceIndexAt(const ReaderDocument &document,
                                                         qsizetype offset);

/// Whether more paragraphs run from right to left than from left to right, as far as a sample says.
[[nodiscard]] bool isMostlyRightToLeft(const ReaderDocument &document);

/// The word around an offset (empty between words), or the sentence.
[[nodiscard]] TextSpan wordAt(const ReaderDocument &document, qsizetype offset);
[[nodiscard]] TextSpan sentenceAt(const ReaderDocument &document, qsizetype offset);

} // namespace ui::transcript
