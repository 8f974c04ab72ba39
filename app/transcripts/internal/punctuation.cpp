// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/punctuation.h"

#include <QString>

#include <algorithm>
#include <array>
#include <string_view>

namespace app::transcripts::internal {

namespace {

constexpr std::array<std::u16string_view, 38> abbreviations = {
    u"mr",   u"mrs", u"ms",  u"dr",     u"prof", u"st",  u"jr",  u"sr",  u"vs",  u"etc",
    u"eg",   u"ie",  u"no",  u"vol",    u"fig",  u"al",  u"inc", u"ltd", u"co",  u"corp",
    u"dept", u"gen", u"gov", u"sen",    u"rep",  u"rev", u"hon", u"col", u"sgt", u"capt",
    u"lt",   u"mme", u"mt",  u"approx", u"ca",   u"bzw", u"usw", u"nr"};

bool isWideEnd(QChar c)
{
    return c == u'。' || c == u'！' || c == u'？' || c == u'｡';
}

bool isEnd(QChar c)
{
    return c == u'.' || c == u'!' || c == u'?' || c == u'…' || c == u'؟' || c == u'।';
}

bool isClosing(QChar c)
{
    constexpr QStringView closing = u"\"')]}’”»」』）】〉》";
    return closing.contains(c);
}

/// Whether the full stop at a place belongs to the word before it.
bool isAbbreviation(QStringView text, qsizetype stop)
{
    qsizetype first = stop;
    while (first > 0 && text[first - 1].isLetter() && stop - first < 8)
        --first;
    const qsizetype length = stop - first;
    if (length == 0)
        return false;
    // An initial ("J. K.") or the last letter of "e.g." and "U.S."; "I." ends a sentence.
    if (length == 1)
        return text[first] != u'I' && !isWideLetter(text[first]);
    const QString word = text.sliced(first, length).toString().toLower();
    return std::any_of(abbreviations.begin(), abbreviations.end(), [&word](auto known) {
        return word == QStringView(known);
    });
}

qsizetype skipClosing(QStringView text, qsizetype at)
{
    while (at < text.size() && isClosing(text[at]))
        ++at;
    return at;
}

/// Whether a sentence may begin after a stop: a small letter goes on with the old one.
bool nextMayBegin(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at >= text.size() || !text[at].isLower();
}

} // namespace

bool isWideLetter(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x3040 && u <= 0x30FF) || (u >= 0x3400 && u <= 0x9FFF)
           || (u >= 0xF900 && u <= 0xFAFF) || (u >= 0x3001 && u <= 0x3011)
           || (u >= 0xFF01 && u <= 0xFF1F);
}

bool endsSentence(QStringView text)
{
    qsizetype at = text.size();
    while (at > 0 && (text[at - 1].isSpace() || isClosing(text[at - 1])))
        --at;
    if (at == 0)
        return false;
    const QChar last = text[at - 1];
    if (last == u'.')
        return !isAbbreviation(text, at - 1);
    return isEnd(last) || isWideEnd(last);
}

qsizetype sentenceEnd(QStringView text, qsizetype from)
{
    for (qsizetype at = from; at < text.size(); ++at) {
        const QChar c = text[at];
        if (isWideEnd(c)) {
            while (at + 1 < text.size() && (isWideEnd(text[at + 1]) || isEnd(text[at + 1])))
                ++at;
            return skipClosing(text, at + 1);
        }
        if (!isEnd(c))
            continue;
        const qsizetype first = at;
        while (at + 1 < text.size() && isEnd(text[at + 1]))
            ++at;
        const qsizetype end = skipClosing(text, at + 1);
        const bool set = end >= text.size() || text[end].isSpace();
        const bool single = first == at && c == u'.';
        if (set && nextMayBegin(text, end) && !(single && isAbbreviation(text, first)))
            return end;
        at = end - 1;
    }
    return text.size();
}

} // namespace app::transcripts::internal
