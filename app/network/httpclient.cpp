// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/httpclient.h"

#include "app/network/internal/qtclient.h"

namespace app::network {

std::unique_ptr<HttpClient> makeHttpClient()
{
    return std::make_unique<internal::QtClient>();
}

} // namespace app::network
