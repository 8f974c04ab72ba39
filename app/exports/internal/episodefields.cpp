// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/fields.h"
#include "app/exports/internal/notetexts.h"
#include "app/exports/internal/ownmarkdown.h"
#include "app/exports/internal/plaintext.h"
#include "app/exports/internal/seconds.h"
#include "app/exports/markdowntext.h"
#include "app/notes/tags.h"
#include "app/timestamps/timecode.h"

#include <QLocale>

#include <algorithm>

namespace app::exports::internal {

namespace {

using Source = const FieldSource &;
using enum FieldScope;
using enum FieldKind;

FieldValue line(Source source, const QString &text)
{
    return source.escaper->line(text);
}

FieldValue address(Source source, const QString &text)
{
    return source.escaper->address(webAddress(text));
}

FieldValue published(Source source, const QString &form)
{
    const QDateTime &date = source.group->episode.published;
    return date.isValid() ? QLocale::c().toString(date.toUTC().date(), form) : QString();
}

FieldValue yaml(const QString &text)
{
    return text.isEmpty() ? QString() : yamlString(text);
}

QStringList allTags(Source source)
{
    QStringList tags = {QStringLiteral("podcast")};
    if (source.options->tags) {
        for (const notes::Note *note : source.group->notes) {
            for (const QString &tag : note->tags)
                tags.append(markdownTag(notes::cleanTag(tag)));
        }
    }
    return notes::cleanTags(tags);
}

FieldValue tagsYaml(Source source)
{
    QStringList tags;
    for (const QString &tag : allTags(source))
        tags.append(yamlString(tag));
    return QString(u'[' + tags.join(QStringLiteral(", ")) + u']');
}

FieldValue tagNames(Source source)
{
    return source.escaper->line(allTags(source).join(QStringLiteral(", ")));
}

FieldValue firstCreated(Source source)
{
    QDateTime first;
    for (const notes::Note *note : source.group->notes) {
        if (note->created.isValid() && (!first.isValid() || note->created < first))
            first = note->created;
    }
    return utcText(first);
}

FieldValue noteCount(Source source)
{
    std::size_t count = 0;
    for (const NoteGroup &group : *source.groups)
        count += group.notes.size();
    return QString::number(count);
}

FieldValue durationTime(Source source)
{
    const auto &duration = source.group->episode.duration;
    return duration ? timestamps::formatTimecode(timestamps::MediaTime(*duration)) : QString();
}

FieldValue durationSeconds(Source source)
{
    const auto &duration = source.group->episode.duration;
    return duration ? QString::number(duration->count() / 1000) : QString();
}

constexpr FieldRow rows[] = {
    {"noteCount", Document, Text, u"how many notes the file holds", noteCount},
    {"episodeCount",
     Document,
     Text,
     u"of how many episodes",
     [](Source s) -> FieldValue {
         return QString::number(s.groups->size());
     }},
    {"episode",
     Episode,
     Text,
     u"the episode's title",
     [](Source s) {
         return line(s, episodeTitle(s.group->episode));
     }},
    {"episodeYaml",
     Episode,
     Text,
     u"the same as a YAML string in quotes",
     [](Source s) {
         return yaml(episodeTitle(s.group->episode));
     }},
    {"podcast",
     Episode,
     Text,
     u"the podcast's title",
     [](Source s) {
         return line(s, s.group->episode.podcastTitle);
     }},
    {"podcastYaml",
     Episode,
     Text,
     u"the same as a YAML string in quotes",
     [](Source s) {
         return yaml(s.group->episode.podcastTitle);
     }},
    {"episodeLink",
     Episode,
     Text,
     u"the address of the episode's page",
     [](Source s) {
         return address(s, s.group->episode.link);
     }},
    {"episodeLinkYaml",
     Episode,
     Text,
     u"the same as a YAML string in quotes",
     [](Source s) {
         return yaml(webAddress(s.group->episode.link));
     }},
    {"feed",
     Episode,
     Text,
     u"the address of the podcast's feed",
     [](Source s) {
         return address(s, s.group->episode.feedUrl);
     }},
    {"audioLink",
     Episode,
     Text,
     u"the address of the episode's sound",
     [](Source s) {
         return address(s, s.group->episode.enclosureUrl);
     }},
    {"guid",
     Episode,
     Text,
     u"the episode's name for programs",
     [](Source s) {
         return line(s, s.group->episode.episodeGuid);
     }},
    {"guidYaml",
     Episode,
     Text,
     u"the same as a YAML string in quotes",
     [](Source s) {
         return yaml(s.group->episode.episodeGuid);
     }},
    {"published",
     Episode,
     Text,
     u"the day the episode came out: 2024-04-02",
     [](Source s) {
         return published(s, QStringLiteral("yyyy-MM-dd"));
     }},
    {"publishedYear",
     Episode,
     Text,
     u"the year: 2024",
     [](Source s) {
         return published(s, QStringLiteral("yyyy"));
     }},
    {"publishedLong",
     Episode,
     Text,
     u"the day in English words: 2 April 2024",
     [](Source s) {
         return published(s, QStringLiteral("d MMMM yyyy"));
     }},
    {"duration", Episode, Text, u"how long the episode is: 25:38", durationTime},
    {"durationSeconds", Episode, Text, u"the same in whole seconds: 1538", durationSeconds},
    {"firstCreated",
     Episode,
     Text,
     u"when the episode's first note was made: 2026-11-21T10:01:00Z",
     firstCreated},
    {"episodeNoteCount",
     Episode,
     Text,
     u"how many of the notes are of this episode",
     [](Source s) -> FieldValue {
         return QString::number(s.group->notes.size());
     }},
    {"episodeTagsYaml",
     Episode,
     Text,
     u"\"podcast\" and all tags of the notes as a YAML list",
     tagsYaml},
    {"episodeTags", Episode, Text, u"the same with commas between", tagNames},
    {"firstEpisode",
     Episode,
     Flag,
     u"the episode is the first of the file",
     [](Source s) -> FieldValue {
         return s.groupIndex == 0;
     }},
    {"lastEpisode",
     Episode,
     Flag,
     u"the episode is the last of the file",
     [](Source s) -> FieldValue {
         return s.groupIndex + 1 == s.groups->size();
     }},
};

} // namespace

std::span<const FieldRow> episodeFields()
{
    return rows;
}

} // namespace app::exports::internal
