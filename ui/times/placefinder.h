// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/mediatime.h"
#include "ui/theme/thememanager.h"

#include <QWidget>

#include <functional>

class QLineEdit;

namespace ui::times {

using app::timestamps::Duration;
using app::timestamps::MediaTime;

/// A place in the recording that is found by ear: typed, taken from what is heard, and nudged.
/// Each step lets its first seconds be heard. Thread: main.
class PlaceFinder final : public QWidget
{
    Q_OBJECT

public:
    explicit PlaceFinder(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// Does not let it be heard.
    void setPlace(MediaTime place);

    [[nodiscard]] MediaTime place() const { return m_place; }

    /// What "Now" takes; asked for when it is pressed.
    void setHeard(std::function<MediaTime()> heard) { m_heard = std::move(heard); }

signals:
    void placeChanged(app::timestamps::MediaTime place);
    /// Let this place be heard.
    void tried(app::timestamps::MediaTime place);

protected:
    /// Enter in the field tries what was typed, and only then ends the dialog around it.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addStep(const theme::ThemeManager &themes, Duration by);
    void go(MediaTime place);
    void typed();
    void showPlace();

    MediaTime m_place;
    std::function<MediaTime()> m_heard;
    QLineEdit *m_field;
};

} // namespace ui::times
