// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/pushcontrol.h"

namespace ui::player::internal {

/// A bordered button with an icon, words and, on a chip, the key that does the same.
class KeyButton final : public widgets::PushControl
{
    Q_OBJECT

public:
    KeyButton(const theme::ThemeManager &themes,
              const QString &iconName,
              const QString &text,
              QWidget *parent = nullptr);

    void setWords(const QString &words);
    void setKeys(const QKeySequence &keys);
    /// The chip goes when room is short.
    void setChipShown(bool shown);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double chipWidth() const;

    QString m_iconName;
    QString m_chip;
    bool m_chipShown = true;
};

} // namespace ui::player::internal
