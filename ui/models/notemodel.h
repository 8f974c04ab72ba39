// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/library.h"
#include "app/library/records.h"
#include "app/notes/note.h"
#include "app/work/job.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace ui::models {

/// Notes of one episode, or of all, in order of place. Follows the library. Thread: main.
class NoteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NoteRole = Qt::UserRole + 1, ///< app::notes::Note
    };

    explicit NoteModel(app::library::Library &library);

    void setFilter(const app::library::NoteFilter &filter);

    [[nodiscard]] const app::library::NoteFilter &filter() const { return m_filter; }

    [[nodiscard]] const std::vector<app::notes::Note> &notes() const { return m_notes; }

    [[nodiscard]] const app::notes::Note *noteAt(int row) const;
    [[nodiscard]] std::optional<int> rowOf(const app::base::NoteId &id) const;

    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

signals:
    void loaded();
    void failed(const app::base::Error &error);

private:
    void read();
    void show(std::vector<app::notes::Note> notes);

    app::library::Library &m_library;
    app::library::NoteFilter m_filter;
    std::vector<app::notes::Note> m_notes;
    bool m_loaded = false;
    int m_generation = 0;
    app::work::Job m_job;
};

} // namespace ui::models

Q_DECLARE_METATYPE(app::notes::Note)
