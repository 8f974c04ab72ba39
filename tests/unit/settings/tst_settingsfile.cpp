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
        QCOMPARE(file.notes(), NoteSettings());
        QCOMPARE(file.window(), WindowSettings());
    }

    void readsBackWhatWasStored()
    {
        const SettingsFile file(m_folder.filePath(QStringLiteral("stored.ini")));
        const PlaybackSettings playback{
            1.45,
            0.5,
            10s,
            45s,
            1min,
            {StretchQuality::Fine, SilenceSkipping::Strong, true, -18.5, true},
            false,
            QByteArray("device \0\xff,;\n1", 13),
            false};
        const AppearanceSettings appearance{
            ColorScheme::Dark, 20, false, QStringLiteral("Serif"), true};
        const WindowSettings window{"geometry",
                                    {{QStringLiteral("main"), "split"}},
                                    QStringLiteral("queue"),
                                    7,
                                    9,
                                    QStringLiteral("tag newest")};
        const NoteSettings notes{
            0ms,
            TypingPause::Off,
            4'500ms,
            {QStringLiteral("Claim; open"), {}, {}, {}, QStringLiteral("Später")},
            QStringLiteral("/home/ä b/vault")};
        file.store(playback);
        file.store(appearance);
        file.store(notes);
        file.store(window);
        QCOMPARE(file.playback(), playback);
        QCOMPARE(file.appearance(), appearance);
        QCOMPARE(file.notes(), notes);
        QCOMPARE(file.window(), window);
    }

    void everyWordComesBack()
    {
        const SettingsFile file(m_folder.filePath(QStringLiteral("words.ini")));
        for (const auto silence : {SilenceSkipping::Off,
                                   SilenceSkipping::Gentle,
                                   SilenceSkipping::Medium,
                                   SilenceSkipping::Strong}) {
            for (const auto quality : {StretchQuality::Light, StretchQuality::Fine}) {
                PlaybackSettings playback;
                playback.sound.silence = silence;
                playback.sound.quality = quality;
                file.store(playback);
                QCOMPARE(file.playback(), playback);
            }
        }
        for (const auto pause :
             {TypingPause::Off, TypingPause::WhileTyping, TypingPause::WhileWriting}) {
            file.store(NoteSettings{.pause = pause});
            QCOMPARE(file.notes().pause, pause);
        }
        for (const auto key : {MarkKey::Next, MarkKey::Previous, MarkKey::Stop, MarkKey::None}) {
            file.store(NoteSettings{.markKey = key});
            QCOMPARE(file.notes().markKey, key);
        }
        for (const auto scheme : {ColorScheme::System, ColorScheme::Light, ColorScheme::Dark}) {
            file.store(AppearanceSettings{scheme});
            QCOMPARE(file.appearance().scheme, scheme);
        }
    }

    void soundIsKeptAsWords()
    {
        const QString path = m_folder.filePath(QStringLiteral("readable.ini"));
        PlaybackSettings playback;
        playback.sound.silence = SilenceSkipping::Medium;
        SettingsFile(path).store(playback);
        QFile raw(path);
        QVERIFY(raw.open(QIODevice::ReadOnly));
        const QByteArray text = raw.readAll();
        for (const char *line :
             {"silence=medium", "quality=light", "loudness=-16", "level=false"}) {
            QVERIFY2(text.contains(line), text.constData());
        }
    }

    void senselessSoundIsReadAsDefaultOrClamped()
    {
        const QString path = m_folder.filePath(QStringLiteral("sound.ini"));
        const auto read = [&path](const QByteArray &lines) {
            QFile raw(path);
            const bool written = raw.open(QIODevice::WriteOnly) && raw.write(lines) == lines.size();
            raw.close();
            return written ? SettingsFile(path).playback() : PlaybackSettings{.speed = 0};
        };
        QCOMPARE(read("[sound]\nquality=7\nsilence=loud\nlevel=maybe\nloudness=inf\nmono=\n"
                      "[playback]\nsmartRewind=perhaps\nfollowDefaultDevice=2\n"),
                 PlaybackSettings());
        QCOMPARE(read("[sound]\nloudness=-90\n").sound.loudness, -31.0);
        QCOMPARE(read("[sound]\nloudness=3\n").sound.loudness, -10.0);
        QVERIFY(read("[sound]\nmono=1\n").sound.mono);
        QVERIFY(!read("[playback]\nsmartRewind=0\n").smartRewind);
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
