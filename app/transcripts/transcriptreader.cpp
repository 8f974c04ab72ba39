// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/transcriptreader.h"

#include "app/transcripts/internal/htmltranscript.h"
#include "app/transcripts/internal/jsontranscript.h"
#include "app/transcripts/internal/lyrics.h"
#include "app/transcripts/internal/plaintext.h"
#include "app/transcripts/internal/subrip.h"
#include "app/transcripts/internal/subviewer.h"
#include "app/transcripts/internal/table.h"
#include "app/transcripts/internal/textencoding.h"
#include "app/transcripts/internal/ttml.h"
#include "app/transcripts/internal/webvtt.h"

#include <algorithm>
#include <optional>

namespace app::transcripts {

using base::ErrorCode;
using base::unexpected;

namespace {

constexpr qsizetype largest = qsizetype{64} * 1024 * 1024;

/// Each line and each tag may become a value of its own; real transcripts have a hundredth of this.
constexpr qsizetype mostParts = 4'000'000;

bool hasTooManyParts(const QString &text)
{
    return std::count_if(
               text.cbegin(), text.cend(), [](QChar c) { return c == u'\n' || c == u'<'; })
           > mostParts;
}

bool hints(const QString &typeHint, QStringView what)
{
    return typeHint.contains(what, Qt::CaseInsensitive);
}

Format sniffText(const QString &text, const QString &typeHint)
{
    if (internal::isWebVtt(text))
        return Format::WebVtt;
    if (internal::isJson(text))
        return Format::Json;
    if (internal::isTtml(text))
        return Format::Ttml;
    if (internal::isTable(text))
        return Format::Table;
    if (internal::isSubRip(text))
        return Format::SubRip;
    if (internal::isSubViewer(text))
        return Format::SubViewer;
    if (internal::isHtml(text))
        return Format::Html;
    if (internal::isLyrics(text, hints(typeHint, u"lrc") || hints(typeHint, u"lyrics")))
        return Format::Lyrics;
    const bool opensList = text.startsWith(u'{') || text.startsWith(u'[');
    if (opensList && hints(typeHint, u"json"))
        return Format::Json;
    const bool tagged = text.contains(u'<') && text.contains(u'>');
    if (tagged && hints(typeHint, u"html"))
        return Format::Html;
    return Format::Plain;
}

base::Result<Transcript>
readText(const QString &text, Format format, const internal::KnownNames &known)
{
    switch (format) {
    case Format::WebVtt: {
        Transcript transcript = internal::readWebVtt(text, known);
        // Files that call themselves WebVTT but write times with commas are SubRip in all but name.
        return transcript.cues.empty() ? internal::readSubRip(text, known) : transcript;
    }
    case Format::SubRip:
        return internal::readSubRip(text, known);
    case Format::Json:
        return internal::readJson(text, known);
    case Format::Ttml:
        return internal::readTtml(text, known);
    case Format::SubViewer:
        return internal::readSubViewer(text, known);
    case Format::Lyrics:
        return internal::readLyrics(text, known);
    case Format::Table:
        return internal::readTable(text, known);
    case Format::Html:
        if (internal::holdsScript(text))
            return unexpected(ErrorCode::Unsupported,
                              QStringLiteral("this is a web page, not a transcript"));
        return internal::readHtmlTranscript(text, known);
    case Format::Plain:
        break;
    }
    return internal::readPlainText(text, known);
}

QString formatName(Format format)
{
    switch (format) {
    case Format::WebVtt:
        return QStringLiteral("WebVTT");
    case Format::SubRip:
        return QStringLiteral("SRT");
    case Format::Json:
        return QStringLiteral("JSON");
    case Format::Html:
        return QStringLiteral("HTML");
    case Format::Ttml:
        return QStringLiteral("TTML");
    case Format::SubViewer:
        return QStringLiteral("SBV");
    case Format::Lyrics:
        return QStringLiteral("LRC");
    case Format::Table:
    case Format::Plain:
        break;
    }
    return QStringLiteral("text");
}

} // namespace

Format sniffFormat(const QByteArray &bytes, const QString &typeHint)
{
    constexpr qsizetype looked = 256 * 1024;
    const std::optional<QString> text = internal::decodeText(bytes.left(looked));
    return text ? sniffText(*text, typeHint) : Format::Plain;
}

base::Result<Transcript>
readTranscript(const QByteArray &bytes, const QString &typeHint, const QStringList &knownNames)
{
    if (bytes.size() > largest)
        return unexpected(ErrorCode::TooLarge, QStringLiteral("the transcript is over 64 MB"));
    const std::optional<QString> text = internal::decodeText(bytes);
    if (!text)
        return unexpected(ErrorCode::Malformed, QStringLiteral("this is not a text file"));
    if (QStringView(*text).trimmed().isEmpty())
        return unexpected(ErrorCode::Malformed, QStringLiteral("the transcript is empty"));
    if (hasTooManyParts(*text))
        return unexpected(ErrorCode::TooLarge, QStringLiteral("the transcript has too many lines"));
    const Format format = sniffText(*text, typeHint);
    base::Result<Transcript> transcript = readText(*text, format, internal::KnownNames(knownNames));
    if (transcript && transcript->cues.empty())
        return unexpected(
            ErrorCode::Malformed,
            QStringLiteral("the %1 transcript holds nothing that is said").arg(formatName(format)));
    return transcript;
}

} // namespace app::transcripts
