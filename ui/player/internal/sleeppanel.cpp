// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/sleeppanel.h"

#include "ui/player/internal/panelparts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace ui::player::internal {

namespace metrics = theme::metrics;
using theme::TextStyle;
using widgets::Button;
using widgets::ElidedLabel;
using Mode = SleepShown::Mode;

namespace {

constexpr int cardWidth = 264;
constexpr int perRow = 3;
constexpr std::array choices{5, 10, 15, 30, 45, 60};
constexpr int usualMinutes = 20;
constexpr int mostMinutes = 24 * 60;

} // namespace

QString sleepText(const SleepShown &sleep)
{
    if (sleep.mode == Mode::Off || !sleep.remaining) {
        return {};
    }
    // A minute that has begun counts: "0 min" would read as silence.
    const auto left = std::chrono::ceil<std::chrono::minutes>(*sleep.remaining).count();
    const int minutes = static_cast<int>(std::clamp<qint64>(left, 1, 9999));
    return SleepPanel::tr("%1 min", "minutes until the sound sleeps; short, on a button")
        .arg(minutes);
}

SleepPanel::SleepPanel(const theme::ThemeManager &themes, QWidget *owner)
    : Popover(themes, tr("Sleep timer"), owner)
    , m_status(new ElidedLabel(themes, TextStyle::Meta, {}, this))
    , m_longer(makeQuietButton(
          themes, QStringLiteral("sleepLonger"), tr("+5 min", "sleep timer: longer"), this))
    , m_off(makeQuietButton(themes, QStringLiteral("sleepOff"), tr("Off", "sleep timer"), this))
{
    setObjectName(QStringLiteral("sleepPopup"));
    m_longer->setAccessibleName(tr("5 minutes more"));
    m_longer->setHint(tr("5 minutes more"));
    m_off->setAccessibleName(tr("Switch the sleep timer off"));
    m_off->setHint(tr("Switch the sleep timer off"));
    m_status->setObjectName(QStringLiteral("sleepStatus"));
    m_status->setColor(&theme::Theme::text2);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    layout->setSpacing(metrics::space8);
    layout->addWidget(new ElidedLabel(themes, TextStyle::UiStrong, tr("Sleep timer"), this));
    auto *const running = new QHBoxLayout;
    running->setSpacing(metrics::space4);
    running->addWidget(m_status, 1);
    running->addWidget(m_longer);
    running->addWidget(m_off);
    layout->addLayout(running);
    buildMinutes(*layout);
    addLine(*layout, themes, this);
    buildEnds(*layout);
    setMinimumWidth(cardWidth);
    const auto chosen = [this](Button *button, void (SleepPanel::*wish)()) {
        connect(button, &QAbstractButton::clicked, this, [this, wish] {
            dismiss();
            emit(this->*wish)();
        });
    };
    chosen(m_longer, &SleepPanel::longerChosen);
    chosen(m_off, &SleepPanel::offChosen);
    chosen(m_chapter, &SleepPanel::endOfChapterChosen);
    chosen(m_episode, &SleepPanel::endOfEpisodeChosen);
}

void SleepPanel::buildMinutes(QBoxLayout &layout)
{
    auto *const grid = new QGridLayout;
    grid->setSpacing(metrics::space8);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const int minutes = choices.at(i);
        auto *const button = new Button(
            themes(), Button::Kind::Secondary, tr("%1 min", "a length").arg(minutes), this);
        button->setObjectName(QStringLiteral("sleep%1").arg(minutes));
        button->setAccessibleName(tr("Sleep in %n minute(s)", nullptr, minutes));
        button->setHint(button->accessibleName());
        button->setCompact(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QAbstractButton::clicked, this, [this, minutes] {
            dismiss();
            emit minutesChosen(minutes);
        });
        grid->addWidget(button, static_cast<int>(i) / perRow, static_cast<int>(i) % perRow);
    }
    layout.addLayout(grid);
    auto *const own = new QHBoxLayout;
    own->setSpacing(metrics::space8);
    m_minutes = new QSpinBox(this);
    m_minutes->setObjectName(QStringLiteral("sleepMinutes"));
    m_minutes->setAccessibleName(tr("Minutes until the sound sleeps"));
    m_minutes->setRange(1, mostMinutes);
    m_minutes->setValue(usualMinutes);
    m_minutes->setSuffix(tr(" min", "follows a number; with the space"));
    m_minutes->setMinimumHeight(metrics::controlHeight);
    auto *const start =
        new Button(themes(), Button::Kind::Secondary, tr("Start", "starts the sleep timer"), this);
    start->setObjectName(QStringLiteral("sleepStart"));
    own->addWidget(m_minutes, 1);
    own->addWidget(start);
    layout.addLayout(own);
    connect(start, &QAbstractButton::clicked, this, &SleepPanel::chooseOwnMinutes);
}

void SleepPanel::buildEnds(QBoxLayout &layout)
{
    const auto add = [&](const char *name, const QString &words) {
        Button *const button = new Button(themes(), Button::Kind::Secondary, words, this);
        button->setObjectName(QLatin1String(name));
        button->setCompact(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setCheckable(true);
        layout.addWidget(button);
        return button;
    };
    m_chapter = add("sleepChapter", tr("At the end of the chapter"));
    m_episode = add("sleepEpisode", tr("At the end of the episode"));
}

void SleepPanel::chooseOwnMinutes()
{
    m_minutes->interpretText();
    dismiss();
    emit minutesChosen(m_minutes->value());
}

void SleepPanel::showState(const SleepShown &sleep, bool hasChapters)
{
    const bool running = sleep.mode != Mode::Off;
    const QString left = sleepText(sleep);
    QString words;
    if (sleep.mode == Mode::EndOfChapter) {
        words = tr("Sleeps at the end of the chapter");
    } else if (sleep.mode == Mode::EndOfEpisode) {
        words = tr("Sleeps at the end of the episode");
    } else if (running) {
        words = tr("Sleeps in %1", "such as 12 min").arg(left);
    }
    m_status->setText(words);
    m_status->setVisible(running);
    m_longer->setVisible(sleep.mode == Mode::Minutes);
    m_off->setVisible(running);
    m_chapter->setChecked(sleep.mode == Mode::EndOfChapter);
    m_episode->setChecked(sleep.mode == Mode::EndOfEpisode);
    m_chapter->setEnabled(hasChapters);
    m_chapter->setHint(hasChapters ? m_chapter->text() : tr("This episode has no chapters"));
}

} // namespace ui::player::internal
