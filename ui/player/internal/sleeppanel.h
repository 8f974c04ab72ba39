// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/playertypes.h"
#include "ui/widgets/popover.h"

#include <QPointer>

#include <vector>

class QBoxLayout;
class QSpinBox;

namespace ui::widgets {
class Button;
class ElidedLabel;
} // namespace ui::widgets

namespace ui::player::internal {

/// The card that sets when the sound falls asleep. A choice closes it.
class SleepPanel final : public widgets::Popover
{
    Q_OBJECT

public:
    SleepPanel(const theme::ThemeManager &themes, QWidget *owner);

    void showState(const SleepShown &sleep, bool hasChapters);

signals:
    void minutesChosen(int minutes);
    void endOfChapterChosen();
    void endOfEpisodeChosen();
    void longerChosen();
    void offChosen();

private:
    void buildMinutes(QBoxLayout &layout);
    void buildEnds(QBoxLayout &layout);
    void chooseOwnMinutes();

    widgets::ElidedLabel *m_status;
    widgets::Button *m_longer;
    widgets::Button *m_off;
    widgets::Button *m_chapter = nullptr;
    widgets::Button *m_episode = nullptr;
    QSpinBox *m_minutes = nullptr;
};

/// "12 min", at least one while it runs; for the button and the card.
[[nodiscard]] QString sleepText(const SleepShown &sleep);

} // namespace ui::player::internal
