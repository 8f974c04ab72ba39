// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/jumpbar.h"

#include "app/timestamps/timecode.h"
#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/searchfield.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ui::transcript {

namespace metrics = theme::metrics;
using app::timestamps::Duration;
using app::timestamps::MediaTime;

namespace {

QString examples()
{
    return JumpBar::tr("Write 4:30, 1:02:03, 270 for seconds, or +30 from here.");
}

// Digits, signs and colons of other scripts and of full width as ours.
QString plain(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (const int digit = c.digitValue(); digit >= 0) {
            result += QChar(u'0' + digit);
        } else if (c == u'：') {
            result += QLatin1Char(':');
        } else if (c == u'−' || c == u'–' || c == u'－') {
            result += QLatin1Char('-');
        } else if (c == u'＋') {
            result += QLatin1Char('+');
        } else if (c.category() != QChar::Other_Format) {
            result += c;
        }
    }
    return result.trimmed();
}

} // namespace

TimeEntry readTimeEntry(const QString &text, MediaTime now, std::optional<Duration> end)
{
    const QString typed = plain(text);
    if (typed.isEmpty()) {
        return {std::nullopt, examples()};
    }
    const bool forward = typed.startsWith(QLatin1Char('+'));
    const bool back = typed.startsWith(QLatin1Char('-'));
    const auto time =
        app::timestamps::parseTimecode(QStringView(typed).mid(forward || back ? 1 : 0).trimmed());
    if (!time) {
        return {std::nullopt, JumpBar::tr("That is not a time.") + QLatin1Char(' ') + examples()};
    }
    MediaTime place = *time;
    if (forward) {
        place = now + time->sinceStart();
    } else if (back) {
        place = std::max(MediaTime(), now - time->sinceStart());
    }
    if (end && place.sinceStart() > *end) {
        return {std::nullopt,
                JumpBar::tr("This recording ends at %1.", "%1 is a time")
                    .arg(text::clockText(MediaTime(*end)))};
    }
    return {place, {}};
}

JumpBar::JumpBar(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_field(new widgets::SearchField(themes, tr("Jump to time"), this))
    , m_words(new widgets::ElidedLabel(themes, theme::TextStyle::Meta, {}, this))
{
    setObjectName(QStringLiteral("jumpBar"));
    m_field->setObjectName(QStringLiteral("jumpField"));
    m_field->setIconName(QStringLiteral("clock"));
    m_field->setMaximumWidth(200);
    m_words->setObjectName(QStringLiteral("jumpWords"));
    m_words->setMaximumLines(2);
    auto *done = new widgets::IconButton(themes, QStringLiteral("close"), tr("Close"), this);
    done->setObjectName(QStringLiteral("jumpClose"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space16, metrics::space8, metrics::space16, metrics::space8);
    row->setSpacing(metrics::space12);
    row->addWidget(m_field, 1);
    row->addWidget(m_words, 2);
    row->addWidget(done);
    connect(m_field, &QLineEdit::textChanged, this, [this] { say({}); });
    connect(m_field, &widgets::SearchField::escaped, this, &JumpBar::close);
    connect(done, &QAbstractButton::clicked, this, &JumpBar::close);
    connect(&themes, &theme::ThemeManager::changed, this, [this] { update(); });
    hide();
}

void JumpBar::open(MediaTime now, std::optional<Duration> end)
{
    m_now = now;
    m_end = end;
    m_field->clear();
    say({});
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void JumpBar::close()
{
    if (!isHidden()) {
        hide();
        emit closed();
    }
}

void JumpBar::say(const QString &problem)
{
    m_field->setInvalid(!problem.isEmpty());
    m_words->setColor(problem.isEmpty() ? &theme::Theme::text2 : &theme::Theme::danger);
    m_words->setText(problem.isEmpty() ? examples() : problem);
    m_field->setAccessibleDescription(m_words->text());
}

void JumpBar::jump()
{
    const TimeEntry entry = readTimeEntry(m_field->text(), m_now, m_end);
    if (!entry.time) {
        say(entry.problem);
        widgets::announce(*m_words);
        return;
    }
    const MediaTime place = *entry.time;
    close();
    emit jumpRequested(place);
}

void JumpBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        jump();
        break;
    case Qt::Key_Escape:
        close();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void JumpBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.current().list);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_themes.current().line);
}

} // namespace ui::transcript
