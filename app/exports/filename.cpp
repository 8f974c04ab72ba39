// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/filename.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace app::exports {

namespace {

constexpr qsizetype mostBytes = 120;
constexpr qsizetype mostPodcastBytes = 45; ///< so that the episode's own title is never crowded out

/// What Windows, Obsidian links or a shell would take for something else.
bool isForbidden(QChar c)
{
    constexpr QStringView forbidden = u"\\,#%&/{}*<>$'\":@|?[]^`!;";
    const QChar::Category category = c.category();
    return forbidden.contains(c) || category == QChar::Other_Control
           || category == QChar::Other_Format || category == QChar::Other_NotAssigned
           || category == QChar::Other_PrivateUse;
}

QString cleaned(const QString &text)
{
    const QString valid = QString::fromUtf8(text.toUtf8());
    QString clean;
    for (const QChar c : valid.normalized(QString::NormalizationForm_C))
        clean.append(isForbidden(c) ? QChar(u' ') : c);
    return clean.simplified();
}

/// Cut at a whole character that people see.
QString cutToBytes(const QString &text, qsizetype most)
{
    if (text.toUtf8().size() <= most)
        return text;
    // No character is less than a byte, so the rest cannot matter.
    const QString start = text.left(most + 1);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, start);
    qsizetype end = 0;
    for (qsizetype next = finder.toNextBoundary(); next > 0; next = finder.toNextBoundary()) {
        if (start.left(next).toUtf8().size() > most)
            break;
        end = next;
    }
    return start.left(end).trimmed();
}

/// Names that are devices on Windows, whatever follows a full stop.
bool isReserved(const QString &name)
{
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    const QStringList devices = {
        QStringLiteral("CON"), QStringLiteral("PRN"), QStringLiteral("AUX"), QStringLiteral("NUL")};
    const bool numbered =
        stem.size() == 4 && stem.back().isDigit()
        && (stem.startsWith(QStringLiteral("COM")) || stem.startsWith(QStringLiteral("LPT")));
    return devices.contains(stem) || numbered;
}

} // namespace

QString exportFileName(const notes::EpisodeRef &episode)
{
    const QString podcast = cutToBytes(cleaned(episode.podcastTitle), mostPodcastBytes);
    QString title = cleaned(episode.episodeTitle);
    if (title.isEmpty())
        title = QStringLiteral("Untitled episode");
    QString name = podcast.isEmpty() ? title : QString(podcast + u" - " + title);
    const auto isEdge = [](QChar c) {
        return c == u'.' || c == u' ' || c == u'-' || c == u'~';
    };
    while (!name.isEmpty() && isEdge(name.front()))
        name.remove(0, 1);
    name = cutToBytes(name, mostBytes - 1);
    while (!name.isEmpty() && isEdge(name.back()))
        name.chop(1);
    if (name.isEmpty())
        return QStringLiteral("Untitled episode");
    return isReserved(name) ? QString(u'_' + name) : name;
}

} // namespace app::exports
