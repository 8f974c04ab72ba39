// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exports/importer.h"
#include "ui/exchange/episodechooser.h"
#include "ui/theme/thememanager.h"

#include <QAbstractTableModel>
#include <QDialog>

#include <vector>

class QLabel;
class QTableView;

namespace ui::widgets {
class Button;
}

namespace ui::exchange {

using app::exports::Incoming;

/// One note of a file.
struct IncomingNote
{
    Incoming becomes = Incoming::Added;
    QString time;    ///< "4:30"
    QString words;   ///< its text or quote, on one line
    QString episode; ///< "Plain Methods: Where zero is"
};

/// The notes of a file as rows. Thread: main.
class IncomingModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { BecomesColumn, TimeColumn, WordsColumn, EpisodeColumn, ColumnCount };

    explicit IncomingModel(std::vector<IncomingNote> notes, QObject *parent = nullptr);

    void setNotes(std::vector<IncomingNote> notes);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<IncomingNote> m_notes;
};

/// What a file of notes would add and change, before it does. Thread: main.
class ImportPreview final : public QDialog
{
    Q_OBJECT

public:
    /// \param source    what was read, such as "Audacity labels"
    /// \param remarks   what could not be read, as sentences
    ImportPreview(const theme::ThemeManager &themes,
                  const QString &fileName,
                  const QString &source,
                  std::vector<IncomingNote> notes,
                  const QStringList &remarks,
                  QWidget *parent);

    /// Lets the listener say which episode the notes are about that name none.
    void offerEpisodes();
    /// The answer to episodeSearchRequested().
    void setFoundEpisodes(const std::vector<EpisodeChoice> &episodes);
    /// What would come now; the answer to episodeChosen().
    void showNotes(std::vector<IncomingNote> notes);

signals:
    void importRequested();
    void episodeSearchRequested(const QString &words);
    /// Nothing can be imported until showNotes(). \param episode  not valid: none any more
    void episodeChosen(app::base::EpisodeId episode);

private:
    void build(const QString &fileName, const QString &source, const QStringList &remarks);
    void buildTable();
    void showSums(const std::vector<IncomingNote> &notes);
    [[nodiscard]] QLabel *makeWords(const QString &name, const QString &words);

    const theme::ThemeManager &m_themes;
    IncomingModel *m_notes;
    QTableView *m_table;
    QLabel *m_sums;
    QWidget *m_episode; ///< asks for it, with all that belongs to that
    EpisodeChooser *m_chooser;
    widgets::Button *m_import;
};

} // namespace ui::exchange
