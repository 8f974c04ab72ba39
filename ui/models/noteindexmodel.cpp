// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/noteindexmodel.h"

#include "app/library/notesearch.h"
#include "app/work/comeback.h"
#include "ui/models/internal/rowsteps.h"

#include <algorithm>
#include <limits>

namespace ui::models {
namespace {

using app::base::NoteId;
using app::base::Result;
using app::library::Connection;
using app::library::NoteGroup;
using app::library::NoteSearch;
using app::notes::Note;

/// When more runs of rows come and go than this, all rows are new.
constexpr std::size_t mostSteps = 400;
/// When another query leaves more rows than this to compare, all are new: nobody waits for that.
constexpr std::size_t mostRowsCompared = 10'000;

} // namespace

NoteIndexModel::NoteIndexModel(app::library::Library &library)
    : m_library(library)
{
    connect(&library, &app::library::Library::changed, this, [this](const auto &changes) {
        if (!changes.notes.isEmpty()) {
            follow(changes.notes);
        }
    });
    connect(&library, &app::library::Library::changedOutside, this, [this] {
        const QList<NoteId> all = m_notes.keys();
        follow({all.begin(), all.end()});
    });
}

void NoteIndexModel::setQuery(const app::library::NoteQuery &query)
{
    m_query = query;
    read();
}

void NoteIndexModel::follow(const QSet<NoteId> &notes)
{
    for (const NoteId &id : notes) {
        m_absent.remove(id);
        if (m_notes.contains(id)) {
            m_stale.insert(id);
        }
    }
    if (m_loaded && m_indexing) {
        m_readAgain = true;
    } else if (m_loaded) {
        read();
    }
}

void NoteIndexModel::read()
{
    ++m_generation;
    m_indexing = true;
    m_readAgain = false;
    auto reading = m_library.read([query = m_query](Connection &connection) -> Result<Answer> {
        NoteSearch search(connection);
        auto index = search.index(query);
        if (!index) {
            return app::base::unexpected(index.error());
        }
        auto facets = search.facets();
        if (!facets) {
            return app::base::unexpected(facets.error());
        }
        return Answer{*std::move(index), *std::move(facets)};
    });
    m_indexJob = app::work::Job(reading);
    app::work::comeBack(
        reading, this, [this, generation = m_generation](const Result<Answer> &answer) {
            if (generation != m_generation) {
                return;
            }
            m_indexing = false;
            if (!answer) {
                emit failed(answer.error());
                return;
            }
            show(*answer);
            if (m_readAgain) {
                read();
            }
        });
}

void NoteIndexModel::show(Answer answer)
{
    std::vector<Group> groups;
    const bool grouped = m_query.group != NoteGroup::None;
    if (grouped) {
        groups.reserve(answer.index.groups.size());
        for (app::library::NoteGroupHead &head : answer.index.groups) {
            groups.push_back({std::move(head.key), std::move(head.title), {}});
        }
    } else {
        groups.resize(1);
    }
    for (app::library::NoteIndexLine &line : answer.index.lines) {
        const auto at = grouped ? static_cast<std::size_t>(line.group) : 0;
        groups[at].ids.push_back(std::move(line.id));
    }
    const bool regrouped = std::exchange(m_grouping, m_query.group) != m_query.group;
    m_noteCount = static_cast<int>(answer.index.lines.size());
    if (regrouped) {
        m_folded.clear();
    }
    const bool otherOrder = regrouped || m_shown.sort != m_query.sort;
    const bool otherQuery = m_shown != m_query;
    m_shown = m_query;
    showGroups(std::move(groups),
               otherOrder   ? 0
               : otherQuery ? mostRowsCompared
                            : std::numeric_limits<std::size_t>::max());
    m_loaded = true;
    if (m_facets != answer.facets) {
        m_facets = std::move(answer.facets);
        emit facetsChanged();
    }
    emit loaded();
    load();
}

std::vector<NoteIndexModel::Row> NoteIndexModel::rowsOf(const std::vector<Group> &groups) const
{
    std::vector<Row> rows;
    rows.reserve(static_cast<std::size_t>(m_noteCount) + groups.size());
    for (std::size_t at = 0; at < groups.size(); ++at) {
        const auto number = static_cast<int>(at);
        if (m_grouping != NoteGroup::None) {
            rows.push_back({number, {}});
        }
        if (!m_folded.contains(groups[at].key)) {
            for (const NoteId &id : groups[at].ids) {
                rows.push_back({number, id});
            }
        }
    }
    return rows;
}

QString NoteIndexModel::keyOf(const std::vector<Group> &groups, const Row &row) const
{
    // A note with two tags stands in two groups; else its id is enough, and costs no copy.
    if (row.id.isValid() && m_grouping != NoteGroup::Tag) {
        return row.id.text();
    }
    return groups[static_cast<std::size_t>(row.group)].key + QChar(0x1f) + row.id.text();
}

std::optional<std::vector<internal::RowStep>> NoteIndexModel::stepsTo(
    const std::vector<Group> &groups, const std::vector<Row> &rows, std::size_t mostCompared) const
{
    if (m_rows.empty()) {
        return std::nullopt;
    }
    const auto same = [this, &groups](const Row &before, const Row &after) {
        return before.id == after.id
               && m_groups[static_cast<std::size_t>(before.group)].key
                      == groups[static_cast<std::size_t>(after.group)].key;
    };
    // Mostly a row or two of very many are others; only between these are keys made.
    std::size_t first = 0;
    std::size_t beforeEnd = m_rows.size();
    std::size_t afterEnd = rows.size();
    while (first < beforeEnd && first < afterEnd && same(m_rows[first], rows[first])) {
        ++first;
    }
    while (beforeEnd > first && afterEnd > first
           && same(m_rows[beforeEnd - 1], rows[afterEnd - 1])) {
        --beforeEnd;
        --afterEnd;
    }
    if (beforeEnd - first + afterEnd - first > mostCompared) {
        return std::nullopt;
    }
    std::vector<QString> before;
    for (std::size_t at = first; at < beforeEnd; ++at) {
        before.push_back(keyOf(m_groups, m_rows[at]));
    }
    std::vector<QString> after;
    for (std::size_t at = first; at < afterEnd; ++at) {
        after.push_back(keyOf(groups, rows[at]));
    }
    auto steps = internal::rowSteps(before, after, mostSteps);
    if (steps) {
        for (internal::RowStep &step : *steps) {
            step.first += static_cast<int>(first);
            step.from += static_cast<int>(first);
        }
    }
    return steps;
}

void NoteIndexModel::showGroups(std::vector<Group> groups, std::size_t mostCompared)
{
    std::vector<Row> rows = rowsOf(groups);
    const auto steps = stepsTo(groups, rows, mostCompared);
    if (!steps) {
        beginResetModel();
        m_groups = std::move(groups);
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    // While rows come and go, those of groups that are gone still need their head.
    QHash<QString, int> places;
    for (std::size_t at = 0; at < groups.size(); ++at) {
        places.insert(groups[at].key, static_cast<int>(at));
    }
    const std::size_t staying = groups.size();
    const std::vector<Group> before = std::move(m_groups);
    m_groups = std::move(groups);
    std::vector<int> moved;
    for (const Group &group : before) {
        const int place = places.value(group.key, static_cast<int>(m_groups.size()));
        if (place == static_cast<int>(m_groups.size())) {
            m_groups.push_back(group);
        }
        moved.push_back(place);
    }
    for (Row &row : m_rows) {
        row.group = moved[static_cast<std::size_t>(row.group)];
    }
    for (const internal::RowStep &step : *steps) {
        const auto at = m_rows.begin() + step.first;
        if (step.kind == internal::RowStep::Kind::Remove) {
            beginRemoveRows({}, step.first, step.first + step.count - 1);
            m_rows.erase(at, at + step.count);
            endRemoveRows();
        } else {
            beginInsertRows({}, step.first, step.first + step.count - 1);
            const auto from = rows.begin() + step.from;
            m_rows.insert(at, from, from + step.count);
            endInsertRows();
        }
    }
    // Those that stayed may have come to another group.
    m_rows = std::move(rows);
    m_groups.resize(staying);
    refreshHeads(before);
}

void NoteIndexModel::refreshHeads(const std::vector<Group> &before)
{
    QHash<QString, const Group *> known;
    for (const Group &group : before) {
        known.insert(group.key, &group);
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (!isHead(row)) {
            continue;
        }
        const Group &now =
            m_groups[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)].group)];
        const Group *const then = known.value(now.key);
        if (then && (then->title != now.title || then->ids.size() != now.ids.size())) {
            emit dataChanged(index(row), index(row));
        }
    }
}

