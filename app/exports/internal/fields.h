// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exports/exporter.h"
#include "app/exports/internal/escaper.h"
#include "app/exports/internal/notegroups.h"
#include "app/exports/notetemplate.h"

#include <span>
#include <string_view>
#include <variant>

namespace app::exports::internal {

/// What a template is filled from; the inner ones are null outside of their sections.
struct FieldSource
{
    const Escaper *escaper = nullptr;
    const ExportOptions *options = nullptr;
    const std::vector<NoteGroup> *groups = nullptr;
    const NoteGroup *group = nullptr;
    std::size_t groupIndex = 0;
    const notes::Note *note = nullptr;
    std::size_t noteIndex = 0;
};

using FieldValue = std::variant<bool, QString, QStringList>;

struct FieldRow
{
    std::string_view name;
    FieldScope scope;
    FieldKind kind;
    std::u16string_view meaning;
    FieldValue (*value)(const FieldSource &source);
};

/// Outermost first. The fields of a scope are in files of their own.
[[nodiscard]] std::span<const FieldRow> episodeFields(); ///< and those of the document
[[nodiscard]] std::span<const FieldRow> noteFields();

/// Null when there is none.
[[nodiscard]] const FieldRow *findField(std::string_view name);

} // namespace app::exports::internal
