// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "ui/theme/thememanager.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace ui::widgets {
class SearchField;
}

namespace ui::times {

/// An episode that can be chosen.
struct EpisodeChoice
{
    app::base::EpisodeId id;
    QString title;
    QString details; ///< podcast and date
};

/// Chooses the episode that times belong to. Knows no library: it asks for what was typed, and is
/// given what fits. Thread: main.
class EpisodeChooser final : public QDialog
{
    Q_OBJECT

public:
    explicit EpisodeChooser(const theme::ThemeManager &themes, QWidget *parent);

    void setChoices(const QList<EpisodeChoice> &choices);

    /// Not valid while none is chosen.
    [[nodiscard]] app::base::EpisodeId chosen() const;

signals:
    /// Titles with this are wanted; all when it is empty.
    void searched(const QString &text);

protected:
    /// From the field, arrows walk along the list, and Esc closes when there is nothing to empty.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState();

    widgets::SearchField *m_search;
    QListWidget *m_list;
    QPushButton *m_choose;
};

} // namespace ui::times
