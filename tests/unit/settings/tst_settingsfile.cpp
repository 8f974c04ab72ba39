// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace app::settings;
using namespace std::chrono_literals;

class SettingsFileTest : public QObject
{
    Q_OBJECT

private slots:

    void missingFileGivesDefaults()
    {
        const SettingsFile file(m_folder.filePath(QStringLiteral("none.ini")));
        QCOMPARE(file.playback(), PlaybackSettings());
        QCOMPARE(file.appearance(), AppearanceSettings());
        QCOMPARE(file.window(), WindowSettings());
    }

    void readsBackWhatWasStored()
    {
        const SettingsFile file(m_folder.filePath(QStringLiteral("stored.ini")));
        const PlaybackSettings playback{1.45, 0.5, 10s, 45s, 1min};
        const AppearanceSettings appearance{ColorScheme::Dark, 20, false};
        const WindowSettings window{
            "geometry", {{QStringLiteral("main"), "split"}}, QStringLiteral("queue"), 7, 9};
        file.store(playback);
        file.store(appearance);
        file.store(window);
        QCOMPARE(file.playback(), playback);
        QCOMPARE(file.appearance(), appearance);
        QCOMPARE(file.window(), window);
    }

    void nonsenseIsReadAsDefaultOrClamped()
    {
        const QString path = m_folder.filePath(QStringLiteral("nonsense.ini"));
        QFile raw(path);
        QVERIFY(raw.open(QIODevice::WriteOnly));
        raw.write("[playback]\nspeed=fast\nvolume=nan\nskipBack=-4\n[appearance]\nscheme="
                  "pink\nreadingSize=900\n");
        raw.close();
        const SettingsFile file(path);
        QCOMPARE(file.playback().speed, 1.0);
        QCOMPARE(file.playback().volume, 1.0);
        QCOMPARE(file.playback().skipBack, 1000ms);
        QCOMPARE(file.appearance().scheme, ColorScheme::System);
        QCOMPARE(file.appearance().readingSize, 28);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SettingsFileTest)
#include "tst_settingsfile.moc"
