// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/internal/tagscanner.h"
#include "app/transcripts/internal/ttmltime.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace app::transcripts::internal {

/// An element that may have a time. Times count from the beginning, or from that of the parent
/// until they are resolved; -1 where there is none.
struct TtmlNode
{
    int parent = -1;
    int speaker = -1; ///< place in TtmlTree::speakers, inherited; -1 when nobody is named
    qint64 beginMs = -1;
    qint64 endMs = -1;
    bool timed = false;   ///< has a beginning of its own
    bool isWord = false;  ///< said to be a word
    bool isBlock = false; ///< p
};

/// A text, a line end or the end of a paragraph, in document order.
struct TtmlPiece
{
    enum class Kind { Text, LineEnd, ParagraphEnd };

    Kind kind = Kind::Text;
    bool verbatim = false;
    int node = -1;
    QStringView text;
};

/// What of a TTML document is said, and when.
struct TtmlTree
{
    QString language;
    QStringList speakers; ///< names for people, no ids
    std::vector<TtmlNode> nodes;
    std::vector<TtmlPiece> pieces;
};

/// Takes a document apart; times are as they are written there.
[[nodiscard]] TtmlTree readTtmlTree(QStringView document);

/// Makes all times count from the beginning.
///
/// By the standard a time counts from the beginning of the parent. Whether a document keeps to that
/// shows where a child would end after its parent, or begin before it.
/// \param absoluteIfUnclear  what is believed where nothing shows it
void resolveTtmlTimes(std::vector<TtmlNode> &nodes, bool absoluteIfUnclear);

} // namespace app::transcripts::internal
