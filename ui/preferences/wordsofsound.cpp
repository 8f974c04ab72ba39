// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/wordsofsound.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace ui::preferences {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::preferences::Words)
};

void addUnusual(std::vector<double> &values, double now)
{
    const auto same = [now](double value) {
        return std::abs(value - now) < 0.001;
    };
    if (const auto found = std::find_if(values.begin(), values.end(), same);
        found != values.end()) {
        *found = now;
    } else {
        values.insert(std::lower_bound(values.begin(), values.end(), now), now);
    }
}

} // namespace

std::vector<std::pair<QString, std::chrono::milliseconds>>
secondsChoices(std::initializer_list<std::chrono::seconds> values)
{
    std::vector<std::pair<QString, std::chrono::milliseconds>> choices;
    for (const auto value : values) {
        choices.emplace_back(
            Words::tr("%1 s", "seconds").arg(QLocale().toString(qlonglong{value.count()})), value);
    }
    return choices;
}

std::vector<std::pair<QString, double>> speedChoices(double now)
{
    std::vector<double> values{0.5, 0.75, 0.9, 1, 1.1, 1.2, 1.25, 1.3, 1.4, 1.5, 1.75, 2, 2.5, 3};
    addUnusual(values, now);
    std::vector<std::pair<QString, double>> choices;
    for (const double value : values) {
        choices.emplace_back(
            Words::tr("%1×", "speed: 1.5×")
                .arg(QLocale().toString(value, 'f', QLocale::FloatingPointShortest)),
            value);
    }
    return choices;
}

std::vector<std::pair<QString, double>> loudnessChoices(double now)
{
    std::vector<double> values{-23, -20, -18, -16, -14};
    addUnusual(values, now);
    std::vector<std::pair<QString, double>> choices;
    for (const double value : values) {
        QString words = Words::tr("%1 LUFS").arg(
            QLocale().toString(value, 'f', QLocale::FloatingPointShortest));
        if (value == -16.0) {
            words = Words::tr("%1 (usual for podcasts)").arg(words);
        }
        choices.emplace_back(words, value);
    }
    return choices;
}

std::vector<std::pair<QString, app::settings::SilenceSkipping>> silenceChoices()
{
    using app::settings::SilenceSkipping;
    return {{Words::tr("Off", "silence is not skipped"), SilenceSkipping::Off},
            {Words::tr("Gentle", "skip silence"), SilenceSkipping::Gentle},
            {Words::tr("Medium", "skip silence"), SilenceSkipping::Medium},
            {Words::tr("Strong", "skip silence"), SilenceSkipping::Strong}};
}

std::vector<std::pair<QString, app::settings::StretchQuality>> qualityChoices()
{
    using app::settings::StretchQuality;
    return {{Words::tr("Light"), StretchQuality::Light},
            {Words::tr("Finer"), StretchQuality::Fine}};
}

} // namespace ui::preferences
