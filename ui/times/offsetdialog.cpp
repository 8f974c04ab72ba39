// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/times/offsetdialog.h"

#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::times {
namespace {

using app::timestamps::OffsetMap;
using app::timestamps::OffsetPoint;
namespace metrics = theme::metrics;

constexpr qsizetype wordsShown = 60;

QString signedText(Duration by)
{
    const QString amount = text::clockText(MediaTime(std::chrono::abs(by)));
    return (by.count() < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + amount;
}

Duration shiftAt(const OffsetPoint &point)
{
    return point.here - point.written;
}

} // namespace

QString shiftText(const OffsetMap &offsets)
{
    if (offsets.isEmpty()) {
        return {};
    }
    const QString first = signedText(shiftAt(offsets.points().front()));
    const QString last = signedText(shiftAt(offsets.points().back()));
    return first == last ? first : OffsetDialog::tr("%1 to %2", "two shifts").arg(first, last);
}

OffsetDialog::OffsetDialog(const theme::ThemeManager &themes,
                           std::vector<WrittenTime> times,
                           OffsetMap offsets,
                           QWidget *parent)
    : QDialog(parent)
    , m_times(std::move(times))
    , m_offsets(std::move(offsets))
    , m_which(new QComboBox(this))
    , m_finder(new PlaceFinder(themes, this))
    , m_state(new QLabel(this))
{
    setObjectName(QStringLiteral("offsetDialog"));
    setWindowTitle(tr("Set the offset"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(
        metrics::space20, metrics::space16, metrics::space20, metrics::space16);
    rows->setSpacing(metrics::space12);
    auto *const words = new QLabel(
        tr("Choose a time of the list, and go to where it is in this recording, by ear. One is"
           " enough; a second far from it helps where something was put in or left out between."),
        this);
    words->setWordWrap(true);
    words->setMinimumWidth(420);
    rows->addWidget(words);
    m_which->setObjectName(QStringLiteral("offsetTime"));
    m_which->setAccessibleName(tr("Time of the list"));
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_which->setMinimumContentsLength(30);
    for (const WrittenTime &time : m_times) {
        m_which->addItem(text::clockText(time.written) + QStringLiteral("  ")
                         + time.words.left(wordsShown));
    }
    rows->addWidget(m_which);
    rows->addWidget(m_finder);
    m_state->setObjectName(QStringLiteral("offsetState"));
    m_state->setWordWrap(true);
    rows->addWidget(m_state);
    rows->addStretch(1);
    auto *const buttons =
        new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_clear = buttons->addButton(tr("Remove the offset"), QDialogButtonBox::ResetRole);
    m_clear->setObjectName(QStringLiteral("removeOffset"));
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_clear, &QAbstractButton::clicked, this, &OffsetDialog::clear);
    connect(m_which, &QComboBox::currentIndexChanged, this, &OffsetDialog::choose);
    connect(m_finder, &PlaceFinder::placeChanged, this, &OffsetDialog::found);
    choose(0);
    showState();
}

void OffsetDialog::choose(int index)
{
    if (index >= 0 && static_cast<std::size_t>(index) < m_times.size()) {
        m_finder->setPlace(m_offsets.here(m_times[static_cast<std::size_t>(index)].written));
    }
}

void OffsetDialog::found(MediaTime here)
{
    const auto index = static_cast<std::size_t>(std::max(0, m_which->currentIndex()));
    m_offsets.add({m_times[index].written, here});
    showState();
}

void OffsetDialog::clear()
{
    m_offsets = {};
    choose(m_which->currentIndex());
    showState();
    m_save->setEnabled(true);
}

void OffsetDialog::showState()
{
    m_state->setText(m_offsets.isEmpty() ? tr("No place found yet.")
                                         : tr("Found: %n place(s). The times are shifted by %1.",
                                              nullptr,
                                              static_cast<int>(m_offsets.points().size()))
                                               .arg(shiftText(m_offsets)));
    m_save->setEnabled(!m_offsets.isEmpty());
    m_clear->setEnabled(!m_offsets.isEmpty());
}

} // namespace ui::times
