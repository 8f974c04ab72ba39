// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/notejson.h"
#include "app/exports/jsonlines.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace app::exports {

using base::ErrorCode;
using base::Result;
using base::unexpected;
using notes::Note;

namespace {

constexpr qsizetype largestDocument = qsizetype{1} << 30;
constexpr qsizetype largestLine = qsizetype{256} << 20;
constexpr int newestVersion = 1;

Result<QJsonObject> parseLine(const QByteArray &line, qsizetype number)
{
    if (line.size() > largestLine)
        return unexpected(ErrorCode::TooLarge, QStringLiteral("line %1 is too long").arg(number));
    QJsonParseError failure;
    const QJsonDocument document = QJsonDocument::fromJson(line, &failure);
    if (failure.error != QJsonParseError::NoError)
        return unexpected(ErrorCode::Malformed,
                          QStringLiteral("line %1: %2").arg(number).arg(failure.errorString()));
    if (!document.isObject())
        return unexpected(ErrorCode::Malformed,
                          QStringLiteral("line %1 is not a JSON object").arg(number));
    return document.object();
}

Result<void> checkHeader(const QJsonObject &header)
{
    if (header.value(u"format").toString() != QStringLiteral("earmark-annotations"))
        return unexpected(ErrorCode::Malformed,
                          QStringLiteral("line 1 does not name an annotation backup"));
    const double version = header.value(u"version").toDouble(0);
    if (version > newestVersion)
        return unexpected(ErrorCode::Unsupported,
                          QStringLiteral("the backup was written by a newer version"));
    if (version < 1)
        return unexpected(ErrorCode::Malformed, QStringLiteral("line 1 has no version"));
    return {};
}

/// The lines of a document, with "\n" or "\r\n" ends.
class ByteLines
{
public:
    explicit ByteLines(const QByteArray &document)
        : m_document(document)
    {
        if (document.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_document.size(); }

    [[nodiscard]] qsizetype number() const { return m_number; }

    QByteArray next()
    {
        const qsizetype found = m_document.indexOf('\n', m_at);
        const qsizetype end = found < 0 ? m_document.size() : found;
        const QByteArray line = m_document.mid(m_at, end - m_at);
        m_at = end + 1;
        ++m_number;
        return line;
    }

private:
    const QByteArray &m_document;
    qsizetype m_at = 0;
    qsizetype m_number = 0;
};

} // namespace

Result<std::vector<Note>> readJsonLines(const QByteArray &document)
{
    if (document.size() > largestDocument)
        return unexpected(ErrorCode::TooLarge, QStringLiteral("the backup is over 1 GB"));
    ByteLines lines(document);
    const Result<QJsonObject> header = parseLine(lines.next(), 1);
    if (!header)
        return unexpected(header.error());
    if (const Result<void> known = checkHeader(*header); !known)
        return unexpected(known.error());
    std::vector<Note> notes;
    while (!lines.atEnd()) {
        const QByteArray line = lines.next();
        if (line.trimmed().isEmpty())
            continue;
        const Result<QJsonObject> object = parseLine(line, lines.number());
        if (!object)
            return unexpected(object.error());
        Result<Note> note =
            internal::noteFromJson(*object, QStringLiteral("line %1").arg(lines.number()));
        if (!note)
            return unexpected(note.error());
        notes.push_back(std::move(*note));
    }
    return notes;
}

} // namespace app::exports
