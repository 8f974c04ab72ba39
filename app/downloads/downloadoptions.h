// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/httpclient.h"
#include "app/network/retry.h"

#include <chrono>

namespace app::downloads {

/// How downloads go about it.
struct DownloadOptions
{
    int atOnce = 2; ///< those asked for playing come on top
    network::RetryPolicy retry;
    network::HttpLimits limits = network::TransferRequest().limits;
    /// A connection without a byte while a player waits is given up for a new one after this.
    std::chrono::milliseconds readerSilence{8'000};
    /// A player that waits without any byte coming learns after this, at the latest, why.
    std::chrono::milliseconds readerPatience{25'000};
};

} // namespace app::downloads
