// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/importpreview.h"

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
    , m_added(count(notes, Incoming::Added))
    , m_changed(count(notes, Incoming::Changed))
    , m_known(count(notes, Incoming::Known))
    , m_table(new QTableView(this))
    , m_import(new Button(themes, Button::Kind::Primary, tr("Import"), this))
{
    setObjectName(QStringLiteral("importPreview"));
    setWindowTitle(tr("Import notes"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_table->setModel(new IncomingModel(std::move(notes), m_table));
    build(fileName, source, remarks);
    resize(760, 480);
}

void ImportPreview::build(const QString &fileName,
                          const QString &source,
                          const QStringList &remarks)
{
    auto *const head = new QLabel(tr("“%1” was read as %2.").arg(fileName, source), this);
    head->setObjectName(QStringLiteral("importHead"));
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    auto *const sums =
        new QLabel(QStringList{tr("%n note(s) will be added.", nullptr, m_added),
                               tr("%n note(s) will change.", nullptr, m_changed),
                               tr("%n note(s) are known and stay as they are.", nullptr, m_known)}
                       .join(u' '),
                   this);
    sums->setObjectName(QStringLiteral("importSums"));
    sums->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("importNotes"));
    m_table->setAccessibleName(tr("Notes of the file"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(IncomingModel::WordsColumn,
                                                      QHeaderView::Stretch);
    m_table->setColumnWidth(IncomingModel::TimeColumn, 80);
    m_table->setColumnWidth(IncomingModel::BecomesColumn, 130);
    m_table->setColumnWidth(IncomingModel::EpisodeColumn, 200);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(
        metrics::space20, metrics::space16, metrics::space20, metrics::space16);
    rows->setSpacing(metrics::space12);
    rows->addWidget(head);
    rows->addWidget(sums);
    rows->addWidget(m_table, 1);
    if (!remarks.isEmpty()) {
        auto *const left = new QPlainTextEdit(remarks.join(u'\n'), this);
        left->setObjectName(QStringLiteral("importRemarks"));
        left->setAccessibleName(tr("What could not be read"));
        left->setReadOnly(true);
        left->setTabChangesFocus(true);
        left->setFixedHeight(remarksHeight);
        rows->addWidget(left);
    }
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(metrics::space8);
    auto *const cancel = new Button(m_themes, Button::Kind::Secondary, tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("importCancel"));
    m_import->setObjectName(QStringLiteral("importStart"));
    m_import->setEnabled(m_added + m_changed > 0);
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(m_import);
    rows->addLayout(foot);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_import, &QAbstractButton::clicked, this, [this] {
        emit importRequested();
        accept();
    });
}

} // namespace ui::exchange
