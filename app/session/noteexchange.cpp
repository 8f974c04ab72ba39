// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/noteexchange.h"

#include "app/feeds/opml.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

#include <QFile>

namespace app::session {
namespace {

using notes::Note;

constexpr qint64 largestImport = 1LL << 30;

/// What an import file turned out to be.
struct ImportContent
{
    std::vector<feeds::Outline> outlines;
    exports::ImportedNotes notes;
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
    const bool marked = bytes.startsWith("\xEF\xBB\xBF");
    const QByteArray head = bytes.mid(marked ? 3 : 0, 4096).trimmed();
    ImportContent content;
    if (!head.startsWith('<')) {
        auto read = exports::readNotes(bytes, {path, std::nullopt});
        if (read) {
            content.notes = *std::move(read);
            return content;
        }
        if (read.error().code != base::ErrorCode::Unsupported || !head.contains('<')) {
            return base::unexpected(read.error());
        }
    }
    auto outlines = feeds::readOpml(bytes);
    if (!outlines) {
        return base::unexpected(outlines.error());
    }
    content.outlines = *std::move(outlines);
    content.isOpml = true;
    return content;
}

} // namespace

NoteExchange::NoteExchange(Notebook &notebook,
                           Subscriptions &subscriptions,
                           work::WorkerPool &pool,
                           const base::Clock &clock)
    : m_notebook(notebook)
    , m_subscriptions(subscriptions)
    , m_pool(pool)
    , m_clock(clock)
{}

QFuture<base::Result<ImportPreview>> NoteExchange::preview(const QString &path)
{
    using Content = base::Result<ImportContent>;
    const auto pending = m_pool.run<Content>(
        [path](QPromise<Content> &promise) { promise.addResult(readImport(path)); });
    return work::comeBack(pending,
                          this,
                          [this, path](const Content &content) {
                              if (!content) {
                                  return internal::readyError<ImportPreview>(content.error());
                              }
                              if (content->isOpml) {
                                  return internal::readyError<ImportPreview>(
                                      {base::ErrorCode::Unsupported,
                                       QStringLiteral("%1 holds podcasts and no notes").arg(path),
                                       0});
                              }
                              return planned(content->notes);
                          })
        .unwrap();
}

QFuture<base::Result<ImportPreview>> NoteExchange::planned(const exports::ImportedNotes &notes)
{
    library::NoteFilter withBin;
    withBin.deletedToo = true;
    return work::comeBack(
        m_notebook.list(withBin),
        this,
        [this, notes](const base::Result<std::vector<Note>> &known) -> base::Result<ImportPreview> {
            if (!known) {
                return base::unexpected(known.error());
            }
            return ImportPreview{exports::importKindName(notes.kind),
                                 exports::planImport(*known, notes.notes, m_clock.now()),
                                 notes.warnings};
        });
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

QFuture<base::Result<ImportOutcome>> NoteExchange::importNotes(const exports::ImportedNotes &notes)
{
    return work::comeBack(
               planned(notes),
               this,
               [this](const base::Result<ImportPreview> &preview) {
                   if (!preview) {
                       return internal::readyError<ImportOutcome>(preview.error());
                   }
                   std::vector<Note> wanted;
                   for (const exports::PlannedNote &note : preview->plan.notes) {
                       if (note.becomes != exports::Incoming::Known) {
                           wanted.push_back(note.note);
                       }
                   }
                   return work::comeBack(
                       m_notebook.import(wanted),
                       this,
                       [kind = preview->kind,
                        known = preview->plan.known](const base::Result<ImportReport> &report)
                           -> base::Result<ImportOutcome> {
                           if (!report) {
                               return base::unexpected(report.error());
                           }
                           return ImportOutcome{
                               kind, report->added, report->updated, report->skipped + known, {}};
                       });
               })
        .unwrap();
}

} // namespace app::session
