// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/tagcompletion.h"
#include "ui/widgets/popover.h"

#include <QStringList>

#include <vector>

namespace ui::widgets {
class Button;
class SearchField;
} // namespace ui::widgets

namespace ui::notes::internal {

class TagCompletion;

/// A card to give tags to several notes, or to take them away.
class TagCard final : public widgets::Popover
{
    Q_OBJECT

public:
    TagCard(const theme::ThemeManager &themes, QWidget *owner);

    void setKnownTags(const std::vector<app::notes::UsedTag> &tags);

signals:
    void chosen(const QStringList &add, const QStringList &remove);

private:
    void choose(bool add);

    widgets::SearchField *m_field;
    TagCompletion *m_completion;
    widgets::Button *m_remove;
    widgets::Button *m_add;
};

} // namespace ui::notes::internal
