// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/internal/panelstate.h"
#include "ui/widgets/popover.h"

#include <QKeySequence>

class QBoxLayout;
class QSlider;

namespace ui::widgets {
class Button;
class ElidedLabel;
class SegmentedControl;
class ToggleSwitch;
} // namespace ui::widgets

namespace ui::player::internal {

/// The card of speed and of how sound is made pleasant.
class SoundPanel final : public widgets::Popover
{
    Q_OBJECT

public:
    SoundPanel(const theme::ThemeManager &themes, QWidget *owner);

    void showState(const SoundState &state);
    void
    setKeys(const QKeySequence &slower, const QKeySequence &faster, const QKeySequence &normal);

signals:
    void speedChosen(double speed);
    void optionsChosen(const app::settings::SoundOptions &options);
    void ownChosen(bool own);
    void settingsRequested();

protected:
    [[nodiscard]] QWidget *firstFocus() const override;

private:
    void buildSpeed(QBoxLayout &layout);
    void buildSilence(QBoxLayout &layout);
    void buildOwn(QBoxLayout &layout);
    void step(int steps);
    void choose(const app::settings::SoundOptions &options);

    SoundState m_state;
    widgets::ElidedLabel *m_value;
    QSlider *m_slider;
    widgets::Button *m_slower;
    widgets::Button *m_faster;
    std::vector<widgets::Button *> m_presets;
    widgets::SegmentedControl *m_silence;
    widgets::ElidedLabel *m_saved;
    widgets::ToggleSwitch *m_level = nullptr;
    widgets::ToggleSwitch *m_mono = nullptr;
    widgets::SegmentedControl *m_quality;
    widgets::ToggleSwitch *m_own = nullptr;
    widgets::ElidedLabel *m_ownLabel = nullptr;
    widgets::Button *m_settings;
};

} // namespace ui::player::internal
