// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/noteexports.h"

#include "app/library/episodestore.h"
#include "app/library/notestore.h"
#include "app/platform/wholefile.h"
#include "app/playback/clip.h"
#include "app/session/clips.h"
#include "app/session/internal/quotedtexts.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QSet>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>

namespace app::session {
namespace {

using base::ErrorCode;
using exports::ExportedFile;
using library::Connection;
using library::Episode;
using notes::Note;
using timestamps::TimeRange;

using Written = base::Result<ExportReport>;

const QString clipFolder = QStringLiteral("sound");
const QString clipSuffix = QStringLiteral("mp3");

constexpr std::size_t previewedNotes = 40;
constexpr qsizetype previewLength = 20'000;

base::Unexpected stopped()
{
    return base::unexpected(ErrorCode::Busy, QStringLiteral("the export was stopped"));
}

base::Result<void> makeFolder(const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        return base::unexpected(ErrorCode::Denied,
                                QStringLiteral("the folder %1 cannot be made").arg(folder));
    }
    return {};
}

/// A folder for formats with one file per episode, unless the path names just such a file.
bool wantsFolder(const exports::ExportFormat &format, const QString &path)
{
    return format.perEpisode
           && (QFileInfo(path).isDir()
               || !path.endsWith(QLatin1Char('.') + format.fileSuffix, Qt::CaseInsensitive));
}

/// The template of the listener's own, where the format has one and nothing else was asked for.
base::Result<void> putTemplateIn(exports::ExportOptions &options,
                                 const exports::ExportFormat &format,
                                 const QString &templatePath)
{
    if (!format.isText || !options.templateText.isEmpty()) {
        return {};
    }
    auto text = readNoteTemplate(templatePath);
    if (!text) {
        return text.error().code == ErrorCode::NotFound ? base::Result<void>()
                                                        : base::unexpected(text.error());
    }
    options.templateText = *std::move(text);
    return {};
}

/// Clips of notes, beside the text.
class ClipWriter final
{
public:
    ClipWriter(QString folder, const std::map<base::EpisodeId, Episode> &episodes)
        : m_folder(std::move(folder))
        , m_episodes(episodes)
    {}

    /// \returns whether there is one; not where the sound is gone, or is not what it was
    base::Result<bool> write(const Note &note, const std::atomic<bool> &stop)
    {
        const auto episode = m_episodes.find(note.episode);
        if (episode == m_episodes.end() || !note.end || *note.end <= note.start) {
            return false;
        }
        const TimeRange range{note.start, *note.end};
        auto request = Clips::requestFor(episode->second, range);
        if (!request) {
            return false;
        }
        if (const auto made = makeFolder(QDir(m_folder).filePath(clipFolder)); !made) {
            return base::unexpected(made.error());
        }
        const QString name = freeName(Clips::fileNameFor(episode->second, range, clipSuffix));
        request->outputPath = QDir(m_folder).filePath(clipFolder + QLatin1Char('/') + name);
        if (const auto written = playback::writeClip(*request, stop); !written) {
            const ErrorCode code = written.error().code;
            if (stop || code == ErrorCode::DiskFull || code == ErrorCode::Denied) {
                return base::unexpected(written.error());
            }
            return false;
        }
        m_paths.insert(note.id, clipFolder + QLatin1Char('/') + name);
        return true;
    }

    [[nodiscard]] const QHash<base::NoteId, QString> &paths() const { return m_paths; }

private:
    [[nodiscard]] QString freeName(const QString &wanted)
    {
        QString name = wanted;
        const QFileInfo parts(wanted);
        for (int number = 2; m_taken.contains(name.toCaseFolded()); ++number) {
            name = QStringLiteral("%1 %2.%3")
                       .arg(parts.completeBaseName(), QString::number(number), parts.suffix());
        }
        m_taken.insert(name.toCaseFolded());
        return name;
    }

    QString m_folder;
    const std::map<base::EpisodeId, Episode> &m_episodes;
    QHash<base::NoteId, QString> m_paths;
    QSet<QString> m_taken;
};

} // namespace

/// All that a worker needs to write.
struct NoteExports::Material
{
    exports::ExportFormat format;
    exports::ExportOptions options;
    std::vector<Note> notes;
    std::map<base::EpisodeId, Episode> episodes; ///< of the notes, where clips are wanted
    QString templatePath;
};

