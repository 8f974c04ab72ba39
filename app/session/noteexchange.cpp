// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/noteexchange.h"

#include "app/feeds/opml.h"
#include "app/library/episodestore.h"
#include "app/library/notesearch.h"
#include "app/platform/wholefile.h"
#include "app/session/internal/episodematcher.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

namespace app::session {

using base::unexpected;
using exports::Incoming;
using exports::PlannedNote;
using library::Connection;
using notes::Note;

/// What an import file turned out to be.
struct NoteExchange::Content
{
    std::vector<feeds::Outline> outlines;
    exports::ImportedNotes notes;
    bool isOpml = false;
    /// What notes are about that name no episode, where that was said.
    std::optional<notes::EpisodeRef> episodeRef;
    base::EpisodeId episode;
};

namespace {

constexpr qint64 largestImport = 1LL << 30;

base::Result<void> readInto(exports::ImportedNotes &notes,
                            std::vector<feeds::Outline> &outlines,
                            bool &isOpml,
                            const QString &path,
                            const exports::ImportHint &hint)
{
    const auto bytes = platform::readWholeFile(path, largestImport);
    if (!bytes) {
        return unexpected(bytes.error());
    }
    const bool marked = bytes->startsWith("\xEF\xBB\xBF");
    const QByteArray head = bytes->mid(marked ? 3 : 0, 4096).trimmed();
    if (!head.startsWith('<')) {
        auto read = exports::readNotes(*bytes, hint);
        if (read) {
            notes = *std::move(read);
            return {};
        }
        if (read.error().code != base::ErrorCode::Unsupported || !head.contains('<')) {
            return unexpected(read.error());
        }
    }
    auto read = feeds::readOpml(*bytes);
    if (!read) {
        return unexpected(read.error());
    }
    outlines = *std::move(read);
    isOpml = true;
    return {};
}

/// The notes of the library that the file's may be.
base::Result<std::vector<Note>> knownOf(Connection &connection, const std::vector<Note> &incoming)
{
    std::vector<base::NoteId> ids;
    ids.reserve(incoming.size());
    for (const Note &note : incoming) {
        ids.push_back(note.id);
    }
    return library::NoteSearch(connection).load(ids);
}

/// Our own notes say which episode they are about; others' only what it is called.
bool isOurs(exports::ImportKind kind)
{
    return kind == exports::ImportKind::JsonLines || kind == exports::ImportKind::Json;
}

/// Gives a note of another program its episode, when that is clear.
base::Result<void> place(Note &note, internal::EpisodeMatcher &matcher)
{
    const notes::EpisodeRef &said = note.episodeRef;
    if (!said.episodeGuid.isEmpty() || !said.enclosureUrl.isEmpty()) {
        return {};
    }
    const auto found = matcher.find(said);
    if (!found) {
        return unexpected(found.error());
    }
    if (*found) {
        note.episode = (*found)->row.id;
        note.episodeRef = referTo(**found);
    }
    return {};
}

} // namespace

NoteExchange::NoteExchange(library::Library &library,
                           Notebook &notebook,
                           Subscriptions &subscriptions,
                           work::WorkerPool &pool,
                           const base::Clock &clock)
    : m_library(library)
    , m_notebook(notebook)
    , m_subscriptions(subscriptions)
    , m_pool(pool)
    , m_clock(clock)
{}

QFuture<NoteExchange::Read> NoteExchange::read(const QString &path,
                                               std::optional<base::EpisodeId> episode)
{
    using Named = base::Result<std::shared_ptr<Content>>;
    const auto naming = m_library.read([episode](Connection &connection) -> Named {
        auto content = std::make_shared<Content>();
        if (episode) {
            const auto found = library::EpisodeStore(connection).get(*episode);
            if (!found) {
                return unexpected(found.error());
            }
            content->episode = *episode;
            content->episodeRef = referTo(*found);
        }
        return content;
    });
    return work::comeBack(
               naming,
               this,
               [this, path](const Named &named) {
                   if (!named) {
                       return internal::ready<std::shared_ptr<const Content>>(
                           unexpected(named.error()));
                   }
                   return m_pool.run<Read>([path, content = *named](QPromise<Read> &promise) {
                       const auto done = readInto(content->notes,
                                                  content->outlines,
                                                  content->isOpml,
                                                  path,
                                                  {path, content->episodeRef});
                       promise.addResult(done ? Read(content) : Read(unexpected(done.error())));
                   });
               })
        .unwrap();
}

QFuture<base::Result<ImportPreview>> NoteExchange::preview(const QString &path,
                                                           std::optional<base::EpisodeId> episode)
{
    return work::comeBack(read(path, episode),
                          this,
                          [this, path](const Read &content) {
                              if (!content) {
                                  return internal::readyError<ImportPreview>(content.error());
                              }
                              if ((*content)->isOpml) {
                                  return internal::readyError<ImportPreview>(
                                      {base::ErrorCode::Unsupported,
                                       QStringLiteral("%1 holds podcasts and no notes").arg(path),
                                       0});
                              }
                              return planned(*content);
                          })
        .unwrap();
}

QFuture<base::Result<ImportPreview>>
NoteExchange::planned(const std::shared_ptr<const Content> &content)
{
    using Planned = base::Result<ImportPreview>;
    return m_library.read([content, now = m_clock.now()](Connection &connection) -> Planned {
        const exports::ImportedNotes &notes = content->notes;
        const auto known = knownOf(connection, notes.notes);
        if (!known) {
            return unexpected(known.error());
        }
        ImportPreview preview{exports::importKindName(notes.kind),
                              exports::planImport(*known, notes.notes, now),
                              notes.warnings};
        internal::EpisodeMatcher matcher(connection);
        bool isLost = false;
        for (PlannedNote &planned : preview.plan.notes) {
            Note &note = planned.note;
            if (planned.becomes != Incoming::Added || isOurs(notes.kind)) {
                continue;
            }
            if (content->episodeRef && note.episodeRef == *content->episodeRef) {
                note.episode = content->episode;
            } else if (const auto placed = place(note, matcher); !placed) {
                return unexpected(placed.error());
            }
            isLost = isLost || !note.episode.isValid();
        }
        preview.wantsEpisode = isLost && notes.nameless > 0;
        return preview;
    });
}

QFuture<base::Result<ImportOutcome>> NoteExchange::follow(const QString &path)
{
    return work::comeBack(read(path, {}),
                          this,
                          [this, path](const Read &content) {
                              if (!content) {
                                  return internal::readyError<ImportOutcome>(content.error());
                              }
                              if (!(*content)->isOpml) {
                                  return internal::readyError<ImportOutcome>(
                                      base::ErrorCode::Unsupported,
                                      QStringLiteral("%1 holds notes and no podcasts").arg(path));
                              }
                              return importOutlines((*content)->outlines);
                          })
        .unwrap();
}

QFuture<base::Result<ImportOutcome>>
NoteExchange::importFile(const QString &path, std::optional<base::EpisodeId> episode)
{
    return work::comeBack(read(path, episode),
                          this,
                          [this](const Read &content) {
                              if (!content) {
                                  return internal::readyError<ImportOutcome>(content.error());
                              }
                              return (*content)->isOpml ? importOutlines((*content)->outlines)
                                                        : importNotes(*content);
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
                return unexpected(report.error());
            }
            if (report->added.empty() && !report->failed.empty()) {
                return unexpected(report->failed.front().second);
            }
            return ImportOutcome{QStringLiteral("opml"),
                                 static_cast<int>(report->added.size()),
                                 0,
                                 static_cast<int>(report->failed.size()),
                                 report->failed};
        });
}

QFuture<base::Result<ImportOutcome>>
NoteExchange::importNotes(const std::shared_ptr<const Content> &content)
{
    return work::comeBack(planned(content),
                          this,
                          [this](const base::Result<ImportPreview> &preview) {
                              return preview ? apply(*preview)
                                             : internal::readyError<ImportOutcome>(preview.error());
                          })
        .unwrap();
}

QFuture<base::Result<ImportOutcome>> NoteExchange::apply(const ImportPreview &preview)
{
    std::vector<Note> wanted;
    for (const PlannedNote &note : preview.plan.notes) {
        if (note.becomes != Incoming::Known) {
            wanted.push_back(note.note);
        }
    }
    return work::comeBack(
        m_notebook.import(wanted),
        this,
        [kind = preview.kind, known = preview.plan.known](
            const base::Result<ImportReport> &report) -> base::Result<ImportOutcome> {
            if (!report) {
                return unexpected(report.error());
            }
            return ImportOutcome{kind, report->added, report->updated, report->skipped + known, {}};
        });
}

} // namespace app::session
