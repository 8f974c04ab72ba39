// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/podcastdialog.h"

#include "ui/preferences/settingspage.h"
#include "ui/preferences/wordsofsound.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/toggleswitch.h"

#include <QDialogButtonBox>
#include <QSpinBox>
#include <QVBoxLayout>

#include <optional>

namespace ui::preferences {
namespace {

using app::settings::PodcastSettings;
using app::settings::SilenceSkipping;
using std::chrono::milliseconds;
namespace metrics = theme::metrics;

constexpr int longestCutSeconds = 600;

/// The choices for all podcasts, with one before them that follows these.
template <typename Value>
std::vector<std::pair<QString, std::optional<Value>>>
orCommon(const QString &common, const std::vector<std::pair<QString, Value>> &choices)
{
    std::vector<std::pair<QString, std::optional<Value>>> all{{common, std::nullopt}};
    for (const auto &[text, value] : choices) {
        all.emplace_back(text, value);
    }
    return all;
}

template <typename Value>
QString wordsOf(const std::vector<std::pair<QString, Value>> &choices, const Value &value)
{
    for (const auto &[text, each] : choices) {
        if (each == value) {
            return text;
        }
    }
    return {};
}

} // namespace

PodcastDialog::PodcastDialog(const theme::ThemeManager &themes,
                             const QString &title,
                             const PodcastSettings &own,
                             const app::settings::PlaybackSettings &common,
                             QWidget *parent)
    : QDialog(parent)
    , m_themes(themes)
    , m_own(own)
{
    setObjectName(QStringLiteral("podcastSettings"));
    setWindowTitle(tr("Settings of “%1”").arg(title));
    setWindowModality(Qt::WindowModal);
    build(title, common);
    resize(560, 470);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void PodcastDialog::build(const QString &title, const app::settings::PlaybackSettings &common)
{
    auto *const head =
        new widgets::ElidedLabel(m_themes, theme::TextStyle::EpisodeTitleNarrow, title, this);
    auto *const page = new SettingsPage(m_themes, this);
    const auto choose = [this, page](const QString &name, const auto &choices, auto &value) {
        auto *const box = makeChoice(choices, value);
        connect(box, &QComboBox::activated, this, [this, choices, &value](int index) {
            value = choices[static_cast<std::size_t>(index)].second;
            emit changed(m_own);
        });
        page->addRow(name, {}, box);
    };
    const QString asAll = tr("As for all (%1)");
    const auto speeds = speedChoices(m_own.speed.value_or(common.speed));
    choose(tr("Speed"),
           orCommon(asAll.arg(wordsOf(speedChoices(common.speed), common.speed)), speeds),
           m_own.speed);
    choose(tr("Skip silence"),
           orCommon(asAll.arg(wordsOf(silenceChoices(), common.sound.silence)), silenceChoices()),
           m_own.silence);
    const std::vector<std::pair<QString, bool>> onOff{{tr("On"), true}, {tr("Off"), false}};
    choose(tr("Level loudness"),
           orCommon(asAll.arg(wordsOf(onOff, common.sound.level)), onOff),
           m_own.level);
    const auto cut = [this, page](const QString &name, const QString &more, milliseconds &value) {
        auto *const box = new QSpinBox;
        box->setMinimumHeight(metrics::controlHeight);
        box->setRange(0, longestCutSeconds);
        box->setSuffix(tr(" s", "seconds, after a number"));
        box->setSpecialValueText(tr("Nothing"));
        box->setValue(static_cast<int>(value.count() / 1000));
        connect(box, &QSpinBox::valueChanged, this, [this, &value](int seconds) {
            value = std::chrono::seconds(seconds);
            emit changed(m_own);
        });
        page->addRow(name, more, box);
    };
    cut(tr("Leave out at the start"),
        tr("A jingle, or the same words each time."),
        m_own.skipIntro);
    cut(tr("Leave out at the end"), {}, m_own.skipOutro);
    auto *const pictures = new widgets::ToggleSwitch(m_themes, tr("Load pictures"));
    pictures->setChecked(m_own.remotePictures);
    connect(pictures, &QAbstractButton::toggled, this, [this](bool on) {
        m_own.remotePictures = on;
        emit changed(m_own);
    });
    page->addRow(tr("Load pictures"),
                 tr("Chapter pictures from the publisher's server, which then learns that you look "
                    "at them."),
                 pictures);
    auto *const buttons = new QDialogButtonBox(this);
    buttons->addButton(new widgets::Button(m_themes, widgets::Button::Kind::Secondary, tr("Close")),
                       QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::space20, 0, metrics::space12);
    layout->setSpacing(metrics::space8);
    auto *const top = new QVBoxLayout;
    top->setContentsMargins(metrics::space24, 0, metrics::space24, 0);
    top->addWidget(head);
    auto *const foot = new QVBoxLayout;
    foot->setContentsMargins(metrics::space24, 0, metrics::space24, 0);
    foot->addWidget(buttons);
    layout->addLayout(top);
    layout->addWidget(page, 1);
    layout->addLayout(foot);
}

} // namespace ui::preferences
