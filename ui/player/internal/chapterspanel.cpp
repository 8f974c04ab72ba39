// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/chapterspanel.h"

#include "ui/player/internal/chapterlist.h"
#include "ui/player/internal/panelparts.h"
#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/timecodepainter.h"
#include "ui/widgets/toggleswitch.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QSignalBlocker>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui::player::internal {

namespace metrics = theme::metrics;
using app::timestamps::MediaTime;
using theme::TextStyle;
using widgets::ElidedLabel;

namespace {

constexpr int cardWidth = 384;
constexpr int mostRowsShown = 8;
constexpr int rowHeight = 40;
constexpr qsizetype longestName = 80;

} // namespace

ChaptersPanel::ChaptersPanel(const theme::ThemeManager &themes, QWidget *owner)
    : Popover(themes, tr("Chapters"), owner)
    , m_model(new ChapterListModel(this))
    , m_delegate(new ChapterDelegate(themes, this))
    , m_list(new QListView(this))
    , m_source(makeQuietButton(themes, QStringLiteral("chapterSource"), {}, this))
    , m_page(makeQuietButton(themes,
                             QStringLiteral("chapterPage"),
                             tr("Open page", "the web page of a chapter"),
                             this))
{
    setObjectName(QStringLiteral("chaptersPopup"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space8, metrics::space12, metrics::space8, metrics::space8);
    layout->setSpacing(metrics::space8);
    auto *const head = new QHBoxLayout;
    head->setContentsMargins(metrics::space8, 0, metrics::space8, 0);
    head->addWidget(new ElidedLabel(themes, TextStyle::UiStrong, tr("Chapters"), this));
    layout->addLayout(head);
    buildList();
    layout->addWidget(m_list);
    auto *const pictures = new QVBoxLayout;
    pictures->setContentsMargins(metrics::space8, 0, metrics::space8, 0);
    m_pictures = addSwitch(*pictures,
                           themes,
                           QStringLiteral("chapterPictures"),
                           tr("Load pictures for this podcast"),
                           this);
    m_picturesLabel = findChild<ElidedLabel *>(QStringLiteral("chapterPicturesLabel"));
    m_pictures->setHint(tr("Pictures come from other servers, which then know that you listen"));
    layout->addLayout(pictures);
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(metrics::space4);
    foot->addWidget(m_source);
    foot->addStretch(1);
    foot->addWidget(m_page);
    layout->addLayout(foot);
    setMinimumWidth(cardWidth);
    m_source->setIconName(QStringLiteral("chevron-down"));
    connect(m_source, &QAbstractButton::clicked, this, &ChaptersPanel::openSources);
    connect(m_page, &QAbstractButton::clicked, this, [this] {
        openLink(m_list->currentIndex().row());
    });
    connect(m_pictures, &QAbstractButton::toggled, this, &ChaptersPanel::picturesAllowed);
}

void ChaptersPanel::buildList()
{
    m_list->setObjectName(QStringLiteral("chapterList"));
    m_list->setAccessibleName(tr("Chapters"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setTabKeyNavigation(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        // The mark at the end of the row was meant, not the row.
        if (std::exchange(m_linkPressed, -1) != index.row()) {
            choose(index);
        }
    });
    connect(m_delegate, &ChapterDelegate::linkPressed, this, [this](int row) {
        m_linkPressed = row;
        openLink(row);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_page->setEnabled(m_model->link(m_list->currentIndex().row()).isValid());
    });
}

void ChaptersPanel::choose(const QModelIndex &index)
{
    if (const auto start = m_model->start(index.row())) {
        emit chapterChosen(*start);
    }
}

void ChaptersPanel::openLink(int row)
{
    const QUrl link = m_model->link(row);
    if (link.isValid()) {
        emit linkChosen(link);
    }
}

bool ChaptersPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
        }
    } else if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            key->modifiers().testFlag(Qt::ControlModifier) ? openLink(m_list->currentIndex().row())
                                                           : choose(m_list->currentIndex());
            return true;
        }
    }
    return Popover::eventFilter(watched, event);
}

void ChaptersPanel::openSources()
{
    if (!m_menu) {
        m_menu = new QMenu(this);
        m_menu->setObjectName(QStringLiteral("chapterSources"));
    }
    m_menu->clear();
    auto *const group = new QActionGroup(m_menu);
    for (const ChapterSource &source : m_sources) {
        QAction *const action = m_menu->addAction(
            tr("%1 (%n chapter(s))", "a source of chapters", source.count)
                .arg(source.name.left(longestName).replace(QLatin1Char('&'), QLatin1String("&&"))));
        action->setCheckable(true);
        action->setChecked(source.id == m_current);
        group->addAction(action);
        connect(
            action, &QAction::triggered, this, [this, id = source.id] { emit sourceChosen(id); });
    }
    const QSize size = m_menu->sizeHint();
    m_menu->popup(m_source->mapToGlobal(QPoint(0, -size.height() - metrics::space4)));
}

void ChaptersPanel::showState(const ChapterState &state)
{
    const int row = m_list->currentIndex().row();
    m_model->setState(state);
    m_sources = state.sources;
    m_current = state.source;
    double widest = 0;
    if (const auto last = m_model->start(m_model->rowCount() - 1)) {
        widest = widgets::timecodeWidth(theme::font(TextStyle::Meta), text::clockText(*last));
    }
    m_delegate->setTimeWidth(std::max(36, static_cast<int>(std::ceil(widest)) + 1));
    m_delegate->setPicturesShown(m_model->hasPictures());
    const int rows = std::clamp(m_model->rowCount(), 1, mostRowsShown);
    m_list->setFixedHeight(rows * std::max(rowHeight, m_list->fontMetrics().height() + 16));
    if (row >= 0 && row < m_model->rowCount()) {
        m_list->setCurrentIndex(m_model->index(row));
    }
    const auto shown = std::find_if(m_sources.begin(), m_sources.end(), [this](const auto &one) {
        return one.id == m_current;
    });
    const QString name = shown == m_sources.end() ? QString() : shown->name.left(longestName);
    m_source->setText(tr("From: %1", "a source of chapters").arg(name));
    m_source->setAccessibleName(m_source->text());
    m_source->setHint(tr("Choose where the chapters come from"));
    m_source->setVisible(m_sources.size() > 1);
    m_source->updateGeometry();
    m_page->setVisible(m_model->hasLinks());
    m_page->setEnabled(m_model->link(m_list->currentIndex().row()).isValid());
    const bool remote = state.hasRemotePictures();
    m_pictures->setVisible(remote);
    m_picturesLabel->setVisible(remote);
    const QSignalBlocker quiet(m_pictures);
    m_pictures->setChecked(state.remotePictures);
    m_pictures->update();
}

void ChaptersPanel::showPlace(MediaTime place)
{
    m_model->setPlace(place);
}

void ChaptersPanel::goToCurrent()
{
    const QModelIndex at = m_model->index(std::max(m_model->currentRow(), 0));
    m_list->setCurrentIndex(at);
    m_list->scrollTo(at, QAbstractItemView::PositionAtCenter);
}

QWidget *ChaptersPanel::firstFocus() const
{
    return m_list;
}

} // namespace ui::player::internal
