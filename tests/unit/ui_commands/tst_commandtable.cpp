// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandregistry.h"
#include "ui/commands/commandtable.h"
#include "ui/theme/iconset.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace ui::commands;

class CommandTableTest : public QObject
{
    Q_OBJECT

private slots:

    void idsAreUniqueAndEverythingHasWords()
    {
        QSet<QString> ids;
        for (const CommandRow &row : commandTable()) {
            QVERIFY2(!ids.contains(row.id), qPrintable(row.id));
            ids.insert(row.id);
            QVERIFY2(!row.text.isEmpty(), qPrintable(row.id));
            QVERIFY2(!row.keys.isEmpty(), qPrintable(row.id));
            for (const QKeySequence &keys : row.keys) {
                QVERIFY2(!keys.isEmpty() && keys[0].key() != Qt::Key_unknown, qPrintable(row.id));
            }
            QVERIFY2(row.iconName.isEmpty() || ui::theme::IconSet::contains(row.iconName),
                     qPrintable(row.iconName));
        }
    }

    void noTwoShareKeysInOneContext()
    {
        const auto rows = commandTable();
        for (std::size_t a = 0; a < rows.size(); ++a) {
            for (std::size_t b = a + 1; b < rows.size(); ++b) {
                const bool meet = contextsOverlap(rows[a].contexts, rows[b].contexts);
                for (const QKeySequence &keys : rows[a].keys) {
                    QVERIFY2(!meet || !rows[b].keys.contains(keys),
                             qPrintable(rows[a].id + QStringLiteral(" and ") + rows[b].id));
                }
            }
        }
    }

    void singleKeysCanBeSwitchedOff()
    {
        ui::theme::ThemeManager themes;
        CommandRegistry registry(themes);
        QAction *const toggle = registry.action(QStringLiteral("player.toggle"));
        QVERIFY(toggle->shortcuts().contains(QKeySequence(Qt::Key_K)));
        registry.setSingleKeysEnabled(false);
        QVERIFY(!toggle->shortcuts().contains(QKeySequence(Qt::Key_K)));
        QVERIFY(toggle->shortcuts().contains(QKeySequence(Qt::Key_F8)));
        QVERIFY(!isSingleKey(QKeySequence(Qt::CTRL | Qt::Key_K)));
        QVERIFY(isSingleKey(QKeySequence(Qt::SHIFT | Qt::Key_Q)));
    }

    void placesInOtherPlacesOverlap()
    {
        QVERIFY(contextsOverlap(Context::Reader, Context::Transcript));
        QVERIFY(contextsOverlap(Context::ShowNotes, Context::Reader));
        QVERIFY(contextsOverlap(Context::Queue, Context::Lists));
        QVERIFY(contextsOverlap({}, Context::Timeline));
        QVERIFY(!contextsOverlap(Context::Transcript, Context::ShowNotes));
        QVERIFY(!contextsOverlap(Context::Lists, Context::Transcript));
    }

    void boundWorkRuns()
    {
        ui::theme::ThemeManager themes;
        CommandRegistry registry(themes);
        int runs = 0;
        {
            QObject context;
            registry.bind(QStringLiteral("note.new"), &context, [&runs] { ++runs; });
            registry.action(QStringLiteral("note.new"))->trigger();
        }
        registry.action(QStringLiteral("note.new"))->trigger();
        QCOMPARE(runs, 1);
    }
};

QTEST_MAIN(CommandTableTest)
#include "tst_commandtable.moc"
