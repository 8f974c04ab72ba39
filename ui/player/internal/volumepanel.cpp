// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/volumepanel.h"

#include "ui/player/internal/panelparts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/toggleswitch.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::player::internal {

namespace metrics = theme::metrics;
using theme::TextStyle;
using widgets::ElidedLabel;

namespace {

constexpr int cardWidth = 296;
constexpr int mostDevicesHeight = 196;
constexpr qsizetype longestName = 200;

} // namespace

VolumePanel::VolumePanel(const theme::ThemeManager &themes, QWidget *owner)
    : Popover(themes, tr("Volume and output"), owner)
    , m_value(new ElidedLabel(themes, TextStyle::UiStrong, {}, this))
    , m_slider(makeSlider(themes, QStringLiteral("volumeSlider"), tr("Volume"), this))
    , m_mute(makeQuietButton(
          themes, QStringLiteral("volumeMute"), tr("Mute", "verb: silence on and off"), this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("volumePopup"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    layout->setSpacing(metrics::space8);
    buildVolume(*layout);
    addLine(*layout, themes, this);
    buildDevices(*layout);
    setMinimumWidth(cardWidth);
}

void VolumePanel::buildVolume(QVBoxLayout &layout)
{
    auto *const head = new QHBoxLayout;
    head->addWidget(new ElidedLabel(themes(), TextStyle::UiStrong, tr("Volume"), this), 1);
    m_value->setAlignment(Qt::AlignTrailing);
    head->addWidget(m_value, 1);
    layout.addLayout(head);
    m_slider->setRange(0, 100);
    m_slider->setSingleStep(5);
    m_slider->setPageStep(20);
    auto *const line = new QHBoxLayout;
    line->setSpacing(metrics::space8);
    line->addWidget(m_slider, 1);
    line->addWidget(m_mute);
    layout.addLayout(line);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        emit volumeChosen(double(m_slider->value()) / 100);
    });
    connect(m_mute, &QAbstractButton::clicked, this, &VolumePanel::muteRequested);
}

void VolumePanel::buildDevices(QVBoxLayout &layout)
{
    layout.addWidget(
        new ElidedLabel(themes(), TextStyle::UiStrong, tr("Output", "where sound goes"), this));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    layout.addWidget(m_scroll);
    m_follow = addSwitch(
        layout, themes(), QStringLiteral("followDefault"), tr("Follow a new default"), this);
    connect(m_follow, &QAbstractButton::toggled, this, &VolumePanel::followChosen);
}

void VolumePanel::fillDevices(const VolumeState &state)
{
    m_devices = state.devices;
    m_filled = true;
    // Replaced as a whole: its buttons may be in the middle of their own signals.
    if (QWidget *const old = m_scroll->takeWidget()) {
        old->deleteLater();
    }
    m_list = new QWidget;
    m_group = new QButtonGroup(m_list);
    auto *const rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    const auto add = [&](const QByteArray &id, const QString &words) {
        auto *const row = new RadioRow(themes(), words.left(longestName), m_list);
        row->setObjectName(QStringLiteral("device%1").arg(m_group->buttons().size()));
        row->setToolTip(words.left(longestName).toHtmlEscaped());
        row->setProperty("device", id);
        m_group->addButton(row);
        rows->addWidget(row);
        connect(row, &QAbstractButton::clicked, this, [this, id] { emit deviceChosen(id); });
    };
    const auto standard = std::find_if(state.devices.begin(),
                                       state.devices.end(),
                                       [](const DeviceChoice &one) { return one.isDefault; });
    add({},
        standard == state.devices.end()
            ? tr("The computer's default")
            : tr("The computer's default (%1)", "an output").arg(standard->name));
    for (const DeviceChoice &device : state.devices) {
        add(device.id, device.name);
    }
    m_scroll->setWidget(m_list);
    m_list->setAutoFillBackground(false); // the scroll area has just switched it on
    m_list->show();
    m_scroll->setFixedHeight(std::min(rows->sizeHint().height(), mostDevicesHeight));
}

void VolumePanel::showState(const VolumeState &state)
{
    const int percent = qRound(state.volume * 100);
    if (!m_slider->isSliderDown()) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(percent);
    }
    m_value->setText(tr("%1 %", "percent").arg(percent));
    m_slider->setAccessibleDescription(m_value->text());
    m_mute->setText(percent > 0 ? tr("Mute", "verb: silence on and off")
                                : tr("Unmute", "verb: sound on again"));
    m_mute->setAccessibleName(m_mute->text());
    m_mute->setHint(m_mute->text());
    m_mute->updateGeometry();
    if (!m_filled || m_devices != state.devices) {
        fillDevices(state);
    }
    const auto buttons = m_group->buttons();
    bool found = false;
    for (QAbstractButton *const button : buttons) {
        const bool chosen = button->property("device").toByteArray() == state.chosen;
        found = found || chosen;
        button->setChecked(chosen);
    }
    if (!found) {
        // What was chosen is not plugged in: sound goes to the default.
        buttons.first()->setChecked(true);
    }
    const QSignalBlocker quiet(m_follow);
    m_follow->setChecked(state.follows);
    const bool standard = !found || state.chosen.isEmpty();
    m_follow->setEnabled(standard);
    m_follow->setHint(
        standard ? tr("When another output becomes the computer's default, move there at once")
                 : tr("The sound goes to the output chosen above"));
    m_follow->update();
}

QWidget *VolumePanel::firstFocus() const
{
    return m_slider;
}

} // namespace ui::player::internal