bool NoteIndexModel::isHead(int row) const
{
    return row >= 0 && row < rowCount() && !m_rows[static_cast<std::size_t>(row)].id.isValid();
}

std::optional<NoteHead> NoteIndexModel::headAt(int row) const
{
    if (!isHead(row)) {
        return std::nullopt;
    }
    const Group &group =
        m_groups[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)].group)];
    NoteHead head{m_grouping,
                  group.key,
                  group.title,
                  static_cast<int>(group.ids.size()),
                  m_folded.contains(group.key),
                  std::nullopt};
    if (!group.ids.empty()) {
        if (const auto found = m_notes.constFind(group.ids.front()); found != m_notes.cend()) {
            head.first = *found;
        }
    }
    return head;
}

NoteId NoteIndexModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].id : NoteId();
}

const Note *NoteIndexModel::noteAt(int row) const
{
    const auto found = m_notes.constFind(idAt(row));
    return found == m_notes.cend() ? nullptr : &*found;
}

std::optional<int> NoteIndexModel::rowOf(const NoteId &id) const
{
    if (!id.isValid()) {
        return std::nullopt;
    }
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&id](const Row &row) { return row.id == id; });
    return found == m_rows.end() ? std::nullopt
                                 : std::optional(static_cast<int>(found - m_rows.begin()));
}

