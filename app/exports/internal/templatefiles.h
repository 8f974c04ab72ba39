// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <string_view>

namespace app::exports::internal {

/// The text of resources/templates/FORMAT.mustache, which is built in; empty when there is none.
[[nodiscard]] std::string_view templateFile(QStringView format);

} // namespace app::exports::internal
