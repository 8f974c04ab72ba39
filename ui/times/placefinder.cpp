// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/times/placefinder.h"

#include "app/timestamps/timecode.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>

#include <array>

namespace ui::times {
namespace {

using namespace std::chrono_literals;
using widgets::Button;
namespace metrics = theme::metrics;

/// With tenths, which nudges need: "1:04:30.2".
QString exactText(MediaTime place)
{
    const auto tenths = place.ms() / 100 % 10;
    const QString whole = app::timestamps::formatTimecode(place);
    return tenths == 0 ? whole : whole + QLatin1Char('.') + QString::number(tenths);
}

} // namespace

PlaceFinder::PlaceFinder(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(metrics::space8);
    auto *const top = new QHBoxLayout;
    top->setSpacing(metrics::space8);
    m_field->setObjectName(QStringLiteral("placeField"));
    m_field->setAccessibleName(tr("Place in the recording"));
    m_field->setMinimumHeight(metrics::controlHeight);
    m_field->setMaximumWidth(120);
    m_field->installEventFilter(this);
    top->addWidget(m_field);
    auto *const hear = new Button(themes, Button::Kind::Secondary, tr("Listen"), this);
    hear->setObjectName(QStringLiteral("placeListen"));
    hear->setIconName(QStringLiteral("play"));
    top->addWidget(hear);
    auto *const now = new Button(themes, Button::Kind::Secondary, tr("What I hear now"), this);
    now->setObjectName(QStringLiteral("placeNow"));
    top->addWidget(now);
    top->addStretch(1);
    rows->addLayout(top);
    auto *const steps = new QHBoxLayout;
    steps->setSpacing(metrics::space4);
    rows->addLayout(steps);
    for (const Duration by : std::array<Duration, 6>{-5s, -1s, -200ms, 200ms, 1s, 5s}) {
        addStep(themes, by);
    }
    steps->addStretch(1);
    connect(m_field, &QLineEdit::editingFinished, this, &PlaceFinder::typed);
    connect(hear, &QAbstractButton::clicked, this, [this] { emit tried(m_place); });
    connect(now, &QAbstractButton::clicked, this, [this] {
        if (m_heard) {
            setPlace(m_heard());
            emit placeChanged(m_place);
        }
    });
    showPlace();
}

void PlaceFinder::addStep(const theme::ThemeManager &themes, Duration by)
{
    const double seconds = static_cast<double>(by.count()) / 1000;
    const QString amount = QLocale().toString(std::abs(seconds), 'g', 2);
    const QString text =
        (by < 0s ? QStringLiteral("\u2212%1 s") : QStringLiteral("+%1 s")).arg(amount);
    auto *const button = new Button(themes, Button::Kind::Secondary, text, this);
    button->setCompact(true);
    button->setObjectName(QStringLiteral("placeStep%1").arg(by.count()));
    button->setAccessibleName(by < 0s ? tr("%1 seconds earlier").arg(amount)
                                      : tr("%1 seconds later").arg(amount));
    layout()->itemAt(1)->layout()->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, [this, by] { go(m_place + by); });
}

void PlaceFinder::setPlace(MediaTime place)
{
    m_place = std::max(place, MediaTime());
    showPlace();
}

void PlaceFinder::go(MediaTime place)
{
    setPlace(place);
    emit placeChanged(m_place);
    emit tried(m_place);
}

bool PlaceFinder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (enter && m_field->text() != exactText(m_place)) {
            typed();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PlaceFinder::typed()
{
    const auto place = app::timestamps::parseTimecode(m_field->text().trimmed());
    if (place && exactText(*place) != exactText(m_place)) {
        go(*place);
    } else {
        showPlace();
    }
}

void PlaceFinder::showPlace()
{
    m_field->setText(exactText(m_place));
}

} // namespace ui::times
