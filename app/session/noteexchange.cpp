// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/noteexchange.h"

#include "app/exports/jsonlines.h"
#include "app/exports/markdown.h"
#include "app/feeds/opml.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <algorithm>
#include <map>

namespace app::session {
namespace {

using notes::Note;

constexpr qint64 largestImport = 1LL << 30;

/// One file to be written.
struct OutputFile
{
    QString path;
    QByteArray bytes;
};

base::Error writeError(const QSaveFile &file, const QString &path)
{
    const bool full =
        file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError;
    return {full ? base::ErrorCode::DiskFull : base::ErrorCode::Denied,
            QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()),
            0};
}

base::Result<void> writeWhole(const OutputFile &output)
{
    // Replacing a pipe or a device by a file is never what was meant.
    if (const QFileInfo there(output.path); there.exists() && !there.isFile()) {
        return base::unexpected(base::ErrorCode::Denied,
                                QStringLiteral("%1 is no plain file").arg(output.path));
    }
    QSaveFile file(output.path);
    if (!file.open(QIODevice::WriteOnly)) {
        return base::unexpected(
            base::ErrorCode::Denied,
            QStringLiteral("%1 cannot be written: %2").arg(output.path, file.errorString()));
    }
    if (file.write(output.bytes) != output.bytes.size() || !file.commit()) {
        return base::unexpected(writeError(file, output.path));
    }
    return {};
}

/// Notes of one episode belong together, also when the episode itself has left the library.
std::map<QString, std::vector<Note>> byEpisode(const std::vector<Note> &notes)
{
    std::map<QString, std::vector<Note>> groups;
    for (const Note &note : notes) {
        if (!note.deleted) {
            const notes::EpisodeRef &episode = note.episodeRef;
            groups[episode.feedUrl + QLatin1Char('\n') + episode.episodeGuid].push_back(note);
        }
    }
    return groups;
}

/// A name not yet taken, whatever its case: "Name", "Name 2", ...
QString freeName(const QString &wanted, QSet<QString> &taken)
{
    QString name = wanted;
    for (int number = 2; taken.contains(name.toCaseFolded()); ++number) {
        name = QStringLiteral("%1 %2").arg(wanted).arg(number);
    }
    taken.insert(name.toCaseFolded());
    return name;
}

base::Result<std::vector<OutputFile>> markdownFiles(const std::vector<Note> &notes,
                                                    const QString &path)
{
    const auto groups = byEpisode(notes);
    if (path.endsWith(QLatin1String(".md"), Qt::CaseInsensitive) && !QFileInfo(path).isDir()) {
        if (groups.size() > 1) {
            return base::unexpected(
                base::ErrorCode::Conflict,
                QStringLiteral("%1 episodes have notes and need a folder, not the file %2")
                    .arg(groups.size())
                    .arg(path));
        }
        return std::vector{OutputFile{path, exports::writeMarkdown(groups.begin()->second)}};
    }
    std::vector<OutputFile> files;
    QSet<QString> taken;
    for (const auto &[key, group] : groups) {
        const QString name = freeName(exports::exportFileName(group.front().episodeRef), taken);
        files.push_back(
            {QDir(path).filePath(name + QStringLiteral(".md")), exports::writeMarkdown(group)});
    }
    return files;
}

base::Result<ExportReport>
writeExport(const std::vector<Note> &notes, ExportFormat format, const QString &path)
{
    ExportReport report;
    report.notes = static_cast<int>(
        std::count_if(notes.begin(), notes.end(), [](const Note &note) { return !note.deleted; }));
    if (report.notes == 0) {
        return base::unexpected(base::ErrorCode::NotFound,
                                QStringLiteral("there are no notes to export"));
    }
    using Files = base::Result<std::vector<OutputFile>>;
    const Files files = format == ExportFormat::JsonLines
                            ? Files(std::vector{OutputFile{path, exports::writeJsonLines(notes)}})
                            : markdownFiles(notes, path);
    if (!files) {
        return base::unexpected(files.error());
    }
    for (const OutputFile &file : *files) {
        const QString folder = QFileInfo(file.path).absolutePath();
        if (!QDir().mkpath(folder)) {
            return base::unexpected(base::ErrorCode::Denied,
                                    QStringLiteral("the folder %1 cannot be made").arg(folder));
        }
        if (const auto written = writeWhole(file); !written) {
            return base::unexpected(written.error());
        }
        report.files.append(file.path);
    }
    return report;
}

/// What an import file turned out to be.
struct ImportContent
{
    std::vector<feeds::Outline> outlines;
    std::vector<Note> notes;
    bool isOpml = false;
};

base::Result<ImportContent> readImport(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return base::unexpected(base::ErrorCode::NotFound,
                                QStringLiteral("there is no file %1").arg(path));
    }
    if (file.size() > largestImport) {
        return base::unexpected(base::ErrorCode::TooLarge,
                                QStringLiteral("%1 is larger than 1 GB").arg(path));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unexpected(
            base::ErrorCode::Denied,
            QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    const QByteArray bytes = file.readAll();
    const QByteArray head = bytes.left(4096).trimmed();
    ImportContent content;
    if (head.startsWith('{')) {
        auto notes = exports::readJsonLines(bytes);
        if (!notes) {
            return base::unexpected(notes.error());
        }
        content.notes = *std::move(notes);
        return content;
    }
    if (head.contains('<')) {
        auto outlines = feeds::readOpml(bytes);
        if (!outlines) {
            return base::unexpected(outlines.error());
        }
        content.outlines = *std::move(outlines);
        content.isOpml = true;
        return content;
    }
    return base::unexpected(base::ErrorCode::Unsupported,
                            QStringLiteral("%1 is neither OPML nor exported notes").arg(path));
}

} // namespace

NoteExchange::NoteExchange(Notebook &notebook, Subscriptions &subscriptions, work::WorkerPool &pool)
    : m_notebook(notebook)
    , m_subscriptions(subscriptions)
    , m_pool(pool)
{}

QFuture<base::Result<ExportReport>> NoteExchange::exportNotes(
    const std::vector<base::EpisodeId> &episodes, ExportFormat format, const QString &path)
{
    using Report = base::Result<ExportReport>;
    library::NoteFilter filter;
    // The lossless format takes the bin along, so that a restored library is the same one.
    filter.deletedToo = format == ExportFormat::JsonLines;
    return work::comeBack(
               m_notebook.list(filter),
               this,
               [this, episodes, format, path](const base::Result<std::vector<Note>> &listed) {
                   if (!listed) {
                       return internal::readyError<ExportReport>(listed.error());
                   }
                   std::vector<Note> chosen = *listed;
                   std::erase_if(chosen, [&episodes](const Note &note) {
                       return !episodes.empty()
                              && std::find(episodes.begin(), episodes.end(), note.episode)
                                     == episodes.end();
                   });
                   return m_pool.run<Report>([chosen, format, path](QPromise<Report> &promise) {
                       promise.addResult(writeExport(chosen, format, path));
                   });
               })
        .unwrap();
}

QFuture<base::Result<ImportOutcome>> NoteExchange::importFile(const QString &path)
{
    using Content = base::Result<ImportContent>;
    const auto pending = m_pool.run<Content>(
        [path](QPromise<Content> &promise) { promise.addResult(readImport(path)); });
    return work::comeBack(pending,
                          this,
                          [this](const Content &content) {
                              if (!content) {
                                  return internal::readyError<ImportOutcome>(content.error());
                              }
                              return content->isOpml ? importOutlines(content->outlines)
                                                     : importNotes(content->notes);
                          })
        .unwrap();
}

QFuture<base::Result<ImportOutcome>>
NoteExchange::importOutlines(const std::vector<feeds::Outline> &outlines)
{
    return work::comeBack(
        m_subscriptions.subscribeAll(outlines),
        this,
        [](const base::Result<SubscribeReport> &report) -> base::Result<ImportOutcome> {
            if (!report) {
                return base::unexpected(report.error());
            }
            if (report->added.empty() && !report->failed.empty()) {
                return base::unexpected(report->failed.front().second);
            }
            return ImportOutcome{QStringLiteral("opml"),
                                 static_cast<int>(report->added.size()),
                                 0,
                                 static_cast<int>(report->failed.size()),
                                 report->failed};
        });
}

QFuture<base::Result<ImportOutcome>> NoteExchange::importNotes(const std::vector<Note> &notes)
{
    return work::comeBack(
        m_notebook.import(notes),
        this,
        [](const base::Result<ImportReport> &report) -> base::Result<ImportOutcome> {
            if (!report) {
                return base::unexpected(report.error());
            }
            return ImportOutcome{
                QStringLiteral("jsonl"), report->added, report->updated, report->skipped, {}};
        });
}

} // namespace app::session
