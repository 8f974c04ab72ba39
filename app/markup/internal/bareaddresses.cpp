// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markup/internal/textbuilder.h"

#include <algorithm>

namespace app::markup::internal {

namespace {

bool endsAddress(QChar c)
{
    const char16_t code = c.unicode();
    // White space, what no address may hold, and the punctuation of East Asia.
    return code <= 0x20 || QStringView(u"<>\"`{}|\\^").contains(c) || c.isSpace()
           || (code >= 0x2018 && code <= 0x201F) || (code >= 0x3000 && code <= 0x303F)
           || (code >= 0xFF00 && code <= 0xFF0F);
}

// Without the punctuation of the sentence around it; brackets stay when they are opened inside.
qsizetype lengthWithoutPunctuation(QStringView address)
{
    qsizetype round = address.count(u')') - address.count(u'(');
    qsizetype square = address.count(u']') - address.count(u'[');
    qsizetype length = address.size();
    while (length > 0) {
        const QChar last = address[length - 1];
        if (last == u')' && round > 0)
            --round;
        else if (last == u']' && square > 0)
            --square;
        else if (!QStringView(u".,;:!?'*_~\u2026\u00BB").contains(last))
            break;
        --length;
    }
    return length;
}

// How long "https://" is at a place; 0 when it is not there.
qsizetype schemeLength(QStringView rest)
{
    for (const QStringView scheme : {QStringView(u"https://"), QStringView(u"http://")}) {
        if (rest.startsWith(scheme, Qt::CaseInsensitive))
            return scheme.size();
    }
    return 0;
}

} // namespace

void linkBareAddresses(RichText &text)
{
    const QStringView all = text.text;
    const std::vector<Span> before = text.spans;
    auto link = before.begin();
    qsizetype at = all.indexOf(u"http", 0, Qt::CaseInsensitive);
    while (at >= 0) {
        const qsizetype scheme = schemeLength(all.mid(at, 8));
        const bool inWord = at > 0 && all[at - 1].isLetterOrNumber();
        qsizetype end = at + std::max<qsizetype>(scheme, 4);
        if (scheme > 0 && !inWord) {
            while (end < all.size() && !endsAddress(all[end]))
                ++end;
            const qsizetype length = lengthWithoutPunctuation(all.mid(at, end - at));
            while (link != before.end()
                   && (link->link.isEmpty() || link->offset + link->length <= at))
                ++link;
            const bool isLinked = link != before.end() && link->offset < at + length;
            if (length > scheme && !isLinked) {
                Span span;
                span.offset = at;
                span.length = length;
                span.link = all.mid(at, length).toString();
                text.spans.push_back(std::move(span));
            }
        }
        at = all.indexOf(u"http", end, Qt::CaseInsensitive);
    }
    sortSpans(text.spans);
}

} // namespace app::markup::internal
