// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/library/library.h"
#include "app/library/records.h"
#include "app/work/job.h"

#include <QAbstractListModel>
#include <QMimeData>

#include <optional>
#include <vector>

namespace ui::models {

/// The episodes of one place, newest first, read 200 at a time as the list is scrolled.
///
/// Keeps snapshots; data() never queries. Follows the library's changes by their ids. Thread: main.
class EpisodeModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        EpisodeRole = Qt::UserRole + 1, ///< app::library::EpisodeRow
        SectionRole, ///< head of the group this row belongs to, such as "Today"; empty in the queue
        PlayingRole, ///< bool: it is the one in the player
        StartsSectionRole, ///< bool: the row before belongs to another group, or there is none
    };

    EpisodeModel(app::library::Library &library, const app::base::Clock &clock);

    /// Shows other episodes, from the first page on.
    void setFilter(const app::library::EpisodeFilter &filter);

    [[nodiscard]] const app::library::EpisodeFilter &filter() const { return m_filter; }

    /// The episode that is loaded in the player; not valid for none.
    void setPlaying(app::base::EpisodeId episode);

    [[nodiscard]] const app::library::EpisodeRow *episodeAt(int row) const;
    /// Its row, when it is among those read so far.
    [[nodiscard]] std::optional<int> rowOf(app::base::EpisodeId episode) const;

    /// Whether the first page has come; before that an empty list means nothing.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    /// Whether rows come and go right now because the library changed, not because somebody chose
    /// other ones.
    [[nodiscard]] bool isFollowing() const { return m_following; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// What a dragged episode is called among this app's own kinds of data.
    [[nodiscard]] static QString mimeType();
    /// The episode in dragged data, when there is one.
    [[nodiscard]] static std::optional<app::base::EpisodeId> episodeIn(const QMimeData *data);

    /// Every episode can be dragged; other programs get its title.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data,
                                       Qt::DropAction action,
                                       int row,
                                       int column,
                                       const QModelIndex &parent) const override;
    /// Changes nothing by itself: the queue is moved in the library and comes back from there.
    bool dropMimeData(const QMimeData *data,
                      Qt::DropAction action,
                      int row,
                      int column,
                      const QModelIndex &parent) override;

signals:
    /// An episode was dropped on the queue. \param to  its place there, counted without itself
    void queueDropped(app::base::EpisodeId episode, int to);
    /// A page came, or rows were read again.
    void loaded();
    void failed(const app::base::Error &error);

private:
    using Rows = std::vector<app::library::EpisodeRow>;
    void read(int offset, int limit);
    void pageCame(int offset, int limit, Rows rows);
    void follow(const app::library::Changes &changes);
    void refreshRows(const std::vector<app::base::EpisodeId> &episodes);
    void replaceRows(Rows rows);
    [[nodiscard]] QString sectionOf(int row) const;

    app::library::Library &m_library;
    const app::base::Clock &m_clock;
    app::library::EpisodeFilter m_filter;
    Rows m_rows;
    app::base::EpisodeId m_playing;
    bool m_hasMore = false;
    bool m_loaded = false;
    bool m_reading = false;
    bool m_following = false;
    bool m_stale = false; ///< changed while it was being read
    int m_generation = 0; ///< of the filter; answers to an older one are dropped
    app::work::Job m_job;
    app::work::Job m_refreshing;
};

} // namespace ui::models

Q_DECLARE_METATYPE(app::library::EpisodeRow)
