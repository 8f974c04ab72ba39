// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "ui/theme/thememanager.h"

#include <QWidget>

#include <vector>

class QCompleter;
class QStandardItemModel;

namespace ui::widgets {
class SearchField;
}

namespace ui::exchange {

/// An episode that can be chosen.
struct EpisodeChoice
{
    app::base::EpisodeId id;
    QString title; ///< "Plain Methods: Where zero is"
};

/// Finds an episode by what it is called. Thread: main.
class EpisodeChooser final : public QWidget
{
    Q_OBJECT

public:
    EpisodeChooser(const theme::ThemeManager &themes, const QString &name, QWidget *parent);

    /// The answer to searchRequested(), best first.
    void setFound(const std::vector<EpisodeChoice> &episodes);

signals:
    void searchRequested(const QString &words);
    /// \param episode  not valid: none any more
    void episodeChosen(app::base::EpisodeId episode);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chooseNone();
    void choose(const QModelIndex &index);

    widgets::SearchField *m_field;
    QStandardItemModel *m_found;
    QCompleter *m_completer;
    app::base::EpisodeId m_chosen;
    QString m_chosenTitle;
};

} // namespace ui::exchange
