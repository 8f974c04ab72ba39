// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QRect>

class QPainter;
class QStyleOptionViewItem;

namespace ui::library {

/// Fills a row as its state asks: selected (paler without focus), hovered, or not at all, with the
/// ring where the keyboard is.
void paintRowBackground(QPainter &painter,
                        const QRect &rect,
                        int radius,
                        const QStyleOptionViewItem &option,
                        const theme::Theme &colors);

} // namespace ui::library
