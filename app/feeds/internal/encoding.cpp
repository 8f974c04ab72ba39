// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/internal/encoding.h"

#include <QByteArrayView>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

namespace app::feeds::internal {

namespace {

QByteArray decoded(QStringDecoder decoder, QByteArrayView document)
{
    const QString text = decoder.decode(document);
    return text.toUtf8();
}

QByteArray without(const QByteArray &document, qsizetype bytes)
{
    return QByteArray::fromRawData(document.constData() + bytes, document.size() - bytes);
}

// In UTF-16 without a mark, the markup at the start has a zero in every other byte.
std::optional<QStringConverter::Encoding> unmarkedUtf16(const QByteArray &document)
{
    const qsizetype looked = std::min<qsizetype>(document.size(), 64) & ~qsizetype{1};
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < looked; ++i)
        zeros[static_cast<std::size_t>(i & 1)] += document[i] == 0 ? 1 : 0;
    if (looked < 4)
        return {};
    if (zeros[1] * 4 >= looked && zeros[0] == 0)
        return QStringConverter::Utf16LE;
    if (zeros[0] * 4 >= looked && zeros[1] == 0)
        return QStringConverter::Utf16BE;
    return {};
}

// The value of encoding="..." in the XML declaration, which junk may precede.
QByteArray declaredEncoding(const QByteArray &document)
{
    const QByteArray head = document.left(2048);
    const qsizetype start = head.indexOf("<?xml");
    const qsizetype end = start < 0 ? -1 : head.indexOf("?>", start);
    if (end < 0)
        return {};
    const qsizetype at = head.indexOf("encoding", start);
    const qsizetype equals = at < 0 ? -1 : head.indexOf('=', at);
    if (equals < 0 || equals > end)
        return {};
    QByteArray label = head.mid(equals + 1, end - equals - 1).trimmed();
    const char quote = label.isEmpty() ? '\0' : label[0];
    if (quote == '"' || quote == '\'')
        label = label.mid(1, label.indexOf(quote, 1) - 1);
    return label.trimmed();
}

// Those that cleanXml() reads anyway, or that the bytes have already disproved.
bool saysNothing(const QByteArray &label)
{
    constexpr std::array plain{"utf-8",
                               "utf8",
                               "iso-8859-1",
                               "iso8859-1",
                               "iso_8859-1",
                               "latin1",
                               "latin-1",
                               "us-ascii",
                               "windows-1252",
                               "cp1252",
                               "iso-8859-15"};
    const QByteArray name = label.toLower();
    return name.isEmpty() || name.startsWith("utf-16") || name.startsWith("utf-32")
           || name.startsWith("ucs-") || std::find(plain.begin(), plain.end(), name) != plain.end();
}

} // namespace

QByteArray toUtf8(const QByteArray &document, const QByteArray &charset)
{
    // UTF-32 first: its little-endian mark begins with that of UTF-16.
    const std::optional<QStringConverter::Encoding> marked =
        QStringConverter::encodingForData(document);
    if (marked == QStringConverter::Utf8)
        return without(document, 3);
    if (marked)
        return decoded(QStringDecoder(*marked), document);
    if (const auto unmarked = unmarkedUtf16(document))
        return decoded(QStringDecoder(*unmarked), document);

    QByteArray label = declaredEncoding(document);
    if (saysNothing(label))
        label = charset.trimmed();
    if (saysNothing(label))
        return document;
    const bool escapes = label.toLower().startsWith("iso-2022") && document.contains('\x1b');
    if (!escapes && QByteArrayView(document).isValidUtf8())
        return document;
    QStringDecoder decoder(label.constData());
    return decoder.isValid() ? decoded(std::move(decoder), document) : document;
}

} // namespace app::feeds::internal
