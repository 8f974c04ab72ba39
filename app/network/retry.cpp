// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/retry.h"

#include <algorithm>

namespace app::network {

bool isWorthRetrying(const base::Error &error)
{
    switch (error.code) {
    case base::ErrorCode::Offline:
    case base::ErrorCode::Timeout:
    case base::ErrorCode::Busy:
        return true;
    case base::ErrorCode::HttpStatus:
        switch (error.httpStatus) {
        case 408:
        case 425:
        case 429:
        case 500:
        case 502:
        case 503:
        case 504:
            return true;
        default:
            return false;
        }
    default:
        return false;
    }
}

std::chrono::milliseconds pauseBefore(int retry, const RetryPolicy &policy)
{
    std::chrono::milliseconds pause = policy.firstPause;
    for (int i = 0; i < retry && pause < policy.longestPause; ++i) {
        pause *= 2;
    }
    return std::min(pause, policy.longestPause);
}

} // namespace app::network
