// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QKeySequence>
#include <QLineEdit>

namespace ui::widgets {

/// A text field with a magnifier, a cross to empty it, and its keys shown while it is empty.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    /// \param name  for screen readers, and as placeholder
    SearchField(const theme::ThemeManager &themes, const QString &name, QWidget *parent = nullptr);

    void setKeysHint(const QKeySequence &keys);

    /// Any other icon than the magnifier; empty for none.
    void setIconName(const QString &iconName);

    /// A red border: what stands here cannot be used.
    void setInvalid(bool invalid);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// Esc was pressed in an empty field, or emptied it.
    void escaped();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();

    const theme::ThemeManager &m_themes;
    QAction *m_clear;
    QString m_iconName;
    QKeySequence m_keys;
    bool m_invalid = false;
};

} // namespace ui::widgets