std::vector<NoteId> NoteIndexModel::ids() const
{
    std::vector<NoteId> all;
    all.reserve(static_cast<std::size_t>(m_noteCount));
    QSet<NoteId> seen;
    for (const Group &group : m_groups) {
        for (const NoteId &id : group.ids) {
            if (!seen.contains(id)) {
                seen.insert(id);
                all.push_back(id);
            }
        }
    }
    return all;
}

void NoteIndexModel::setFolded(int row, bool folded)
{
    if (!isHead(row)) {
        return;
    }
    const int number = m_rows[static_cast<std::size_t>(row)].group;
    const Group &group = m_groups[static_cast<std::size_t>(number)];
    if (m_folded.contains(group.key) == folded) {
        return;
    }
    const auto count = static_cast<int>(group.ids.size());
    const auto behind = m_rows.begin() + row + 1;
    if (folded) {
        m_folded.insert(group.key);
        beginRemoveRows({}, row + 1, row + count);
        m_rows.erase(behind, behind + count);
        endRemoveRows();
    } else {
        m_folded.remove(group.key);
        std::vector<Row> rows;
        std::transform(group.ids.begin(),
                       group.ids.end(),
                       std::back_inserter(rows),
                       [number](const NoteId &id) {
                           return Row{number, id};
                       });
        beginInsertRows({}, row + 1, row + count);
        m_rows.insert(behind, rows.begin(), rows.end());
        endInsertRows();
    }
    emit dataChanged(index(row), index(row));
}

void NoteIndexModel::setAllFolded(bool folded)
{
    if (m_grouping == NoteGroup::None) {
        return;
    }
    beginResetModel();
    m_folded.clear();
    for (const Group &group : m_groups) {
        if (folded) {
            m_folded.insert(group.key);
        }
    }
    m_rows = rowsOf(m_groups);
    endResetModel();
}

int NoteIndexModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant NoteIndexModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    if (role == WithEpisodeRole) {
        return m_grouping != NoteGroup::Episode;
    }
    if (const auto head = headAt(index.row())) {
        return role == HeadRole          ? QVariant::fromValue(*head)
               : role == Qt::DisplayRole ? QVariant(head->title)
                                         : QVariant();
    }
    const Note *const note = noteAt(index.row());
    if (!note) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return note->anchor.quote.isEmpty() ? note->text : note->anchor.quote;
    case NoteRole:
        return QVariant::fromValue(*note);
    default:
        return {};
    }
}

Qt::ItemFlags NoteIndexModel::flags(const QModelIndex &index) const
{
    // A head can be reached with the keyboard, to fold it, but is never part of what is chosen.
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return isHead(index.row()) ? Qt::ItemFlags(Qt::ItemIsEnabled)
           : index.isValid()   ? usual | Qt::ItemIsDragEnabled
                               : usual;
}

} // namespace ui::models
