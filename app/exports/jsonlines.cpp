// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/jsonlines.h"

#include "app/exports/internal/notejson.h"
#include "app/exports/internal/noteorder.h"

namespace app::exports {

using notes::Note;

QByteArray noteToJsonLine(const Note &note)
{
    return internal::noteJson(note).toUtf8();
}

QByteArray writeJsonLines(const std::vector<Note> &notes)
{
    QByteArray out("{\"format\":\"earmark-annotations\",\"version\":1}\n");
    for (const Note *note : internal::inOrder(notes)) {
        out += noteToJsonLine(*note);
        out += '\n';
    }
    return out;
}

} // namespace app::exports
