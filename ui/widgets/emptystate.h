// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"
#include "ui/widgets/banner.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace ui::widgets {

class ElidedLabel;

/// What a view shows in place of nothing: an icon, a title, a sentence and what can be done.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    void setContent(const QString &iconName,
                    const QString &title,
                    const QString &text,
                    const QList<MessageAction> &actions = {});

signals:
    void actionTriggered(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshIcon();

    const theme::ThemeManager &m_themes;
    QString m_iconName;
    QLabel *m_icon;
    ElidedLabel *m_title;
    ElidedLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace ui::widgets
