// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/choicecard.h"

#include "ui/notes/internal/choicedelegate.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::notes::internal {
namespace {

namespace metrics = theme::metrics;

constexpr int cardWidth = 264;
constexpr std::size_t fieldFrom = 9;
constexpr int mostRows = 9;

} // namespace

ChoiceCard::ChoiceCard(const theme::ThemeManager &themes, const QString &name, QWidget *owner)
    : Popover(themes, name, owner)
    , m_field(new widgets::SearchField(themes, tr("Find"), this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_clear(new widgets::Button(themes, widgets::Button::Kind::Quiet, tr("Clear"), this))
    , m_foot(new widgets::Button(themes, widgets::Button::Kind::Quiet, {}, this))
{
    m_field->setObjectName(QStringLiteral("choiceField"));
    m_list->setObjectName(QStringLiteral("choices"));
    m_list->setAccessibleName(name);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ChoiceDelegate(themes, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->installEventFilter(this);
    m_clear->setObjectName(QStringLiteral("choiceClear"));
    m_clear->setCompact(true);
    m_foot->setObjectName(QStringLiteral("choiceFoot"));
    m_foot->setCompact(true);
    m_foot->hide();
    auto *const buttons = new QHBoxLayout;
    buttons->setContentsMargins(metrics::space4, 0, metrics::space4, 0);
    buttons->addWidget(m_clear);
    buttons->addStretch(1);
    buttons->addWidget(m_foot);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space8, metrics::space8, metrics::space8, metrics::space8);
    layout->setSpacing(metrics::space4);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    layout->addLayout(buttons);
    setFixedWidth(cardWidth);
    connect(m_field, &QLineEdit::textChanged, this, &ChoiceCard::fill);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        toggle(index.row());
    });
    connect(m_clear, &QAbstractButton::clicked, this, [this] {
        setChosen({});
        emit chosenChanged();
    });
    connect(m_foot, &QAbstractButton::clicked, this, [this] {
        dismiss();
        emit footActionTriggered();
    });
    fill();
}

void ChoiceCard::setChoices(const std::vector<Choice> &choices)
{
    if (m_choices != choices) {
        m_choices = choices;
        fill();
    }
}

void ChoiceCard::setChosen(const QStringList &keys)
{
    if (m_chosen != keys) {
        m_chosen = keys;
        fill();
    }
}

QStringList ChoiceCard::chosen() const
{
    return m_chosen;
}

QStringList ChoiceCard::chosenWords() const
{
    QStringList words;
    for (const Choice &choice : m_choices) {
        if (m_chosen.contains(choice.key)) {
            words += choice.text;
        }
    }
    return words;
}

void ChoiceCard::setFootAction(const QString &text)
{
    m_foot->setText(text);
    m_foot->setAccessibleName(text);
    m_foot->setVisible(!text.isEmpty());
}

QWidget *ChoiceCard::firstFocus() const
{
    return m_choices.size() >= fieldFrom ? static_cast<QWidget *>(m_field) : m_list;
}

void ChoiceCard::fill()
{
    const int current = m_list->currentIndex().row();
    const QString wanted = m_field->text().trimmed();
    m_model->clear();
    for (const Choice &choice : m_choices) {
        if (!wanted.isEmpty() && !choice.text.contains(wanted, Qt::CaseInsensitive)) {
            continue;
        }
        auto *const item = new QStandardItem(choice.text);
        item->setEditable(false);
        item->setCheckable(true);
        item->setCheckState(m_chosen.contains(choice.key) ? Qt::Checked : Qt::Unchecked);
        item->setData(QVariant::fromValue(choice), ChoiceDelegate::ChoiceRole);
        item->setData(tr("%1, %n note(s)", nullptr, choice.count).arg(choice.text),
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    const int rows = m_model->rowCount();
    if (rows > 0) {
        m_list->setCurrentIndex(m_model->index(std::clamp(current, 0, rows - 1), 0));
    }
    m_clear->setEnabled(!m_chosen.isEmpty());
    fit();
}

void ChoiceCard::fit()
{
    m_field->setVisible(m_choices.size() >= fieldFrom);
    const auto rows = std::min(static_cast<int>(m_choices.size()), mostRows);
    m_list->setFixedHeight(std::max(rows, 1) * ChoiceDelegate::rowHeight + 2);
}

void ChoiceCard::toggle(int row)
{
    QStandardItem *const item = m_model->item(row);
    if (!item) {
        return;
    }
    const QString key = item->data(ChoiceDelegate::ChoiceRole).value<Choice>().key;
    const bool on = !m_chosen.contains(key);
    QStringList chosen;
    for (const Choice &choice : m_choices) {
        if (choice.key == key ? on : m_chosen.contains(choice.key)) {
            chosen += choice.key;
        }
    }
    m_chosen = chosen;
    item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    m_clear->setEnabled(!m_chosen.isEmpty());
    emit chosenChanged();
}

bool ChoiceCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list
        && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            if (event->type() == QEvent::KeyPress) {
                toggle(m_list->currentIndex().row());
            }
            return true;
        }
    }
    return Popover::eventFilter(watched, event);
}

} // namespace ui::notes::internal
