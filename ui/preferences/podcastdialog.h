// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "ui/theme/thememanager.h"

#include <QDialog>

namespace ui::preferences {

/// What one podcast has of its own: speed, silence, loudness, what to leave out at the start and
/// the end. Everything takes effect at once. Open it with open(). Thread: main.
class PodcastDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \param common  what holds where the podcast has nothing of its own; shown as such
    PodcastDialog(const theme::ThemeManager &themes,
                  const QString &title,
                  const app::settings::PodcastSettings &own,
                  const app::settings::PlaybackSettings &common,
                  QWidget *parent = nullptr);

signals:
    void changed(const app::settings::PodcastSettings &own);

private:
    void build(const QString &title, const app::settings::PlaybackSettings &common);

    const theme::ThemeManager &m_themes;
    app::settings::PodcastSettings m_own;
};

} // namespace ui::preferences
