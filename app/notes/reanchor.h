// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/anchortext.h"
#include "app/notes/note.h"
#include "app/notes/timelinemap.h"
#include "app/timestamps/timerange.h"

#include <memory>
#include <optional>

namespace app::notes {

/// How a note came to its place.
enum class AnchorMethod {
    Exact, ///< the same words
    Fuzzy, ///< words much like them
    Time,  ///< no words: by its time
    Manual ///< the listener said so
};

[[nodiscard]] QString anchorMethodName(AnchorMethod method); ///< "exact", ... as stored
[[nodiscard]] std::optional<AnchorMethod> anchorMethodFromName(const QString &name);

/// Where a note belongs in another text.
///
/// Exact: the same words, within 2 s of where they were (or at the same offset of a text without
/// times). Moved: the same words elsewhere, or nearly the same words. Approximate: the listener is
/// to look. TimeOnly: the words are not there.
struct Anchoring
{
    AnchorState state = AnchorState::TimeOnly;
    qsizetype offset = -1; ///< UTF-16 units, at edges of words; -1 with TimeOnly or without a quote
    qsizetype length = 0;
    /// When the words are spoken in the text. With TimeOnly, or when the text has no times: the
    /// note's own time, on the text's recording as far as known. A moment without words is empty.
    timestamps::TimeRange time;
    double score = 0; ///< 0 to 1: of the best place, even when it was not good enough
    AnchorMethod method = AnchorMethod::Time;

    bool operator==(const Anchoring &) const = default;
};

/// What is known of the text that notes were taken from.
struct AnchorOrigin
{
    QString language;  ///< BCP 47; empty when unknown
    TimelineMap times; ///< from its recording to that of the new text; empty: it is the same
};

/// Finds notes' words in one text, by words, what stood around them, and time.
///
/// Words are compared without case, width and punctuation. A place scores 50 for the quote, 15 for
/// the words before, 15 for those behind, 20 for its time (none from 30 s away); what the anchor or
/// the text lacks is left out. From 0.75 on it is taken without asking, from 0.5 on to be looked
/// at. It is to be looked at as well when another place does nearly as well or lies nearer in time,
/// when over 30 % of the quote's words are others, or when the words are few and common and nothing
/// around them agrees. Searched is first what is spoken within 90 s, then the whole text unless
/// nothing there could do as well. When languages differ, all notes stay at their times.
///
/// Made once for many notes of one text: about 30 ms for ten hours, then about 0.1 ms for a note.
/// Only the first 4,096 words of a quote count. Thread: any; const use by several at once.
/// Source: the order of selectors and weights follow Hypothesis' client, with time added.
class AnchorIndex final
{
public:
    explicit AnchorIndex(AnchorText text, AnchorOrigin origin = {});
    ~AnchorIndex();
    AnchorIndex(AnchorIndex &&) noexcept;
    AnchorIndex &operator=(AnchorIndex &&) noexcept;

    /// Give an anchor whose words the listener has taken or agreed to: firmPlace().
    /// \param start,end  when the anchor's words are spoken on the recording they were taken from
    [[nodiscard]] Anchoring reanchor(const Anchor &anchor,
                                     timestamps::MediaTime start,
                                     std::optional<timestamps::MediaTime> end) const;

    [[nodiscard]] const AnchorText &text() const;

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

/// One note in one text: AnchorIndex made for it alone.
[[nodiscard]] Anchoring reanchor(const Anchor &anchor,
                                 timestamps::MediaTime start,
                                 std::optional<timestamps::MediaTime> end,
                                 const AnchorText &text);

/// The anchor a note has once it stands where it was found: the words there with what surrounds
/// them, the speaker, the hashes. With TimeOnly the old words stay, with offset -1.
[[nodiscard]] Anchor
anchorAt(const Anchoring &anchoring, const Anchor &old, const AnchorText &text);

} // namespace app::notes