namespace {

void leaveOutOthers(std::vector<Note> &notes, const ExportRequest &request)
{
    const QSet<base::EpisodeId> episodes(request.episodes.begin(), request.episodes.end());
    const QSet<base::NoteId> chosen(request.notes.begin(), request.notes.end());
    const QSet<QString> feeds(request.feedUrls.begin(), request.feedUrls.end());
    if (episodes.isEmpty() && chosen.isEmpty() && feeds.isEmpty()) {
        return;
    }
    std::erase_if(notes, [&](const Note &note) {
        return !episodes.contains(note.episode) && !chosen.contains(note.id)
               && !feeds.contains(note.episodeRef.feedUrl);
    });
}

/// What places in texts are counted with, for the first notes.
void giveTexts(exports::ExportOptions &options,
               Connection &connection,
               const std::vector<Note> &notes,
               std::size_t mostNotes)
{
    const auto end = notes.begin() + static_cast<std::ptrdiff_t>(std::min(notes.size(), mostNotes));
    const auto texts = std::make_shared<const internal::QuotedTexts>(
        internal::QuotedTexts::gather(connection, {notes.begin(), end}));
    options.textOf = [texts](const QString &textHash) {
        return texts->textOf(textHash);
    };
}

int noteCount(const std::vector<Note> &notes)
{
    return static_cast<int>(
        std::count_if(notes.begin(), notes.end(), [](const Note &note) { return !note.deleted; }));
}

int episodeCount(const std::vector<Note> &notes)
{
    QSet<QString> episodes;
    for (const Note &note : notes) {
        if (!note.deleted) {
            episodes.insert(note.episodeRef.feedUrl + QLatin1Char('\n')
                            + note.episodeRef.episodeGuid);
        }
    }
    return static_cast<int>(episodes.size());
}

/// Where each file goes.
base::Result<std::vector<QString>> pathsFor(const exports::ExportFormat &format,
                                            const std::vector<ExportedFile> &files,
                                            const QString &path)
{
    std::vector<QString> paths;
    if (wantsFolder(format, path)) {
        for (const ExportedFile &file : files) {
            paths.push_back(QDir(path).filePath(file.name));
        }
        return paths;
    }
    if (files.size() > 1) {
        return base::unexpected(ErrorCode::Conflict,
                                QStringLiteral("%1 episodes have notes and need a folder, not the "
                                               "file %2")
                                    .arg(files.size())
                                    .arg(path));
    }
    paths.push_back(path);
    return paths;
}

base::Result<void> writeFile(const ExportedFile &file, const QString &path)
{
    const auto made = makeFolder(QFileInfo(path).absolutePath());
    return made ? platform::writeWholeFile(path, file.bytes) : made;
}

/// When not all can be written, those that were not there before are taken away again.
base::Result<void> writeFiles(const std::vector<ExportedFile> &files,
                              const std::vector<QString> &paths,
                              ExportReport &report)
{
    QStringList added;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const bool isNew = !QFileInfo::exists(paths[i]);
        if (auto written = writeFile(files[i], paths[i]); !written) {
            for (const QString &path : added) {
                QFile::remove(path);
            }
            return written;
        }
        report.files.append(paths[i]);
        if (isNew) {
            added.append(paths[i]);
        }
    }
    return {};
}

} // namespace

NoteExports::NoteExports(library::Library &library,
                         const NoteTemplates &templates,
                         work::WorkerPool &workers)
    : m_library(library)
    , m_templates(templates)
    , m_workers(workers)
{}

NoteExports::~NoteExports()
{
    cancel();
}

void NoteExports::cancel()
{
    // The future itself is not cancelled, so that it ends with what became of the files.
    if (m_stop) {
        *m_stop = true;
    }
}

QFuture<base::Result<NoteExports::Material>> NoteExports::gather(const ExportRequest &request,
                                                                 std::size_t mostQuoted)
{
    using Gathered = base::Result<Material>;
    const auto format = exports::exportFormat(request.format);
    if (!format) {
        return internal::readyError<Material>(
            ErrorCode::NotFound,
            QStringLiteral("there is no export format called \"%1\"").arg(request.format));
    }
    const QString templatePath = m_templates.path(request.format);
    return m_library.read(
        [request, format = *format, templatePath, mostQuoted](Connection &connection) {
            Material material{format, request.options, {}, {}, templatePath};
            library::NoteFilter filter;
            // The lossless format takes the bin along, so that a restored library is the same one.
            filter.deletedToo = format.id == QLatin1String("jsonl");
            auto all = library::NoteStore(connection).list(filter);
            if (!all) {
                return Gathered(base::unexpected(all.error()));
            }
            leaveOutOthers(*all, request);
            material.notes = *std::move(all);
            if (format.id == QLatin1String("w3c")) {
                giveTexts(material.options, connection, material.notes, mostQuoted);
            }
            for (const Note &note : material.notes) {
                if (!request.clips || !note.episode.isValid()
                    || material.episodes.contains(note.episode)) {
                    continue;
                }
                if (auto episode = library::EpisodeStore(connection).get(note.episode)) {
                    material.episodes.emplace(note.episode, *std::move(episode));
                }
            }
            return Gathered(std::move(material));
        });
}

