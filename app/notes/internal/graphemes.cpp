// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/internal/graphemes.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace app::notes::internal {

bool splitsPair(QStringView text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate()
           && text[at - 1].isHighSurrogate();
}

qsizetype clusterEdge(QStringView text, qsizetype at, bool backwards)
{
    constexpr qsizetype around = 128; // longer than any real cluster
    qsizetype from = std::max<qsizetype>(at - around, 0);
    from -= splitsPair(text, from) ? 1 : 0;
    const qsizetype to = std::min(at + around, text.size());
    const QString window = text.sliced(from, to - from).toString();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, window);
    finder.setPosition(at - from);
    if (finder.isAtBoundary())
        return at;
    const qsizetype edge = backwards ? finder.toPreviousBoundary() : finder.toNextBoundary();
    return edge < 0 ? at : from + edge;
}

} // namespace app::notes::internal
