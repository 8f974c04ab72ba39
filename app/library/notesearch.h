// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/notequery.h"

#include <vector>

namespace app::library {

class Connection;

/// Finds notes, over all episodes. Plain blocking code on the lane of its connection.
class NoteSearch final
{
public:
    explicit NoteSearch(Connection &connection)
        : m_connection(connection)
    {}

    /// Nothing typed is an error; what holds no word finds all.
    [[nodiscard]] base::Result<NoteIndex> index(const NoteQuery &query);
    /// Whole notes in the order asked for; those that are gone are left out.
    [[nodiscard]] base::Result<std::vector<notes::Note>> load(const std::vector<base::NoteId> &ids);
    [[nodiscard]] base::Result<NoteFacets> facets();

private:
    Connection &m_connection;
};

} // namespace app::library