Written NoteExports::writeAll(Material material,
                              const QString &path,
                              const std::atomic<bool> &stop,
                              QPromise<Written> &promise)
{
    ExportReport report;
    report.notes = noteCount(material.notes);
    if (report.notes == 0) {
        return base::unexpected(ErrorCode::NotFound,
                                QStringLiteral("there are no notes to export"));
    }
    if (const auto ready = putTemplateIn(material.options, material.format, material.templatePath);
        !ready) {
        return base::unexpected(ready.error());
    }
    const int clips = material.episodes.empty() ? 0 : report.notes;
    promise.setProgressRange(0, clips + report.notes);
    if (const auto done = writeClips(material, path, stop, promise, report); !done) {
        return base::unexpected(done.error());
    }
    const auto files =
        exports::exportNotes(material.notes,
                             material.format.id,
                             material.options,
                             [&promise, &stop, clips](qsizetype done, qsizetype) {
                                 promise.setProgressValue(clips + static_cast<int>(done));
                                 return !stop;
                             });
    if (!files) {
        return base::unexpected(files.error());
    }
    if (stop) {
        return stopped();
    }
    const auto paths = pathsFor(material.format, *files, path);
    if (!paths) {
        return base::unexpected(paths.error());
    }
    if (const auto written = writeFiles(*files, *paths, report); !written) {
        return base::unexpected(written.error());
    }
    return report;
}

base::Result<void> NoteExports::writeClips(Material &material,
                                           const QString &path,
                                           const std::atomic<bool> &stop,
                                           QPromise<Written> &promise,
                                           ExportReport &report)
{
    if (material.episodes.empty()) {
        return {};
    }
    const QString folder =
        wantsFolder(material.format, path) ? path : QFileInfo(path).absolutePath();
    ClipWriter writer(folder, material.episodes);
    int done = 0;
    for (const Note &note : material.notes) {
        if (stop) {
            return stopped();
        }
        const auto written = writer.write(note, stop);
        if (!written) {
            return base::unexpected(written.error());
        }
        report.clips += *written ? 1 : 0;
        report.clipsMissing += !*written && note.end ? 1 : 0;
        promise.setProgressValue(++done);
    }
    material.options.clips = writer.paths();
    return {};
}

base::Result<ExportPreview> NoteExports::previewOf(Material material)
{
    ExportPreview preview;
    preview.notes = noteCount(material.notes);
    if (preview.notes == 0) {
        return preview;
    }
    preview.files = material.format.perEpisode ? episodeCount(material.notes) : 1;
    if (const auto ready = putTemplateIn(material.options, material.format, material.templatePath);
        !ready) {
        return base::unexpected(ready.error());
    }
    std::erase_if(material.notes, [](const Note &note) { return note.deleted.has_value(); });
    preview.isCut = material.notes.size() > previewedNotes;
    material.notes.resize(std::min(material.notes.size(), previewedNotes));
    const bool isPdf = material.format.id == QLatin1String("pdf");
    const auto files = exports::exportNotes(
        material.notes, isPdf ? QStringLiteral("html") : material.format.id, material.options);
    if (!files) {
        return base::unexpected(files.error());
    }
    if (!files->empty()) {
        preview.name = files->front().name;
        preview.text = isPdf ? QString() : QString::fromUtf8(files->front().bytes);
        preview.isCut = preview.isCut || preview.text.size() > previewLength;
        preview.text.truncate(previewLength);
    }
    if (isPdf) {
        preview.name.replace(QLatin1String(".html"), QLatin1String(".pdf"));
    }
    return preview;
}

QFuture<Written> NoteExports::write(const ExportRequest &request, const QString &path)
{
    if (m_stop) {
        return internal::readyError<ExportReport>(ErrorCode::Busy,
                                                  QStringLiteral("other notes are being exported"));
    }
    m_stop = std::make_shared<std::atomic<bool>>(false);
    const auto writing =
        work::comeBack(gather(request, std::numeric_limits<std::size_t>::max()),
                       this,
                       [this, path, stop = m_stop](const base::Result<Material> &material) {
                           if (!material) {
                               return internal::readyError<ExportReport>(material.error());
                           }
                           return watched(m_workers.run<Written>(
                               [material = *material, path, stop](QPromise<Written> &promise) {
                                   promise.addResult(writeAll(material, path, *stop, promise));
                               }));
                       })
            .unwrap();
    return work::comeBack(writing, this, [this](const Written &written) {
        m_stop.reset();
        return written;
    });
}

QFuture<Written> NoteExports::watched(const QFuture<Written> &writing)
{
    auto *const watcher = new QFutureWatcher<Written>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this, watcher](int done) {
        emit progressed(done, watcher->progressMaximum());
    });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(writing);
    return writing;
}

QFuture<base::Result<ExportPreview>> NoteExports::preview(const ExportRequest &request)
{
    using Preview = base::Result<ExportPreview>;
    ExportRequest silent = request;
    silent.clips = false;
    return work::comeBack(gather(silent, previewedNotes),
                          this,
                          [this](const base::Result<Material> &material) {
                              if (!material) {
                                  return internal::readyError<ExportPreview>(material.error());
                              }
                              return m_workers.run<Preview>(
                                  [material = *material](QPromise<Preview> &promise) {
                                      promise.addResult(previewOf(material));
                                  });
                          })
        .unwrap();
}

} // namespace app::session
