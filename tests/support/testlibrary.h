// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/feed.h"
#include "app/library/library.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tests {

/// A library in a folder of its own that goes with it, and a clock that stands still.
class TestLibrary final
{
public:
    TestLibrary() { reopen(); }

    /// Closes the library and opens it again, as a second start of the program would.
    void reopen()
    {
        m_library.reset();
        auto opened = app::library::Library::open(folder(), m_clock);
        if (!opened) {
            qFatal("the test library does not open: %s", qPrintable(opened.error().detail));
        }
        m_library = std::move(*opened);
    }

    void close() { m_library.reset(); }

    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("library")); }

    /// A place beside the library for the test's own files.
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

    [[nodiscard]] QString databasePath() const { return app::library::Library::fileName(folder()); }

    [[nodiscard]] app::library::Library &library() { return *m_library; }

    [[nodiscard]] FakeClock &clock() { return m_clock; }

    /// Library::read, awaited.
    template <typename Work>
    auto read(Work work)
    {
        return await(m_library->read(std::move(work)));
    }

    /// Library::write, awaited; safe against power cuts only where a test asks for it itself.
    template <typename Work>
    auto write(Work work)
    {
        return await(m_library->write(app::library::Durability::Normal, std::move(work)));
    }

private:
    QTemporaryDir m_folder;
    FakeClock m_clock;
    std::unique_ptr<app::library::Library> m_library;
};

/// An item of a feed, the \p number-th of its kind: each a day later and a minute longer than the
/// one before.
[[nodiscard]] inline app::feeds::FeedEpisode feedEpisode(int number)
{
    app::feeds::FeedEpisode episode;
    episode.guid = QStringLiteral("guid-%1").arg(number);
    episode.title = QStringLiteral("Episode %1").arg(number);
    episode.published = QDateTime(QDate(2024, 1, 1), QTime(6, 0), Qt::UTC).addDays(number);
    episode.duration = std::chrono::minutes(20 + number % 60);
    episode.description = QStringLiteral("<p>Notes of episode %1 (4:30)</p>").arg(number);
    episode.enclosureUrl = QStringLiteral("https://media.example.com/%1.mp3").arg(number);
    episode.enclosureType = QStringLiteral("audio/mpeg");
    return episode;
}

/// A feed with so many of them, newest first.
[[nodiscard]] inline app::feeds::Feed feedOf(const QString &title, int episodes)
{
    app::feeds::Feed feed;
    feed.title = title;
    for (int number = episodes; number >= 1; --number) {
        feed.episodes.push_back(feedEpisode(number));
    }
    return feed;
}

} // namespace tests
