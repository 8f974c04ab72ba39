// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/exporter.h"

#include "app/exports/internal/formats.h"
#include "app/exports/internal/templatefiles.h"
#include "app/exports/jsonlines.h"
#include "app/exports/notetemplate.h"

#include <algorithm>

namespace app::exports {

using base::ErrorCode;
using base::Result;
using base::unexpected;
using internal::NoteCounter;
using internal::NoteGroup;

namespace {

using Files = std::vector<ExportedFile>;

struct FormatRow
{
    ExportFormat format;
    internal::FormatWriter writer =
        nullptr; ///< null when it is made from a template, or all its own
};

const std::vector<FormatRow> &rows()
{
    const auto make = [] {
        const auto row = [](const char16_t *id,
                            const char16_t *suffix,
                            bool perEpisode,
                            bool isText,
                            internal::FormatWriter writer) {
            return FormatRow{
                {QString::fromUtf16(id), QString::fromUtf16(suffix), perEpisode, isText}, writer};
        };
        return std::vector<FormatRow>{
            row(u"markdown", u"md", true, true, nullptr),
            row(u"logseq", u"md", true, true, nullptr),
            row(u"org", u"org", false, true, nullptr),
            row(u"text", u"txt", false, true, nullptr),
            row(u"html", u"html", false, true, nullptr),
            row(u"pdf", u"pdf", false, false, nullptr),
            row(u"csv", u"csv", false, false, internal::writeCsv),
            row(u"readwise", u"csv", false, false, internal::writeReadwise),
            row(u"jsonl", u"jsonl", false, false, nullptr),
            row(u"json", u"json", false, false, internal::writeJson),
            row(u"w3c", u"jsonld", false, false, internal::writeWebAnnotations),
            row(u"anki", u"tsv", false, false, internal::writeAnki),
            row(u"audacity", u"txt", true, false, internal::writeAudacity),
            row(u"vtt", u"vtt", true, false, internal::writeVtt),
            row(u"srt", u"srt", true, false, internal::writeSrt),
            row(u"bibtex", u"bib", false, false, internal::writeBibtex),
            row(u"csl", u"json", false, false, internal::writeCsl)};
    };
    static const std::vector<FormatRow> all = make();
    return all;
}

const FormatRow *findRow(const QString &id)
{
    const auto found = std::find_if(
        rows().begin(), rows().end(), [&id](const FormatRow &row) { return row.format.id == id; });
    return found == rows().end() ? nullptr : &*found;
}

base::Unexpected noSuchFormat(const QString &id)
{
    return unexpected(ErrorCode::NotFound,
                      QStringLiteral("there is no export format \"%1\"").arg(id.left(40)));
}

Result<internal::ParsedTemplate> parsedFor(const ExportFormat &format, const QString &text)
{
    return internal::parseTemplate(text.toStdString(),
                                   format.perEpisode ? FieldScope::Episode : FieldScope::Document);
}

/// One file of one group each, or one file of all.
template <typename Write>
Result<Files> filesOf(const std::vector<NoteGroup> &groups, const ExportFormat &format, Write write)
{
    Files files;
    if (!format.perEpisode) {
        Result<QByteArray> bytes = write(groups);
        if (!bytes)
            return unexpected(bytes.error());
        files.push_back({u"Podcast notes." + format.fileSuffix, std::move(*bytes)});
        return files;
    }
    const QStringList names = internal::fileNamesOf(groups, format.fileSuffix);
    for (std::size_t at = 0; at < groups.size(); ++at) {
        Result<QByteArray> bytes = write(std::vector<NoteGroup>{groups[at]});
        if (!bytes)
            return unexpected(bytes.error());
        files.push_back({names[qsizetype(at)], std::move(*bytes)});
    }
    return files;
}

Result<Files> fromTemplate(const std::vector<NoteGroup> &groups,
                           const ExportFormat &format,
                           const ExportOptions &options,
                           NoteCounter &counter)
{
    const QString text =
        options.templateText.isEmpty() ? builtInTemplate(format.id) : options.templateText;
    const Result<internal::ParsedTemplate> parsed = parsedFor(format, text);
    if (!parsed)
        return unexpected(parsed.error());
    internal::NoteFiller filler(*parsed, *internal::escaperFor(format.id), options);
    const bool pdf = format.id == QStringLiteral("pdf");
    return filesOf(groups, format, [&](const std::vector<NoteGroup> &some) -> Result<QByteArray> {
        Result<QByteArray> bytes = filler.fill(some, counter);
        return bytes && pdf && !counter.isStopped() ? internal::writePdf(*bytes) : bytes;
    });
}

qsizetype countOf(const std::vector<NoteGroup> &groups)
{
    std::size_t count = 0;
    for (const NoteGroup &group : groups)
        count += group.notes.size();
    return static_cast<qsizetype>(count);
}

} // namespace

const std::vector<ExportFormat> &exportFormats()
{
    static const std::vector<ExportFormat> formats = [] {
        std::vector<ExportFormat> all;
        for (const FormatRow &row : rows())
            all.push_back(row.format);
        return all;
    }();
    return formats;
}

std::optional<ExportFormat> exportFormat(const QString &id)
{
    const FormatRow *row = findRow(id);
    return row == nullptr ? std::nullopt : std::optional(row->format);
}

Result<Files> exportNotes(const std::vector<notes::Note> &notes,
                          const QString &format,
                          const ExportOptions &options,
                          const ExportProgress &progress)
{
    const FormatRow *row = findRow(format);
    if (row == nullptr)
        return noSuchFormat(format);
    if (notes.empty())
        return Files();
    if (format == QStringLiteral("jsonl")) {
        const auto total = static_cast<qsizetype>(notes.size());
        Files files = {{QStringLiteral("Podcast notes.jsonl"), writeJsonLines(notes)}};
        return progress && !progress(total, total) ? Files() : files;
    }
    const std::vector<NoteGroup> groups = internal::groupsOf(notes);
    if (groups.empty())
        return Files();
    NoteCounter counter(progress, countOf(groups));
    Result<Files> files =
        row->writer == nullptr
            ? fromTemplate(groups, row->format, options, counter)
            : filesOf(
                groups, row->format, [&](const std::vector<NoteGroup> &some) -> Result<QByteArray> {
                    return row->writer(some, options, counter);
                });
    return files && counter.isStopped() ? Result<Files>(Files()) : files;
}

std::vector<TemplateField> templateFields()
{
    std::vector<TemplateField> fields;
    for (const auto rowsOfScope : {internal::episodeFields(), internal::noteFields()}) {
        for (const internal::FieldRow &row : rowsOfScope) {
            fields.push_back(
                {QString::fromUtf8(row.name.data(), static_cast<qsizetype>(row.name.size())),
                 row.scope,
                 row.kind,
                 QStringView(row.meaning).toString()});
        }
    }
    return fields;
}

QString builtInTemplate(const QString &format)
{
    const QString file = format == QStringLiteral("pdf") ? QStringLiteral("html") : format;
    const std::string_view text = internal::templateFile(file);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Result<void> checkTemplate(const QString &format, const QString &text)
{
    const FormatRow *row = findRow(format);
    if (row == nullptr || internal::escaperFor(format) == nullptr)
        return noSuchFormat(format);
    if (const Result<internal::ParsedTemplate> parsed = parsedFor(row->format, text); !parsed)
        return unexpected(parsed.error());
    return {};
}

} // namespace app::exports
