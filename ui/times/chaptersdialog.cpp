// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/times/chaptersdialog.h"

#include "app/timestamps/timecode.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QTableWidget>

namespace ui::times {
namespace {

using app::timestamps::Chapter;
using app::timestamps::Chapters;
using app::timestamps::MediaTime;
using widgets::Button;
namespace metrics = theme::metrics;

enum Column { TimeColumn, TitleColumn };

constexpr int longestTitle = 1000;

Button *makeButton(const theme::ThemeManager &themes,
                   const QString &name,
                   const QString &text,
                   Button::Kind kind,
                   QWidget *parent)
{
    auto *const button = new Button(themes, kind, text, parent);
    button->setObjectName(name);
    return button;
}

} // namespace

ChaptersDialog::ChaptersDialog(const theme::ThemeManager &themes,
                               const QString &episodeTitle,
                               Chapters chapters,
                               bool isOwn,
                               bool isDownloaded,
                               QWidget *parent)
    : QDialog(parent)
    , m_chapters(std::move(chapters))
    , m_table(new QTableWidget(this))
{
    setObjectName(QStringLiteral("chaptersDialog"));
    setWindowTitle(tr("Chapters of “%1”").arg(episodeTitle));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(
        metrics::space20, metrics::space16, metrics::space20, metrics::space16);
    rows->setSpacing(metrics::space12);
    auto *const words = new QLabel(
        tr("Look the list over: times and titles can be changed. Yours go before all others."),
        this);
    words->setWordWrap(true);
    rows->addWidget(words);
    buildTable();
    rows->addWidget(m_table, 1);
    buildButtons(themes, isOwn, isDownloaded);
    connect(m_table, &QTableWidget::cellChanged, this, &ChaptersDialog::check);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ChaptersDialog::showState);
    showState();
    resize(620, 480);
}

void ChaptersDialog::buildTable()
{
    m_table->setObjectName(QStringLiteral("chapterTable"));
    m_table->setAccessibleName(tr("Chapters"));
    m_table->setColumnCount(2);
    m_table->setHorizontalHeaderLabels({tr("Time"), tr("Title")});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setColumnWidth(TimeColumn, 100);
    for (std::size_t i = 0; i < m_chapters.size(); ++i) {
        addRow(static_cast<int>(i), m_chapters[i]);
    }
    if (!m_chapters.empty()) {
        m_table->setCurrentCell(0, TitleColumn);
    }
}

void ChaptersDialog::buildButtons(const theme::ThemeManager &themes, bool isOwn, bool isDownloaded)
{
    auto *const work = new QHBoxLayout;
    auto *const ends = new QHBoxLayout;
    for (auto *const row : {work, ends}) {
        row->setSpacing(metrics::space8);
        static_cast<QVBoxLayout *>(layout())->addLayout(row);
    }
    const auto add = [&](QHBoxLayout *row,
                         const char *name,
                         const QString &text,
                         auto wish,
                         Button::Kind kind = Button::Kind::Secondary) {
        auto *const button = makeButton(themes, QLatin1String(name), text, kind, this);
        row->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, wish);
        return button;
    };
    m_play = add(work, "chapterPlay", tr("Play from here"), [this] {
        emit playRequested(m_chapters[static_cast<std::size_t>(m_table->currentRow())].start);
    });
    add(work, "chapterAdd", tr("Add one here", "a chapter at what is heard"), [this] {
        addChapter();
    });
    m_remove = add(work, "chapterRemove", tr("Remove"), [this] { removeChosen(); });
    work->addStretch(1);
    m_needRows += add(ends, "chaptersExport", tr("Export…"), &ChaptersDialog::exportRequested);
    if (isDownloaded) {
        m_needRows +=
            add(ends, "chaptersWrite", tr("Write into the file"), &ChaptersDialog::writeRequested);
    }
    if (isOwn) {
        add(ends,
            "chaptersPublishers",
            tr("Use the publisher's chapters"),
            &ChaptersDialog::publishersRequested);
    }
    ends->addStretch(1);
    add(ends, "chaptersCancel", tr("Cancel"), &QDialog::reject);
    auto *const use = add(ends,
                          "chaptersUse",
                          tr("Use as chapters"),
                          &ChaptersDialog::useRequested,
                          Button::Kind::Primary);
    m_needRows += use;
    auto *const erase = new QShortcut(QKeySequence::Delete, m_table);
    erase->setContext(Qt::WidgetShortcut);
    connect(erase, &QShortcut::activated, this, &ChaptersDialog::removeChosen);
}

void ChaptersDialog::addRow(int row, const Chapter &chapter)
{
    m_filling = true;
    m_table->insertRow(row);
    m_table->setItem(
        row, TimeColumn, new QTableWidgetItem(app::timestamps::formatTimecode(chapter.start)));
    m_table->setItem(row, TitleColumn, new QTableWidgetItem(chapter.title));
    m_filling = false;
}

void ChaptersDialog::addChapter()
{
    Chapter chapter;
    chapter.start = m_heard ? m_heard() : MediaTime();
    const auto after =
        std::find_if(m_chapters.begin(), m_chapters.end(), [&chapter](const Chapter &other) {
            return other.start > chapter.start;
        });
    const int row = static_cast<int>(after - m_chapters.begin());
    m_chapters.insert(after, chapter);
    addRow(row, chapter);
    m_table->setCurrentCell(row, TitleColumn);
    m_table->editItem(m_table->item(row, TitleColumn));
    showState();
}

void ChaptersDialog::removeChosen()
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        rows += index.row();
    }
    std::sort(rows.begin(), rows.end(), std::greater<>());
    for (const int row : std::as_const(rows)) {
        m_chapters.erase(m_chapters.begin() + row);
        m_table->removeRow(row);
    }
    showState();
}

void ChaptersDialog::check(int row)
{
    if (m_filling) {
        return;
    }
    Chapter &chapter = m_chapters[static_cast<std::size_t>(row)];
    chapter.title = m_table->item(row, TitleColumn)->text().simplified().left(longestTitle);
    const auto start =
        app::timestamps::parseTimecode(m_table->item(row, TimeColumn)->text().trimmed());
    if (start
        && app::timestamps::formatTimecode(*start)
               != app::timestamps::formatTimecode(chapter.start)) {
        chapter.start = *start;
        chapter.end.reset();
    }
    // What is no time becomes again what it was.
    m_filling = true;
    m_table->item(row, TimeColumn)->setText(app::timestamps::formatTimecode(chapter.start));
    m_filling = false;
}

void ChaptersDialog::showState()
{
    for (QAbstractButton *const button : std::as_const(m_needRows)) {
        button->setEnabled(!m_chapters.empty());
    }
    m_play->setEnabled(m_table->currentRow() >= 0);
    m_remove->setEnabled(m_table->selectionModel()->hasSelection());
}

Chapters ChaptersDialog::chapters() const
{
    Chapters sorted = m_chapters;
    app::timestamps::sortChapters(sorted);
    return sorted;
}

} // namespace ui::times
