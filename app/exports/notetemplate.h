// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>

#include <vector>

namespace app::exports {

/// Where in a template a field is known: an outer one's are known in an inner one too.
enum class FieldScope {
    Document, ///< everywhere
    Episode,  ///< within {{#episodes}}; everywhere in formats with one file per episode
    Note      ///< within {{#notes}}
};

enum class FieldKind {
    Text, ///< {{name}} writes it; {{#name}}...{{/name}} holds where it is not empty
    Flag, ///< for {{#name}} and {{^name}} alone
    List  ///< {{#name}}{{.}}{{/name}} writes each
};

/// One word that templates may use.
struct TemplateField
{
    QString name;
    FieldScope scope = FieldScope::Note;
    FieldKind kind = FieldKind::Text;
    QString meaning; ///< one line of English
};

/// All fields, in the order of the documentation. See resources/templates/README.md.
[[nodiscard]] std::vector<TemplateField> templateFields();

/// The template that a format has of its own (that of html for pdf); empty for a format without.
[[nodiscard]] QString builtInTemplate(const QString &format);

/// Whether exportNotes would take a template. The detail begins with the line, counted from one:
/// "line 3: there is no field \"quotte\"".
/// Errors: NotFound (a format without templates), Malformed, TooLarge (over 256 KB).
[[nodiscard]] base::Result<void> checkTemplate(const QString &format, const QString &text);

} // namespace app::exports
