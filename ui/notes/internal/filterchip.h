// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "ui/widgets/pushcontrol.h"

#include <vector>

namespace ui::notes::internal {

/// A round button that narrows a list: says what is chosen, and looks lit when anything is.
class FilterChip final : public widgets::PushControl
{
    Q_OBJECT

public:
    /// \param name  what it narrows by: "Colour"
    FilterChip(const theme::ThemeManager &themes, const QString &name, QWidget *parent = nullptr);

    /// Instead of its name; empty: nothing is chosen.
    void setChosen(const QString &words);
    /// Spots before the words.
    void setDots(const std::vector<app::notes::Color> &dots);
    void setIconName(const QString &iconName);
    /// Whether it opens something, so that an arrow stands behind the words. At first it does.
    void setOpens(bool opens);

    [[nodiscard]] bool isNarrowing() const { return !m_chosen.isEmpty() || isChecked(); }

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString words() const;
    [[nodiscard]] int before() const;

    QString m_name;
    QString m_chosen;
    QString m_iconName;
    std::vector<app::notes::Color> m_dots;
    bool m_opens = true;
};

} // namespace ui::notes::internal
