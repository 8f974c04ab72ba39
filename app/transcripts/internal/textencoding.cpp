// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/textencoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace app::transcripts::internal {

namespace {

/// What Windows-1252 has at 0x80 to 0x9F; unassigned places stay control characters.
constexpr std::array<char16_t, 32> windowsUpper = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

/// How many bytes a UTF-8 sequence that begins here has; 0 when it is not a whole, valid one.
qsizetype sequenceLength(const QByteArray &bytes, qsizetype at)
{
    const auto byteAt = [&bytes](qsizetype index) {
        return index < bytes.size() ? static_cast<unsigned char>(bytes[index]) : 0U;
    };
    const unsigned first = byteAt(at);
    const qsizetype length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
    for (qsizetype next = 1; next < length; ++next) {
        if ((byteAt(at + next) & 0xC0U) != 0x80U)
            return 0;
    }
    return length;
}

bool looksLikeUtf8(const QByteArray &bytes)
{
    qsizetype valid = 0;
    qsizetype broken = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = sequenceLength(bytes, at);
        if (length > 1)
            ++valid;
        // A last character that was cut off says nothing against the encoding.
        if (length == 0 && at < bytes.size() - 3)
            ++broken;
        at += std::max<qsizetype>(length, 1);
    }
    return broken == 0 || valid > broken * 4;
}

std::optional<QStringConverter::Encoding> utf16ByZeros(const QByteArray &bytes)
{
    const qsizetype sample = std::min<qsizetype>(bytes.size(), 4096) / 2 * 2;
    qsizetype evenZeros = 0;
    qsizetype oddZeros = 0;
    for (qsizetype at = 0; at < sample; at += 2) {
        evenZeros += bytes[at] == '\0' ? 1 : 0;
        oddZeros += bytes[at + 1] == '\0' ? 1 : 0;
    }
    const qsizetype units = sample / 2;
    if (units < 2)
        return std::nullopt;
    if (oddZeros * 2 > units && evenZeros * 20 < units)
        return QStringConverter::Utf16LE;
    if (evenZeros * 2 > units && oddZeros * 20 < units)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

QString fromWindows1252(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(windowsUpper.at(c.unicode() - 0x80U));
    }
    return text;
}

QString decode(const QByteArray &bytes)
{
    std::optional<QStringConverter::Encoding> encoding = QStringConverter::encodingForData(bytes);
    if (!encoding)
        encoding = utf16ByZeros(bytes);
    if (!encoding && !looksLikeUtf8(bytes))
        return fromWindows1252(bytes);
    QStringDecoder decoder(encoding.value_or(QStringConverter::Utf8));
    return decoder(bytes);
}

bool isTextCharacter(QChar c)
{
    if (c.unicode() >= 0x20)
        return c.unicode() < 0x7F || c.unicode() >= 0xA0;
    return c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f' || c == u'\v';
}

/// Some stray control characters are survived; a file with one in thirty is something else.
bool isBinary(const QString &text)
{
    const auto strange = std::count_if(text.cbegin(), text.cend(), [](QChar c) {
        return !isTextCharacter(c) || c == QChar::ReplacementCharacter;
    });
    return strange > 2 ? strange * 30 > text.size() : strange * 2 > text.size();
}

void normaliseLineEnds(QString &text)
{
    QChar *const data = text.data();
    qsizetype written = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        QChar c = data[at];
        if (c == u'\r') {
            if (at + 1 < text.size() && data[at + 1] == u'\n')
                continue;
            c = QLatin1Char('\n');
        }
        data[written++] = c.isNull() ? QChar(QChar::ReplacementCharacter) : c;
    }
    text.truncate(written);
}

} // namespace

std::optional<QString> decodeText(const QByteArray &bytes)
{
    QString text = decode(bytes);
    if (isBinary(text))
        return std::nullopt;
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    normaliseLineEnds(text);
    return text;
}

} // namespace app::transcripts::internal
