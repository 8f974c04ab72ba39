// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/values.h"
#include "app/feeds/feeddate.h"
#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "app/notes/capture.h"
#include "app/notes/quotecontext.h"
#include "app/notes/tags.h"
#include "app/session/anchorsource.h"
#include "app/session/notebook.h"
#include "app/session/notemarks.h"
#include "app/session/spokennote.h"
#include "app/session/transcriptservice.h"
#include "app/timestamps/timecode.h"

namespace app::cli {
namespace {

using timestamps::MediaTime;

/// The options that say what a note is to be.
struct NoteWords
{
    std::optional<MediaTime> at;
    std::optional<MediaTime> until;
    std::optional<QString> text;
    std::optional<QString> quote;
    std::optional<QStringList> tags;
};

QList<QCommandLineOption> noteOptions()
{
    return {
        {QStringLiteral("at"), QStringLiteral("where it begins"), QStringLiteral("TIME")},
        {QStringLiteral("until"), QStringLiteral("where it ends"), QStringLiteral("TIME")},
        {QStringLiteral("text"), QStringLiteral("the note, in Markdown"), QStringLiteral("TEXT")},
        {QStringLiteral("quote"), QStringLiteral("the words it is about"), QStringLiteral("TEXT")},
        {QStringLiteral("tag"), QStringLiteral("a tag; may be repeated"), QStringLiteral("TAG")}};
}

base::Result<NoteWords> readWords(const QCommandLineParser &parser)
{
    NoteWords words;
    for (const auto &[name, target] : {std::pair(QStringLiteral("at"), &words.at),
                                       std::pair(QStringLiteral("until"), &words.until)}) {
        if (parser.isSet(name)) {
            *target = timestamps::parseTimecode(parser.value(name));
            if (!*target) {
                return base::unexpected(
                    base::ErrorCode::Malformed,
                    QStringLiteral("\"%1\" is not a time").arg(parser.value(name)));
            }
        }
    }
    if (parser.isSet(QStringLiteral("text"))) {
        words.text = parser.value(QStringLiteral("text"));
    }
    if (parser.isSet(QStringLiteral("quote"))) {
        words.quote = parser.value(QStringLiteral("quote"));
    }
    if (parser.isSet(QStringLiteral("tag"))) {
        words.tags = parser.values(QStringLiteral("tag"));
    }
    if (words.at && words.until && *words.until < *words.at) {
        return base::unexpected(base::ErrorCode::Malformed,
                                QStringLiteral("the note's end lies before its start"));
    }
    return words;
}

/// The quote with its surroundings, where a kept transcript has these words.
notes::Anchor anchorOf(Context &context, const library::Episode &episode, const QString &quote)
{
    notes::Anchor anchor;
    anchor.quote = quote;
    if (quote.isEmpty() || !episode.row.hasTranscript) {
        return anchor;
    }
    const auto loaded = context.await((*context.session())->transcripts().load(episode));
    if (!loaded) {
        return anchor;
    }
    const qsizetype offset = notes::locateAnchor(loaded->reading.text, anchor);
    if (offset < 0) {
        return anchor;
    }
    return session::anchorIn(*loaded, offset, quote.size());
}

Outcome noteOutcome(const base::Result<notes::Note> &note)
{
    if (!note) {
        return note.error();
    }
    return {noteValue(*note), noteLine(*note)};
}

/// The episode that was heard last, or is being heard: its position is kept every second.
base::Result<library::Episode> heardEpisode(Context &context)
{
    const auto session = context.session();
    if (!session) {
        return base::unexpected(session.error());
    }
    return context.await((*session)->library().read([](library::Connection &connection) {
        library::EpisodeStore store(connection);
        library::EpisodeFilter filter;
        filter.state = library::EpisodeFilter::State::Heard;
        const auto rows = store.page(filter, 0, 1);
        if (!rows) {
            return base::Result<library::Episode>(base::unexpected(rows.error()));
        }
        if (rows->empty()) {
            return base::Result<library::Episode>(base::unexpected(
                base::ErrorCode::NotFound, QStringLiteral("nothing has been played yet")));
        }
        return store.get(rows->front().id);
    }));
}

/// What was just heard, from sentence to sentence where there is a transcript.
session::NewNote lookBack(Context &context, const library::Episode &episode)
{
    std::optional<session::LoadedTranscript> transcript;
    if (episode.row.hasTranscript) {
        if (auto loaded = context.await((*context.session())->transcripts().load(episode))) {
            transcript = *std::move(loaded);
        }
    }
    notes::Speech speech;
    if (transcript) {
        speech.sentences = session::spokenSentences(transcript->reading);
    }
    const auto range =
        notes::markRange(episode.row.position, session::NoteMarks::usualBack, speech);
    return session::spokenNote(episode.row.id, range, transcript ? &*transcript : nullptr);
}

Outcome add(Context &context, const QCommandLineParser &parser)
{
    const auto words = readWords(parser);
    if (!words) {
        return Outcome::usage(words.error().detail);
    }
    const bool named = !parser.positionalArguments().isEmpty();
    if (!words->at && (named || words->until || words->quote)) {
        return Outcome::usage(QStringLiteral("note add needs --at TIME"));
    }
    const auto episode = named ? findEpisode(context, parser.positionalArguments().constFirst())
                               : heardEpisode(context);
    if (!episode) {
        return episode.error();
    }
    if (!words->at) {
        session::NewNote heard = lookBack(context, *episode);
        heard.text = words->text.value_or(QString());
        heard.tags = words->tags.value_or(QStringList());
        return noteOutcome(context.await((*context.session())->notebook().add(heard)));
    }
    session::NewNote note;
    note.episode = episode->row.id;
    note.start = *words->at;
    note.end = words->until;
    note.text = words->text.value_or(QString());
    note.tags = words->tags.value_or(QStringList());
    note.anchor = anchorOf(context, *episode, words->quote.value_or(QString()));
    return noteOutcome(context.await((*context.session())->notebook().add(note)));
}

base::Result<notes::Note> findNote(Context &context, const QString &words)
{
    const auto session = context.session();
    if (!session) {
        return base::unexpected(session.error());
    }
    return context.await((*session)->notebook().find(words));
}

Outcome edit(Context &context, const QCommandLineParser &parser)
{
    const auto words = readWords(parser);
    if (!words) {
        return Outcome::usage(words.error().detail);
    }
    session::NoteEdit wanted;
    wanted.start = words->at;
    wanted.text = words->text;
    wanted.tags = words->tags;
    wanted.quote = words->quote;
    if (words->until) {
        wanted.end = words->until;
    }
    if (!words->at && !words->until && !words->text && !words->quote && !words->tags) {
        return Outcome::usage(QStringLiteral("note edit needs something to change"));
    }
    const auto note = findNote(context, parser.positionalArguments().constFirst());
    if (!note) {
        return note.error();
    }
    return noteOutcome(context.await((*context.session())->notebook().edit(note->id, wanted)));
}

Outcome remove(Context &context, const QCommandLineParser &parser)
{
    const auto note = findNote(context, parser.positionalArguments().constFirst());
    if (!note) {
        return note.error();
    }
    return noteOutcome(context.await((*context.session())->notebook().remove(note->id)));
}

Outcome restore(Context &context, const QCommandLineParser &parser)
{
    const auto note = findNote(context, parser.positionalArguments().constFirst());
    if (!note) {
        return note.error();
    }
    return noteOutcome(context.await((*context.session())->notebook().restore(note->id)));
}

Outcome list(Context &context, const QCommandLineParser &parser)
{
    library::NoteFilter filter;
    filter.tag = notes::cleanTag(parser.value(QStringLiteral("tag")));
    if (parser.isSet(QStringLiteral("since"))) {
        filter.since = feeds::readFeedDate(parser.value(QStringLiteral("since")));
        if (!filter.since.isValid()) {
            return Outcome::usage(
                QStringLiteral("\"%1\" is not a date").arg(parser.value(QStringLiteral("since"))));
        }
    }
    if (!parser.positionalArguments().isEmpty()) {
        const auto episode = findEpisode(context, parser.positionalArguments().constFirst());
        if (!episode) {
            return episode.error();
        }
        filter.episode = episode->row.id;
    }
    const auto session = context.session();
    if (!session) {
        return session.error();
    }
    const auto notes = context.await((*session)->notebook().list(filter));
    if (!notes) {
        return notes.error();
    }
    QJsonArray array;
    QStringList lines;
    for (const notes::Note &note : *notes) {
        array.append(noteValue(note));
        lines += noteLine(note);
    }
    return {array, lines.join(QLatin1Char('\n'))};
}

Command noteCommand(const QString &word,
                    const QString &arguments,
                    const QString &summary,
                    const QList<QCommandLineOption> &options,
                    Outcome (*run)(Context &, const QCommandLineParser &),
                    int fewest = 1)
{
    return {
        .name = QStringLiteral("note ") + word,
        .arguments = arguments,
        .summary = summary,
        .options = options,
        .fewest = fewest,
        .most = 1,
        .run = run,
    };
}

} // namespace

Command noteAddCommand()
{
    return noteCommand(QStringLiteral("add"),
                       QStringLiteral("[EPISODE --at TIME] [--until TIME] [--text TEXT] "
                                      "[--quote TEXT] [--tag TAG]..."),
                       QStringLiteral("add a note; without a place, of what was just heard"),
                       noteOptions(),
                       add,
                       0);
}

Command noteEditCommand()
{
    return noteCommand(QStringLiteral("edit"),
                       QStringLiteral("ID [--at TIME] [--until TIME] [--text TEXT] "
                                      "[--quote TEXT] [--tag TAG]..."),
                       QStringLiteral("change a note"),
                       noteOptions(),
                       edit);
}

Command noteDeleteCommand()
{
    return noteCommand(QStringLiteral("delete"),
                       QStringLiteral("ID"),
                       QStringLiteral("delete a note; it can be restored for 30 days"),
                       {},
                       remove);
}

Command noteRestoreCommand()
{
    return noteCommand(QStringLiteral("restore"),
                       QStringLiteral("ID"),
                       QStringLiteral("bring a deleted note back"),
                       {},
                       restore);
}

Command notesCommand()
{
    return {
        .name = QStringLiteral("notes"),
        .arguments = QStringLiteral("[EPISODE] [--tag TAG] [--since DATE]"),
        .summary = QStringLiteral("list notes"),
        .options = {{QStringLiteral("tag"),
                     QStringLiteral("only those with this tag"),
                     QStringLiteral("TAG")},
                    {QStringLiteral("since"),
                     QStringLiteral("only those changed since"),
                     QStringLiteral("DATE")}},
        .fewest = 0,
        .most = 1,
        .run = list,
    };
}

} // namespace app::cli
