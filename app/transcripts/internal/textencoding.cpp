// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/textencoding.h"

#include "app/transcripts/internal/legacyencoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace app::transcripts::internal {

namespace {

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

/// Noughts by their place in groups of four bytes.
std::array<qsizetype, 4> countZeros(const QByteArray &bytes, qsizetype sample)
{
    std::array<qsizetype, 4> zeros{};
    for (qsizetype at = 0; at < sample; ++at)
        zeros[static_cast<std::size_t>(at % 4)] += bytes[at] == '\0' ? 1 : 0;
    return zeros;
}

/// Whether bytes make sense in an encoding: hardly anything in them is no character.
bool makesSense(const QByteArray &bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding);
    const QString text = decoder(bytes);
    const auto strange = std::count_if(text.cbegin(), text.cend(), [](QChar c) {
        const QChar::Category category = c.category();
        return c == QChar::ReplacementCharacter || category == QChar::Other_NotAssigned
               || category == QChar::Other_PrivateUse
               || (category == QChar::Other_Control && !c.isSpace());
    });
    return strange * 50 <= text.size();
}

/// UTF-16 and UTF-32 without a mark have noughts where ASCII has its upper half; spaces, digits and
/// line ends are in every transcript.
std::optional<QStringConverter::Encoding> wideByZeros(const QByteArray &bytes)
{
    const qsizetype sample = std::min<qsizetype>(bytes.size(), 4096) / 4 * 4;
    const std::array<qsizetype, 4> zeros = countZeros(bytes, sample);
    const qsizetype groups = sample / 4;
    if (groups < 1)
        return std::nullopt;
    const qsizetype even = zeros[0] + zeros[2];
    const qsizetype odd = zeros[1] + zeros[3];
    const QByteArray start = bytes.left(sample);
    const auto sensible = [&start](QStringConverter::Encoding encoding) {
        return makesSense(start, encoding) ? std::optional(encoding) : std::nullopt;
    };
    if (zeros[2] == groups && zeros[3] == groups)
        return sensible(QStringConverter::Utf32LE);
    if (zeros[0] == groups && zeros[1] == groups)
        return sensible(QStringConverter::Utf32BE);
    if (odd * 20 >= groups && even * 20 < odd + 20)
        return sensible(QStringConverter::Utf16LE);
    if (even * 20 >= groups && odd * 20 < even + 20)
        return sensible(QStringConverter::Utf16BE);
    return std::nullopt;
}

QString decode(const QByteArray &bytes)
{
    std::optional<QStringConverter::Encoding> encoding = QStringConverter::encodingForData(bytes);
    if (!encoding)
        encoding = wideByZeros(bytes);
    if (!encoding && !looksLikeUtf8(bytes))
        return decodeLegacy(bytes);
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
