// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/backups.h"
#include "app/session/history.h"
#include "app/session/internal/housekeeping.h"
#include "app/session/notebook.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using tests::await;

class HousekeepingTest : public QObject
{
    Q_OBJECT

private slots:

    void backsUpOnceADayAndEmptiesTheBin()
    {
        tests::SessionFixture fixture;
        fixture.addPodcast({QStringLiteral("https://pod.example/1.mp3")});
        app::work::WorkerPool workers;
        History history;
        Notebook notebook(*fixture.library, history, fixture.clock);
        internal::Housekeeping keeping(*fixture.library, notebook, workers, fixture.clock);
        QSignalSpy done(&keeping, &internal::Housekeeping::done);

        NewNote wanted;
        wanted.episode = fixture.episode(QStringLiteral("e1")).row.id;
        const auto note = await(notebook.add(wanted));
        VERIFY_RESULT(note);
        VERIFY_RESULT(await(notebook.remove(note->id)));

        keeping.run();
        QTRY_COMPARE(done.size(), 1);
        keeping.run();
        QTRY_COMPARE(done.size(), 2);
        QCOMPARE(app::library::listBackups(fixture.folder.path()).size(), 1U);
        VERIFY_RESULT(await(notebook.find(note->id.text())));

        fixture.clock.advance(std::chrono::hours(24 * 31));
        keeping.run();
        QTRY_COMPARE(done.size(), 3);
        QCOMPARE(app::library::listBackups(fixture.folder.path()).size(), 2U);
        VERIFY_ERROR(await(notebook.find(note->id.text())), NotFound);
        // Undoing what was done to a note that is gone for good says so and does no harm.
        const QSignalSpy failed(&notebook, &Notebook::failed);
        history.undo();
        QTRY_COMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(HousekeepingTest)
#include "tst_housekeeping.moc"
