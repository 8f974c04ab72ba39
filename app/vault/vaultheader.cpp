// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vaultheader.h"

#include "app/exports/deeplink.h"
#include "app/exports/markdowntext.h"
#include "app/notes/tags.h"
#include "app/vault/internal/vaulttext.h"
#include "app/vault/vaultfile.h"

#include <QCryptographicHash>

#include <algorithm>

namespace app::vault {

using exports::yamlString;
using notes::Note;

namespace {

constexpr QStringView keyProperty = u"earmark-id";
// Together these stay below longestFrontMatter, however much of a value has to be escaped.
constexpr qsizetype longestValue = 500;
constexpr qsizetype mostTags = 100;
constexpr qsizetype longestFrontMatter = 32'768;

QString tagList(const std::vector<const Note *> &notes)
{
    QStringList tags;
    for (const Note *note : notes)
        tags += vaultNote(*note).tags;
    std::sort(tags.begin(), tags.end());
    const QStringList all = notes::cleanTags(QStringList(QStringLiteral("podcast")) + tags);
    QStringList quoted;
    for (const QString &tag : all.mid(0, mostTags))
        quoted.append(yamlString(tag));
    return u'[' + quoted.join(QStringLiteral(", ")) + u']';
}

QString firstCreated(const std::vector<const Note *> &notes)
{
    QDateTime first;
    for (const Note *note : notes) {
        if (note->created.isValid() && (!first.isValid() || note->created < first))
            first = note->created;
    }
    return first.isValid() ? first.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ") : QString();
}

QStringView propertyName(QStringView line)
{
    const qsizetype colon = line.indexOf(u':');
    const bool nested = !line.isEmpty() && line.front().isSpace();
    return colon < 0 || nested ? QStringView() : line.first(colon);
}

qsizetype indexOfProperty(const QStringList &lines, QStringView name)
{
    const auto found = std::find_if(lines.begin(), lines.end(), [name](const QString &line) {
        return propertyName(line) == name;
    });
    return found == lines.end() ? -1 : found - lines.begin();
}

/// The value of a property of one line, without quotes.
QString valueOf(const QStringList &lines, QStringView name)
{
    const qsizetype at = indexOfProperty(lines, name);
    if (at < 0)
        return {};
    QStringView value = QStringView(lines[at]).sliced(name.size() + 1).trimmed();
    const bool quoted = value.size() >= 2 && value.front() == value.back()
                        && (value.front() == u'"' || value.front() == u'\'');
    return (quoted ? value.sliced(1, value.size() - 2) : value).toString();
}

/// The lines between those of three dashes.
QStringList propertiesOf(QStringView text, qsizetype end)
{
    QStringList lines = text.first(end).toString().split(u'\n');
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines.size() < 2 ? QStringList() : QStringList(lines.mid(1, lines.size() - 2));
}

void update(QStringList &lines, const QStringList &base, const QStringList &ours)
{
    for (const QString &line : ours) {
        const QStringView name = propertyName(line);
        const qsizetype inBase = indexOfProperty(base, name);
        if (inBase >= 0 && base[inBase] == line)
            continue;
        const qsizetype old = inBase < 0 ? -1 : lines.indexOf(base[inBase]);
        if (old >= 0)
            lines[old] = line;
        else if (inBase < 0 && indexOfProperty(lines, name) < 0)
            lines.append(line);
    }
}

QString frontMatterOf(const QStringList &properties)
{
    return u"---\n" + properties.join(u'\n') + u"\n---\n";
}

bool isKey(const QString &text)
{
    constexpr qsizetype length = 40;
    return text.size() == length && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

} // namespace

QString episodeKey(const notes::EpisodeRef &episode)
{
    const QString link = exports::deepLink(episode, timestamps::MediaTime());
    return QString::fromLatin1(
        QCryptographicHash::hash(link.section(u'?', 0, 0).toUtf8(), QCryptographicHash::Sha1)
            .toHex());
}

const notes::EpisodeRef &currentRef(const std::vector<const Note *> &notes)
{
    const auto newest =
        std::max_element(notes.begin(), notes.end(), [](const Note *a, const Note *b) {
            const qint64 atA = a->modified.isValid() ? a->modified.toMSecsSinceEpoch() : 0;
            const qint64 atB = b->modified.isValid() ? b->modified.toMSecsSinceEpoch() : 0;
            return atA != atB ? atA < atB : a->id < b->id;
        });
    return (*newest)->episodeRef;
}

VaultHeader headerOf(const QString &key, const std::vector<const Note *> &notes)
{
    const notes::EpisodeRef &episode = currentRef(notes);
    VaultHeader header;
    const auto add = [&header](QStringView name, const QString &value) {
        if (!value.isEmpty())
            header.properties.append(internal::storable(name + u": " + value));
    };
    const auto addText = [&add](QStringView name, const QString &text) {
        add(name, text.isEmpty() ? QString() : yamlString(text.left(longestValue)));
    };
    const QString title = episode.episodeTitle.simplified().left(longestValue);
    const QString shown = title.isEmpty() ? QStringLiteral("Untitled episode") : title;
    addText(u"title", shown);
    add(u"type", QStringLiteral("podcast-episode"));
    addText(u"podcast", episode.podcastTitle);
    if (episode.published.isValid())
        add(u"published", episode.published.toUTC().toString(u"yyyy-MM-dd"));
    addText(u"url", episode.link);
    addText(u"guid", episode.episodeGuid);
    if (episode.duration)
        add(u"duration", QString::number(episode.duration->count() / 1000));
    add(u"tags", tagList(notes));
    add(u"created", firstCreated(notes));
    add(u"source", QStringLiteral("earmark"));
    addText(keyProperty, key);
    header.title = u"# " + internal::storable(exports::escapedLine(shown));
    return header;
}

QString headerText(const VaultHeader &header)
{
    return frontMatterOf(header.properties) + u'\n' + header.title + u'\n';
}

QString updatedHeader(const QString &text, const VaultHeader &base, const VaultHeader &ours)
{
    const qsizetype end = endOfFrontMatter(text);
    QString rest = text.sliced(end);
    QString front = text.first(end);
    if (end > 0) {
        QStringList lines = propertiesOf(text, end);
        const QStringList before = lines;
        update(lines, base.properties, ours.properties);
        if (lines != before)
            front = frontMatterOf(lines);
    }
    if (base.title != ours.title && !base.title.isEmpty()) {
        QStringList lines = rest.split(u'\n');
        if (const qsizetype at = lines.indexOf(base.title); at >= 0) {
            lines[at] = ours.title;
            rest = lines.join(u'\n');
        }
    }
    return front + rest;
}

QString keyOfFile(QByteArrayView start)
{
    QString text = QString::fromUtf8(start);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    const QStringList lines = propertiesOf(text, endOfFrontMatter(text));
    const QString key = valueOf(lines, keyProperty);
    const bool ours = valueOf(lines, u"source") == u"earmark" && isKey(key);
    return ours ? key : QString();
}

qsizetype endOfFrontMatter(QStringView text)
{
    if (!text.startsWith(u"---\n"))
        return 0;
    const qsizetype last =
        text.first(std::min(longestFrontMatter, text.size())).indexOf(u"\n---", 3);
    if (last < 0)
        return 0;
    const qsizetype end = last + 4;
    if (end == text.size())
        return end;
    return text[end] == u'\n' ? end + 1 : 0;
}

} // namespace app::vault
