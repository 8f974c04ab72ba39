// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/times/timeoffdialog.h"

#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace ui::times {

namespace metrics = theme::metrics;

TimeOffDialog::TimeOffDialog(const theme::ThemeManager &themes,
                             const QString &written,
                             MediaTime place,
                             QWidget *parent)
    : QDialog(parent)
    , m_finder(new PlaceFinder(themes, this))
    , m_later(new QCheckBox(this))
{
    setObjectName(QStringLiteral("timeOffDialog"));
    setWindowTitle(tr("Where is “%1”?", "%1 is a time in a text").arg(written));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(
        metrics::space20, metrics::space16, metrics::space20, metrics::space16);
    rows->setSpacing(metrics::space12);
    auto *const words = new QLabel(
        tr("Go to where it really is, by ear. Each step lets you hear the place."), this);
    words->setWordWrap(true);
    rows->addWidget(words);
    rows->addWidget(m_finder);
    m_finder->setPlace(place);
    m_later->setObjectName(QStringLiteral("shiftLater"));
    m_later->hide();
    rows->addWidget(m_later);
    rows->addStretch(1);
    auto *const buttons =
        new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void TimeOffDialog::offerLater(const QString &text, bool checked)
{
    m_later->setText(text);
    m_later->setChecked(checked);
    m_later->show();
}

bool TimeOffDialog::laterToo() const
{
    return m_later->isChecked();
}

} // namespace ui::times
