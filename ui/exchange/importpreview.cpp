// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/importpreview.h"

#include "ui/exchange/dialogsize.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

#include <algorithm>

namespace ui::exchange {
namespace {

using widgets::Button;
namespace metrics = theme::metrics;

constexpr int remarksHeight = 72;

int count(const std::vector<IncomingNote> &notes, Incoming becomes)
{
    return static_cast<int>(
        std::count_if(notes.begin(), notes.end(), [becomes](const IncomingNote &note) {
            return note.becomes == becomes;
        }));
}

} // namespace

IncomingModel::IncomingModel(std::vector<IncomingNote> notes, QObject *parent)
    : QAbstractTableModel(parent)
    , m_notes(std::move(notes))
{}

void IncomingModel::setNotes(std::vector<IncomingNote> notes)
{
    beginResetModel();
    m_notes = std::move(notes);
    endResetModel();
}

int IncomingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_notes.size());
}

int IncomingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IncomingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const IncomingNote &note = m_notes[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case BecomesColumn:
        switch (note.becomes) {
        case Incoming::Added:
            return tr("New");
        case Incoming::Changed:
            return tr("Changed");
        case Incoming::Known:
            return tr("Known, stays as it is");
        }
        return {};
    case TimeColumn:
        return note.time;
    case WordsColumn:
        return note.words;
    case EpisodeColumn:
        return note.episode;
    default:
        return {};
    }
}

QVariant IncomingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case BecomesColumn:
        return tr("Here it is");
    case TimeColumn:
        return tr("Time");
    case WordsColumn:
        return tr("Note");
    case EpisodeColumn:
        return tr("Episode");
    default:
        return {};
    }
}

ImportPreview::ImportPreview(const theme::ThemeManager &themes,
                             const QString &fileName,
                             const QString &source,
                             std::vector<IncomingNote> notes,
                             const QStringList &remarks,
                             QWidget *parent)
    : QDialog(parent)
    , m_themes(themes)
    , m_notes(new IncomingModel({}, this))
    , m_table(new QTableView(this))
    , m_sums(makeWords(QStringLiteral("importSums"), {}))
    , m_episode(new QWidget(this))
    , m_chooser(new EpisodeChooser(themes, tr("Find the episode by its title"), m_episode))
    , m_import(new Button(themes, Button::Kind::Primary, tr("Import"), this))
{
    setObjectName(QStringLiteral("importPreview"));
    setWindowTitle(tr("Import notes"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_episode->hide();
    buildTable();
    build(fileName, source, remarks);
    showNotes(std::move(notes));
    connect(
        m_chooser, &EpisodeChooser::searchRequested, this, &ImportPreview::episodeSearchRequested);
    connect(m_chooser, &EpisodeChooser::episodeChosen, this, [this](app::base::EpisodeId episode) {
        m_import->setEnabled(false);
        emit episodeChosen(episode);
    });
    resize(fittingSize(*this, {760, 480}));
}

void ImportPreview::offerEpisodes()
{
    m_episode->show();
    emit episodeSearchRequested({});
}

void ImportPreview::setFoundEpisodes(const std::vector<EpisodeChoice> &episodes)
{
    m_chooser->setFound(episodes);
}

void ImportPreview::showNotes(std::vector<IncomingNote> notes)
{
    showSums(notes);
    m_notes->setNotes(std::move(notes));
}

void ImportPreview::showSums(const std::vector<IncomingNote> &notes)
{
    const int added = count(notes, Incoming::Added);
    const int changed = count(notes, Incoming::Changed);
    const int known = count(notes, Incoming::Known);
    QStringList sums;
    if (added > 0) {
        sums += tr("%n note(s) will be added.", nullptr, added);
    }
    if (changed > 0) {
        sums += tr("%n note(s) will change.", nullptr, changed);
    }
    if (known > 0) {
        sums += tr("%n note(s) are known and stay as they are.", nullptr, known);
    }
    m_sums->setText(sums.join(u' '));
    m_import->setEnabled(added + changed > 0);
}

QLabel *ImportPreview::makeWords(const QString &name, const QString &words)
{
    auto *const label = new QLabel(words, this);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void ImportPreview::buildTable()
{
    m_table->setModel(m_notes);
    m_table->setObjectName(QStringLiteral("importNotes"));
    m_table->setAccessibleName(tr("Notes of the file"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(IncomingModel::WordsColumn,
                                                      QHeaderView::Stretch);
    for (const int column : {IncomingModel::BecomesColumn, IncomingModel::TimeColumn}) {
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    m_table->setColumnWidth(IncomingModel::EpisodeColumn, 200);
}

void ImportPreview::build(const QString &fileName,
                          const QString &source,
                          const QStringList &remarks)
{
    auto *const asking = new QVBoxLayout(m_episode);
    asking->setContentsMargins({});
    asking->setSpacing(metrics::space8);
    asking->addWidget(makeWords(QStringLiteral("importEpisodeWords"),
                                tr("The file does not say which episode its notes are about.")));
    asking->addWidget(m_chooser);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(
        metrics::space20, metrics::space16, metrics::space20, metrics::space16);
    rows->setSpacing(metrics::space12);
    rows->addWidget(
        makeWords(QStringLiteral("importHead"), tr("“%1” was read as %2.").arg(fileName, source)));
    rows->addWidget(m_episode);
    rows->addWidget(m_sums);
    rows->addWidget(m_table, 1);
    setTabOrder(m_chooser, m_table);
    QWidget *last = m_table;
    if (!remarks.isEmpty()) {
        auto *const left = new QPlainTextEdit(remarks.join(u'\n'), this);
        left->setObjectName(QStringLiteral("importRemarks"));
        left->setAccessibleName(tr("What could not be read"));
        left->setReadOnly(true);
        left->setTabChangesFocus(true);
        left->setFixedHeight(remarksHeight);
        rows->addWidget(left);
        setTabOrder(last, left);
        last = left;
    }
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(metrics::space8);
    auto *const cancel = new Button(m_themes, Button::Kind::Secondary, tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("importCancel"));
    m_import->setObjectName(QStringLiteral("importStart"));
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(m_import);
    rows->addLayout(foot);
    setTabOrder(last, cancel);
    setTabOrder(cancel, m_import);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_import, &QAbstractButton::clicked, this, [this] {
        emit importRequested();
        accept();
    });
}

} // namespace ui::exchange
