// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/library.h"
#include "app/library/recovery.h"
#include "app/session/chapterservice.h"
#include "app/session/clips.h"
#include "app/session/listening.h"
#include "app/session/listeningsettings.h"
#include "app/session/notebook.h"
#include "app/session/outputdevices.h"
#include "app/session/session.h"
#include "app/session/sleeptimer.h"
#include "app/session/soundmaps.h"
#include "app/settings/settingsfile.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/resulttest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace app::session;
using namespace std::chrono_literals;

namespace {

/// A computer without a way out for sound.
class NoOutput final : public app::playback::AudioOutput
{
public:
    app::base::Result<void> start(const app::media::SoundFormat &,
                                  app::playback::FrameProvider &) override
    {
        return app::base::unexpected(app::base::ErrorCode::NoDevice, QStringLiteral("none"));
    }

    void stop() override {}

    void suspend() override {}

    void resume() override {}

    void flush() override {}

    [[nodiscard]] qint64 framesHeard() const override { return 0; }

    void setVolume(double) override {}
};

class OneDevice final : public app::playback::AudioDevices
{
public:
    [[nodiscard]] std::vector<app::playback::AudioDevice> devices() const override
    {
        return {{"usb", QStringLiteral("The usb"), true}};
    }
};

} // namespace

class SessionTest : public QObject
{
    Q_OBJECT

private slots:

    void damagedLibraryIsPutRight()
    {
        const QString name = QStringLiteral("damaged");
        app::notes::Note note;
        note.id = app::base::NoteId(QStringLiteral("01932f5e-7b3c-7c3a-9a3b-1f2e3d4c5b6a"));
        note.text = QStringLiteral("kept");
        note.created = note.modified = m_clock.now();
        {
            const auto session = open(name);
            QVERIFY(session);
            QVERIFY(!session->recovery());
            VERIFY_RESULT(tests::await(session->notebook().import({note})));
        }
        QFile file(app::library::Library::fileName(libraryFolder(name)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QCOMPARE(file.write(QByteArray(200, 'x')), 200);
        file.close();
        const auto session = open(name);
        QVERIFY(session);
        QVERIFY(session->recovery());
        QCOMPARE(session->recovery()->notesFromJournal, 1);
        QVERIFY(QFile::exists(session->recovery()->keptAside));
        const auto notes = tests::await(session->notebook().list({}));
        VERIFY_RESULT(notes);
        QCOMPARE(notes->size(), 1U);
        QCOMPARE(notes->front().text, note.text);
    }

    void wishesAreKeptInTheSettingsFile()
    {
        {
            const auto session = open();
            QVERIFY(session);
            session->listening().setSpeed(1.5);
            session->listening().player().setVolume(0.25);
            session->outputDevices().choose("usb");
        }
        const auto kept = app::settings::SettingsFile(settingsPath()).playback();
        QCOMPARE(kept.speed, 1.5);
        QCOMPARE(kept.volume, 0.25);
        QCOMPARE(kept.outputDevice, QByteArray("usb"));
        const auto session = open();
        QVERIFY(session);
        QCOMPARE(session->listening().player().speed(), 1.5);
        QCOMPARE(session->listening().player().volume(), 0.25);
        QCOMPARE(session->outputDevices().chosen(), QByteArray("usb"));
    }

    void endsInGoodOrderWithEverythingInUse()
    {
        const auto session = open();
        QVERIFY(session);
        session->sleepTimer().startMinutes(5min);
        QCOMPARE(session->outputDevices().devices().size(), 1u);
        session->soundMaps().want(m_folder.filePath(QStringLiteral("nothing.mp3")));
        session->chapters().readFile(app::base::EpisodeId(1),
                                     m_folder.filePath(QStringLiteral("nothing.mp3")));
        (void)session->episodes();
        session->listening().open(app::base::EpisodeId(1));
        session->close();
        session->close();
    }

private:
    [[nodiscard]] QString settingsPath() const
    {
        return m_folder.filePath(QStringLiteral("settings.ini"));
    }

    [[nodiscard]] QString libraryFolder(const QString &name = QStringLiteral("library")) const
    {
        return m_folder.filePath(name);
    }

    [[nodiscard]] std::unique_ptr<Session> open(const QString &name = QStringLiteral("library"))
    {
        SessionParts parts;
        parts.libraryFolder = libraryFolder(name);
        parts.output = [] {
            return std::make_unique<NoOutput>();
        };
        parts.clock = &m_clock;
        parts.settingsPath = settingsPath();
        parts.devices = [] {
            return std::make_unique<OneDevice>();
        };
        auto session = Session::open(std::move(parts));
        return session ? *std::move(session) : nullptr;
    }

    QTemporaryDir m_folder;
    tests::FakeClock m_clock;
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
