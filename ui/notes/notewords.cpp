// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notewords.h"

#include "ui/text/timetext.h"

#include <QCoreApplication>
#include <QStringList>
#include <QUrl>

namespace ui::notes {
namespace {

using app::notes::AnchorState;
using app::notes::Color;
using app::notes::Note;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::notes::Words)
};

/// Screen readers read a row in one breath; nobody listens to more of it.
constexpr qsizetype longestSpoken = 400;

QString escaped(const QString &text)
{
    static const QString special = QStringLiteral("\\`*_[]<>#|");
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (special.contains(c)) {
            result += u'\\';
        }
        result += c;
    }
    return result;
}

QString quotedLines(const QString &text)
{
    QString result = escaped(text.trimmed());
    result.replace(u'\r', u'\n');
    result.replace(u'\n', QStringLiteral("\n> "));
    return QStringLiteral("> ") + result;
}

QString linkedTitle(const app::notes::EpisodeRef &episode)
{
    const QString title = escaped(episode.episodeTitle.simplified());
    const QUrl link(episode.link);
    const bool web =
        link.scheme() == QLatin1String("https") || link.scheme() == QLatin1String("http");
    if (!web || title.isEmpty()) {
        return title;
    }
    QString address = QString::fromLatin1(link.toEncoded());
    address.replace(u'(', QStringLiteral("%28")).replace(u')', QStringLiteral("%29"));
    return QStringLiteral("[%1](%2)").arg(title, address);
}

} // namespace

QString colorWord(Color color)
{
    switch (color) {
    case Color::Yellow:
        return Words::tr("Yellow");
    case Color::Green:
        return Words::tr("Green");
    case Color::Blue:
        return Words::tr("Blue");
    case Color::Red:
        return Words::tr("Red");
    case Color::Violet:
        return Words::tr("Violet");
    }
    return {};
}

QString stateWord(AnchorState state)
{
    switch (state) {
    case AnchorState::Exact:
        return Words::tr("In its words", "a note stands where its words are");
    case AnchorState::Moved:
        return Words::tr("Moved with its words");
    case AnchorState::Approximate:
        return Words::tr("To check", "a note whose words have changed");
    case AnchorState::TimeOnly:
        return Words::tr("At its time only");
    }
    return {};
}

QString placeWords(app::timestamps::MediaTime start,
                   const std::optional<app::timestamps::MediaTime> &end)
{
    return end ? text::clockText({start, *end}) : text::clockText(start);
}

QString headline(const Note &note)
{
    if (!note.anchor.quote.isEmpty()) {
        return note.anchor.quote.simplified();
    }
    if (!note.text.isEmpty()) {
        return note.text;
    }
    if (note.end && *note.end > note.start) {
        return Words::tr("Mark · %1 before %2", "a marked piece: its length, its end")
            .arg(text::exactLengthText(*note.end - note.start), text::clockText(*note.end));
    }
    return Words::tr("Mark", "a marked moment");
}

QString spokenNote(const Note &note, bool withEpisode)
{
    QStringList parts{Words::tr("At %1").arg(text::spokenText(note.start)), colorWord(note.color)};
    parts += headline(note).left(longestSpoken);
    if (!note.anchor.speaker.isEmpty()) {
        parts += note.anchor.speaker;
    }
    if (!note.anchor.quote.isEmpty() && !note.text.isEmpty()) {
        parts += Words::tr("note: %1").arg(note.text.left(longestSpoken));
    }
    if (!note.tags.isEmpty()) {
        parts += Words::tr("tags: %1").arg(note.tags.join(QStringLiteral(", ")));
    }
    if (note.starred) {
        parts += Words::tr("starred");
    }
    if (note.anchor.state == AnchorState::Approximate) {
        parts += Words::tr("its place is to be checked");
    }
    if (withEpisode) {
        parts += note.episodeRef.episodeTitle;
        parts += note.episodeRef.podcastTitle;
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString markdownQuote(const Note &note)
{
    QStringList source;
    if (!note.anchor.speaker.isEmpty()) {
        source += escaped(note.anchor.speaker.simplified());
    }
    if (const QString title = linkedTitle(note.episodeRef); !title.isEmpty()) {
        source += title;
    }
    source += text::clockText(note.start);
    const QString from = QStringLiteral("— ") + source.join(QStringLiteral(", "));
    QString result =
        note.anchor.quote.isEmpty()
            ? QStringLiteral("> %1\n").arg(from)
            : QStringLiteral("%1\n>\n> %2\n").arg(quotedLines(note.anchor.quote), from);
    if (!note.text.isEmpty()) {
        result += QStringLiteral("\n%1\n").arg(note.text.trimmed());
    }
    return result;
}

} // namespace ui::notes
