// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui::transcript {
class ReaderView;
}

namespace ui::transcript::internal {

/// Lets screen readers into readers: a document with text, caret and selection, whose children are
/// its paragraphs and, after them, its times and links.
void installReaderAccessibility();

/// The view is about to go: nobody may look into it any more.
void forgetReader(ReaderView &view);

void announceNewText(ReaderView &view);
void announceCaret(ReaderView &view);
/// The times, links and notes of a text are others now.
void announceNewStops(ReaderView &view);
/// The sentence being spoken, as an alert.
void announceSentence(ReaderView &view);
/// Focus is on the nth time or link.
void announceFocus(ReaderView &view, int stop);

} // namespace ui::transcript::internal
