// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/times/episodechooser.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/searchfield.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::times {

namespace metrics = theme::metrics;

EpisodeChooser::EpisodeChooser(const theme::ThemeManager &themes, QWidget *parent)
    : QDialog(parent)
    , m_search(new widgets::SearchField(themes, tr("Find an episode"), this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("episodeChooser"));
    setWindowTitle(tr("Which episode do these times belong to?"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(
        metrics::space20, metrics::space16, metrics::space20, metrics::space16);
    rows->setSpacing(metrics::space12);
    m_search->setObjectName(QStringLiteral("episodeSearch"));
    m_search->installEventFilter(this);
    rows->addWidget(m_search);
    m_list->setObjectName(QStringLiteral("episodeChoices"));
    m_list->setAccessibleName(tr("Episodes"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setUniformItemSizes(true);
    rows->addWidget(m_list, 1);
    auto *const buttons =
        new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_choose = buttons->button(QDialogButtonBox::Ok);
    m_choose->setText(tr("Choose"));
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &QLineEdit::textChanged, this, &EpisodeChooser::searched);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(m_list, &QListWidget::currentRowChanged, this, &EpisodeChooser::showState);
    resize(520, 420);
    showState();
}

void EpisodeChooser::setChoices(const QList<EpisodeChoice> &choices)
{
    m_list->clear();
    for (const EpisodeChoice &choice : choices) {
        auto *const item =
            new QListWidgetItem(choice.details.isEmpty()
                                    ? choice.title
                                    : QStringLiteral("%1  ·  %2").arg(choice.title, choice.details),
                                m_list);
        item->setData(Qt::UserRole, choice.id.number());
        item->setToolTip(item->text());
    }
    m_list->setCurrentRow(choices.isEmpty() ? -1 : 0);
    showState();
}

app::base::EpisodeId EpisodeChooser::chosen() const
{
    const QListWidgetItem *const item = m_list->currentItem();
    return item ? app::base::EpisodeId(item->data(Qt::UserRole).toLongLong())
                : app::base::EpisodeId();
}

bool EpisodeChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            return QCoreApplication::sendEvent(m_list, event);
        case Qt::Key_Escape:
            if (m_search->text().isEmpty()) {
                reject();
                return true;
            }
            break;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void EpisodeChooser::showState()
{
    m_choose->setEnabled(chosen().isValid());
}

} // namespace ui::times
