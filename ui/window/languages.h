// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace ui::window {

/// Makes the program speak a language, with Qt's own texts too; English where it speaks none of the
/// locale's. Thread: main, before the first widget.
void installTranslations(const QLocale &locale);

} // namespace ui::window
