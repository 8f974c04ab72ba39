// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/speakerbar.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ui::transcript {

namespace metrics = theme::metrics;

namespace {

constexpr int mostChips = 40;
constexpr int widestName = 220;

} // namespace

SpeakerBar::SpeakerBar(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_close(new widgets::IconButton(
          themes, QStringLiteral("close"), tr("Close and show everybody"), this))
{
    setObjectName(QStringLiteral("speakerBar"));
    setAccessibleName(tr("Speakers shown"));
    widgets::setAccessibleRole(*this, QAccessible::ToolBar);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_close->setObjectName(QStringLiteral("speakersClose"));
    connect(m_close, &QAbstractButton::clicked, this, &SpeakerBar::finish);
    connect(&themes, &theme::ThemeManager::changed, this, [this] { update(); });
    hide();
}

void SpeakerBar::setSpeakers(const QStringList &speakers)
{
    m_chosen.clear();
    if (speakers != m_speakers) {
        m_speakers = speakers;
        for (QAbstractButton *chip : std::as_const(m_chips)) {
            chip->hide();
            chip->deleteLater();
        }
        m_chips.clear();
        addChip(tr("Everybody", "all speakers are shown"), {});
        for (const QString &speaker : speakers.mid(0, mostChips)) {
            addChip(speaker, speaker);
        }
        // The cross comes last for the keyboard, too.
        m_close->raise();
        setTabOrder(m_chips.back(), m_close);
        arrange(width(), true);
        updateGeometry();
    }
    refresh();
}

void SpeakerBar::addChip(const QString &text, const QString &speaker)
{
    auto *chip = new widgets::Button(m_themes, widgets::Button::Kind::Secondary, {}, this);
    chip->setObjectName(QStringLiteral("speakerChip%1").arg(m_chips.size()));
    chip->setText(QFontMetrics(theme::font(theme::TextStyle::UiStrong))
                      .elidedText(text, Qt::ElideRight, widestName));
    chip->setAccessibleName(text);
    chip->setCompact(true);
    chip->setCheckable(true);
    connect(
        chip, &QAbstractButton::clicked, this, [this, speaker](bool on) { toggle(speaker, on); });
    chip->show();
    m_chips.append(chip);
}

void SpeakerBar::toggle(const QString &speaker, bool on)
{
    QStringList chosen = m_chosen;
    if (speaker.isEmpty()) {
        chosen.clear();
    } else if (on) {
        chosen.append(speaker);
    } else {
        chosen.removeAll(speaker);
    }
    setChosen(chosen);
    refresh();
}

void SpeakerBar::setChosen(const QStringList &chosen)
{
    QStringList known;
    for (const QString &speaker : std::as_const(m_speakers)) {
        if (chosen.contains(speaker)) {
            known.append(speaker);
        }
    }
    if (known == m_chosen) {
        return;
    }
    m_chosen = known;
    refresh();
    emit chosenChanged(m_chosen);
}

void SpeakerBar::refresh()
{
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setChecked(i == 0 ? m_chosen.isEmpty() : m_chosen.contains(m_speakers[i - 1]));
    }
}

void SpeakerBar::finish()
{
    setChosen({});
    hide();
    emit closed();
}

int SpeakerBar::arrange(int width, bool place) const
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QSize cross = m_close->sizeHint();
    const int right = width - metrics::space16 - cross.width() - metrics::space8;
    int x = metrics::space16;
    int y = metrics::space8;
    int line = std::max(28, cross.height());
    for (QAbstractButton *const chip : m_chips) {
        const QSize size = chip->sizeHint();
        if (x > metrics::space16 && x + size.width() > right) {
            x = metrics::space16;
            y += line + metrics::space4;
        }
        if (place) {
            const int left = mirrored ? width - x - size.width() : x;
            chip->setGeometry(QRect(QPoint(left, y + (line - size.height()) / 2), size));
        }
        x += size.width() + metrics::space8;
    }
    if (place) {
        const int left = mirrored ? metrics::space16 : width - metrics::space16 - cross.width();
        m_close->setGeometry(QRect(QPoint(left, metrics::space8), cross));
    }
    return y + line + metrics::space8;
}

int SpeakerBar::heightForWidth(int width) const
{
    return arrange(width, false);
}

QSize SpeakerBar::sizeHint() const
{
    return {320, arrange(std::max(width(), 320), false)};
}

QSize SpeakerBar::minimumSizeHint() const
{
    return {0, arrange(std::max(width(), 160), false)};
}

void SpeakerBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
    updateGeometry();
}

void SpeakerBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        finish();
        return;
    }
    if (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right) {
        QWidget::keyPressEvent(event);
        return;
    }
    const bool forward = (event->key() == Qt::Key_Right) != (layoutDirection() == Qt::RightToLeft);
    const qsizetype now = m_chips.indexOf(qobject_cast<QAbstractButton *>(focusWidget()));
    const qsizetype next = std::clamp<qsizetype>(
        now + (forward ? 1 : -1), 0, std::max<qsizetype>(0, m_chips.size() - 1));
    if (next < m_chips.size()) {
        m_chips[next]->setFocus(Qt::TabFocusReason);
    }
}

void SpeakerBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.current().list);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_themes.current().line);
}

} // namespace ui::transcript
