// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/shownotes.h"

namespace app::session {

timestamps::AnnotatedText annotate(const markup::RichText &text)
{
    timestamps::AnnotatedText annotated;
    annotated.text = text.text;
    for (const markup::Span &span : text.spans) {
        const timestamps::TextSpan place{span.offset, span.length};
        if (!span.link.isEmpty()) {
            annotated.links.push_back({place, span.link});
        }
        if (span.code) {
            annotated.opaque.push_back(place);
        }
    }
    for (const markup::Block &block : text.blocks) {
        if (block.kind == markup::Block::Kind::Code) {
            annotated.opaque.push_back({block.offset, block.length});
        }
    }
    return annotated;
}

ShowNotes readShowNotes(const QString &source, std::optional<timestamps::Duration> duration)
{
    ShowNotes notes;
    notes.text = markup::readShowNotes(source);
    notes.times = timestamps::readTimestamps(annotate(notes.text), duration);
    return notes;
}

} // namespace app::session
