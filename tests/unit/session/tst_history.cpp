// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/backstack.h"
#include "app/session/history.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using app::base::EpisodeId;
using app::timestamps::MediaTime;

class HistoryTest : public QObject
{
    Q_OBJECT

private slots:

    void undoesAndRedoesInOrder()
    {
        History history;
        QString log;
        for (const QString &name : {QStringLiteral("a"), QStringLiteral("b")}) {
            history.push({StepKind::NoteAdded,
                          [&log, name] { log += QLatin1Char('-') + name; },
                          [&log, name] {
                              log += QLatin1Char('+') + name;
                          }});
        }
        history.undo();
        history.undo();
        history.undo();
        QVERIFY(!history.canUndo());
        history.redo();
        history.redo();
        history.redo();
        QCOMPARE(log, QStringLiteral("-b-a+a+b"));
    }

    void undoWaitsForWhatIsUnderway()
    {
        History history;
        QString log;
        const auto step = [&log](QChar name) {
            return History::Step{StepKind::NoteDeleted,
                                 [&log, name] { log += QLatin1Char('-') + name; },
                                 [&log, name] {
                                     log += QLatin1Char('+') + name;
                                 }};
        };
        history.push(step(u'a'));
        auto first = history.underway();
        auto second = history.underway();
        history.undo();
        history.undo();
        history.redo();
        history.push(step(u'b'));
        first.reset();
        QCoreApplication::processEvents();
        QVERIFY(log.isEmpty());
        second.reset();
        QTRY_COMPARE(log, QStringLiteral("-b-a+a"));
    }

    void whatIsUnderwayCanBeUndoneFirst()
    {
        History history;
        auto step = history.underway();
        QVERIFY(history.canUndo());
        history.undo();
        step.reset();
        QTRY_VERIFY(!history.canUndo());
    }

    void historyMayGoBeforeWhatIsUnderway()
    {
        auto history = std::make_unique<History>();
        auto step = history->underway();
        history.reset();
        step.reset();
    }

    void newStepForgetsWhatCouldBeRedone()
    {
        History history;
        history.push({StepKind::NoteAdded,
                      [] {},
                      [] {
                      }});
        history.undo();
        QVERIFY(history.canRedo());
        history.push({StepKind::NoteDeleted,
                      [] {},
                      [] {
                      }});
        QVERIFY(!history.canRedo());
    }

    void keepsTwoHundredSteps()
    {
        History history;
        int undone = 0;
        for (int i = 0; i < 250; ++i) {
            history.push({StepKind::NoteAdded,
                          [&undone] { ++undone; },
                          [] {
                          }});
        }
        while (history.canUndo()) {
            history.undo();
        }
        QCOMPARE(undone, 200);
    }

    void earlierStepsComeBeforeAllOthers()
    {
        QStringList done;
        const auto step = [&done](const QString &name) {
            return History::Step{StepKind::NoteEdited,
                                 [&done, name] { done += name; },
                                 [&done, name] {
                                     done += name.toUpper();
                                 }};
        };
        History history;
        history.restore({step(QStringLiteral("a")), step(QStringLiteral("b"))},
                        {step(QStringLiteral("c"))});
        history.redo();
        history.undo();
        history.undo();
        QCOMPARE(done,
                 QStringList({QStringLiteral("C"), QStringLiteral("c"), QStringLiteral("b")}));

        History later;
        const QSignalSpy forgotten(&later, &History::redoForgotten);
        later.push(step(QStringLiteral("d")));
        later.restore({step(QStringLiteral("a"))}, {step(QStringLiteral("c"))});
        QCOMPARE(forgotten.size(), 1);
        QVERIFY(!later.canRedo());
        done.clear();
        later.undo();
        later.undo();
        QCOMPARE(done, QStringList({QStringLiteral("d"), QStringLiteral("a")}));
        later.push(step(QStringLiteral("e")));
        QCOMPARE(forgotten.size(), 2);
    }

    void backReturnsToWhereTheJumpBegan()
    {
        BackStack stack;
        const ListeningPlace from{EpisodeId(1), MediaTime::fromMs(728'000)};
        const ListeningPlace to{EpisodeId(2), MediaTime::fromMs(270'000)};
        stack.push(from, to);
        QCOMPARE(stack.back(), std::optional(from));
        QCOMPARE(stack.goBack(to), std::optional(from));
        QVERIFY(!stack.back());
        QCOMPARE(stack.goForward(from), std::optional(to));
        QCOMPARE(stack.back(), std::optional(from));
    }

    void shortJumpsAreNotRemembered()
    {
        BackStack stack;
        stack.push({EpisodeId(1), MediaTime::fromMs(10'000)},
                   {EpisodeId(1), MediaTime::fromMs(14'999)});
        QVERIFY(!stack.back());
        stack.push({EpisodeId(1), MediaTime::fromMs(15'000)},
                   {EpisodeId(1), MediaTime::fromMs(10'000)});
        QVERIFY(stack.back());
        stack = {};
        stack.push({EpisodeId(1), MediaTime()}, {EpisodeId(2), MediaTime()});
        QVERIFY(stack.back());
    }

    void backIsFiftyDeep()
    {
        BackStack stack;
        for (int i = 0; i < 60; ++i) {
            stack.push({EpisodeId(i + 1), MediaTime()}, {EpisodeId(i + 2), MediaTime()});
        }
        int depth = 0;
        while (stack.goBack({})) {
            ++depth;
        }
        QCOMPARE(depth, 50);
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
