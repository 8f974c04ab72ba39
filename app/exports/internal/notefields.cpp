// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/citation.h"
#include "app/exports/deeplink.h"
#include "app/exports/internal/fields.h"
#include "app/exports/internal/notecolors.h"
#include "app/exports/internal/notetexts.h"
#include "app/exports/internal/plaintext.h"
#include "app/exports/internal/seconds.h"
#include "app/notes/tags.h"
#include "app/timestamps/timecode.h"

#include <algorithm>
#include <unordered_map>

namespace app::exports::internal {

namespace {

using Source = const FieldSource &;
using enum FieldScope;
using enum FieldKind;
using timestamps::formatTimecode;

QStringList quoteLines(Source source)
{
    QStringList lines;
    for (const QString &line : plainLines(source.note->anchor.quote)) {
        if (QString escaped = source.escaper->line(line); !escaped.isEmpty())
            lines.append(std::move(escaped));
    }
    return lines;
}

QString joined(Source source, const QStringList &lines)
{
    return lines.join(QStringView(source.escaper->lineBreak));
}

QStringList tagsOf(Source source)
{
    return source.options->tags ? notes::cleanTags(source.note->tags) : QStringList();
}

FieldValue tags(Source source)
{
    QStringList tags = tagsOf(source);
    for (QString &tag : tags)
        tag = source.escaper->line(tag);
    return tags;
}

FieldValue tagNames(Source source)
{
    return source.escaper->line(tagsOf(source).join(QStringLiteral(", ")));
}

FieldValue seconds(std::optional<timestamps::MediaTime> place)
{
    return place ? secondsText(place->ms()) : QString();
}

FieldValue clip(Source source)
{
    return source.escaper->path(source.options->clips.value(source.note->id));
}

FieldValue color(Source source)
{
    return source.escaper->line(shownColor(*source.note, *source.options));
}

FieldValue colorId(Source source)
{
    return source.options->colors ? notes::colorName(source.note->color) : QString();
}

FieldValue cited(Source source, CitationStyle style)
{
    return source.escaper->line(citation(*source.note, style));
}

FieldValue referenced(Source source, CitationStyle style)
{
    return source.escaper->line(reference(source.note->episodeRef, style));
}

bool isSaid(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
}

constexpr FieldRow rows[] = {
    {"id",
     Note,
     Text,
     u"the note's name for ever, a UUID",
     [](Source s) -> FieldValue {
         return s.escaper->line(s.note->id.text());
     }},
    {"blockId",
     Note,
     Text,
     u"a short name, unique within the episode: h-0192f3a1",
     [](Source s) -> FieldValue {
         return s.group->blockIds.value(s.note->id.text());
     }},
    {"title",
     Note,
     Text,
     u"the first words of the quote, or of the text",
     [](Source s) -> FieldValue {
         return s.escaper->line(shortTitle(*s.note));
     }},
    {"time",
     Note,
     Text,
     u"where it begins: 4:30",
     [](Source s) -> FieldValue {
         return formatTimecode(s.note->start);
     }},
    {"endTime",
     Note,
     Text,
     u"where it ends; empty for a moment",
     [](Source s) -> FieldValue {
         return isRange(*s.note) ? formatTimecode(*s.note->end) : QString();
     }},
    {"range",
     Note,
     Text,
     u"both, 4:30–4:45, or the moment",
     [](Source s) -> FieldValue {
         return timeRange(*s.note);
     }},
    {"clock",
     Note,
     Text,
     u"where it begins, always as 00:04:30",
     [](Source s) -> FieldValue {
         return clockTime(s.note->start);
     }},
    {"seconds",
     Note,
     Text,
     u"where it begins, in seconds: 270.5",
     [](Source s) {
         return seconds(s.note->start);
     }},
    {"endSeconds",
     Note,
     Text,
     u"where it ends, in seconds; empty for a moment",
     [](Source s) {
         return seconds(s.note->end);
     }},
    {"quote",
     Note,
     Text,
     u"what was said, with the format's line breaks",
     [](Source s) -> FieldValue {
         return joined(s, quoteLines(s));
     }},
    {"quoteLines",
     Note,
     List,
     u"its lines",
     [](Source s) -> FieldValue {
         return quoteLines(s);
     }},
    {"hasQuote",
     Note,
     Flag,
     u"something was quoted",
     [](Source s) -> FieldValue {
         return isSaid(s.note->anchor.quote);
     }},
    {"speaker",
     Note,
     Text,
     u"who said it",
     [](Source s) -> FieldValue {
         return s.escaper->line(s.note->anchor.speaker);
     }},
    {"text",
     Note,
     Text,
     u"what the listener wrote, with the format's line breaks",
     [](Source s) -> FieldValue {
         return joined(s, s.escaper->ownLines(s.note->text));
     }},
    {"textLines",
     Note,
     List,
     u"its lines",
     [](Source s) -> FieldValue {
         return s.escaper->ownLines(s.note->text);
     }},
    {"hasText",
     Note,
     Flag,
     u"something was written",
     [](Source s) -> FieldValue {
         return isSaid(s.note->text);
     }},
    {"tags", Note, List, u"the tags", tags},
    {"tagNames", Note, Text, u"the tags with commas between", tagNames},
    {"tagLine",
     Note,
     Text,
     u"the tags as the format has tags: #one #two",
     [](Source s) -> FieldValue {
         return s.escaper->tagLine(tagsOf(s));
     }},
    {"color",
     Note,
     Text,
     u"the colour by the user's name for it; empty for yellow without one",
     color},
    {"colorId", Note, Text, u"yellow, green, blue, red or violet", colorId},
    {"starred",
     Note,
     Flag,
     u"the note has a star",
     [](Source s) -> FieldValue {
         return s.note->starred;
     }},
    {"unsure",
     Note,
     Flag,
     u"the quote's words changed and its place wants a look",
     [](Source s) -> FieldValue {
         return s.note->anchor.state == notes::AnchorState::Approximate;
     }},
    {"created",
     Note,
     Text,
     u"when it was made: 2026-11-21T10:01:00Z",
     [](Source s) -> FieldValue {
         return utcText(s.note->created);
     }},
    {"modified",
     Note,
     Text,
     u"when it was last changed",
     [](Source s) -> FieldValue {
         return utcText(s.note->modified);
     }},
    {"link",
     Note,
     Text,
     u"the earmark: address that plays from there",
     [](Source s) -> FieldValue {
         return s.escaper->address(deepLink(*s.note));
     }},
    {"clip", Note, Text, u"the path of its sound beside the file, when clips are written", clip},
    {"citationApa",
     Note,
     Text,
     u"what stands behind a quotation by APA 7",
     [](Source s) {
         return cited(s, CitationStyle::Apa);
     }},
    {"citationMla",
     Note,
     Text,
     u"what stands behind a quotation by MLA 9",
     [](Source s) {
         return cited(s, CitationStyle::Mla);
     }},
    {"referenceApa",
     Note,
     Text,
     u"the episode in a list of references by APA 7",
     [](Source s) {
         return referenced(s, CitationStyle::Apa);
     }},
    {"referenceMla",
     Note,
     Text,
     u"the episode in a list of works cited by MLA 9",
     [](Source s) {
         return referenced(s, CitationStyle::Mla);
     }},
    {"firstNote",
     Note,
     Flag,
     u"the note is the first of its episode",
     [](Source s) -> FieldValue {
         return s.noteIndex == 0;
     }},
    {"lastNote",
     Note,
     Flag,
     u"the note is the last of its episode",
     [](Source s) -> FieldValue {
         return s.noteIndex + 1 == s.group->notes.size();
     }},
};

} // namespace

std::span<const FieldRow> noteFields()
{
    return rows;
}

const FieldRow *findField(std::string_view name)
{
    using Index = std::unordered_map<std::string_view, const FieldRow *>;
    static const Index index = [] {
        Index made;
        for (const std::span<const FieldRow> fields : {episodeFields(), noteFields()}) {
            for (const FieldRow &row : fields)
                made.emplace(row.name, &row);
        }
        return made;
    }();
    const auto found = index.find(name);
    return found == index.end() ? nullptr : found->second;
}

} // namespace app::exports::internal
