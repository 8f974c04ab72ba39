// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/captiontext.h"

#include "app/markup/entities.h"
#include "app/transcripts/internal/references.h"
#include "app/transcripts/internal/speakers.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace app::transcripts::internal {

using timestamps::MediaTime;

namespace {

constexpr std::array<std::u16string_view, 20> subRipTags = {
    u"b",  u"i",    u"u",      u"s",  u"c", u"v",   u"font", u"lang",   u"ruby",  u"rt",
    u"br", u"span", u"strong", u"em", u"p", u"div", u"tt",   u"strike", u"small", u"big"};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Reads at most nine digits' worth of a number, so that it cannot overflow; more digits saturate.
qint64 collectDigits(QStringView line, qsizetype &at, qsizetype &count)
{
    constexpr qint64 most = 999'999'999;
    qint64 value = 0;
    const qsizetype first = at;
    for (; at < line.size() && isDigit(line[at]); ++at)
        value = std::min(value * 10 + (line[at].unicode() - u'0'), most);
    count = at - first;
    return value;
}

/// Where a character next occurs; asked at rising places it reads the text once only.
class NextOf
{
public:
    explicit NextOf(QChar wanted)
        : m_wanted(wanted)
    {}

    qsizetype from(QStringView text, qsizetype at)
    {
        if (m_found != gone && m_found < at) {
            const qsizetype found = text.indexOf(m_wanted, at);
            m_found = found < 0 ? gone : found;
        }
        return m_found;
    }

    static constexpr qsizetype gone = -1;

private:
    static constexpr qsizetype unknown = -2;
    QChar m_wanted;
    qsizetype m_found = unknown;
};

/// The text of one cue on its way into lines and words.
class TextReader
{
public:
    TextReader(CaptionSyntax syntax, Caption &caption)
        : m_syntax(syntax)
        , m_caption(caption)
    {}

    void read(QStringView text);

private:
    void readTag(QStringView tag);
    void readTimeTag(QStringView tag);
    void setVoice(QStringView tag);
    void addText(QStringView text);
    [[nodiscard]] QString decode(QStringView text) const;
    void endWord();
    void endLine();
    [[nodiscard]] bool isMarkup(QStringView text, qsizetype at, qsizetype &end);

    CaptionSyntax m_syntax;
    Caption &m_caption;
    SpacedText m_line;
    std::vector<QString> m_voices;
    std::vector<Word> m_words;
    std::optional<MediaTime> m_wordStart;
    qsizetype m_wordOffset = 0;
    bool m_sawTime = false;
    bool m_underline = false;
    SpacedText m_underlined;
    NextOf m_angle{u'>'};
    NextOf m_brace{u'}'};
};

QStringView tagName(QStringView tag)
{
    qsizetype end = tag.startsWith(u'/') ? 1 : 0;
    const qsizetype first = end;
    while (end < tag.size() && (tag[end].isLetterOrNumber()))
        ++end;
    return tag.sliced(first, end - first);
}

bool isSubRipTag(QStringView tag)
{
    const QString name = tagName(tag).toString().toLower();
    return std::any_of(subRipTags.begin(), subRipTags.end(), [&name](std::u16string_view known) {
        return name == QStringView(known);
    });
}

bool TextReader::isMarkup(QStringView text, qsizetype at, qsizetype &end)
{
    if (text[at] == u'{') {
        end = m_brace.from(text, at);
        return end > at + 1 && text[at + 1] == u'\\';
    }
    end = m_angle.from(text, at);
    if (m_syntax == CaptionSyntax::SubRip)
        return end > 0 && isSubRipTag(text.sliced(at + 1, end - at - 1));
    // "5 < 6" is lost by the standard's rules; nobody who reads a transcript wants that.
    const QChar next = at + 1 < text.size() ? text[at + 1] : QChar(u' ');
    return !next.isSpace() && (end > 0 || next.isLetter() || next == u'/');
}

void TextReader::read(QStringView text)
{
    qsizetype plain = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'\n') {
            addText(text.sliced(plain, at - plain));
            endLine();
            plain = at + 1;
        }
        qsizetype end = NextOf::gone;
        const bool opens = c == u'<' || (c == u'{' && m_syntax == CaptionSyntax::SubRip);
        if (!opens || !isMarkup(text, at, end))
            continue;
        addText(text.sliced(plain, at - plain));
        const qsizetype stop = end == NextOf::gone ? text.size() : end;
        if (c == u'<')
            readTag(text.sliced(at + 1, stop - at - 1));
        at = stop;
        plain = stop + 1;
    }
    if (plain < text.size())
        addText(text.sliced(plain));
    endLine();
    m_caption.underlined = m_underlined.take();
}

