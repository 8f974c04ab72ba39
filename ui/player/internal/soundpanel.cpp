// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/soundpanel.h"

#include "ui/player/internal/panelparts.h"
#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/toggleswitch.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace ui::player::internal {

namespace metrics = theme::metrics;
using app::settings::SilenceSkipping;
using app::settings::SoundOptions;
using app::settings::StretchQuality;
using theme::TextStyle;
using widgets::Button;
using widgets::ElidedLabel;

namespace {

constexpr int cardWidth = 336;
constexpr int hundredths = 100;
constexpr int speedStep = 5;
constexpr std::array presets{1.0, 1.25, 1.5, 2.0};

int hundredthsOf(double speed)
{
    return qRound(speed * hundredths);
}

} // namespace

SoundPanel::SoundPanel(const theme::ThemeManager &themes, QWidget *owner)
    : Popover(themes, tr("Speed and sound"), owner)
    , m_value(new ElidedLabel(themes, TextStyle::UiStrong, {}, this))
    , m_slider(makeSlider(themes, QStringLiteral("speedSlider"), tr("Speed"), this))
    , m_slower(makeQuietButton(themes, QStringLiteral("speedSlower"), QChar(0x2212), this))
    , m_faster(makeQuietButton(themes, QStringLiteral("speedFaster"), QStringLiteral("+"), this))
    , m_silence(makeChoice(themes,
                           QStringLiteral("soundSilence"),
                           tr("Skip silence"),
                           {tr("Off", "no silence is skipped"),
                            tr("Gentle", "how much silence is skipped"),
                            tr("Medium", "how much silence is skipped"),
                            tr("Strong", "how much silence is skipped")},
                           this))
    , m_saved(new ElidedLabel(themes, TextStyle::Meta, {}, this))
    , m_quality(makeChoice(themes,
                           QStringLiteral("soundQuality"),
                           tr("Quality at other speeds"),
                           {tr("Light", "quality of sound: costs little computing"),
                            tr("Finer", "quality of sound: costs more computing")},
                           this))
    , m_settings(new Button(themes, Button::Kind::Secondary, tr("Podcast settings…"), this))
{
    setObjectName(QStringLiteral("speedPopup"));
    m_slower->setAccessibleName(tr("Slower"));
    m_slower->setHint(tr("Slower"));
    m_faster->setAccessibleName(tr("Faster"));
    m_faster->setHint(tr("Faster"));
    m_settings->setObjectName(QStringLiteral("soundSettings"));
    m_settings->setCompact(true);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    layout->setSpacing(metrics::space8);
    buildSpeed(*layout);
    addLine(*layout, themes, this);
    buildSilence(*layout);
    addLine(*layout, themes, this);
    buildOwn(*layout);
    setMinimumWidth(cardWidth);
}

void SoundPanel::buildSpeed(QBoxLayout &layout)
{
    auto *const head = new QHBoxLayout;
    auto *const name = new ElidedLabel(themes(), TextStyle::UiStrong, tr("Speed"), this);
    head->addWidget(name, 1);
    m_value->setObjectName(QStringLiteral("speedValue"));
    m_value->setAlignment(Qt::AlignTrailing);
    head->addWidget(m_value, 1);
    layout.addLayout(head);
    m_slider->setRange(50, 300);
    m_slider->setSingleStep(speedStep);
    m_slider->setPageStep(4 * speedStep);
    auto *const line = new QHBoxLayout;
    line->setSpacing(metrics::space8);
    line->addWidget(m_slower);
    line->addWidget(m_slider, 1);
    line->addWidget(m_faster);
    layout.addLayout(line);
    auto *const row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    for (const double speed : presets) {
        auto *const preset = new Button(themes(), Button::Kind::Secondary, speedText(speed), this);
        preset->setObjectName(QStringLiteral("speedPreset%1").arg(hundredthsOf(speed)));
        preset->setCompact(true);
        preset->setAccessibleName(tr("Speed %1", "such as 1.4×").arg(speedText(speed)));
        preset->setHint(preset->accessibleName());
        preset->setCheckable(true);
        preset->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(
            preset, &QAbstractButton::clicked, this, [this, speed] { emit speedChosen(speed); });
        m_presets.push_back(preset);
        row->addWidget(preset);
    }
    layout.addLayout(row);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        const int whole = wholeStep(*m_slider);
        m_value->setText(speedText(double(whole) / hundredths));
        emit speedChosen(double(whole) / hundredths);
    });
    connect(m_slower, &QAbstractButton::clicked, this, [this] { step(-1); });
    connect(m_faster, &QAbstractButton::clicked, this, [this] { step(1); });
}

