// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/timelineaccessible.h"

#include "ui/player/timeline.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace ui::player::internal {

using app::timestamps::Duration;
using app::timestamps::MediaTime;

namespace {

constexpr qint64 stepMs = 5000;

class TimelineAccessible final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit TimelineAccessible(Timeline &timeline)
        : QAccessibleWidget(&timeline, QAccessible::Slider)
        , m_timeline(timeline)
    {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_timeline.spokenValue()
                                          : QAccessibleWidget::text(kind);
    }

    [[nodiscard]] QVariant currentValue() const override { return m_timeline.position().ms(); }

    void setCurrentValue(const QVariant &value) override
    {
        m_timeline.requestSeek(MediaTime::fromMs(value.toLongLong()));
    }

    [[nodiscard]] QVariant minimumValue() const override { return qint64(0); }

    [[nodiscard]] QVariant maximumValue() const override
    {
        return qint64(m_timeline.duration().value_or(Duration(0)).count());
    }

    [[nodiscard]] QVariant minimumStepSize() const override { return stepMs; }

private:
    Timeline &m_timeline;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *const timeline = qobject_cast<Timeline *>(object);
    return timeline ? new TimelineAccessible(*timeline) : nullptr;
}

} // namespace

void installTimelineAccessibility()
{
    QAccessible::installFactory(&makeInterface);
}

} // namespace ui::player::internal
