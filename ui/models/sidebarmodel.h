// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/library.h"
#include "app/library/records.h"
#include "app/work/job.h"

#include <QAbstractListModel>

#include <vector>

namespace ui::models {

/// A place the sidebar leads to.
struct Place
{
    enum class Kind { Heading, Inbox, Queue, Downloads, History, Notes, Podcast };

    Kind kind = Kind::Inbox;
    app::base::PodcastId podcast; ///< with Podcast
    QString title;
    QString iconName; ///< empty for podcasts, which show their cover
    int count = 0;    ///< 0 shows none
    QString problem;  ///< why the last refresh failed; empty when it went well

    bool operator==(const Place &) const = default;

    /// Its name for ever, such as "inbox" or "podcast/4", to be remembered between runs.
    [[nodiscard]] QString key() const;
};

/// The rows of the sidebar: fixed places, headings, and the podcasts by title. Thread: main.
class SidebarModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { PlaceRole = Qt::UserRole + 1 };

    explicit SidebarModel(app::library::Library &library);

    [[nodiscard]] const Place *placeAt(int row) const;
    [[nodiscard]] int rowOf(const QString &key) const; ///< -1 when it is not there
    [[nodiscard]] int podcastCount() const;

    /// Whether the library has been read once.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void loaded();

private:
    struct Snapshot;
    void read();
    void show(const Snapshot &snapshot);

    app::library::Library &m_library;
    std::vector<Place> m_places;
    bool m_loaded = false;
    bool m_reading = false;
    bool m_stale = false;
    app::work::Job m_job;
};

} // namespace ui::models

Q_DECLARE_METATYPE(ui::models::Place)
