// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/episodemodel.h"

#include "app/library/episodestore.h"
#include "app/work/comeback.h"
#include "ui/models/episodewords.h"
#include "ui/text/timetext.h"

#include <QLocale>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace ui::models {
namespace {

constexpr int pageSize = 200;

using app::base::EpisodeId;
using app::library::Connection;
using app::library::EpisodeRow;
using app::library::EpisodeStore;
using Rows = std::vector<EpisodeRow>;

bool sameOrder(const Rows &a, const Rows &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &x, const auto &y) {
        return x.id == y.id;
    });
}

bool holds(const Rows &rows, EpisodeId id)
{
    return std::any_of(rows.begin(), rows.end(), [id](const auto &row) { return row.id == id; });
}

} // namespace

EpisodeModel::EpisodeModel(app::library::Library &library, const app::base::Clock &clock)
    : m_library(library)
    , m_clock(clock)
{
    connect(&library, &app::library::Library::changed, this, &EpisodeModel::follow);
    connect(&library, &app::library::Library::changedOutside, this, [this] {
        read(0, std::max(pageSize, static_cast<int>(m_rows.size())));
    });
}

void EpisodeModel::setFilter(const app::library::EpisodeFilter &filter)
{
    ++m_generation;
    beginResetModel();
    m_filter = filter;
    m_rows.clear();
    m_hasMore = false;
    m_loaded = false;
    m_reading = false;
    endResetModel();
    read(0, pageSize);
}

void EpisodeModel::setPlaying(EpisodeId episode)
{
    const EpisodeId before = std::exchange(m_playing, episode);
    for (const EpisodeId changed : {before, episode}) {
        if (const auto row = rowOf(changed)) {
            emit dataChanged(index(*row), index(*row));
        }
    }
}

const EpisodeRow *EpisodeModel::episodeAt(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return row >= 0 && at < m_rows.size() ? &m_rows[at] : nullptr;
}

std::optional<int> EpisodeModel::rowOf(EpisodeId episode) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [episode](const auto &row) { return row.id == episode; });
    return found == m_rows.end() ? std::nullopt
                                 : std::optional(static_cast<int>(found - m_rows.begin()));
}

int EpisodeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString EpisodeModel::sectionOf(int row) const
{
    using State = app::library::EpisodeFilter::State;
    if (m_filter.state == State::Queued) {
        return {};
    }
    const EpisodeRow &episode = m_rows[static_cast<std::size_t>(row)];
    const QDateTime &when = m_filter.state == State::Heard ? episode.lastHeard : episode.published;
    const QDate day = when.toLocalTime().date();
    return text::dayGroupText(day, m_clock.now().toLocalTime().date(), QLocale());
}

QVariant EpisodeModel::data(const QModelIndex &index, int role) const
{
    const EpisodeRow *const episode = episodeAt(index.row());
    if (!index.isValid() || !episode) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return episode->title;
    case Qt::AccessibleTextRole:
        return spokenEpisode(*episode, episode->id == m_playing);
    case PlayingRole:
        return episode->id == m_playing;
    case EpisodeRole:
        return QVariant::fromValue(*episode);
    case SectionRole:
        return sectionOf(index.row());
    case StartsSectionRole: {
        const QString section = sectionOf(index.row());
        return !section.isEmpty() && (index.row() == 0 || sectionOf(index.row() - 1) != section);
    }
    default:
        return {};
    }
}

bool EpisodeModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_reading;
}

void EpisodeModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        read(static_cast<int>(m_rows.size()), pageSize);
    }
}

void EpisodeModel::read(int offset, int limit)
{
    m_reading = true;
    m_stale = false;
    auto reading = m_library.read([filter = m_filter, offset, limit](Connection &connection) {
        return EpisodeStore(connection).page(filter, offset, limit);
    });
    m_job = app::work::Job(reading);
    app::work::comeBack(
        reading,
        this,
        [this, offset, limit, generation = m_generation](const app::base::Result<Rows> &rows) {
            if (generation != m_generation) {
                return;
            }
            m_reading = false;
            if (!rows) {
                emit failed(rows.error());
                return;
            }
            pageCame(offset, limit, *rows);
        });
}

void EpisodeModel::pageCame(int offset, int limit, Rows rows)
{
    m_loaded = true;
    m_hasMore = static_cast<int>(rows.size()) == limit;
    if (offset == 0) {
        replaceRows(std::move(rows));
    } else {
        // A change between two pages may show a row twice; it is read again right after.
        std::erase_if(rows, [this](const EpisodeRow &row) { return holds(m_rows, row.id); });
        if (!rows.empty()) {
            const auto first = static_cast<int>(m_rows.size());
            beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
            m_rows.insert(m_rows.end(), rows.begin(), rows.end());
            endInsertRows();
        }
    }
    emit loaded();
    if (m_stale) {
        read(0, std::max(pageSize, static_cast<int>(m_rows.size())));
    }
}

void EpisodeModel::follow(const app::library::Changes &changes)
{
    if (changes.episodeList || changes.queue || changes.podcastList) {
        if (m_reading) {
            m_stale = true;
        } else {
            read(0, std::max(pageSize, static_cast<int>(m_rows.size())));
        }
        return;
    }
    std::vector<EpisodeId> shown;
    for (const EpisodeId id : changes.episodes) {
        if (holds(m_rows, id)) {
            shown.push_back(id);
        }
    }
    if (!shown.empty()) {
        refreshRows(shown);
    }
}

void EpisodeModel::refreshRows(const std::vector<EpisodeId> &episodes)
{
    const auto reading = m_library.read(
        [episodes](Connection &connection) { return EpisodeStore(connection).rows(episodes); });
    app::work::comeBack(reading, this, [this](const app::base::Result<Rows> &rows) {
        if (!rows) {
            return;
        }
        for (const EpisodeRow &row : *rows) {
            if (const auto at = rowOf(row.id)) {
                m_rows[static_cast<std::size_t>(*at)] = row;
                emit dataChanged(index(*at), index(*at));
            }
        }
        emit loaded();
    });
}

void EpisodeModel::replaceRows(Rows rows)
{
    const QScopedValueRollback following(m_following, true);
    // Take out what is gone, then put in what is new, so that selection and scroll place stay.
    for (int at = static_cast<int>(m_rows.size()) - 1; at >= 0; --at) {
        if (!holds(rows, m_rows[static_cast<std::size_t>(at)].id)) {
            beginRemoveRows({}, at, at);
            m_rows.erase(m_rows.begin() + at);
            endRemoveRows();
        }
    }
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (at >= m_rows.size() || (m_rows[at].id != rows[at].id && !holds(m_rows, rows[at].id))) {
            const auto last =
                std::find_if(rows.begin() + static_cast<qsizetype>(at),
                             rows.end(),
                             [this](const auto &row) { return holds(m_rows, row.id); });
            const auto count = last - (rows.begin() + static_cast<qsizetype>(at));
            const auto row = static_cast<int>(at);
            beginInsertRows({}, row, row + static_cast<int>(count) - 1);
            m_rows.insert(m_rows.begin() + row, rows.begin() + row, rows.begin() + row + count);
            endInsertRows();
        }
    }
    if (!sameOrder(m_rows, rows)) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty()) {
        emit dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
    }
}

} // namespace ui::models
