// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/notequery.h"
#include "app/library/statement.h"

#include <QHash>

#include <vector>

namespace app::library::internal {

/// Answers one query: walks the index of all notes in the order of their places, then sorts and
/// groups what it found. Thread: its connection's.
class NoteIndexer final
{
public:
    NoteIndexer(Connection &connection, const NoteQuery &query)
        : m_connection(connection)
        , m_query(query)
    {}

    [[nodiscard]] base::Result<NoteIndex> run();

private:
    struct Row
    {
        base::NoteId id;
        qint64 sortMs = 0;
        int group = 0;
    };

    [[nodiscard]] QByteArray sql() const;
    [[nodiscard]] Statement statement();
    [[nodiscard]] base::Result<void> readRows();
    void sortRows();
    [[nodiscard]] int groupOf(const Statement &statement);
    [[nodiscard]] int groupCalled(const QString &key, qint64 note);
    [[nodiscard]] int groupSpelled(const QByteArray &key, qint64 note);
    [[nodiscard]] int groupOfDay(qint64 ms);
    [[nodiscard]] base::Result<void> nameGroups();
    [[nodiscard]] base::Result<void> groupByTag();
    [[nodiscard]] base::Result<void> spellTags();
    [[nodiscard]] std::vector<int> placesOfGroups() const;
    void orderGroups();
    [[nodiscard]] NoteIndex lines() const;

    Connection &m_connection;
    const NoteQuery &m_query;
    std::vector<Row> m_rows;
    std::vector<Row> m_undated; ///< those whose episode has no date, which come last
    std::vector<NoteGroupHead> m_groups;
    std::vector<qint64> m_examples; ///< for each group, the number of one of its notes
    QHash<QString, int> m_groupNumbers;
    QHash<qint64, int> m_days; ///< groups by quarter of an hour
    QByteArray m_lastKey;      ///< neighbours are mostly of one group
    int m_lastGroup = -1;
};

} // namespace app::library::internal
