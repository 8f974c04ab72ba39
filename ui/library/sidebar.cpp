// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/sidebar.h"

#include "ui/library/placedelegate.h"
#include "ui/models/episodemodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"

#include <QAction>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace ui::library {

using models::Place;
namespace metrics = theme::metrics;

Sidebar::Sidebar(const theme::ThemeManager &themes, models::SidebarModel &model, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_model(model)
    , m_list(new QListView(this))
    , m_status(new widgets::ElidedLabel(themes, theme::TextStyle::Meta, {}, this))
    , m_add(new widgets::IconButton(themes, QStringLiteral("plus"), tr("Add podcast"), this))
{
    setObjectName(QStringLiteral("sidebar"));
    m_list->setObjectName(QStringLiteral("places"));
    m_list->setAccessibleName(tr("Places"));
    m_list->setModel(&model);
    m_list->setItemDelegate(new PlaceDelegate(themes, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->viewport()->setAcceptDrops(true);
    m_list->viewport()->installEventFilter(this);
    m_status->setColor(&theme::Theme::text3);
    m_add->setObjectName(QStringLiteral("sidebarAdd"));

    auto *const bottom = new QHBoxLayout;
    bottom->setContentsMargins(metrics::space16, 0, metrics::space8, metrics::space8);
    bottom->addWidget(m_status, 1);
    bottom->addWidget(m_add);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::space8, 0, 0);
    layout->setSpacing(metrics::space4);
    layout->addWidget(m_list, 1);
    layout->addLayout(bottom);

    connect(m_list->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex &index) { choose(index); });
    connect(m_list, &QListView::customContextMenuRequested, this, &Sidebar::openMenu);
    connect(m_add, &QAbstractButton::clicked, this, &Sidebar::addRequested);
    connect(&model, &models::SidebarModel::loaded, this, [this] { setCurrent(m_current); });
    connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
    setRail(false);
}

void Sidebar::setRail(bool rail)
{
    static_cast<PlaceDelegate *>(m_list->itemDelegate())->setRail(rail);
    m_status->setVisible(!rail);
    setFixedWidth(rail ? metrics::railWidth : metrics::sidebarWidth);
    m_list->doItemsLayout();
}

void Sidebar::setCurrent(const QString &key)
{
    m_current = key;
    const int row = m_model.rowOf(key);
    const QModelIndex index = row < 0 ? QModelIndex() : m_model.index(row);
    if (index != m_list->currentIndex()) {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex(index);
        m_list->viewport()->update();
    }
}

void Sidebar::setStatus(const QString &text)
{
    m_status->setText(text);
}

void Sidebar::choose(const QModelIndex &index)
{
    const Place *const place = m_model.placeAt(index.row());
    if (!index.isValid() || !place || place->kind == Place::Kind::Heading
        || place->key() == m_current) {
        return;
    }
    m_current = place->key();
    emit placeChosen(*place);
}

void Sidebar::openMenu(const QPoint &position)
{
    const Place *const place = m_model.placeAt(m_list->indexAt(position).row());
    if (place && place->kind == Place::Kind::Podcast) {
        emit podcastMenuRequested(*place, m_list->viewport()->mapToGlobal(position));
    }
}

/// Episodes can be dropped on the queue, nowhere else.
void Sidebar::dragOver(QDropEvent &event)
{
    const auto episode = models::EpisodeModel::episodeIn(event.mimeData());
    const Place *const place = m_model.placeAt(m_list->indexAt(event.position().toPoint()).row());
    if (!episode || !place || place->kind != Place::Kind::Queue) {
        event.ignore();
        return;
    }
    event.setDropAction(Qt::CopyAction);
    event.accept();
    if (event.type() == QEvent::Drop) {
        emit queueRequested(*episode);
    }
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
        // Accepted as a whole, or no move over the list would come.
        if (models::EpisodeModel::episodeIn(static_cast<QDropEvent *>(event)->mimeData())) {
            event->accept();
            return true;
        }
        break;
    case QEvent::DragMove:
    case QEvent::Drop:
        dragOver(*static_cast<QDropEvent *>(event));
        return true;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.current().window);
    painter.setPen(m_themes.current().line);
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

} // namespace ui::library
