// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/markdown.h"

#include "app/exports/internal/notefiller.h"
#include "app/exports/notetemplate.h"

namespace app::exports {

QByteArray writeMarkdown(const std::vector<notes::Note> &notes)
{
    const internal::NoteGroup group = internal::oneGroupOf(notes);
    if (group.notes.empty())
        return {};
    const QString format = QStringLiteral("markdown");
    const auto parsed =
        internal::parseTemplate(builtInTemplate(format).toStdString(), FieldScope::Episode);
    Q_ASSERT(parsed);
    const ExportOptions options;
    const ExportProgress unwatched;
    internal::NoteCounter counter(unwatched, 0);
    internal::NoteFiller filler(*parsed, *internal::escaperFor(format), options);
    return filler.fill({group}, counter).value_or(QByteArray());
}

} // namespace app::exports
