// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "ui/widgets/popover.h"

#include <QStringList>

#include <optional>
#include <vector>

class QListView;
class QStandardItem;
class QStandardItemModel;

namespace ui::widgets {
class Button;
class SearchField;
} // namespace ui::widgets

namespace ui::notes::internal {

/// One thing to choose, of several.
struct Choice
{
    QString key;
    QString text;
    int count = 0;
    std::optional<app::notes::Color> dot{};

    bool operator==(const Choice &) const = default;
};

/// A card of things that can be ticked; a field narrows them when there are many.
///
/// Space, Enter or a click ticks; what is ticked counts at once.
class ChoiceCard final : public widgets::Popover
{
    Q_OBJECT

public:
    ChoiceCard(const theme::ThemeManager &themes, const QString &name, QWidget *owner);

    /// Replaces what can be chosen; what is ticked and still there stays ticked.
    void setChoices(const std::vector<Choice> &choices);
    void setChosen(const QStringList &keys);

    /// In the order of the choices.
    [[nodiscard]] QStringList chosen() const;
    /// Their words, in the same order.
    [[nodiscard]] QStringList chosenWords() const;

    /// A button at the end for something beyond choosing; empty: none.
    void setFootAction(const QString &text);

signals:
    void chosenChanged();
    void footActionTriggered();

protected:
    [[nodiscard]] QWidget *firstFocus() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void toggle(int row);
    void fit();

    widgets::SearchField *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    widgets::Button *m_clear;
    widgets::Button *m_foot;
    std::vector<Choice> m_choices;
    QStringList m_chosen;
};

} // namespace ui::notes::internal
