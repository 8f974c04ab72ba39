// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/timekeeping.h"

#include "app/library/timedecisionstore.h"
#include "app/notes/quotecontext.h"
#include "app/session/internal/noteschapters.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace app::session {
namespace {

using library::Changes;
using library::Connection;
using library::TimeDecisionStore;
using timestamps::TimeDecisions;

using Both = std::pair<TimeDecisions, TimeDecisions>;

base::Result<Both> readDecisions(Connection &connection,
                                 base::EpisodeId episode,
                                 base::PodcastId podcast,
                                 const QString &textHash)
{
    TimeDecisionStore store(connection);
    auto own = store.of(episode, textHash);
    if (!own) {
        return base::unexpected(own.error());
    }
    auto common = store.ofPodcast(podcast);
    if (!common) {
        return base::unexpected(common.error());
    }
    return Both(*std::move(own), *std::move(common));
}

bool isHost(const QUrl &url, QLatin1String name)
{
    const QString host = url.host().toLower();
    return host == name || host.endsWith(QLatin1Char('.') + name);
}

bool isYouTube(const QUrl &url)
{
    return isHost(url, QLatin1String("youtube.com")) || isHost(url, QLatin1String("youtu.be"));
}

bool isVideo(const QUrl &url)
{
    return isYouTube(url) || isHost(url, QLatin1String("vimeo.com"));
}

/// A video, not the channel's front page.
bool namesOne(const QUrl &url)
{
    return url.path().size() > 1
           && (!isYouTube(url) || url.hasQuery() || url.path().count(u'/') < 2
               || url.path().startsWith(QLatin1String("/live/"))
               || url.path().startsWith(QLatin1String("/embed/")))
           && !url.path().startsWith(QLatin1String("/@"))
           && !url.path().startsWith(QLatin1String("/channel/"));
}

bool isWeb(const QUrl &url)
{
    return url.isValid()
           && (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

QUrl withTime(QUrl url, timestamps::MediaTime place)
{
    const QString seconds = QString::number(place.ms() / 1000);
    if (isYouTube(url)) {
        url.setScheme(QStringLiteral("https"));
        QUrlQuery query(url);
        query.removeAllQueryItems(QStringLiteral("t"));
        query.addQueryItem(QStringLiteral("t"), seconds + u's');
        url.setQuery(query);
    } else {
        url.setFragment(u"t=" + seconds);
    }
    return url;
}

} // namespace

Timekeeping::Timekeeping(library::Library &library,
                         work::WorkerPool &workers,
                         History &history,
                         const base::Clock &clock)
    : m_library(library)
    , m_workers(workers)
    , m_history(history)
    , m_clock(clock)
{}

QFuture<base::Result<DecidedNotes>> Timekeeping::read(const library::Episode &episode)
{
    // The text comes first: its hash names the decisions.
    struct Text
    {
        markup::RichText text;
        QString hash;
    };

    auto promise = internal::sharedPromise<DecidedNotes>();
    const auto reading =
        m_workers.run<Text>([source = episode.feed.description](QPromise<Text> &done) {
            Text text;
            text.text = markup::readShowNotes(source);
            text.hash = notes::hashText(text.text.text);
            done.addResult(std::move(text));
        });
    work::comeBack(reading, this, [this, episode, promise](const Text &text) {
        const auto looking = m_library.read(
            [id = episode.row.id, podcast = episode.row.podcastId, hash = text.hash](
                Connection &connection) { return readDecisions(connection, id, podcast, hash); });
        work::comeBack(
            looking, this, [this, episode, text, promise](const base::Result<Both> &kept) {
                if (!kept) {
                    internal::settle<DecidedNotes>(promise, base::unexpected(kept.error()));
                    return;
                }
                const auto deciding = m_workers.run<DecidedNotes>(
                    [text, kept = *kept, duration = episode.row.duration](
                        QPromise<DecidedNotes> &done) {
                        DecidedNotes decided{
                            {text.text, {}}, text.hash, kept.first, kept.second, {}, {}};
                        const auto annotated = annotate(text.text);
                        TimeDecisions decisions = withDefaults(kept.first, kept.second);
                        decided.notes.times =
                            timestamps::readTimestamps(annotated, duration, decisions);
                        decisions.times.clear();
                        decisions.offsets = {};
                        decided.asWritten =
                            kept.first.isEmpty()
                                ? decided.notes.times
                                : timestamps::readTimestamps(annotated, duration, decisions);
                        decided.chapters = internal::chaptersInNotes(decided.notes);
                        done.addResult(std::move(decided));
                    });
                work::comeBack(deciding, this, [promise](const DecidedNotes &decided) {
                    internal::settle<DecidedNotes>(promise, decided);
                });
            });
    });
    return promise->future();
}

QFuture<base::Result<Timekeeping::Kept>>
Timekeeping::keep(base::EpisodeId episode, const QString &textHash, const Change &change)
{
    const auto pending = m_library.write(
        library::Durability::Full,
        [episode, textHash, change, now = m_clock.now()](Connection &connection,
                                                         Changes &changes) -> base::Result<Kept> {
            TimeDecisionStore store(connection);
            const auto before = store.of(episode, textHash);
            if (!before) {
                return base::unexpected(before.error());
            }
            Kept kept{*before, *before};
            change(kept.after);
            if (const auto done = store.set(episode, textHash, kept.after, now, changes); !done) {
                return base::unexpected(done.error());
            }
            return kept;
        });
    return work::comeBack(pending, this, [this, episode](const base::Result<Kept> &kept) {
        if (kept) {
            emit changed(episode);
        }
        return kept;
    });
}

QFuture<base::Result<void>>
Timekeeping::decide(base::EpisodeId episode, const QString &textHash, const Change &change)
{
    return work::comeBack(
        keep(episode, textHash, change),
        this,
        [this, episode, textHash, step = m_history.underway()](
            const base::Result<Kept> &kept) -> base::Result<void> {
            if (!kept) {
                return base::unexpected(kept.error());
            }
            if (kept->before != kept->after) {
                const auto put = [this, episode, textHash](const TimeDecisions &wanted) {
                    return [this, episode, textHash, wanted] {
                        keep(episode, textHash, [wanted](TimeDecisions &all) { all = wanted; });
                    };
                };
                m_history.push({StepKind::TimesDecided, put(kept->before), put(kept->after)});
            }
            return {};
        });
}

QFuture<base::Result<void>> Timekeeping::setForPodcast(base::PodcastId podcast,
                                                       const TimeDecisions &decisions)
{
    TimeDecisions common;
    common.shortForm = decisions.shortForm;
    common.recording = decisions.recording;
    const auto pending = m_library.write(
        library::Durability::Full,
        [podcast, common, now = m_clock.now()](Connection &connection, Changes &changes) {
            return TimeDecisionStore(connection).setOfPodcast(podcast, common, now, changes);
        });
    return work::comeBack(pending, this, [this, podcast](const base::Result<void> &done) {
        if (done) {
            emit podcastChanged(podcast);
        }
        return done;
    });
}

QUrl otherRecordingAt(const library::Episode &episode,
                      const markup::RichText &text,
                      timestamps::MediaTime place)
{
    QList<QUrl> offered;
    for (const auto &link : episode.feed.contentLinks) {
        offered += QUrl(link.url);
    }
    const auto video = std::find_if(offered.begin(), offered.end(), isVideo);
    if (video != offered.end() && isWeb(*video)) {
        return withTime(*video, place);
    }
    for (const markup::Span &span : text.spans) {
        const QUrl url(span.link);
        if (isWeb(url) && isVideo(url) && namesOne(url)) {
            return withTime(url, place);
        }
    }
    const auto any = std::find_if(offered.begin(), offered.end(), isWeb);
    return any == offered.end() ? QUrl() : withTime(*any, place);
}

} // namespace app::session
