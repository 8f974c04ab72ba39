// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/rangeeditor.h"

#include "app/timestamps/timecode.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchfield.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::notes::internal {
namespace {

using namespace std::chrono_literals;
using app::timestamps::MediaTime;
using theme::TextStyle;
using widgets::Button;
using widgets::ElidedLabel;
namespace metrics = theme::metrics;

constexpr int leastNameWidth = 72;
constexpr int mostNameWidth = 128;
constexpr int fieldWidth = 128;

RangeEditor::Place placeIn(const QLineEdit &edit)
{
    return app::timestamps::parseTimecode(edit.text().trimmed());
}

} // namespace

int fieldNameWidth(const QStringList &names)
{
    const QFontMetrics measure(theme::font(TextStyle::Ui));
    int widest = leastNameWidth;
    for (const QString &name : names) {
        widest = std::max(widest, measure.horizontalAdvance(name) + metrics::space4);
    }
    return std::min(widest, mostNameWidth);
}

RangeEditor::RangeEditor(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_start(makeField(tr("Start of the note"), tr("Start earlier"), tr("Start later")))
    , m_end(makeField(tr("End of the note"), tr("End earlier"), tr("End later")))
    , m_hint(new ElidedLabel(themes, TextStyle::Meta, {}, this))
    , m_play(new Button(themes, Button::Kind::Secondary, tr("Play the range"), this))
    , m_cancel(new Button(themes, Button::Kind::Quiet, tr("Cancel"), this))
    , m_keep(new Button(themes, Button::Kind::Primary, tr("Save"), this))
{
    setObjectName(QStringLiteral("rangeEditor"));
    setAccessibleName(tr("Adjust range"));
    m_start.edit->setObjectName(QStringLiteral("rangeStart"));
    m_start.less->setObjectName(QStringLiteral("rangeStartLess"));
    m_start.more->setObjectName(QStringLiteral("rangeStartMore"));
    m_end.edit->setObjectName(QStringLiteral("rangeEnd"));
    m_end.less->setObjectName(QStringLiteral("rangeEndLess"));
    m_end.more->setObjectName(QStringLiteral("rangeEndMore"));
    m_end.edit->setPlaceholderText(tr("A moment", "a note without an end"));
    m_hint->setObjectName(QStringLiteral("rangeHint"));
    m_hint->setMaximumLines(2);
    m_play->setObjectName(QStringLiteral("rangePlay"));
    m_play->setIconName(QStringLiteral("play"));
    m_cancel->setObjectName(QStringLiteral("rangeCancel"));
    m_keep->setObjectName(QStringLiteral("rangeKeep"));
    for (Button *const button : {m_play, m_cancel, m_keep}) {
        button->setCompact(true);
    }
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, metrics::space4);
    column->setSpacing(metrics::space8);
    addField(*column, tr("Start", "of a note"), m_start);
    addField(*column, tr("End", "of a note"), m_end);
    column->addWidget(m_hint);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space8);
    buttons->addWidget(m_play);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_keep);
    column->addLayout(buttons);
    connect(m_keep, &QAbstractButton::clicked, this, &RangeEditor::keep);
    connect(m_cancel, &QAbstractButton::clicked, this, &RangeEditor::dismissed);
    connect(m_play, &QAbstractButton::clicked, this, [this] {
        if (const auto wanted = range()) {
            emit playRequested(wanted->first, wanted->second);
        }
    });
}

RangeEditor::Field
RangeEditor::makeField(const QString &name, const QString &less, const QString &more)
{
    const Field field{new widgets::SearchField(m_themes, name, this),
                      new Button(m_themes, Button::Kind::Secondary, QStringLiteral("−"), this),
                      new Button(m_themes, Button::Kind::Secondary, QStringLiteral("+"), this)};
    field.edit->setIconName({});
    field.edit->setPlaceholderText({});
    field.edit->setFixedWidth(fieldWidth);
    field.edit->setAccessibleDescription(
        tr("Up and Down move it by a second, with Shift by a tenth."));
    field.edit->installEventFilter(this);
    connect(field.edit, &QLineEdit::textChanged, this, &RangeEditor::check);
    for (const auto &[button, words, by] :
         {std::tuple(field.less, less, -1), std::tuple(field.more, more, 1)}) {
        button->setAccessibleName(words);
        button->setHint(tr("%1 by a second, with Shift by a tenth", "Start earlier").arg(words));
        connect(button, &QAbstractButton::clicked, this, [this, field, by = by] {
            step(field, by, QGuiApplication::keyboardModifiers() & Qt::ShiftModifier);
        });
    }
    return field;
}

