// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

/// Sizes in device-independent pixels at 100 %. Source: the design's layout and space tables.
namespace ui::theme::metrics {

inline constexpr int space4 = 4;
inline constexpr int space8 = 8;
inline constexpr int space12 = 12;
inline constexpr int space16 = 16;
inline constexpr int space20 = 20;
inline constexpr int space24 = 24;
inline constexpr int space32 = 32;

inline constexpr int controlRadius = 6;
inline constexpr int cardRadius = 8;
inline constexpr int tintRadius = 4;
inline constexpr int focusRing = 2; ///< width of the ring, and how far it keeps away

inline constexpr int controlHeight = 32;
inline constexpr int playButton = 44;
inline constexpr int icon = 20;
inline constexpr int smallIcon = 16;

inline constexpr int toolbarHeight = 48;
inline constexpr int sidebarWidth = 224;
inline constexpr int railWidth = 56;
inline constexpr int sidebarRow = 32;
inline constexpr int sidebarSubRow = 28;
inline constexpr int listWidth = 328;
inline constexpr int listWidthNarrow = 280;
inline constexpr int listHead = 48;
inline constexpr int rowArt = 44;
inline constexpr int readerArt = 56;
inline constexpr int searchWidth = 288;
inline constexpr int playerHeight = 124;
inline constexpr int playerHeightNarrow = 108;
inline constexpr int timelineHeight = 60;
inline constexpr int transportHeight = 64;
inline constexpr int splitterGrab = 7;

inline constexpr int gutterWidth = 104;
inline constexpr int gutterGap = 16;
inline constexpr int columnMin = 480;
inline constexpr int columnMax = 640;
inline constexpr int marginGap = 24;
inline constexpr int marginWidth = 200;
inline constexpr int marginFrom = 760; ///< reader width from which notes stand beside the text

inline constexpr int wideWindow = 1240;  ///< three panes with the full sidebar
inline constexpr int narrowWindow = 960; ///< below: one pane
inline constexpr int compactBelow = 560; ///< window height: the timeline becomes a line
inline constexpr int minimumWidth = 640;
inline constexpr int minimumHeight = 480;

/// Corner radius of a cover of that many pixels.
[[nodiscard]] constexpr double artRadius(int size)
{
    return std::max(4.0, size * 0.09);
}

} // namespace ui::theme::metrics
