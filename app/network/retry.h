// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <chrono>

namespace app::network {

/// How stubbornly something that failed is tried again.
struct RetryPolicy
{
    int retries = 5;                            ///< after the first try
    std::chrono::milliseconds firstPause{1000}; ///< doubles each time
    std::chrono::milliseconds longestPause{30'000};
};

/// Whether the same request may well succeed a little later: no connection, silence, a server that
/// is overloaded (408, 425, 429, 500, 502, 503, 504). Thread: any.
[[nodiscard]] bool isWorthRetrying(const base::Error &error);

/// The pause before a retry.
/// \param retry  counted from 0
/// Thread: any.
[[nodiscard]] std::chrono::milliseconds pauseBefore(int retry, const RetryPolicy &policy);

} // namespace app::network
