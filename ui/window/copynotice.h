// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/session/anchorkeeper.h"
#include "app/session/session.h"
#include "ui/theme/thememanager.h"

#include <QWidget>

namespace ui::widgets {
class Banner;
}

namespace ui::window {

class Messages;

/// The bar above an episode whose copy is not the one its notes were taken on. Thread: main.
class CopyNotice final : public QWidget
{
    Q_OBJECT

public:
    CopyNotice(app::session::Session &session,
               const theme::ThemeManager &themes,
               Messages &messages,
               QWidget *parent);

    /// Looks at another episode's copy, or at the same one again.
    void lookAt(app::base::EpisodeId episode);

    /// "This copy is 2 min 05 s longer than the one you noted. 3 notes need a new place."
    [[nodiscard]] static QString sentence(const app::session::CopyDifference &difference);

signals:
    /// The notes are to be looked at one by one.
    void reviewRequested();

protected:
    bool event(QEvent *event) override;

private:
    void tell(const app::session::CopyDifference &difference);
    void move();

    app::session::Session &m_session;
    Messages &m_messages;
    widgets::Banner *m_banner;
    app::base::EpisodeId m_episode;
    app::session::CopyDifference m_difference;
};

} // namespace ui::window
