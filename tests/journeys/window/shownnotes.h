// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/journeys/window/windowrun.h"
#include "ui/transcript/shownotesview.h"

namespace tests {

/// An item whose show notes begin by saying whose they are.
[[nodiscard]] inline QString
notesItem(const HttpFixture &server, const char *guid, const char *duration, const QString &notes)
{
    return feedItem(server,
                    QLatin1String(guid),
                    QStringLiteral("/1.mp3"),
                    QStringLiteral("<itunes:duration>%1</itunes:duration><description><![CDATA["
                                   "<p>All of %2.</p>%3]]></description>")
                        .arg(QLatin1String(duration), QLatin1String(guid), notes));
}

/// Chooses such an episode; its show notes are those that are read then, with their times.
inline void showNotes(WindowRun &run, const QString &guid)
{
    QVERIFY(run.choose(QStringLiteral("Episode ") + guid));
    run.give("reader.notes");
    QTRY_VERIFY(run.find<QWidget>("reader")->isVisible());
    const auto &document = run.find<ui::transcript::ShowNotesView>()->reader().document();
    QTRY_VERIFY(document.text.startsWith(QStringLiteral("All of %1.").arg(guid))
                && !document.times.empty());
    run.settle();
}

} // namespace tests
