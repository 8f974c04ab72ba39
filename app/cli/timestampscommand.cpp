// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/values.h"
#include "app/session/shownotes.h"
#include "app/timestamps/timecode.h"

namespace app::cli {
namespace {

constexpr qint64 largestText = 64LL << 20;

/// Counts code points up to growing UTF-16 offsets, each once.
class CodePointCounter final
{
public:
    explicit CodePointCounter(const QString &text)
        : m_text(text)
    {}

    qint64 upTo(qsizetype offset)
    {
        for (; m_at < offset; ++m_at) {
            // A low surrogate after its high one is the second half of one code point.
            const bool secondHalf =
                m_at > 0 && m_text[m_at].isLowSurrogate() && m_text[m_at - 1].isHighSurrogate();
            m_count += secondHalf ? 0 : 1;
        }
        return m_count;
    }

private:
    const QString &m_text;
    qsizetype m_at = 0;
    qint64 m_count = 0;
};

Outcome run(Context &, const QCommandLineParser &parser)
{
    std::optional<timestamps::Duration> duration;
    if (parser.isSet(QStringLiteral("duration"))) {
        const auto read = timestamps::parseTimecode(parser.value(QStringLiteral("duration")));
        if (!read) {
            return Outcome::usage(QStringLiteral("\"%1\" is not a time")
                                      .arg(parser.value(QStringLiteral("duration"))));
        }
        duration = read->sinceStart();
    }
    const QStringList arguments = parser.positionalArguments();
    const auto bytes = readInput(arguments.value(0, QStringLiteral("-")), largestText);
    if (!bytes) {
        return bytes.error();
    }
    timestamps::AnnotatedText text;
    if (parser.isSet(QStringLiteral("html"))) {
        text = session::annotate(markup::readHtml(decodeText(*bytes)));
    } else {
        text.text = decodeText(*bytes);
    }
    QJsonArray places;
    QStringList lines;
    CodePointCounter counter(text.text);
    for (const timestamps::Timestamp &place : timestamps::readTimestamps(text, duration)) {
        const QString written = text.text.mid(place.span.offset, place.span.length);
        const bool other = place.recording == timestamps::Recording::Other;
        const bool unsure = place.certainty == timestamps::Certainty::Unsure;
        const qint64 begin = counter.upTo(place.span.offset);
        const qint64 end = counter.upTo(place.span.offset + place.span.length);
        places.append(QJsonObject{
            {QStringLiteral("start"), secondsValue(place.start)},
            {QStringLiteral("end"), secondsValue(place.end)},
            {QStringLiteral("text"), written},
            {QStringLiteral("offset"), begin},
            {QStringLiteral("length"), end - begin},
            {QStringLiteral("recording"), other ? QStringLiteral("other") : QStringLiteral("this")},
            {QStringLiteral("certainty"),
             unsure ? QStringLiteral("unsure") : QStringLiteral("sure")},
        });
        lines += QStringLiteral("%1\t%2%3%4")
                     .arg(timestamps::formatTimecode(place.start),
                          written,
                          other ? QStringLiteral("\tanother recording") : QString(),
                          unsure ? QStringLiteral("\tunsure") : QString());
    }
    return {places, lines.join(QLatin1Char('\n'))};
}

} // namespace

Command timestampsCommand()
{
    return {
        .name = QStringLiteral("timestamps"),
        .arguments = QStringLiteral("[FILE or -]"),
        .summary = QStringLiteral("find the places in a recording that a text names"),
        .options = {{QStringLiteral("duration"),
                     QStringLiteral("length of the recording"),
                     QStringLiteral("TIME")},
                    {QStringLiteral("html"), QStringLiteral("the text is HTML")}},
        .fewest = 0,
        .most = 1,
        .run = run,
    };
}

} // namespace app::cli
