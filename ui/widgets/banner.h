// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QWidget>

namespace ui::widgets {

class ElidedLabel;

/// One thing a person can do about a message.
struct MessageAction
{
    QString id;   ///< given back when chosen
    QString text; ///< translated
};

/// A coloured box in the flow: something here needs a look. Screen readers take it as an alert.
class Banner final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Notice, Problem };

    Banner(const theme::ThemeManager &themes, Kind kind, QWidget *parent = nullptr);

    void setIconName(const QString &iconName);

    /// \param title  bold first line; may be empty
    void setText(const QString &title, const QString &text);

    /// Replaces the buttons; they stand below the text, or beside it when there is no title. The
    /// last one is plain words when there is a title.
    void setActions(const QList<MessageAction> &actions);

signals:
    void actionTriggered(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void rebuild();

    const theme::ThemeManager &m_themes;
    Kind m_kind;
    QString m_iconName;
    ElidedLabel *m_title;
    ElidedLabel *m_text;
    QWidget *m_beside; ///< rows of buttons; hidden when empty
    QWidget *m_below;
    QList<MessageAction> m_actions;
};

} // namespace ui::widgets
