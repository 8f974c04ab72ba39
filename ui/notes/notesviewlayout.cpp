// SPDX-License-Identifier: GPL-3.0-or-later
// How the view of all notes is put together.
#include "ui/notes/internal/filterbar.h"
#include "ui/notes/internal/noterows.h"
#include "ui/notes/internal/rowdelegate.h"
#include "ui/notes/internal/selectionbar.h"
#include "ui/notes/internal/spokenrows.h"
#include "ui/notes/internal/turnbar.h"
#include "ui/notes/notepage.h"
#include "ui/notes/notesview.h"
#include "ui/notes/notewords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/iconbutton.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::notes {
namespace {

using app::library::NoteGroup;
using app::library::NoteSort;
using models::NoteIndexModel;
using theme::TextStyle;
using widgets::Button;
using widgets::ElidedLabel;
using widgets::IconButton;
namespace metrics = theme::metrics;

constexpr int narrowestList = 360;
constexpr int narrowestPage = 380;

} // namespace

NotesView::NotesView(const theme::ThemeManager &themes,
                     NoteIndexModel &model,
                     const Codebook &codebook,
                     const app::base::Clock &clock,
                     QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_model(model)
    , m_codebook(codebook)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_title(new ElidedLabel(themes, TextStyle::Section, {}, this))
    , m_count(new ElidedLabel(themes, TextStyle::Ui, {}, this))
    , m_leaveBin(new Button(themes, Button::Kind::Quiet, tr("Back to the notes"), this))
    , m_emptyBin(new Button(themes, Button::Kind::Secondary, tr("Empty the bin…"), this))
    , m_playAll(
          new IconButton(themes, QStringLiteral("play"), tr("Play all of these in turn"), this))
    , m_order(new Button(themes, Button::Kind::Quiet, {}, this))
    , m_export(new Button(themes, Button::Kind::Primary, {}, this))
    , m_more(new IconButton(themes, QStringLiteral("more"), tr("More"), this))
    , m_filters(new internal::FilterBar(themes, codebook, clock, this))
    , m_unsure(new widgets::Banner(themes, widgets::Banner::Kind::Notice, this))
    , m_stack(new QStackedWidget(this))
    , m_rows(new internal::NoteRows(this))
    , m_empty(new widgets::EmptyState(themes, this))
    , m_selection(new internal::SelectionBar(themes, codebook, this))
    , m_turn(new internal::TurnBar(themes, this))
    , m_list(nullptr)
    , m_page(new NotePage(themes, codebook, this))
{
    setObjectName(QStringLiteral("notesView"));
    m_query.group = NoteGroup::Episode;
    m_query.sort = NoteSort::Place;
    m_rows->setObjectName(QStringLiteral("allNotes"));
    m_rows->setAccessibleName(tr("Notes"));
    m_rows->setItemDelegate(new internal::RowDelegate(themes, codebook, m_rows));
    m_rows->setGuess(internal::RowDelegate::usualHeight());
    auto *const spoken = new internal::SpokenRows(codebook, this);
    spoken->setSourceModel(&model);
    m_rows->setModel(spoken);
    m_list = buildList();
    m_splitter->setObjectName(QStringLiteral("notesSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_page);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_list->setMinimumWidth(narrowestList);
    m_page->setMinimumWidth(narrowestPage);
    auto *const all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);
    m_selection->hide();
    connectParts();
    refreshHead();
    arrange();
    // Only now: what is hidden asks for no room.
    m_splitter->setSizes({550, 450});
}

QWidget *NotesView::buildList()
{
    auto *const list = new QWidget(this);
    list->setObjectName(QStringLiteral("notesList"));
    auto *const head = new QVBoxLayout;
    head->setContentsMargins(metrics::space16, metrics::space8, metrics::space12, metrics::space12);
    head->setSpacing(metrics::space8);
    buildHead(*head);
    head->addWidget(m_filters);
    m_unsure->setObjectName(QStringLiteral("notesUnsure"));
    m_unsure->setIconName(QStringLiteral("warning"));
    m_unsure->setActions({{QStringLiteral("showUnsure"), tr("Show them")}});
    auto *const notice = new QWidget(list);
    auto *const around = new QHBoxLayout(notice);
    around->setContentsMargins(metrics::space16, 0, metrics::space12, metrics::space12);
    around->addWidget(m_unsure);
    notice->hide();
    auto *const line = new QWidget(list);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    const auto color = [this, line] {
        QPalette colors = line->palette();
        colors.setColor(QPalette::Window, m_themes.current().line);
        line->setPalette(colors);
        update();
    };
    connect(&m_themes, &theme::ThemeManager::changed, line, color);
    color();
    m_stack->addWidget(m_rows);
    m_stack->addWidget(m_empty);
    auto *const column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(notice);
    column->addWidget(line);
    column->addWidget(m_stack, 1);
    column->addWidget(m_turn);
    column->addWidget(m_selection);
    return list;
}

void NotesView::buildHead(QBoxLayout &column)
{
    m_title->setObjectName(QStringLiteral("notesTitle"));
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_count->setObjectName(QStringLiteral("notesCount"));
    m_count->setColor(&theme::Theme::text2);
    m_leaveBin->setObjectName(QStringLiteral("notesLeaveBin"));
    m_leaveBin->setIconName(QStringLiteral("arrow-left"));
    m_emptyBin->setObjectName(QStringLiteral("notesEmptyBin"));
    m_emptyBin->setIconName(QStringLiteral("trash"));
    m_playAll->setObjectName(QStringLiteral("notesPlayAll"));
    m_order->setObjectName(QStringLiteral("notesOrder"));
    m_order->setIconName(QStringLiteral("group"));
    m_export->setObjectName(QStringLiteral("notesExport"));
    m_export->setIconName(QStringLiteral("export"));
    m_more->setObjectName(QStringLiteral("notesMore"));
    auto *const row = new QHBoxLayout;
    row->setSpacing(metrics::space4);
    row->addWidget(m_title);
    row->addSpacing(metrics::space4);
    row->addWidget(m_count, 1);
    for (QWidget *const part : std::initializer_list<QWidget *>{
             m_leaveBin, m_playAll, m_order, m_export, m_emptyBin, m_more}) {
        row->addWidget(part);
    }
    column.addLayout(row);
}

void NotesView::connectParts()
{
    connect(&m_model, &NoteIndexModel::loaded, this, &NotesView::refresh);
    connect(&m_model, &NoteIndexModel::failed, this, &NotesView::showFailure);
    connect(&m_model,
            &QAbstractItemModel::dataChanged,
            this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                // Many rows far away may have come; only these are asked.
                for (int row = first.row(); row <= last.row(); ++row) {
                    if (m_model.idAt(row) == m_current) {
                        showCurrent();
                        return;
                    }
                }
            });
    connect(&m_codebook, &Codebook::changed, m_rows->viewport(), qOverload<>(&QWidget::update));
    connect(&m_themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
    connect(m_empty, &widgets::EmptyState::actionTriggered, this, [this](const QString &action) {
        if (action == QLatin1String("clear")) {
            m_filters->clear();
        } else {
            ask();
        }
    });
    connect(
        m_unsure, &widgets::Banner::actionTriggered, m_filters, &internal::FilterBar::showUnsure);
    connect(m_filters, &internal::FilterBar::changed, this, &NotesView::ask);
    connect(m_filters, &internal::FilterBar::leaveRequested, this, &NotesView::focusList);
    connect(m_filters, &internal::FilterBar::namesRequested, this, &NotesView::namesRequested);
    connect(m_leaveBin, &QAbstractButton::clicked, this, [this] { setInBin(false); });
    connect(m_emptyBin, &QAbstractButton::clicked, this, &NotesView::emptyBinRequested);
    connect(m_playAll, &QAbstractButton::clicked, this, [this] {
        emit playInTurnRequested(m_model.ids());
    });
    connect(m_order, &QAbstractButton::clicked, this, &NotesView::openOrder);
    connect(
        m_export, &QAbstractButton::clicked, this, [this] { emit exportRequested(m_model.ids()); });
    connect(m_more, &QAbstractButton::clicked, this, &NotesView::openMore);
    connectList();
    connectPage();
    connectBars();
}

void NotesView::connectList()
{
    using internal::NoteRows;
    connect(m_rows, &NoteRows::rowsSeen, &m_model, &NoteIndexModel::want);
    connect(m_rows, &NoteRows::playRequested, this, [this](const QModelIndex &index) {
        if (const auto note = noteAt(index)) {
            emit playRequested(*note);
        }
    });
    connect(m_rows, &NoteRows::openRequested, this, [this] { openPage(true); });
    connect(m_rows, &NoteRows::editRequested, this, [this] { openPage(true); });
    connect(m_rows, &NoteRows::foldRequested, this, [this](const QModelIndex &index, bool folded) {
        m_model.setFolded(index.row(), folded);
    });
    connect(m_rows, &NoteRows::deleteRequested, this, [this] {
        if (m_query.inBin) {
            askToDrop(chosen());
        } else {
            emit deleteRequested(chosen());
        }
    });
    connect(m_rows, &NoteRows::dragRequested, this, [this] { emit dragRequested(chosen()); });
    connect(m_rows, &NoteRows::copyRequested, this, [this] { emit copyRequested(chosen()); });
    connect(m_rows, &NoteRows::starRequested, this, [this] {
        const auto current = noteAt(m_rows->currentIndex());
        emit starRequested(chosen(), !current || !current->starred);
    });
    connect(m_rows, &NoteRows::colorRequested, this, [this](int number) {
        emit colorRequested(chosen(), allColors[static_cast<std::size_t>(number)]);
    });
    connect(m_rows, &QWidget::customContextMenuRequested, this, &NotesView::openMenu);
    connect(m_rows->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &NotesView::refreshChosen);
}

void NotesView::connectPage()
{
    connect(m_page, &NotePage::playRequested, this, &NotesView::playRequested);
    connect(m_page, &NotePage::colorRequested, this, [this](const auto &id, auto color) {
        emit colorRequested({id}, color);
    });
    connect(m_page, &NotePage::starRequested, this, [this](const auto &id, bool starred) {
        emit starRequested({id}, starred);
    });
    connect(m_page, &NotePage::deleteRequested, this, [this](const auto &id) {
        closePage();
        emit deleteRequested({id});
    });
    connect(m_page, &NotePage::restoreRequested, this, [this](const auto &id) {
        emit restoreRequested({id});
    });
    connect(m_page, &NotePage::dropRequested, this, [this](const auto &id) { askToDrop({id}); });
    connect(m_page, &NotePage::confirmRequested, this, [this](const auto &id) {
        emit confirmRequested({id});
    });
    connect(m_page, &NotePage::menuRequested, this, &NotesView::menuRequested);
    connect(m_page, &NotePage::backRequested, this, [this] {
        closePage();
        focusList();
    });
}

void NotesView::connectBars()
{
    using internal::SelectionBar;
    connect(m_selection,
            &SelectionBar::tagsRequested,
            this,
            [this](const QStringList &add, const QStringList &remove) {
                emit tagsRequested(chosen(), add, remove);
            });
    connect(m_selection, &SelectionBar::colorRequested, this, [this](auto color) {
        emit colorRequested(chosen(), color);
    });
    connect(m_selection, &SelectionBar::starRequested, this, [this](bool starred) {
        emit starRequested(chosen(), starred);
    });
    connect(m_selection, &SelectionBar::exportRequested, this, [this] {
        emit exportRequested(chosen());
    });
    connect(m_selection, &SelectionBar::confirmRequested, this, [this] {
        emit confirmRequested(chosen());
    });
    connect(m_selection, &SelectionBar::deleteRequested, this, [this] {
        emit deleteRequested(chosen());
    });
    connect(m_selection, &SelectionBar::dropRequested, this, [this] { askToDrop(chosen()); });
    connect(m_selection, &SelectionBar::restoreRequested, this, [this] {
        emit restoreRequested(chosen());
    });
    connect(m_turn, &internal::TurnBar::stepRequested, this, &NotesView::turnStepRequested);
    connect(m_turn, &internal::TurnBar::endRequested, this, &NotesView::turnEndRequested);
}

} // namespace ui::notes
