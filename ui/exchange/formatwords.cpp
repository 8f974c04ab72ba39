// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/formatwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui::exchange {
namespace {

struct Words
{
    const char *format;
    const char *title;
    const char *explanation;
};

constexpr std::array<Words, 17> formatWords{{
    {"markdown",
     QT_TRANSLATE_NOOP("ExportFormat", "Markdown for Obsidian"),
     QT_TRANSLATE_NOOP("ExportFormat",
                       "One file per episode, with front matter, and a link back to each place.")},
    {"logseq",
     QT_TRANSLATE_NOOP("ExportFormat", "Logseq"),
     QT_TRANSLATE_NOOP("ExportFormat", "One page per episode; every note is a block of its own.")},
    {"org",
     QT_TRANSLATE_NOOP("ExportFormat", "Org mode"),
     QT_TRANSLATE_NOOP("ExportFormat", "One file per episode, for Emacs and other outliners.")},
    {"text",
     QT_TRANSLATE_NOOP("ExportFormat", "Plain text"),
     QT_TRANSLATE_NOOP("ExportFormat", "Words and times only; opens everywhere.")},
    {"html",
     QT_TRANSLATE_NOOP("ExportFormat", "Web page"),
     QT_TRANSLATE_NOOP("ExportFormat", "One page with all notes, to read, print or publish.")},
    {"pdf",
     QT_TRANSLATE_NOOP("ExportFormat", "PDF"),
     QT_TRANSLATE_NOOP("ExportFormat", "The web page, on paper.")},
    {"csv",
     QT_TRANSLATE_NOOP("ExportFormat", "Table (CSV)"),
     QT_TRANSLATE_NOOP("ExportFormat", "One row per note, for spreadsheets and statistics.")},
    {"readwise",
     QT_TRANSLATE_NOOP("ExportFormat", "Readwise"),
     QT_TRANSLATE_NOOP("ExportFormat", "A table that Readwise takes in. Nothing is sent.")},
    {"jsonl",
     QT_TRANSLATE_NOOP("ExportFormat", "Everything (JSON Lines)"),
     QT_TRANSLATE_NOOP("ExportFormat",
                       "Nothing is left out: to keep, or to take into another library.")},
    {"json",
     QT_TRANSLATE_NOOP("ExportFormat", "JSON"),
     QT_TRANSLATE_NOOP("ExportFormat", "One document for programs of your own.")},
    {"w3c",
     QT_TRANSLATE_NOOP("ExportFormat", "Web annotations (JSON-LD)"),
     QT_TRANSLATE_NOOP("ExportFormat", "The standard for annotations, for archives and research.")},
    {"anki",
     QT_TRANSLATE_NOOP("ExportFormat", "Anki cards"),
     QT_TRANSLATE_NOOP("ExportFormat",
                       "Import it into Anki; a second import updates the same cards.")},
    {"audacity",
     QT_TRANSLATE_NOOP("ExportFormat", "Audacity labels"),
     QT_TRANSLATE_NOOP("ExportFormat", "A label track for each episode's sound.")},
    {"vtt",
     QT_TRANSLATE_NOOP("ExportFormat", "WebVTT"),
     QT_TRANSLATE_NOOP("ExportFormat", "Highlights as captions, for video editors and the web.")},
    {"srt",
     QT_TRANSLATE_NOOP("ExportFormat", "SubRip (SRT)"),
     QT_TRANSLATE_NOOP("ExportFormat", "Highlights as subtitles.")},
    {"bibtex",
     QT_TRANSLATE_NOOP("ExportFormat", "BibTeX"),
     QT_TRANSLATE_NOOP("ExportFormat", "The episodes as references with times, for LaTeX.")},
    {"csl",
     QT_TRANSLATE_NOOP("ExportFormat", "Zotero (CSL JSON)"),
     QT_TRANSLATE_NOOP("ExportFormat",
                       "The episodes as references with times, for Zotero and others.")},
}};

const Words *find(const QString &format)
{
    const auto *const found =
        std::find_if(formatWords.begin(), formatWords.end(), [&format](const Words &words) {
            return format == QLatin1String(words.format);
        });
    return found == formatWords.end() ? nullptr : found;
}

} // namespace

QString formatTitle(const QString &format)
{
    const Words *const words = find(format);
    return words ? QCoreApplication::translate("ExportFormat", words->title) : format;
}

QString formatExplanation(const QString &format)
{
    const Words *const words = find(format);
    return words ? QCoreApplication::translate("ExportFormat", words->explanation) : QString();
}

} // namespace ui::exchange
