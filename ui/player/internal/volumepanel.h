// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/internal/panelstate.h"
#include "ui/widgets/popover.h"

class QButtonGroup;
class QScrollArea;
class QSlider;
class QVBoxLayout;

namespace ui::widgets {
class Button;
class ElidedLabel;
class ToggleSwitch;
} // namespace ui::widgets

namespace ui::player::internal {

/// The card of the volume and of where the sound goes.
class VolumePanel final : public widgets::Popover
{
    Q_OBJECT

public:
    VolumePanel(const theme::ThemeManager &themes, QWidget *owner);

    void showState(const VolumeState &state);

signals:
    void volumeChosen(double volume);
    void muteRequested();
    /// \param id  empty: the computer's default
    void deviceChosen(const QByteArray &id);
    void followChosen(bool follows);

protected:
    [[nodiscard]] QWidget *firstFocus() const override;

private:
    void buildVolume(QVBoxLayout &layout);
    void buildDevices(QVBoxLayout &layout);
    void fillDevices(const VolumeState &state);

    widgets::ElidedLabel *m_value;
    QSlider *m_slider;
    widgets::Button *m_mute;
    QScrollArea *m_scroll;
    QWidget *m_list = nullptr;
    QButtonGroup *m_group = nullptr;
    widgets::ToggleSwitch *m_follow = nullptr;
    std::vector<DeviceChoice> m_devices; ///< as the rows stand
    bool m_filled = false;
};

} // namespace ui::player::internal
