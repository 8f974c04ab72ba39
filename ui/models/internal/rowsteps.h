// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace ui::models::internal {

/// A run of rows to take out of a list, or to put into it.
struct RowStep
{
    enum class Kind { Remove, Insert };

    Kind kind = Kind::Remove;
    int first = 0; ///< in the list as it is when the steps before are done
    int count = 0;
    int from = 0; ///< of the new list, with Insert

    bool operator==(const RowStep &) const = default;
};

/// How one list of distinct keys becomes another: done in order, so that as many rows as can stay
/// where they are. Empty when it would take more than \p most steps: then all is new.
[[nodiscard]] std::optional<std::vector<RowStep>>
rowSteps(const std::vector<QString> &before, const std::vector<QString> &after, std::size_t most);

} // namespace ui::models::internal
