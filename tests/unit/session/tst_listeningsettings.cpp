// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/listeningsettings.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using namespace app::settings;
using namespace std::chrono_literals;
using app::base::PodcastId;
using tests::await;

namespace {

const PodcastSettings fast{2.0, std::nullopt, std::nullopt, 0s, 0s, false};

} // namespace

class ListeningSettingsTest : public QObject
{
    Q_OBJECT

private slots:

    void aPodcastsOwnGoesOverTheCommon()
    {
        PlaybackSettings common;
        common.speed = 1.5;
        common.sound = {StretchQuality::Fine, SilenceSkipping::Gentle, true, -18.0, true};
        EffectiveSettings expected;
        expected.speed = 1.5;
        expected.sound = common.sound;
        QCOMPARE(effectiveSettings(common, {}), expected);
        const PodcastSettings own{2.0, SilenceSkipping::Off, false, 30s, 10s, true};
        expected = {
            2.0, {StretchQuality::Fine, SilenceSkipping::Off, false, -18.0, true}, 30s, 10s, true};
        QCOMPARE(effectiveSettings(common, own), expected);
    }

    void theCommonAreStoredAtOnce()
    {
        tests::SessionFixture fixture;
        const SettingsFile file(fixture.folder.filePath(QStringLiteral("earmark.ini")));
        ListeningSettings settings(*fixture.library, file);
        QCOMPARE(settings.common(), PlaybackSettings());
        QSignalSpy changed(&settings, &ListeningSettings::commonChanged);
        PlaybackSettings wanted;
        wanted.speed = 1.25;
        wanted.sound.silence = SilenceSkipping::Strong;
        settings.setCommon(wanted);
        QCOMPARE(settings.common(), wanted);
        QCOMPARE(file.playback(), wanted);
        settings.setCommon(wanted);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(ListeningSettings(*fixture.library, file).common(), wanted);
    }

    void withoutAFileNothingIsKept()
    {
        tests::SessionFixture fixture;
        PlaybackSettings wanted;
        wanted.speed = 2.5;
        {
            ListeningSettings settings(*fixture.library, std::nullopt);
            settings.setCommon(wanted);
            QCOMPARE(settings.common(), wanted);
        }
        QCOMPARE(ListeningSettings(*fixture.library, std::nullopt).common(), PlaybackSettings());
    }

    void onePodcastsAreKeptInTheLibrary()
    {
        tests::SessionFixture fixture;
        const PodcastId id = fixture.addPodcast({QStringLiteral("https://pod.example/1.mp3")});
        ListeningSettings settings(*fixture.library, std::nullopt);
        VERIFY_RESULT(await(settings.ofPodcast(id)));
        QCOMPARE(*await(settings.ofPodcast(id)), PodcastSettings());
        QSignalSpy changed(&settings, &ListeningSettings::podcastChanged);
        const PodcastSettings own{0.75, std::nullopt, true, 0s, 90s, false};
        VERIFY_RESULT(await(settings.setOfPodcast(id, own)));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].value<PodcastId>(), id);
        QCOMPARE(changed[0][1].value<PodcastSettings>(), own);
        QCOMPARE(*await(settings.ofPodcast(id)), own);
    }

    void strangersHaveNone()
    {
        tests::SessionFixture fixture;
        ListeningSettings settings(*fixture.library, std::nullopt);
        QSignalSpy changed(&settings, &ListeningSettings::podcastChanged);
        VERIFY_ERROR(await(settings.ofPodcast(PodcastId(7))), NotFound);
        VERIFY_ERROR(await(settings.setOfPodcast(PodcastId(7), fast)), NotFound);
        QCOMPARE(changed.count(), 0);
    }

    void mayEndWhileTheLibraryWrites()
    {
        tests::SessionFixture fixture;
        const PodcastId id = fixture.addPodcast({QStringLiteral("https://pod.example/1.mp3")});
        auto settings = std::make_unique<ListeningSettings>(*fixture.library, std::nullopt);
        const auto writing = settings->setOfPodcast(id, fast);
        settings.reset();
        VERIFY_ERROR(await(writing), Busy); // nobody is there to answer
        ListeningSettings later(*fixture.library, std::nullopt);
        QTRY_COMPARE(*await(later.ofPodcast(id)), fast);
    }
};

QTEST_GUILESS_MAIN(ListeningSettingsTest)
#include "tst_listeningsettings.moc"
