// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/iconset.h"

#include "ui/theme/metrics.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <array>

namespace ui::theme {

struct IconSet::State
{
    Theme theme;
    QHash<QString, QPixmap> drawn;
};

namespace {

QString drawingPath(const QString &name, int size)
{
    const QString small = QStringLiteral(":/icons/16/%1.svg").arg(name);
    if (size <= metrics::smallIcon && QFile::exists(small)) {
        return small;
    }
    const QString usual = QStringLiteral(":/icons/20/%1.svg").arg(name);
    return QFile::exists(usual) ? usual : small;
}

bool pointsAlongText(const QString &name)
{
    static constexpr std::array<QLatin1String, 6> names{QLatin1String("arrow-left"),
                                                        QLatin1String("arrow-right"),
                                                        QLatin1String("chevron-right"),
                                                        QLatin1String("sidebar"),
                                                        QLatin1String("follow"),
                                                        QLatin1String("queue")};
    return std::any_of(names.begin(), names.end(), [&](QLatin1String n) { return name == n; });
}

QPixmap draw(const QString &name, int size, const QColor &color, qreal ratio)
{
    QFile file(drawingPath(name, size));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    const int pixels = std::max(1, qRound(size * ratio));
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    if (QGuiApplication::isRightToLeft() && pointsAlongText(name)) {
        painter.translate(pixels, 0);
        painter.scale(-1, 1);
    }
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    image.setDevicePixelRatio(ratio);
    return QPixmap::fromImage(std::move(image));
}

QPixmap
lookUp(IconSet::State &state, const QString &name, int size, const QColor &color, qreal ratio)
{
    const QString key = QStringLiteral("%1|%2|%3|%4|%5")
                            .arg(name)
                            .arg(size)
                            .arg(color.rgba(), 0, 16)
                            .arg(ratio)
                            .arg(QGuiApplication::isRightToLeft() ? 1 : 0);
    auto found = state.drawn.constFind(key);
    if (found == state.drawn.cend()) {
        found = state.drawn.insert(key, draw(name, size, color, ratio));
    }
    return *found;
}

QColor colorFor(const Theme &theme, IconRole role, QIcon::Mode mode, QIcon::State on)
{
    if (mode == QIcon::Disabled) {
        return theme.disabled;
    }
    const bool lit = on == QIcon::On;
    switch (role) {
    case IconRole::Plain:
        return lit ? theme.accent : theme.text2;
    case IconRole::Strong:
        return lit ? theme.accent : theme.text;
    case IconRole::Accent:
        return theme.accent;
    case IconRole::OnAccent:
        return theme.onaccent;
    case IconRole::Inverse:
        return theme.invtext;
    case IconRole::Amber:
        return theme.ambertext;
    case IconRole::Danger:
        return theme.danger;
    }
    return theme.text2;
}

class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(std::shared_ptr<IconSet::State> state, QString name, IconRole role)
        : m_state(std::move(state))
        , m_name(std::move(name))
        , m_role(role)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State on) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        const int size = std::min(rect.width(), rect.height());
        const QPixmap drawn =
            lookUp(*m_state, m_name, size, colorFor(m_state->theme, m_role, mode, on), ratio);
        const QPoint corner(rect.x() + (rect.width() - size) / 2,
                            rect.y() + (rect.height() - size) / 2);
        painter->drawPixmap(corner, drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State on) override
    {
        return scaledPixmap(size, mode, on, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State on, qreal scale) override
    {
        // Qt passes the size in device pixels and sets the pixmap's ratio itself.
        const int side = std::max(1, std::min(size.width(), size.height()));
        QPixmap drawn = lookUp(*m_state,
                               m_name,
                               qRound(side / scale),
                               colorFor(m_state->theme, m_role, mode, on),
                               scale);
        drawn.setDevicePixelRatio(1.0);
        return drawn;
    }

    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        return {QSize(metrics::smallIcon, metrics::smallIcon), QSize(metrics::icon, metrics::icon)};
    }

    QIconEngine *clone() const override { return new LineIconEngine(m_state, m_name, m_role); }

    QString iconName() override { return m_name; }

    bool isNull() override { return false; }

private:
    std::shared_ptr<IconSet::State> m_state;
    QString m_name;
    IconRole m_role;
};

} // namespace

IconSet::IconSet(const Theme &theme)
    : m_state(std::make_shared<State>())
{
    initResources();
    m_state->theme = theme;
}

IconSet::~IconSet() = default;

void IconSet::setTheme(const Theme &theme)
{
    m_state->theme = theme;
    m_state->drawn.clear();
}

QIcon IconSet::icon(const QString &name, IconRole role) const
{
    return contains(name) ? QIcon(new LineIconEngine(m_state, name, role)) : QIcon();
}

QPixmap IconSet::pixmap(const QString &name, int size, const QColor &color, qreal pixelRatio) const
{
    return lookUp(*m_state, name, size, color, pixelRatio);
}

bool IconSet::contains(const QString &name)
{
    initResources();
    return QFile::exists(drawingPath(name, metrics::icon));
}

QIcon applicationIcon()
{
    initResources();
    QIcon result;
    for (const int size : {16, 20, 24, 32, 48, 64, 128, 256}) {
        const bool small = size < 32;
        QSvgRenderer renderer(small ? QStringLiteral(":/icons/earmark-small.svg")
                                    : QStringLiteral(":/icons/earmark.svg"));
        QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        result.addPixmap(QPixmap::fromImage(std::move(image)));
    }
    return result;
}

} // namespace ui::theme
