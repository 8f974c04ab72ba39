// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/quotecontext.h"

#include "app/notes/internal/cutquote.h"
#include "app/notes/internal/graphemes.h"
#include "app/notes/internal/occurrences.h"

#include <QCryptographicHash>

#include <algorithm>

namespace app::notes {

using internal::clusterEdge;
using internal::splitsPair;

namespace {

constexpr qsizetype contextCharacters = 64;
/// A word longer than this is cut; so are scripts without spaces.
constexpr qsizetype mostExtra = 64;

qsizetype contextStart(QStringView text, qsizetype quoteStart)
{
    qsizetype at = quoteStart;
    for (qsizetype count = 0; count < contextCharacters && at > 0; ++count)
        at -= splitsPair(text, at - 1) ? 2 : 1;
    for (qsizetype extra = 0; extra <= mostExtra && at - extra > 0; ++extra) {
        if (text[at - extra - 1].isSpace())
            return at - extra;
    }
    return at <= mostExtra ? 0 : at;
}

qsizetype contextEnd(QStringView text, qsizetype quoteEnd)
{
    qsizetype at = quoteEnd;
    for (qsizetype count = 0; count < contextCharacters && at < text.size(); ++count)
        at += splitsPair(text, at + 1) ? 2 : 1;
    for (qsizetype extra = 0; extra <= mostExtra && at + extra < text.size(); ++extra) {
        if (text[at + extra].isSpace())
            return at + extra;
    }
    return text.size() - at <= mostExtra ? text.size() : at;
}

qsizetype commonEnd(QStringView a, QStringView b)
{
    qsizetype count = 0;
    const qsizetype most = std::min(a.size(), b.size());
    while (count < most && a[a.size() - 1 - count] == b[b.size() - 1 - count])
        ++count;
    return count;
}

qsizetype commonStart(QStringView a, QStringView b)
{
    const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return differs.first - a.begin();
}

/// How many characters beside an occurrence are what they were.
qsizetype agreement(QStringView text, qsizetype at, const Anchor &anchor)
{
    return commonEnd(text.first(at), anchor.prefix)
           + commonStart(text.sliced(at + anchor.quote.size()), anchor.suffix);
}

} // namespace

Anchor internal::cutQuote(const QString &text, qsizetype offset, qsizetype length)
{
    qsizetype start = std::clamp<qsizetype>(offset, 0, text.size());
    qsizetype end = start + std::clamp<qsizetype>(length, 0, text.size() - start);
    while (start < end && text[start].isSpace())
        ++start;
    while (end > start && text[end - 1].isSpace())
        --end;
    if (start < end) {
        start = clusterEdge(text, start, true);
        end = clusterEdge(text, end, false);
    }
    Anchor anchor;
    anchor.quote = text.sliced(start, end - start);
    const qsizetype before = contextStart(text, start);
    anchor.prefix = text.sliced(before, start - before);
    anchor.suffix = text.sliced(end, contextEnd(text, end) - end);
    anchor.offset = start;
    return anchor;
}

Anchor makeAnchor(const QString &text, qsizetype offset, qsizetype length, QuoteSource source)
{
    Anchor anchor = internal::cutQuote(text, offset, length);
    anchor.source = source;
    anchor.textHash = hashText(text);
    return anchor;
}

QString hashText(const QString &text)
{
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex());
}

qsizetype locateAnchor(const QString &text, const Anchor &anchor)
{
    if (anchor.quote.isEmpty())
        return -1;
    const qsizetype whole = anchor.prefix.size() + anchor.suffix.size();
    const bool inside = anchor.offset >= 0 && anchor.offset <= text.size() - anchor.quote.size();
    if (inside && QStringView(text).sliced(anchor.offset).startsWith(anchor.quote)
        && agreement(text, anchor.offset, anchor) == whole)
        return anchor.offset;
    qsizetype best = -1;
    qsizetype bestAgreement = -1;
    const auto distance = [&anchor](qsizetype at) {
        return std::abs(at - anchor.offset);
    };
    internal::forEachOccurrence(text, anchor.quote, [&](qsizetype at) {
        const qsizetype here = agreement(text, at, anchor);
        const bool nearer =
            here == bestAgreement && anchor.offset >= 0 && distance(at) < distance(best);
        if (here > bestAgreement || nearer) {
            best = at;
            bestAgreement = here;
        }
    });
    return best;
}

} // namespace app::notes
