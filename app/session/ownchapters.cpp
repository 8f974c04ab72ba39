// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/chaptersjson.h"
#include "app/feeds/podlovechapters.h"
#include "app/library/episodestore.h"
#include "app/media/chapterwriter.h"
#include "app/platform/wholefile.h"
#include "app/session/chapterservice.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

#include <algorithm>

namespace app::session {
namespace {

using library::Changes;
using library::Connection;
using library::EpisodeStore;
using timestamps::Chapters;

const QString ownSource = QStringLiteral("own");

} // namespace

QFuture<base::Result<Chapters>> ChapterService::replaceOwn(base::EpisodeId episode,
                                                           const Chapters &chapters)
{
    const auto pending = m_library.write(
        library::Durability::Full,
        [episode, chapters](Connection &connection, Changes &changes) -> base::Result<Chapters> {
            EpisodeStore store(connection);
            const auto lists = store.chapterLists(episode);
            if (!lists) {
                return base::unexpected(lists.error());
            }
            if (const auto done = store.setChapters(episode, ownSource, chapters, changes); !done) {
                return base::unexpected(done.error());
            }
            const auto own = std::find_if(lists->begin(), lists->end(), [](const auto &list) {
                return list.source == ownSource;
            });
            return own == lists->end() ? Chapters() : own->chapters;
        });
    return work::comeBack(pending, this, [this, episode](const base::Result<Chapters> &before) {
        if (before) {
            emit changed(episode);
        }
        return before;
    });
}

QFuture<base::Result<void>> ChapterService::setOwn(base::EpisodeId episode, Chapters chapters)
{
    timestamps::sortChapters(chapters);
    return work::comeBack(replaceOwn(episode, chapters),
                          this,
                          [this, episode, chapters, step = m_history.underway()](
                              const base::Result<Chapters> &before) -> base::Result<void> {
                              if (!before) {
                                  return base::unexpected(before.error());
                              }
                              if (*before != chapters) {
                                  m_history.push(
                                      {StepKind::ChaptersChanged,
                                       [this, episode, was = *before] { replaceOwn(episode, was); },
                                       [this, episode, chapters] {
                                           replaceOwn(episode, chapters);
                                       }});
                              }
                              return {};
                          });
}

QFuture<base::Result<void>> ChapterService::exportTo(const library::Episode &episode,
                                                     const Chapters &chapters,
                                                     ChapterFormat format,
                                                     const QString &path)
{
    using Done = base::Result<void>;
    return m_workers.run<Done>([chapters, format, path, title = episode.row.title](
                                   QPromise<Done> &writing) {
        writing.addResult(platform::writeWholeFile(path,
                                                   format == ChapterFormat::Json
                                                       ? feeds::writeChaptersJson(chapters, title)
                                                       : feeds::writePodloveChapters(chapters)));
    });
}

QFuture<base::Result<void>> ChapterService::writeIntoFile(const library::Episode &episode,
                                                          const Chapters &chapters)
{
    using Done = base::Result<void>;
    const QString path = episode.row.filePath;
    if (path.isEmpty()) {
        return internal::readyError<void>(
            base::ErrorCode::NotFound,
            QStringLiteral("\"%1\" is not downloaded").arg(episode.row.title));
    }
    const auto pending = m_workers.run<Done>([chapters, path](QPromise<Done> &writing) {
        writing.addResult(
            media::writeFileChapters(path, chapters, [&writing] { return writing.isCanceled(); }));
    });
    return work::comeBack(
        pending, this, [this, id = episode.row.id, path](const base::Result<void> &done) {
            if (done) {
                readFile(id, path);
            }
            return done;
        });
}

} // namespace app::session
