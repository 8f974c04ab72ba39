// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/patience.h"
#include "ui/player/playerbar.h"
#include "ui/player/timeline.h"
#include "ui/theme/thememanager.h"
#include "ui/widgets/popover.h"

#include <QAbstractButton>
#include <QApplication>
#include <QPaintEvent>
#include <QRegion>
#include <QSignalSpy>
#include <QTest>

#include <cstdlib>
#include <optional>
#include <vector>

namespace tests {

using app::base::EpisodeId;
using app::base::NoteId;
using app::notes::Color;
using app::playback::PlayerState;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using ui::player::PlayerBar;
using ui::player::Timeline;
using ui::player::TimelineFlag;
using ui::theme::ThemeManager;

inline constexpr Duration length{58 * 60'000};

inline MediaTime at(int minutes, int seconds)
{
    return MediaTime::fromMs((minutes * 60 + seconds) * 1000LL);
}

inline app::timestamps::Chapters chapters()
{
    app::timestamps::Chapters result(4);
    result[0].title = QStringLiteral("Opening");
    result[1].start = at(10, 0);
    result[1].title = QStringLiteral("Reading the ledgers");
    result[2].start = at(31, 0);
    result[2].title = QStringLiteral("The wall on Quay Street");
    result[3].start = at(45, 0);
    result[3].title = QStringLiteral("Hidden");
    result[3].listed = false;
    return result;
}

inline std::vector<TimelineFlag> flags()
{
    return {{NoteId(QStringLiteral("late")), at(40, 0), {}, Color::Blue, QStringLiteral("later")},
            {NoteId(QStringLiteral("early")), at(5, 0), at(6, 0), Color::Yellow, {}}};
}

/// Collects what a widget is asked to repaint.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget &widget)
        : m_widget(widget)
    {
        widget.installEventFilter(this);
    }

    QRegion painted;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == &m_widget && event->type() == QEvent::Paint) {
            painted += static_cast<QPaintEvent *>(event)->region();
        }
        return false;
    }

private:
    QWidget &m_widget;
};

/// A bar with an episode, 1200 wide.
struct Bar
{
    ThemeManager themes{ThemeManager::Mode::Light};
    QWidget window;
    PlayerBar bar{themes, &window};

    explicit Bar(int width = 1200)
    {
        window.resize(width, 300);
        bar.setEpisode(
            {{EpisodeId(7), QStringLiteral("Where zero is"), QStringLiteral("Tidewater")}});
        bar.setDuration(length);
        bar.setState(PlayerState::Paused);
        bar.setChapters(chapters());
        bar.setFlags(flags());
        bar.setPosition(at(24, 31));
        bar.setGeometry(0, 150, width, bar.height());
        window.show();
    }

    template <typename Widget = QWidget>
    [[nodiscard]] Widget *child(const char *name) const
    {
        return bar.findChild<Widget *>(QLatin1String(name));
    }

    void press(const char *name) const
    {
        auto *const button = child<QAbstractButton>(name);
        QVERIFY(button && button->isVisible() && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }

    [[nodiscard]] QPoint on(MediaTime place, int y) const
    {
        return {qRound(const_cast<PlayerBar &>(bar).timeline().xOf(place)), y};
    }
};

/// A bar in a window with room for cards.
struct Cards : Bar
{
    explicit Cards(int width = 1200)
        : Bar(width)
    {
        window.resize(width, 700);
        bar.setGeometry(0, 700 - bar.height(), width, bar.height());
        QApplication::setActiveWindow(&window);
        if (!tests::waitForActive(&window)) {
            qWarning("the window does not become active");
        }
    }

    template <typename Widget = QWidget>
    [[nodiscard]] Widget *part(const char *name) const
    {
        return window.findChild<Widget *>(QLatin1String(name));
    }

    /// Presses the bar's button and gives its card.
    [[nodiscard]] ui::widgets::Popover *open(const char *button, const char *card) const
    {
        QTest::mouseClick(child<QAbstractButton>(button), Qt::LeftButton);
        return part<ui::widgets::Popover>(card);
    }

    void click(const char *name) const
    {
        auto *const button = part<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
};

inline MediaTime lastPlace(const QSignalSpy &spy)
{
    return spy.isEmpty() ? MediaTime::fromMs(-1) : spy.last().at(0).value<MediaTime>();
}

inline qint64 off(MediaTime a, MediaTime b)
{
    return std::abs((a - b).count());
}

} // namespace tests
