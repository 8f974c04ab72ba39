// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/notetemplates.h"

#include "app/exports/exporter.h"
#include "app/platform/wholefile.h"

#include <QDir>
#include <QFile>
#include <QStringDecoder>

namespace app::session {
namespace {

using base::ErrorCode;

constexpr qint64 largestTemplate = 256 * 1024;

QString templatePath(const QString &folder, const QString &format)
{
    return QDir(folder).filePath(format + QStringLiteral(".mustache"));
}

base::Result<QMap<QString, QString>> readTemplates(const QString &folder)
{
    QMap<QString, QString> found;
    for (const exports::ExportFormat &format : exports::exportFormats()) {
        const QString path = templatePath(folder, format.id);
        if (!format.isText || !QFile::exists(path)) {
            continue;
        }
        auto text = readNoteTemplate(path);
        if (!text) {
            return base::unexpected(text.error());
        }
        found.insert(format.id, *std::move(text));
    }
    return found;
}

base::Result<void> keepTemplate(const QString &folder, const QString &format, const QString &text)
{
    const QString path = templatePath(folder, format);
    if (!text.isEmpty()) {
        if (!QDir().mkpath(folder)) {
            return base::unexpected(ErrorCode::Denied,
                                    QStringLiteral("%1 cannot be made").arg(folder));
        }
        return platform::writeWholeFile(path, text.toUtf8());
    }
    if (QFile::exists(path) && !QFile::remove(path)) {
        return base::unexpected(ErrorCode::Denied,
                                QStringLiteral("%1 cannot be removed").arg(path));
    }
    return {};
}

} // namespace

base::Result<QString> readNoteTemplate(const QString &path)
{
    const auto bytes = platform::readWholeFile(path, largestTemplate);
    if (!bytes) {
        return base::unexpected(bytes.error());
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(*bytes);
    if (decoder.hasError()) {
        return base::unexpected(ErrorCode::Malformed,
                                QStringLiteral("%1 is no text in UTF-8").arg(path));
    }
    return text;
}

QString NoteTemplates::path(const QString &format) const
{
    return templatePath(m_folder, format);
}

QFuture<base::Result<QMap<QString, QString>>> NoteTemplates::all() const
{
    using Templates = base::Result<QMap<QString, QString>>;
    return m_pool.run<Templates>([folder = m_folder](QPromise<Templates> &reading) {
        reading.addResult(readTemplates(folder));
    });
}

QFuture<base::Result<void>> NoteTemplates::keep(const QString &format, const QString &text) const
{
    return m_pool.run<base::Result<void>>(
        [folder = m_folder, format, text](QPromise<base::Result<void>> &keeping) {
            keeping.addResult(keepTemplate(folder, format, text));
        });
}

} // namespace app::session
