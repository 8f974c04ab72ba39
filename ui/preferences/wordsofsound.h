// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/sound.h"

#include <QString>

#include <chrono>
#include <initializer_list>
#include <utility>
#include <vector>

namespace ui::preferences {

/// What can be chosen of each setting, with its words. The value of now is among them, also when it
/// is an unusual one.
[[nodiscard]] std::vector<std::pair<QString, std::chrono::milliseconds>>
secondsChoices(std::initializer_list<std::chrono::seconds> values);
[[nodiscard]] std::vector<std::pair<QString, double>> speedChoices(double now);
[[nodiscard]] std::vector<std::pair<QString, double>> loudnessChoices(double now);
[[nodiscard]] std::vector<std::pair<QString, app::settings::SilenceSkipping>> silenceChoices();
[[nodiscard]] std::vector<std::pair<QString, app::settings::StretchQuality>> qualityChoices();

} // namespace ui::preferences
