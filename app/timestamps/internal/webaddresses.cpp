// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/webaddresses.h"

#include <algorithm>

namespace app::timestamps::internal {

namespace {

/// How far back a scheme, a host or a mailbox is looked for; longer ones are not written by people.
constexpr qsizetype maxLookBack = 64;

bool isAsciiAlnum(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

bool isHostChar(QChar c)
{
    return isAsciiAlnum(c) || c == u'.' || c == u'-';
}

bool isMailboxChar(QChar c)
{
    return isHostChar(c) || c == u'_' || c == u'%' || c == u'+' || c == u':';
}

template <typename Test>
qsizetype backWhile(QStringView text, qsizetype from, qsizetype least, Test test)
{
    const qsizetype stop = std::max(least, from - maxLookBack);
    while (from > stop && test(text[from - 1])) {
        --from;
    }
    return from;
}

/// The end of an address: at a space, a quote, another script, or a bracket it did not open.
qsizetype addressEnd(QStringView text, qsizetype from)
{
    int open = 0;
    for (; from < text.size(); ++from) {
        const QChar c = text[from];
        if (c.unicode() <= u' ' || c.unicode() >= 0x80 || c == u'<' || c == u'>' || c == u'"'
            || c == u']' || c == u'[') {
            break;
        }
        open += c == u'(' ? 1 : 0;
        if (c == u')' && --open < 0) {
            break;
        }
    }
    return from;
}

/// Whether [begin, end) is a host such as "example.org", not a number or a plain word.
bool isHost(QStringView host)
{
    const qsizetype dot = host.lastIndexOf(u'.');
    return dot > 0 && host.size() - dot > 2
           && std::all_of(
               host.begin() + dot + 1, host.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

/// Where the address starts whose tell-tale character ('/', '@', "www.") stands at a place, or -1.
qsizetype addressStart(QStringView text, qsizetype at, qsizetype least)
{
    const QChar c = text[at];
    if (c == u'/' && at > least) {
        if (text[at - 1] == u':' && text.sliced(at).startsWith(u"//")) {
            return backWhile(text, at - 1, least, isAsciiAlnum);
        }
        const qsizetype host = backWhile(text, at, least, isHostChar);
        return isHost(text.sliced(host, at - host)) ? host : -1;
    }
    if (c == u'@' && at > least && at + 1 < text.size() && isAsciiAlnum(text[at + 1])) {
        const qsizetype mailbox = backWhile(text, at, least, isMailboxChar);
        return mailbox < at ? mailbox : -1;
    }
    return c == u'w' && text.sliced(at).startsWith(u"www.") ? at : -1;
}

} // namespace

std::vector<TextSpan> findWebAddresses(QStringView folded)
{
    std::vector<TextSpan> found;
    qsizetype least = 0;
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const QChar c = folded[i];
        if (c != u'/' && c != u'@' && c != u'w') {
            continue;
        }
        const qsizetype begin = addressStart(folded, i, least);
        if (begin >= 0) {
            const qsizetype end = addressEnd(folded, i);
            found.push_back({begin, end - begin});
            least = end;
            i = std::max(end - 1, i);
        }
    }
    return found;
}

} // namespace app::timestamps::internal