void RangeEditor::addField(QBoxLayout &column, const QString &word, const Field &field)
{
    auto *const label = new ElidedLabel(m_themes, TextStyle::Ui, word, this);
    label->setColor(&theme::Theme::text2);
    label->setFixedWidth(fieldNameWidth({tr("Start", "of a note"), tr("End", "of a note")}));
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *const row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(label);
    row->addWidget(field.edit);
    row->addWidget(field.less);
    row->addWidget(field.more);
    row->addStretch(1);
    column.addLayout(row);
}

void RangeEditor::begin(MediaTime start, const Place &end, bool playable)
{
    m_playable = playable;
    m_start.edit->setText(words(start));
    m_end.edit->setText(end ? words(*end) : QString());
    check();
    m_start.edit->setFocus(Qt::OtherFocusReason);
    m_start.edit->selectAll();
}

QString RangeEditor::words(MediaTime place)
{
    QString parts = QString::number(place.ms() % 1000).rightJustified(3, u'0');
    while (parts.size() > 1 && parts.endsWith(u'0')) {
        parts.chop(1);
    }
    return app::timestamps::formatTimecode(place) + u'.' + parts;
}

std::optional<std::pair<MediaTime, RangeEditor::Place>> RangeEditor::range() const
{
    const Place start = placeIn(*m_start.edit);
    const Place end = placeIn(*m_end.edit);
    const bool moment = m_end.edit->text().trimmed().isEmpty();
    if (!start || (!end && !moment) || (end && *end < *start)) {
        return std::nullopt;
    }
    return std::pair(*start, end);
}

void RangeEditor::step(const Field &field, int by, bool fine)
{
    const auto width = fine ? 100ms : 1000ms;
    const bool ends = field.edit == m_end.edit;
    // A moment gets an end that is moved away from its start.
    const Place from = ends && field.edit->text().trimmed().isEmpty() ? placeIn(*m_start.edit)
                                                                      : placeIn(*field.edit);
    if (!from) {
        return;
    }
    MediaTime to = std::max(*from + by * width, MediaTime());
    if (const Place other = placeIn(ends ? *m_start.edit : *m_end.edit)) {
        to = ends ? std::max(to, *other) : std::min(to, *other);
    }
    field.edit->setText(words(to));
}

void RangeEditor::check()
{
    const Place start = placeIn(*m_start.edit);
    const Place end = placeIn(*m_end.edit);
    const bool noEnd = !end && !m_end.edit->text().trimmed().isEmpty();
    const bool turned = start && end && *end < *start;
    m_start.edit->setInvalid(!start);
    m_end.edit->setInvalid(noEnd || turned);
    const bool right = range().has_value();
    m_hint->setText(right    ? tr("Up and Down move by a second, with Shift by a tenth.")
                    : turned ? tr("The end lies before the start.")
                             : tr("Write times such as 4:30 or 1:02:03.5."));
    m_hint->setColor(right ? &theme::Theme::text3 : &theme::Theme::danger);
    m_keep->setEnabled(right);
    m_play->setEnabled(right && m_playable);
    m_play->setHint(m_playable ? m_play->accessibleName()
                               : tr("The episode of this note is no longer in the library."));
}

void RangeEditor::keep()
{
    if (const auto wanted = range()) {
        emit chosen(wanted->first, wanted->second);
    }
}

bool RangeEditor::eventFilter(QObject *watched, QEvent *event)
{
    const bool override = event->type() == QEvent::ShortcutOverride;
    if (!override && event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto &pressed = *static_cast<QKeyEvent *>(event);
    const Qt::KeyboardModifiers held = pressed.modifiers() & ~Qt::KeypadModifier;
    const bool steps = (pressed.key() == Qt::Key_Up || pressed.key() == Qt::Key_Down)
                       && (held & ~Qt::ShiftModifier) == Qt::NoModifier;
    const bool keeps = pressed.key() == Qt::Key_Return || pressed.key() == Qt::Key_Enter;
    const bool leaves = pressed.key() == Qt::Key_Escape;
    if (!steps && !keeps && !leaves) {
        return QWidget::eventFilter(watched, event);
    }
    event->accept();
    if (override) {
        return true;
    }
    if (steps) {
        step(watched == m_end.edit ? m_end : m_start,
             pressed.key() == Qt::Key_Up ? 1 : -1,
             held & Qt::ShiftModifier);
    } else if (keeps) {
        keep();
    } else {
        emit dismissed();
    }
    return true;
}

} // namespace ui::notes::internal
