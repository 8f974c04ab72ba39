// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/chaptercontroller.h"

#include "app/session/listening.h"
#include "app/work/comeback.h"
#include "ui/player/playerbar.h"
#include "ui/text/errortext.h"
#include "ui/window/messages.h"

#include <QBuffer>
#include <QDesktopServices>
#include <QImageReader>
#include <QPixmap>
#include <QUrl>

#include <algorithm>

namespace ui::window {
namespace {

using namespace std::chrono_literals;
using app::base::Result;
using app::session::ChapterService;
using app::session::EpisodeChapters;
using app::session::Listening;
using app::timestamps::MediaTime;
using player::PlayerBar;

/// Going to the chapter before shortly after a chapter began means the one before that.
constexpr auto chapterGrace = 3s;
/// Pictures of more are left out; a list shows them small.
constexpr std::size_t mostPictures = 200;
constexpr int pictureSize = 96;
constexpr int largestSide = 8192;

/// A small picture out of a file's or server's bytes, whatever these are; null when they are none.
QPixmap smallPicture(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > largestSide || size.height() > largestSide) {
        return {};
    }
    reader.setScaledSize(size.scaled(pictureSize, pictureSize, Qt::KeepAspectRatio));
    return QPixmap::fromImage(reader.read());
}

} // namespace

ChapterController::ChapterController(app::session::Session &session,
                                     PlayerBar &bar,
                                     Messages &messages)
    : m_session(session)
    , m_bar(bar)
    , m_messages(messages)
{
    Listening &listening = m_session.listening();
    connect(&m_bar, &PlayerBar::chapterRequested, this, &ChapterController::goToChapter);
    connect(&m_bar, &PlayerBar::chapterLinkActivated, this, &ChapterController::openLink);
    connect(&m_bar, &PlayerBar::remotePicturesRequested, this, &ChapterController::picturesAllowed);
    connect(&m_bar, &PlayerBar::chapterSourceRequested, this, [this](const QString &source) {
        if (const auto &current = m_session.listening().current()) {
            m_session.chapters().choose(current->row.id, source);
        }
    });
    connect(&listening, &Listening::chaptersChanged, this, &ChapterController::show);
    connect(&listening, &Listening::settingsChanged, this, &ChapterController::loadPictures);
}

void ChapterController::show()
{
    const Listening &listening = m_session.listening();
    m_bar.setChapters(listening.chapters());
    readSources();
    loadPictures();
}

void ChapterController::readSources()
{
    const auto &current = m_session.listening().current();
    if (!current) {
        return;
    }
    auto reading = m_session.chapters().of(*current);
    m_reading = app::work::Job(reading);
    app::work::comeBack(reading, this, [this](const Result<EpisodeChapters> &chapters) {
        if (chapters) {
            showSources(*chapters);
        }
    });
}

void ChapterController::showSources(const EpisodeChapters &chapters)
{
    const auto nameOf = [](const QString &source) {
        return source == QLatin1String("own")    ? tr("yours", "source of chapters")
               : source == QLatin1String("file") ? tr("the file", "source of chapters")
               : source == QLatin1String("json") ? tr("the publisher", "source of chapters")
               : source == QLatin1String("feed") ? tr("the feed", "source of chapters")
                                                 : tr("the show notes", "source of chapters");
    };
    std::vector<player::ChapterSource> sources;
    for (const auto &list : chapters.lists) {
        sources.push_back(
            {list.source, nameOf(list.source), static_cast<int>(list.chapters.size())});
    }
    m_bar.setChapterSources(std::move(sources),
                            chapters.lists.empty() ? QString() : chapters.lists.front().source);
}

void ChapterController::loadPictures()
{
    const Listening &listening = m_session.listening();
    const auto &current = listening.current();
    if (!current) {
        return;
    }
    m_bar.setRemotePicturesAllowed(listening.settings().remotePictures);
    const auto &chapters = listening.chapters();
    for (std::size_t i = 0; i < std::min(chapters.size(), mostPictures); ++i) {
        const auto &chapter = chapters[i];
        const bool inFile = chapter.hasImage && chapter.image.isEmpty();
        if (!inFile && (chapter.image.isEmpty() || !listening.settings().remotePictures)) {
            continue;
        }
        app::work::comeBack(
            m_session.chapters().picture(*current, chapter),
            this,
            [this, i, id = current->row.id, start = chapter.start](
                const Result<QByteArray> &bytes) {
                const Listening &now = m_session.listening();
                const bool same = now.current() && now.current()->row.id == id
                                  && i < now.chapters().size() && now.chapters()[i].start == start;
                if (bytes && same) {
                    m_bar.setChapterPicture(static_cast<int>(i), smallPicture(*bytes));
                }
            });
    }
}

void ChapterController::openLink(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    if (scheme == QLatin1String("http") || scheme == QLatin1String("https")) {
        QDesktopServices::openUrl(url);
    } else {
        m_messages.say(tr("The link of this chapter is not a web address."));
    }
}

void ChapterController::goToChapter(int delta)
{
    Listening &listening = m_session.listening();
    const auto &chapters = listening.chapters();
    const MediaTime here = listening.player().position();
    const auto at = app::timestamps::chapterAt(chapters, here);
    if (chapters.empty() || (!at && delta < 0)) {
        return;
    }
    if (delta < 0) {
        const std::size_t now = *at;
        const bool justBegun = here - chapters[now].start < chapterGrace;
        listening.seek(chapters[justBegun && now > 0 ? now - 1 : now].start);
        return;
    }
    const std::size_t next = at ? *at + 1 : 0;
    if (next < chapters.size()) {
        listening.seek(chapters[next].start);
    }
}

} // namespace ui::window
