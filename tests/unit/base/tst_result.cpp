// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/id.h"
#include "app/base/result.h"

#include <QTest>

#include <memory>

using namespace app::base;

class ResultTest : public QObject
{
    Q_OBJECT

private slots:

    void holdsAValue()
    {
        const Result<int> result = 4;
        QVERIFY(result);
        QCOMPARE(*result, 4);
    }

    void holdsAnError()
    {
        const Result<int> result = unexpected(ErrorCode::NotFound, QStringLiteral("gone"));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NotFound);
        QCOMPARE(result.error().detail, QStringLiteral("gone"));
        QCOMPARE(result.value_or(7), 7);
    }

    void movesWhatCannotBeCopied()
    {
        Result<std::unique_ptr<int>> result = std::make_unique<int>(3);
        const std::unique_ptr<int> taken = *std::move(result);
        QCOMPARE(*taken, 3);
    }

    void voidHoldsOnlySuccessOrError()
    {
        QVERIFY(Result<void>().has_value());
        const Result<void> failed = unexpected(ErrorCode::DiskFull, QStringLiteral("no room"));
        QVERIFY(!failed);
        QCOMPARE(errorCodeName(failed.error().code), QStringLiteral("DiskFull"));
    }

    void idsOfDifferentTablesDoNotMix()
    {
        static_assert(!std::is_convertible_v<PodcastId, EpisodeId>);
        static_assert(!std::is_convertible_v<qint64, EpisodeId>);
        QVERIFY(!EpisodeId().isValid());
        QVERIFY(EpisodeId(1) < EpisodeId(2));
    }
};

QTEST_GUILESS_MAIN(ResultTest)
#include "tst_result.moc"
