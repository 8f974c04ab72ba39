// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QPalette>
#include <QString>

#include <array>
#include <optional>

namespace ui::theme {

/// Every colour of one look, by the names the design has for them.
///
/// Surfaces carry text; `line` is decoration only, `linestrong` borders what can be operated.
struct Theme
{
    bool dark = false;

    QColor window, list, reader, raised, field, player;
    QColor hover, track, pressed, selected, selinactive;
    QColor line, linestrong;
    QColor text, text2, text3, disabled;
    QColor accent, accenthover, onaccent, soft;
    QColor sentence, word, textsel;
    QColor amber, ambersoft, amberfill, ambertext;
    QColor wave, danger, dangersoft, ok;
    QColor inv, invtext, invtext2, invhover; ///< the dark strip, tips and the undo message
    QColor scrim, chart, chartdim;

    /// Fills of the listener's five colours, in the order yellow, green, blue, red, violet.
    std::array<QColor, 5> highlightFill;
    /// Their lines and flags, in the same order.
    std::array<QColor, 5> highlightLine;

    /// The colour of the nth speaker's name; readable as small text, repeats after six.
    [[nodiscard]] QColor speaker(int index) const;

    bool operator==(const Theme &) const = default;
};

/// Reads one look out of the token file.
///
/// \param tokens  JSON with an object for "light" and one for "dark", each token a "#RRGGBB" or
///                "rgba(r,g,b,a)"
/// Empty when the text is no JSON or any token is missing or no colour. Thread: any.
[[nodiscard]] std::optional<Theme> readTheme(const QByteArray &tokens, bool dark);

/// The look that travels in the program. Thread: any.
[[nodiscard]] Theme builtInTheme(bool dark);

/// How Qt's own widgets take the colours.
[[nodiscard]] QPalette palette(const Theme &theme);

/// Rules for what a palette cannot reach: menus, tips and scroll bars.
[[nodiscard]] QString styleSheet(const Theme &theme);

/// Contrast of two opaque colours, 1 to 21. Source: WCAG 2.1, "contrast ratio".
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

/// Whether a platform's palette is one of high contrast: all that is read stands in black on white
/// or white on black, or all but. Usual ones have grey windows or dark grey words.
[[nodiscard]] bool isHighContrast(const QPalette &platform);

/// Makes the embedded files known. Safe to repeat; builtInTheme() and IconSet call it.
void initResources();

} // namespace ui::theme
