// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/noteexchange.h"

#include "app/exports/jsonlines.h"
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
