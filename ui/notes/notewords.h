// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <QString>

#include <array>
#include <optional>

namespace ui::notes {

/// The five colours in the order their keys 1 to 5 and the menus have.
inline constexpr std::array<app::notes::Color, 5> allColors{app::notes::Color::Yellow,
                                                            app::notes::Color::Green,
                                                            app::notes::Color::Blue,
                                                            app::notes::Color::Red,
                                                            app::notes::Color::Violet};

/// A colour's name in the listener's language: "Yellow".
[[nodiscard]] QString colorWord(app::notes::Color color);

/// How sure a note's place is: "To check", "By its time only".
[[nodiscard]] QString stateWord(app::notes::AnchorState state);

/// Where a note stands, as on a clock: "4:30–4:52", and a moment "4:30".
[[nodiscard]] QString placeWords(app::timestamps::MediaTime start,
                                 const std::optional<app::timestamps::MediaTime> &end);

/// The first line of a note in a list: its quote, else its text, else what was marked.
[[nodiscard]] QString headline(const app::notes::Note &note);

/// What a screen reader says of a note: place, colour, quote, speaker, text, tags; in a list of
/// several episodes also whose.
[[nodiscard]] QString spokenNote(const app::notes::Note &note, bool withEpisode);

/// A note to paste elsewhere: the quote as a Markdown block quote with speaker, episode and time,
/// then the listener's text as written. What comes from outside is escaped.
[[nodiscard]] QString markdownQuote(const app::notes::Note &note);

} // namespace ui::notes
