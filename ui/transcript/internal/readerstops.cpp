// SPDX-License-Identifier: GPL-3.0-or-later
// Times, links and notes that the keyboard walks along.
#include "ui/transcript/internal/readeraccessible.h"
#include "ui/transcript/internal/readerstate.h"

#include <algorithm>

namespace ui::transcript {

int ReaderView::State::nextStop(bool forward, bool notesOnly) const
{
    const int count = static_cast<int>(stops.size());
    int at = stop;
    if (at < 0) {
        // Begin with what is seen, not with the top of a long text.
        const qsizetype from = caretShown ? caret : q.firstVisible();
        const auto first =
            std::lower_bound(stops.begin(), stops.end(), from, [](const auto &s, qsizetype value) {
                return s.offset < value;
            });
        at = static_cast<int>(first - stops.begin()) - (forward ? 1 : 0);
        if (!forward && !notesOnly) {
            return -1;
        }
    }
    for (at += forward ? 1 : -1; at >= 0 && at < count; at += forward ? 1 : -1) {
        const auto &candidate = stops[static_cast<std::size_t>(at)];
        const std::size_t block =
            layout.isEmpty() ? 0 : blockAtOffset(layout.document(), candidate.offset);
        if ((candidate.note >= 0 || !notesOnly) && !layout.folding().isHidden(block)) {
            return at;
        }
    }
    return -1;
}

QRectF ReaderView::State::rectOfStop(int index)
{
    const auto &target = stops[static_cast<std::size_t>(index)];
    const auto rects = layout.rects({target.offset, target.length});
    const QRectF rect = rects.empty() ? layout.caretRect(target.offset) : rects.front();
    settle();
    return rect;
}

ReaderHit ReaderView::State::hitOfStop(int index)
{
    const auto &target = stops[static_cast<std::size_t>(index)];
    ReaderHit result;
    result.offset = target.offset;
    result.speaker = speakerAt(layout.document(), target.offset);
    if (target.note >= 0) {
        result.kind = ReaderHit::Kind::Note;
        result.note = notes[static_cast<std::size_t>(target.note)].id;
    } else if (target.time >= 0) {
        result.kind = ReaderHit::Kind::Time;
        result.time = layout.document().times[static_cast<std::size_t>(target.time)];
    } else {
        result.kind = ReaderHit::Kind::Link;
        result.link = target.link;
    }
    return result;
}

void ReaderView::State::setStop(int index)
{
    if (index == stop) {
        return;
    }
    stop = index;
    if (index >= 0) {
        const auto &target = stops[static_cast<std::size_t>(index)];
        q.ensureVisible({target.offset, target.length});
        internal::announceFocus(q, index);
    }
    q.viewport()->update();
}

} // namespace ui::transcript