void TextReader::readTag(QStringView tag)
{
    if (!tag.isEmpty() && isDigit(tag[0])) {
        readTimeTag(tag);
        return;
    }
    const QStringView name = tagName(tag);
    const bool closing = tag.startsWith(u'/');
    if (name == u"v" && closing) {
        endLine();
        if (!m_voices.empty())
            m_voices.pop_back();
    } else if (name == u"v") {
        setVoice(tag);
    } else if (name == u"u") {
        m_underline = !closing;
    } else if (name == u"rt") {
        // How a word is read stands behind it, as where no ruby can be shown.
        m_line.append(closing ? QStringView(u")") : QStringView(u"("));
    } else if (name.compare(u"br", Qt::CaseInsensitive) == 0) {
        endLine();
    }
}

void TextReader::setVoice(QStringView tag)
{
    endLine();
    const auto space =
        std::find_if(tag.begin(), tag.end(), [](QChar c) { return c.isSpace(); }) - tag.begin();
    m_voices.push_back(tidyName(decode(tag.sliced(space))));
}

void TextReader::readTimeTag(QStringView tag)
{
    qsizetype at = 0;
    const std::optional<MediaTime> time = collectWebVttTime(tag, at);
    const MediaTime earliest = m_wordStart.value_or(m_caption.start.value_or(MediaTime()));
    if (!time || at != tag.size() || *time < earliest || (m_caption.end && *time > *m_caption.end))
        return;
    if (!m_sawTime)
        m_wordStart = m_caption.start;
    m_sawTime = true;
    endWord();
    m_wordStart = time;
}

/// SubRip has no rules: there, addresses like "?a=1&copy=2" are spared.
QString TextReader::decode(QStringView text) const
{
    return m_syntax == CaptionSyntax::WebVtt ? decodeReferences(text)
                                             : markup::decodeEntities(text);
}

void TextReader::addText(QStringView text)
{
    const bool references = text.contains(u'&');
    const QString decoded = references ? decode(text) : QString();
    const QStringView plain = references ? QStringView(decoded) : text;
    m_line.append(plain);
    if (m_underline)
        m_underlined.append(plain);
}

/// What stands since the last time becomes a word; its end is known when the next begins.
void TextReader::endWord()
{
    const QStringView line(m_line.text());
    if (m_wordStart && m_sawTime && m_wordOffset < line.size()) {
        const MediaTime end = m_caption.end.value_or(*m_wordStart);
        m_words.push_back({*m_wordStart, end, singleSpaced(line.sliced(m_wordOffset))});
    }
    m_wordOffset = m_line.nextOffset();
}

void TextReader::endLine()
{
    endWord();
    m_wordOffset = 0;
    if (m_line.isEmpty())
        return;
    const QString speaker = m_voices.empty() ? QString() : m_voices.back();
    m_caption.lines.push_back({speaker, m_line.take(), std::exchange(m_words, {})});
}

/// Each word ends where the next one of the caption begins.
void closeWords(Caption &caption)
{
    Word *previous = nullptr;
    for (CaptionLine &line : caption.lines) {
        for (Word &word : line.words) {
            if (previous != nullptr)
                previous->end = word.start;
            previous = &word;
        }
    }
}

} // namespace

std::optional<MediaTime> collectWebVttTime(QStringView line, qsizetype &at)
{
    qsizetype digits = 0;
    const qint64 first = collectDigits(line, at, digits);
    const bool hoursFirst = digits != 2 || first > 59;
    const auto take = [&line, &at](QChar wanted) {
        const bool there = at < line.size() && line[at] == wanted;
        at += there ? 1 : 0;
        return there;
    };
    if (digits == 0 || !take(u':'))
        return std::nullopt;
    const qint64 second = collectDigits(line, at, digits);
    if (digits != 2 || second > 59)
        return std::nullopt;
    const bool third = at < line.size() && line[at] == u':';
    qint64 seconds = second;
    if (hoursFirst || third) {
        if (!take(u':'))
            return std::nullopt;
        seconds = collectDigits(line, at, digits);
        if (digits != 2 || seconds > 59)
            return std::nullopt;
    }
    if (!take(u'.'))
        return std::nullopt;
    const qint64 ms = collectDigits(line, at, digits);
    if (digits != 3)
        return std::nullopt;
    const bool hasHours = hoursFirst || third;
    return timeOf(hasHours ? first : 0, hasHours ? second : first, seconds, ms);
}

void readCaptionText(QStringView text, CaptionSyntax syntax, Caption &caption)
{
    TextReader(syntax, caption).read(text);
    closeWords(caption);
}

} // namespace app::transcripts::internal
