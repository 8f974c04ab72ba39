// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/episodepanel.h"

#include "ui/library/episodedelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ui::library {
namespace {

using namespace std::chrono_literals;
namespace metrics = theme::metrics;

} // namespace

EpisodePanel::EpisodePanel(const theme::ThemeManager &themes,
                           models::EpisodeModel &model,
                           QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_model(model)
    , m_title(new widgets::ElidedLabel(themes, theme::TextStyle::Section, {}, this))
    , m_filterButton(
          new widgets::IconButton(themes, QStringLiteral("filter"), tr("Narrow the list"), this))
    , m_filterField(new widgets::SearchField(themes, tr("Words in the title"), this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_empty(new widgets::EmptyState(themes, this))
    , m_typing(new QTimer(this))
{
    setObjectName(QStringLiteral("episodePanel"));
    m_filterButton->setObjectName(QStringLiteral("filterButton"));
    m_filterButton->setCheckable(true);
    m_filterField->setObjectName(QStringLiteral("filterField"));
    m_filterField->setIconName(QStringLiteral("filter"));
    m_filterField->hide();
    m_typing->setSingleShot(true);
    m_typing->setInterval(120ms);
    buildList();

    auto *const head = new QHBoxLayout;
    head->setContentsMargins(metrics::space16, metrics::space8, metrics::space12, metrics::space8);
    head->addWidget(m_title, 1);
    head->addWidget(m_filterButton);
    auto *const field = new QHBoxLayout;
    field->setContentsMargins(metrics::space12, 0, metrics::space12, 0);
    field->addWidget(m_filterField);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(field);
    layout->addWidget(m_stack, 1);

    connect(m_filterButton, &QAbstractButton::toggled, this, [this](bool on) {
        m_filterField->setVisible(on);
        on ? m_filterField->setFocus(Qt::ShortcutFocusReason) : m_filterField->clear();
    });
    connect(m_filterField, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_filterField, &widgets::SearchField::escaped, this, [this] {
        m_filterButton->setChecked(false);
        focusList();
    });
    connect(m_typing, &QTimer::timeout, this, &EpisodePanel::applyFilter);
    connect(
        m_empty, &widgets::EmptyState::actionTriggered, this, &EpisodePanel::emptyActionTriggered);
    connect(&m_model, &models::EpisodeModel::loaded, this, [this] {
        refreshEmpty();
        setCurrent(m_current);
    });
    connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void EpisodePanel::buildList()
{
    m_list->setObjectName(QStringLiteral("episodes"));
    m_list->setAccessibleName(tr("Episodes"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new EpisodeDelegate(m_themes, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setDragEnabled(true);
    m_list->setAcceptDrops(true);
    m_list->setDropIndicatorShown(true);
    m_list->setDragDropMode(QAbstractItemView::DragDrop);
    m_list->setDefaultDropAction(Qt::MoveAction);
    connect(&m_model, &models::EpisodeModel::queueDropped, this, &EpisodePanel::queueMoveRequested);
    connect(m_list->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex &index) {
                // Whoever reads is not torn away when what they read leaves the list.
                if (m_model.isFollowing() && !m_list->hasFocus()) {
                    return;
                }
                if (const auto *const episode = m_model.episodeAt(index.row());
                    episode && episode->id != m_current) {
                    m_current = episode->id;
                    emit episodeChosen(episode->id);
                }
            });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const auto *const episode = m_model.episodeAt(index.row())) {
            emit episodeActivated(episode->id);
        }
    });
    connect(m_list, &QListView::customContextMenuRequested, this, &EpisodePanel::openMenu);
}

void EpisodePanel::showPlace(const QString &title,
                             const app::library::EpisodeFilter &filter,
                             const QString &emptyTitle,
                             const QString &emptyText,
                             const QList<widgets::MessageAction> &emptyActions)
{
    m_title->setText(title);
    m_emptyTitle = emptyTitle;
    m_emptyText = emptyText;
    m_emptyActions = emptyActions;
    {
        const QSignalBlocker quiet(m_filterField);
        m_filterField->clear();
        m_filterButton->setChecked(false);
    }
    m_stack->setCurrentWidget(m_list);
    m_model.setFilter(filter);
}

void EpisodePanel::applyFilter()
{
    app::library::EpisodeFilter filter = m_model.filter();
    if (filter.titleContains != m_filterField->text().trimmed()) {
        filter.titleContains = m_filterField->text().trimmed();
        m_model.setFilter(filter);
    }
}

void EpisodePanel::refreshEmpty()
{
    const bool empty = m_model.isLoaded() && m_model.rowCount() == 0;
    if (empty) {
        if (m_model.filter().titleContains.isEmpty()) {
            m_empty->setContent(QStringLiteral("inbox"), m_emptyTitle, m_emptyText, m_emptyActions);
        } else {
            m_empty->setContent(QStringLiteral("search"),
                                tr("Nothing for “%1”.").arg(m_model.filter().titleContains),
                                {});
        }
    }
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_list);
}

void EpisodePanel::setPlaying(app::base::EpisodeId episode)
{
    m_model.setPlaying(episode);
}

void EpisodePanel::setCurrent(app::base::EpisodeId episode)
{
    m_current = episode;
    const auto row = m_model.rowOf(episode);
    const QModelIndex index = row ? m_model.index(*row) : QModelIndex();
    if (index != m_list->currentIndex()) {
        m_list->setCurrentIndex(index);
    }
}

std::optional<app::library::EpisodeRow> EpisodePanel::current() const
{
    const auto *const episode = m_model.episodeAt(m_list->currentIndex().row());
    return episode ? std::optional(*episode) : std::nullopt;
}

void EpisodePanel::moveCurrent(int by)
{
    const int row = m_list->currentIndex().row();
    const auto *const episode = m_model.episodeAt(row);
    const bool isQueue = m_model.filter().state == app::library::EpisodeFilter::State::Queued
                         && m_model.filter().titleContains.isEmpty();
    const int target = row + by;
    if (episode && isQueue && target >= 0 && target < m_model.rowCount()) {
        emit queueMoveRequested(episode->id, target);
    }
}

void EpisodePanel::beginFilter()
{
    m_filterButton->setChecked(true);
    m_filterField->setFocus(Qt::ShortcutFocusReason);
}

void EpisodePanel::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void EpisodePanel::openMenu(const QPoint &position)
{
    if (const auto *const episode = m_model.episodeAt(m_list->indexAt(position).row())) {
        emit menuRequested(*episode, m_list->viewport()->mapToGlobal(position));
    }
}

void EpisodePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.current().list);
    painter.setPen(m_themes.current().line);
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

void EpisodePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_list->doItemsLayout();
}

} // namespace ui::library
