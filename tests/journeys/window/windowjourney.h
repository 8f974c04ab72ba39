// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/journeys/window/windowrun.h"

#include <QAbstractButton>
#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>

#include <initializer_list>
#include <memory>
#include <utility>

namespace tests {

/// What journeys share that begin with podcasts of a server: the server, a library, and the program
/// in its window. Titles are as feedItem() makes them.
class WindowJourney : public QObject
{
protected:
    /// The first seconds of the position code, for /1.mp3. False without ffmpeg.
    [[nodiscard]] bool serveSound(int seconds)
    {
        const QByteArray sound = codedPiece(m_sounds, QStringLiteral("mp3"), 0, seconds);
        m_server.set(QStringLiteral("/1.mp3"), {.body = sound, .contentType = "audio/mpeg"});
        return !sound.isEmpty();
    }

    /// An item whose sound is at /1.mp3.
    [[nodiscard]] QString item(const char *guid, const QString &more = {}) const
    {
        return feedItem(m_server, QLatin1String(guid), QStringLiteral("/1.mp3"), more);
    }

    /// Starts the program for the first time and follows podcasts, each of so many episodes.
    void begin(std::initializer_list<std::pair<const char *, int>> podcasts)
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<WindowRun>(*m_folder);
        for (const auto &[path, episodes] : podcasts) {
            QCOMPARE(m_run->follow(m_server.address(QLatin1String(path))), episodes);
            m_episodes += episodes;
        }
        QTRY_COMPARE(m_run->list().model()->rowCount(), m_episodes);
    }

    void end()
    {
        m_run.reset();
        m_folder.reset();
        m_episodes = 0;
    }

    /// The program's next start.
    void beginAgain()
    {
        m_run.reset();
        m_run = std::make_unique<WindowRun>(*m_folder);
        QTRY_COMPARE(m_run->list().model()->rowCount(), m_episodes);
    }

    void choose(const QString &guid) { QVERIFY(m_run->choose(QStringLiteral("Episode ") + guid)); }

    /// Plays an episode. All of it is there then, for this loudspeaker is faster than any server.
    void playWhole(const QString &guid)
    {
        choose(guid);
        m_run->give("ep.play");
        QTRY_VERIFY(m_run->isCurrent(guid));
        QTRY_COMPARE(m_run->player().state(), app::playback::PlayerState::Playing);
        QTRY_VERIFY(!m_run->stored(guid).row.filePath.isEmpty());
    }

    /// The keyboard is in the window, not in a dialog that closed.
    void activate()
    {
        m_run->window.activateWindow();
        QVERIFY(waitForActive(&m_run->window));
    }

    void undo()
    {
        activate();
        m_run->list().setFocus();
        QTest::keyClick(&m_run->list(), Qt::Key_Z, Qt::ControlModifier);
    }

    /// Clicks a button of a dialog that can be clicked.
    static void press(const QDialog &dialog, const char *name)
    {
        auto *const button = dialog.findChild<QAbstractButton *>(QLatin1String(name));
        QVERIFY2(button && button->isEnabled(), name);
        button->click();
    }

    /// Answers the file dialog that comes.
    void saveAs(const QString &path)
    {
        QTRY_VERIFY(m_run->find<QFileDialog>() && m_run->find<QFileDialog>()->isVisible());
        auto *const dialog = m_run->find<QFileDialog>();
        dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
        QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
    }

    HttpFixture m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowRun> m_run;

private:
    QTemporaryDir m_sounds;
    int m_episodes = 0;
};

} // namespace tests
