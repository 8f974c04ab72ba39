// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/library.h"
#include "app/library/notequery.h"
#include "app/work/job.h"
#include "ui/models/notemodel.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace ui::models {

namespace internal {
struct RowStep;
}

/// The head of a group of notes.
struct NoteHead
{
    app::library::NoteGroup group = app::library::NoteGroup::None;
    QString key;
    QString title;
    int count = 0;
    bool folded = false;
    std::optional<app::notes::Note> first; ///< of its notes; empty until it has been read

    bool operator==(const NoteHead &) const = default;
};

/// All notes that a query asks for, in groups with heads that fold. Thread: main.
///
/// Knows the ids of all rows and the words of those that were wanted lately: say with want() which
/// rows can be seen, and what they hold comes 200 at a time. Follows the library row by row; while
/// another query is read the rows of the one before stay.
class NoteIndexModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NoteRole = NoteModel::NoteRole, ///< app::notes::Note; nothing for heads, and until read
        HeadRole = Qt::UserRole + 40,   ///< NoteHead; nothing for notes
        WithEpisodeRole,                ///< bool: no head says whose the note is
    };

    explicit NoteIndexModel(app::library::Library &library);

    void setQuery(const app::library::NoteQuery &query);

    [[nodiscard]] const app::library::NoteQuery &query() const { return m_query; }

    /// What can be chosen, with counts; of the library as last read.
    [[nodiscard]] const app::library::NoteFacets &facets() const { return m_facets; }

    /// Whether a query has been answered once.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    [[nodiscard]] bool isHead(int row) const;
    [[nodiscard]] std::optional<NoteHead> headAt(int row) const;
    [[nodiscard]] const app::notes::Note *noteAt(int row) const; ///< null until it has been read
    [[nodiscard]] app::base::NoteId idAt(int row) const;         ///< not valid for heads
    [[nodiscard]] std::optional<int> rowOf(const app::base::NoteId &id) const;

    /// Every note the query asks for, once, in order; those of folded groups too.
    [[nodiscard]] std::vector<app::base::NoteId> ids() const;

    [[nodiscard]] int noteCount() const { return m_noteCount; }

    void setFolded(int row, bool folded);
    void setAllFolded(bool folded);

    /// Reads what rows \p first to \p last hold, and a page around them.
    void want(int first, int last);
    /// One note that is kept read, wherever it stands.
    void pin(const app::base::NoteId &id);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// Rows are as the query asks for, at first or again.
    void loaded();
    void facetsChanged();
    void failed(const app::base::Error &error);

private:
    struct Group
    {
        QString key;
        QString title;
        std::vector<app::base::NoteId> ids;
    };

    struct Row
    {
        int group = 0;
        app::base::NoteId id; ///< not valid: the head
    };

    struct Answer
    {
        app::library::NoteIndex index;
        app::library::NoteFacets facets;
    };

    void follow(const QSet<app::base::NoteId> &notes);
    void read();
    void show(Answer answer);
    void showGroups(std::vector<Group> groups, std::size_t mostCompared);
    void refreshHeads(const std::vector<Group> &before);
    void load();
    void loadCame(const std::vector<app::base::NoteId> &asked, std::vector<app::notes::Note> notes);
    void forgetFar();
    [[nodiscard]] std::optional<std::vector<internal::RowStep>>
    stepsTo(const std::vector<Group> &groups,
            const std::vector<Row> &rows,
            std::size_t mostCompared) const;
    [[nodiscard]] std::vector<Row> rowsOf(const std::vector<Group> &groups) const;
    [[nodiscard]] QString keyOf(const std::vector<Group> &groups, const Row &row) const;
    [[nodiscard]] std::vector<app::base::NoteId> missing() const;

    app::library::Library &m_library;
    app::library::NoteQuery m_query;
    app::library::NoteFacets m_facets;
    std::vector<Group> m_groups;
    std::vector<Row> m_rows;
    int m_noteCount = 0;
    app::library::NoteGroup m_grouping = app::library::NoteGroup::None; ///< of the rows
    QSet<QString> m_folded;
    QHash<app::base::NoteId, app::notes::Note> m_notes;
    QSet<app::base::NoteId> m_stale;  ///< read, but changed since
    QSet<app::base::NoteId> m_absent; ///< asked for, and not there
    app::base::NoteId m_pinned;
    int m_wantedFirst = 0;
    int m_wantedLast = -1;
    bool m_loaded = false;
    bool m_readAgain = false;
    bool m_indexing = false;
    bool m_loading = false;
    int m_generation = 0;
    app::work::Job m_indexJob;
    app::work::Job m_loadJob;
    app::library::NoteQuery m_shown; ///< what the rows are the answer to
};

} // namespace ui::models

Q_DECLARE_METATYPE(ui::models::NoteHead)
