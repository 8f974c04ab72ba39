// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/cues.h"

namespace app::timestamps::internal {

/// How two neighbouring candidates of a line are joined.
enum class Joint { None, Chain, Range };

/// "4:30, 12:10 and 33:05" is a chain, "12:30-14:05" a range. \a from and \a to are tokens.
[[nodiscard]] Joint
jointBetween(const NormalText &text, const Tokens &tokens, qsizetype from, qsizetype to);

/// The words around one candidate, a few each way, never past a sentence or another candidate.
class Context
{
public:
    Context(const NormalText &text,
            const Tokens &tokens,
            qsizetype token,
            const Candidate &candidate);

    [[nodiscard]] bool isPlace() const;
    [[nodiscard]] bool isAfterMinuteWord() const;
    [[nodiscard]] bool isWeakClock() const;
    [[nodiscard]] bool hasClockSuffix() const;
    [[nodiscard]] bool hasClockBefore() const;
    [[nodiscard]] bool hasClockAfter() const;
    [[nodiscard]] bool hasDateBefore() const;
    [[nodiscard]] bool hasVerseBefore() const;
    [[nodiscard]] bool hasLabelBefore() const;
    [[nodiscard]] bool hasRatioBefore() const;
    [[nodiscard]] bool hasRatioAfter() const;
    [[nodiscard]] bool hasScore() const;
    [[nodiscard]] bool hasLengthBefore() const;
    [[nodiscard]] bool hasRecordedBefore() const;
    [[nodiscard]] bool hasArticle() const;
    /// Whether one of the next \a words words carries a cue.
    [[nodiscard]] bool isFollowedBy(Cues cues, qsizetype words) const;

private:
    [[nodiscard]] bool isPrecededBy(Cues cues, qsizetype words) const;
    [[nodiscard]] Cues before(qsizetype distance) const;
    [[nodiscard]] Cues after(qsizetype distance) const;
    /// The nearest word before; only where there is one.
    [[nodiscard]] QStringView wordBefore() const;
    [[nodiscard]] bool isCapital(const Token *word) const;
    [[nodiscard]] bool isMeridiem() const;
    [[nodiscard]] bool isNumericDate() const;

    static constexpr qsizetype reach = 6;
    const NormalText &m_text;
    const Candidate &m_candidate;
    const Token *m_before[reach] = {};
    const Token *m_after[reach] = {};
    qsizetype m_beforeCount = 0;
    qsizetype m_afterCount = 0;
    bool m_bracketBefore = false; ///< a bracket stands between the word before and the candidate
};

} // namespace app::timestamps::internal
