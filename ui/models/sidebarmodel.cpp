// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sidebarmodel.h"

#include "app/library/episodestore.h"
#include "app/library/notestore.h"
#include "app/library/podcaststore.h"
#include "app/work/comeback.h"

#include <algorithm>
#include <array>

namespace ui::models {
namespace {

using app::base::Result;
using app::library::Connection;
using app::library::EpisodeFilter;
using app::library::EpisodeStore;

constexpr std::size_t fixedRows = 7;
constexpr std::size_t notesRow = 5;

} // namespace

struct SidebarModel::Snapshot
{
    int inbox = 0;
    int queue = 0;
    int downloads = 0;
    int notes = 0;
    std::vector<app::library::Podcast> podcasts;

    static Result<Snapshot> read(Connection &connection)
    {
        Snapshot snapshot;
        EpisodeStore episodes(connection);
        const std::array counted{std::pair(EpisodeFilter::State::Unplayed, &snapshot.inbox),
                                 std::pair(EpisodeFilter::State::Queued, &snapshot.queue),
                                 std::pair(EpisodeFilter::State::Downloaded, &snapshot.downloads)};
        for (const auto &[state, count] : counted) {
            EpisodeFilter filter;
            filter.state = state;
            const auto found = episodes.count(filter);
            if (!found) {
                return app::base::unexpected(found.error());
            }
            *count = *found;
        }
        const auto notes = app::library::NoteStore(connection).count();
        if (!notes) {
            return app::base::unexpected(notes.error());
        }
        snapshot.notes = *notes;
        auto podcasts = app::library::PodcastStore(connection).all();
        if (!podcasts) {
            return app::base::unexpected(podcasts.error());
        }
        snapshot.podcasts = *std::move(podcasts);
        return snapshot;
    }
};

QString Place::key() const
{
    switch (kind) {
    case Kind::Heading:
        return {};
    case Kind::Inbox:
        return QStringLiteral("inbox");
    case Kind::Queue:
        return QStringLiteral("queue");
    case Kind::Downloads:
        return QStringLiteral("downloads");
    case Kind::History:
        return QStringLiteral("history");
    case Kind::Notes:
        return QStringLiteral("notes");
    case Kind::Podcast:
        return QStringLiteral("podcast/%1").arg(podcast.number());
    }
    return {};
}

SidebarModel::SidebarModel(app::library::Library &library)
    : m_library(library)
{
    using Kind = Place::Kind;
    m_places = {
        {Kind::Inbox, {}, tr("Inbox"), QStringLiteral("inbox"), 0, {}},
        {Kind::Queue, {}, tr("Queue"), QStringLiteral("queue"), 0, {}},
        {Kind::Downloads, {}, tr("Downloads"), QStringLiteral("download"), 0, {}},
        {Kind::History, {}, tr("History"), QStringLiteral("clock"), 0, {}},
        {Kind::Heading, {}, tr("Study", "heading above Notes"), {}, 0, {}},
        {Kind::Notes, {}, tr("Notes"), QStringLiteral("notes"), 0, {}},
        {Kind::Heading, {}, tr("Podcasts"), {}, 0, {}},
    };
    connect(&library, &app::library::Library::changed, this, [this](const auto &changes) {
        // Positions change twice a second while playing and never show here.
        const bool counts = changes.episodeList || changes.queue || changes.podcastList
                            || !changes.podcasts.isEmpty() || !changes.notes.isEmpty();
        if (counts) {
            read();
        }
    });
    connect(&library, &app::library::Library::changedOutside, this, &SidebarModel::read);
    read();
}

const Place *SidebarModel::placeAt(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return row >= 0 && at < m_places.size() ? &m_places[at] : nullptr;
}

int SidebarModel::rowOf(const QString &key) const
{
    const auto found = std::find_if(m_places.begin(), m_places.end(), [&key](const Place &place) {
        return !key.isEmpty() && place.key() == key;
    });
    return found == m_places.end() ? -1 : static_cast<int>(found - m_places.begin());
}

int SidebarModel::podcastCount() const
{
    return static_cast<int>(m_places.size() - fixedRows);
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    const Place *const place = placeAt(index.row());
    if (!index.isValid() || !place) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return place->title;
    case Qt::ToolTipRole:
        return place->problem.isEmpty() ? place->title : place->problem;
    case Qt::AccessibleTextRole:
        return place->count > 0 ? tr("%1, %2", "place and how many are in it: Inbox, 12")
                                      .arg(place->title)
                                      .arg(place->count)
                                : place->title;
    case PlaceRole:
        return QVariant::fromValue(*place);
    default:
        return {};
    }
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    const Place *const place = placeAt(index.row());
    if (place && place->kind == Place::Kind::Heading) {
        return Qt::NoItemFlags;
    }
    return QAbstractListModel::flags(index);
}

void SidebarModel::read()
{
    if (m_reading) {
        m_stale = true;
        return;
    }
    m_reading = true;
    m_stale = false;
    auto reading =
        m_library.read([](Connection &connection) { return Snapshot::read(connection); });
    m_job = app::work::Job(reading);
    app::work::comeBack(reading, this, [this](const Result<Snapshot> &snapshot) {
        m_reading = false;
        if (snapshot) {
            show(*snapshot);
        }
        if (m_stale) {
            read();
        }
    });
}

void SidebarModel::show(const Snapshot &snapshot)
{
    std::vector<Place> places(m_places.begin(), m_places.begin() + fixedRows);
    places[0].count = snapshot.inbox;
    places[1].count = snapshot.queue;
    places[2].count = snapshot.downloads;
    places[notesRow].count = snapshot.notes;
    for (const app::library::Podcast &podcast : snapshot.podcasts) {
        places.push_back({Place::Kind::Podcast,
                          podcast.id,
                          podcast.title,
                          {},
                          podcast.unplayedCount,
                          podcast.error});
    }
    // Podcasts come and go rarely; then their part of the list is put in anew.
    const bool sameRows = std::equal(
        places.begin(),
        places.end(),
        m_places.begin(),
        m_places.end(),
        [](const Place &a, const Place &b) { return a.kind == b.kind && a.podcast == b.podcast; });
    if (!sameRows) {
        if (m_places.size() > fixedRows) {
            beginRemoveRows({}, fixedRows, static_cast<int>(m_places.size()) - 1);
            m_places.resize(fixedRows);
            endRemoveRows();
        }
        if (places.size() > fixedRows) {
            beginInsertRows({}, fixedRows, static_cast<int>(places.size()) - 1);
            m_places.insert(m_places.end(), places.begin() + fixedRows, places.end());
            endInsertRows();
        }
    }
    for (std::size_t row = 0; row < places.size(); ++row) {
        if (m_places[row] != places[row]) {
            m_places[row] = places[row];
            emit dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
        }
    }
    m_loaded = true;
    emit loaded();
}

} // namespace ui::models