void SoundPanel::buildSilence(QBoxLayout &layout)
{
    layout.addWidget(new ElidedLabel(themes(), TextStyle::Ui, tr("Skip silence"), this));
    layout.addWidget(m_silence, 0, Qt::AlignLeading);
    m_saved->setObjectName(QStringLiteral("soundSaved"));
    m_saved->setColor(&theme::Theme::text2);
    layout.addWidget(m_saved);
    m_level = addSwitch(layout, themes(), QStringLiteral("soundLevel"), tr("Level loudness"), this);
    m_mono =
        addSwitch(layout, themes(), QStringLiteral("soundMono"), tr("Mono", "one channel"), this);
    auto *const row = new QHBoxLayout;
    row->addWidget(
        new ElidedLabel(themes(), TextStyle::Ui, tr("Quality", "of sound at other speeds"), this),
        1);
    row->addWidget(m_quality);
    layout.addLayout(row);
    connect(m_silence, &QTabBar::currentChanged, this, [this](int index) {
        SoundOptions options = m_state.options;
        options.silence = static_cast<SilenceSkipping>(index);
        choose(options);
    });
    connect(m_quality, &QTabBar::currentChanged, this, [this](int index) {
        SoundOptions options = m_state.options;
        options.quality = static_cast<StretchQuality>(index);
        choose(options);
    });
    connect(m_level, &QAbstractButton::toggled, this, [this](bool on) {
        SoundOptions options = m_state.options;
        options.level = on;
        choose(options);
    });
    connect(m_mono, &QAbstractButton::toggled, this, [this](bool on) {
        SoundOptions options = m_state.options;
        options.mono = on;
        choose(options);
    });
}

void SoundPanel::buildOwn(QBoxLayout &layout)
{
    m_own =
        addSwitch(layout, themes(), QStringLiteral("soundOwn"), tr("Only for this podcast"), this);
    m_ownLabel = findChild<ElidedLabel *>(QStringLiteral("soundOwnLabel"));
    layout.addWidget(m_settings, 0, Qt::AlignLeading);
    connect(m_own, &QAbstractButton::toggled, this, &SoundPanel::ownChosen);
    connect(m_settings, &QAbstractButton::clicked, this, [this] {
        dismiss();
        emit settingsRequested();
    });
}

void SoundPanel::step(int steps)
{
    const int now = hundredthsOf(m_state.speed);
    const int next = (steps > 0 ? now / speedStep : (now + speedStep - 1) / speedStep) + steps;
    emit speedChosen(double(std::clamp(next * speedStep, 50, 300)) / hundredths);
}

void SoundPanel::choose(const SoundOptions &options)
{
    m_state.options = options;
    emit optionsChosen(options);
}

void SoundPanel::showState(const SoundState &state)
{
    m_state = state;
    const int now = hundredthsOf(state.speed);
    if (!m_slider->isSliderDown()) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(now);
    }
    m_value->setText(speedText(state.speed));
    m_slider->setAccessibleDescription(speedText(state.speed));
    for (std::size_t i = 0; i < m_presets.size(); ++i) {
        m_presets[i]->setChecked(hundredthsOf(presets.at(i)) == now);
    }
    m_slower->setEnabled(now > 50);
    m_faster->setEnabled(now < 300);
    const auto choose = [](QTabBar *bar, int index) {
        const QSignalBlocker quiet(bar);
        bar->setCurrentIndex(index);
    };
    choose(m_silence, static_cast<int>(state.options.silence));
    choose(m_quality, static_cast<int>(state.options.quality));
    const auto turn = [](widgets::ToggleSwitch *toggle, bool on) {
        const QSignalBlocker quiet(toggle);
        toggle->setChecked(on);
        toggle->update();
    };
    turn(m_level, state.options.level);
    turn(m_mono, state.options.mono);
    turn(m_own, state.own);
    const bool saved = state.saved >= std::chrono::seconds(1);
    m_saved->setVisible(saved || state.options.silence != SilenceSkipping::Off);
    m_saved->setText(saved ? tr("Saved %1 in this episode", "a length of time")
                                 .arg(text::exactLengthText(state.saved))
                           : tr("Nothing saved in this episode yet"));
    const QString words = state.podcast.isEmpty()
                              ? tr("Only for this podcast")
                              : tr("Only for %1", "a podcast's title").arg(state.podcast);
    m_ownLabel->setText(words);
    m_own->setAccessibleName(words);
    m_own->setHint(
        tr("Speed, skipped silence and loudness as set here hold for this podcast only"));
}

void SoundPanel::setKeys(const QKeySequence &slower,
                         const QKeySequence &faster,
                         const QKeySequence &normal)
{
    m_presets.front()->setKeysHint(normal);
    m_slower->setKeysHint(slower);
    m_faster->setKeysHint(faster);
}

QWidget *SoundPanel::firstFocus() const
{
    return m_slider;
}

} // namespace ui::player::internal
