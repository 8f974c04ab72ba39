// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/podlovechapters.h"

#include "app/timestamps/timecode.h"

#include <QXmlStreamWriter>

namespace app::feeds {
namespace {

/// XML 1.0 cannot hold control characters.
QString sayable(const QString &text)
{
    QString kept = text;
    kept.removeIf([](QChar c) {
        return (c < u' ' && c != u'\t') || c == QChar(0xFFFE) || c == QChar(0xFFFF);
    });
    return kept;
}

} // namespace

QByteArray writePodloveChapters(const timestamps::Chapters &chapters)
{
    const QString space = QStringLiteral("http://podlove.org/simple-chapters");
    QByteArray document;
    QXmlStreamWriter writer(&document);
    writer.setAutoFormatting(true);
    writer.setAutoFormattingIndent(2);
    writer.writeStartDocument();
    writer.writeNamespace(space, QStringLiteral("psc"));
    writer.writeStartElement(space, QStringLiteral("chapters"));
    writer.writeAttribute(QStringLiteral("version"), QStringLiteral("1.2"));
    for (const timestamps::Chapter &chapter : chapters) {
        if (!chapter.listed) {
            continue;
        }
        writer.writeEmptyElement(space, QStringLiteral("chapter"));
        writer.writeAttribute(QStringLiteral("start"),
                              timestamps::formatFullTimecode(chapter.start));
        writer.writeAttribute(QStringLiteral("title"), sayable(chapter.title));
        if (!chapter.url.isEmpty()) {
            writer.writeAttribute(QStringLiteral("href"), sayable(chapter.url));
        }
        if (!chapter.image.isEmpty()) {
            writer.writeAttribute(QStringLiteral("image"), sayable(chapter.image));
        }
    }
    writer.writeEndElement();
    writer.writeEndDocument();
    return document;
}

} // namespace app::feeds
