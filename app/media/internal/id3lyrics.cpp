// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/id3lyrics.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>

namespace app::media::internal {

namespace {

constexpr qsizetype encodingAndLanguage = 4;

[[nodiscard]] QString languageOf(QByteArrayView frame)
{
    const auto letters = frame.sliced(1, 3);
    const bool plain = std::all_of(letters.begin(), letters.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    const auto language = plain ? QString::fromLatin1(letters).toLower() : QString();
    return language == u"xxx" || language == u"und" ? QString() : language;
}

/// Texts one after the other, each with its white space. Of UTF-16 only the first need have a mark.
class TextReader final
{
public:
    TextReader(int encoding, QByteArrayView bytes)
        : m_rest(bytes)
        , m_encoding(encoding)
        , m_bigEndian(encoding == 2)
    {}

    [[nodiscard]] QString next()
    {
        const auto size = textSize();
        auto raw = m_rest.first(size);
        const auto terminator = isWide() ? 2 : 1;
        m_rest = m_rest.sliced(std::min(size + terminator, m_rest.size()));
        if (!isWide()) {
            return m_encoding == 3 ? QString::fromUtf8(raw) : QString::fromLatin1(raw);
        }
        if (raw.startsWith("\xFE\xFF") || raw.startsWith("\xFF\xFE")) {
            m_bigEndian = raw.front() == '\xFE';
            raw = raw.sliced(2);
        }
        QStringDecoder decoder(m_bigEndian ? QStringConverter::Utf16BE : QStringConverter::Utf16LE);
        return decoder(raw);
    }

    /// Four bytes behind a text; nothing when they are not there.
    [[nodiscard]] std::optional<quint32> number()
    {
        if (m_rest.size() < 4) {
            m_rest = {};
            return std::nullopt;
        }
        const auto value = qFromBigEndian<quint32>(m_rest.data());
        m_rest = m_rest.sliced(4);
        return value;
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

private:
    [[nodiscard]] bool isWide() const { return m_encoding == 1 || m_encoding == 2; }

    [[nodiscard]] qsizetype textSize() const
    {
        if (!isWide()) {
            const auto found = m_rest.indexOf('\0');
            return found < 0 ? m_rest.size() : found;
        }
        qsizetype end = 0;
        while (end + 1 < m_rest.size() && (m_rest[end] != '\0' || m_rest[end + 1] != '\0')) {
            end += 2;
        }
        return std::min(end, m_rest.size());
    }

    QByteArrayView m_rest;
    int m_encoding = 0;
    bool m_bigEndian = false;
};

struct TimedText
{
    qint64 startMs = 0;
    QString text;
};

/// A line feed in front of a text ends the line before it.
void addTimed(std::vector<TimedText> &texts, qint64 startMs, QString text)
{
    text.remove(u'\r');
    if (text.startsWith(u'\n')) {
        text.remove(0, 1);
        if (!texts.empty() && !texts.back().text.endsWith(u'\n')) {
            texts.back().text.append(u'\n');
        }
    }
    if (!text.isEmpty()) {
        texts.push_back({startMs, text});
    }
}

[[nodiscard]] EmbeddedLyrics timedLyrics(QByteArrayView frame)
{
    // A million syllables are days of singing.
    constexpr std::size_t mostTexts = 500'000;
    constexpr qsizetype header = encodingAndLanguage + 2;
    if (frame.size() <= header || frame.size() > mostLyricsTextBytes) {
        return {};
    }
    const bool countsMs = frame[4] == 2;
    TextReader reader(frame[0], frame.sliced(header));
    // What kind of text it is.
    static_cast<void>(reader.next());
    std::vector<TimedText> texts;
    QString all;
    while (!reader.atEnd() && texts.size() < mostTexts) {
        const auto text = reader.next();
        const auto time = reader.number();
        all += text;
        if (time) {
            addTimed(texts, *time, text);
        }
    }
    // Frames of sound instead of milliseconds would have to be counted; then there are no times.
    if (!countsMs) {
        return {all.trimmed().toUtf8(), languageOf(frame), {}};
    }
    QJsonArray list;
    for (const auto &text : texts) {
        list.append(QJsonObject{{QStringLiteral("start_ms"), text.startMs},
                                {QStringLiteral("text"), text.text}});
    }
    return list.isEmpty() ? EmbeddedLyrics()
                          : EmbeddedLyrics{QJsonDocument(list).toJson(QJsonDocument::Compact),
                                           languageOf(frame),
                                           QStringLiteral("json")};
}

[[nodiscard]] EmbeddedLyrics plainLyrics(QByteArrayView frame)
{
    if (frame.size() <= encodingAndLanguage || frame.size() > mostLyricsTextBytes) {
        return {};
    }
    TextReader reader(frame[0], frame.sliced(encodingAndLanguage));
    // What it is called.
    static_cast<void>(reader.next());
    return {reader.next().trimmed().toUtf8(), languageOf(frame), {}};
}

[[nodiscard]] EmbeddedLyrics namedText(QByteArrayView frame)
{
    if (frame.size() < 2 || frame.size() > mostLyricsTextBytes) {
        return {};
    }
    TextReader reader(frame[0], frame.sliced(1));
    return isLyricsField(reader.next().trimmed())
               ? EmbeddedLyrics{reader.next().trimmed().toUtf8(), {}, {}}
               : EmbeddedLyrics();
}

} // namespace

bool isLyricsField(const QString &name)
{
    const auto plain = name.section(u':', 0, 0).toUpper().remove(u' ').remove(u'_');
    return plain == u"LYRICS" || plain == u"UNSYNCEDLYRICS" || plain == u"SYNCEDLYRICS"
           || plain == u"TRANSCRIPT";
}

std::vector<EmbeddedLyrics> id3Lyrics(const Id3Frames &tag)
{
    std::vector<EmbeddedLyrics> timed;
    std::vector<EmbeddedLyrics> others;
    const auto keep = [](std::vector<EmbeddedLyrics> &list, EmbeddedLyrics lyrics) {
        constexpr std::size_t most = 64;
        if (!lyrics.text.isEmpty() && list.size() < most) {
            list.push_back(std::move(lyrics));
        }
    };
    forEachFrame(tag, [&](QByteArrayView id, QByteArrayView body) {
        if (id == QByteArrayView("SYLT") || id == QByteArrayView("SLT")) {
            keep(timed, timedLyrics(body));
        } else if (id == QByteArrayView("USLT") || id == QByteArrayView("ULT")) {
            keep(others, plainLyrics(body));
        } else if (id == QByteArrayView("TXXX") || id == QByteArrayView("TXX")) {
            keep(others, namedText(body));
        }
        return true;
    });
    timed.insert(timed.end(), others.begin(), others.end());
    return timed;
}

} // namespace app::media::internal
