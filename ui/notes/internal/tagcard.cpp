// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/tagcard.h"

#include "ui/notes/internal/tagcompletion.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::notes::internal {
namespace {

namespace metrics = theme::metrics;

constexpr int cardWidth = 288;

} // namespace

TagCard::TagCard(const theme::ThemeManager &themes, QWidget *owner)
    : Popover(themes, tr("Tags of the chosen notes"), owner)
    , m_field(new widgets::SearchField(themes, tr("Tags"), this))
    , m_completion(new TagCompletion(*m_field))
    , m_remove(new widgets::Button(
          themes, widgets::Button::Kind::Secondary, tr("Take away", "tags from notes"), this))
    , m_add(new widgets::Button(
          themes, widgets::Button::Kind::Primary, tr("Add", "tags to notes"), this))
{
    m_field->setObjectName(QStringLiteral("tagCardField"));
    m_field->setIconName(QStringLiteral("tag"));
    m_remove->setObjectName(QStringLiteral("tagCardRemove"));
    m_remove->setCompact(true);
    m_add->setObjectName(QStringLiteral("tagCardAdd"));
    m_add->setCompact(true);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space8);
    buttons->addStretch(1);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_add);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        metrics::space12, metrics::space12, metrics::space12, metrics::space12);
    layout->setSpacing(metrics::space8);
    layout->addWidget(m_field);
    layout->addLayout(buttons);
    setFixedWidth(cardWidth);
    const auto refresh = [this] {
        const bool any = !splitTags(m_field->text()).isEmpty();
        m_add->setEnabled(any);
        m_remove->setEnabled(any);
    };
    refresh();
    connect(m_field, &QLineEdit::textChanged, this, refresh);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (!m_completion->isOpen()) {
            choose(true);
        }
    });
    connect(m_add, &QAbstractButton::clicked, this, [this] { choose(true); });
    connect(m_remove, &QAbstractButton::clicked, this, [this] { choose(false); });
}

void TagCard::setKnownTags(const std::vector<app::notes::UsedTag> &tags)
{
    m_completion->setTags(tags);
}

void TagCard::choose(bool add)
{
    const QStringList tags = splitTags(m_field->text());
    if (tags.isEmpty()) {
        return;
    }
    m_field->clear();
    dismiss();
    emit chosen(add ? tags : QStringList(), add ? QStringList() : tags);
}

} // namespace ui::notes::internal
