// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QTabBar>

namespace ui::widgets {

/// Two or more views of one thing side by side: arrow keys choose, screen readers see tabs.
///
/// Use QTabBar's addTab(), setCurrentIndex() and currentChanged().
class SegmentedControl final : public QTabBar
{
    Q_OBJECT

public:
    explicit SegmentedControl(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// The number after a segment's word; 0 shows none.
    void setCount(int index, int count);

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;

    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }

    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    const theme::ThemeManager &m_themes;
    bool m_ring = false;
};

} // namespace ui::widgets
