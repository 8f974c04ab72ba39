// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/mediacontrols.h"

#include "app/platform/internal/mpris.h"

namespace app::platform {

namespace {

class NoControls final : public MediaControls
{
public:
    using MediaControls::MediaControls;

    void show(const NowPlaying &) override {}

    void setPosition(std::chrono::milliseconds) override {}

    void setJumped(std::chrono::milliseconds) override {}
};

} // namespace

MediaControls *makeMediaControls(QObject *parent)
{
#ifdef EARMARK_HAS_BUS
    if (internal::hasSessionBus()) {
        return new internal::MprisControls(parent);
    }
#endif
    return new NoControls(parent);
}

} // namespace app::platform
