// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/findbar.h"

#include "app/transcripts/textfinder.h"
#include "ui/theme/metrics.h"
#include "ui/transcript/readerview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/searchfield.h"

#include <QBoxLayout>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ui::transcript {

namespace metrics = theme::metrics;

namespace {

constexpr qsizetype longestFill = 80;
constexpr qsizetype piece = 16'384; ///< UTF-16 units searched before looking at the clock
constexpr qint64 sliceMs = 2;

} // namespace

FindBar::FindBar(const theme::ThemeManager &themes, ReaderView &reader, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_reader(reader)
    , m_field(new widgets::SearchField(themes, tr("Find in this text"), this))
    , m_count(new widgets::ElidedLabel(themes, theme::TextStyle::Meta, {}, this))
    , m_previous(
          new widgets::IconButton(themes, QStringLiteral("arrow-left"), tr("Previous match"), this))
    , m_next(new widgets::IconButton(themes, QStringLiteral("arrow-right"), tr("Next match"), this))
{
    auto *done = new widgets::IconButton(themes, QStringLiteral("close"), tr("Close find"), this);
    setObjectName(QStringLiteral("findBar"));
    m_field->setObjectName(QStringLiteral("findField"));
    m_count->setObjectName(QStringLiteral("findCount"));
    m_previous->setObjectName(QStringLiteral("findPrevious"));
    m_next->setObjectName(QStringLiteral("findNext"));
    done->setObjectName(QStringLiteral("findClose"));
    m_next->setKeysHint(QKeySequence(Qt::Key_F3));
    m_previous->setKeysHint(QKeySequence(Qt::SHIFT | Qt::Key_F3));
    m_count->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_count->setFixedWidth(120);
    m_count->setColor(&theme::Theme::text2);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space16, metrics::space8, metrics::space16, metrics::space8);
    row->setSpacing(metrics::space8);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(done);
    m_rest.setSingleShot(true);
    m_rest.setInterval(0);
    connect(&m_rest, &QTimer::timeout, this, &FindBar::searchOn);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_field, &widgets::SearchField::escaped, this, &FindBar::close);
    connect(m_previous, &QAbstractButton::clicked, this, &FindBar::previous);
    connect(m_next, &QAbstractButton::clicked, this, &FindBar::next);
    connect(done, &QAbstractButton::clicked, this, &FindBar::close);
    connect(&themes, &theme::ThemeManager::changed, this, [this] { update(); });
    hide();
}

void FindBar::open()
{
    show();
    const QString selected = m_reader.selectedText();
    if (!selected.isEmpty() && selected.size() <= longestFill
        && !selected.contains(QLatin1Char('\n'))) {
        m_field->setText(selected);
    }
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    search();
}

void FindBar::close()
{
    if (isHidden()) {
        return;
    }
    hide();
    m_rest.stop();
    m_found.clear();
    m_current = -1;
    m_reader.setMatches({}, -1);
    m_reader.setFocus(Qt::OtherFocusReason);
    emit closed();
}

void FindBar::refresh()
{
    if (isVisible()) {
        search();
    }
}

void FindBar::search()
{
    m_found.clear();
    m_current = -1;
    m_searched = 0;
    m_from = m_reader.firstVisible();
    m_rest.stop();
    searchOn();
}

// Each piece ends with a paragraph and looks a little further, so that what runs across its end is
// found, too.
void FindBar::searchOn()
{
    const ReaderDocument &document = m_reader.document();
    const QString query = m_field->text();
    QElapsedTimer spent;
    spent.start();
    while (!query.isEmpty() && m_searched < document.text.size() && spent.elapsed() < sliceMs) {
        qsizetype end = document.text.indexOf(QLatin1Char('\n'), m_searched + piece);
        end = end < 0 ? document.text.size() : std::min(end + 1, m_searched + 2 * piece);
        const QString part =
            document.text.mid(m_searched, end - m_searched + 4 * query.size() + 64);
        qsizetype next = end;
        for (const auto &match : app::transcripts::findText(part, query)) {
            const qsizetype offset = m_searched + match.offset;
            if (offset < end) {
                m_found.push_back({offset, match.length});
                next = std::max(next, offset + match.length);
            }
        }
        m_searched = next;
    }
    if (!query.isEmpty() && m_searched < document.text.size()) {
        m_rest.start();
        const bool reached = !m_found.empty() && m_found.back().offset >= m_from;
        if (m_current < 0 && reached) {
            choose();
            return;
        }
        if (m_current < 0) {
            m_reader.setMatches({}, -1);
        }
        showCount();
        return;
    }
    m_rest.stop();
    m_current < 0 ? choose() : go(m_current);
    emit searched();
}

void FindBar::choose()
{
    const auto first = std::lower_bound(
        m_found.begin(), m_found.end(), m_from, [](const auto &match, qsizetype value) {
            return match.offset < value;
        });
    const bool wrapped = first == m_found.end();
    go(m_found.empty() ? -1 : (wrapped ? 0 : static_cast<int>(first - m_found.begin())));
}

void FindBar::next()
{
    const int count = static_cast<int>(m_found.size());
    go(count == 0 ? -1 : (m_current + 1) % count);
}

void FindBar::previous()
{
    const int count = static_cast<int>(m_found.size());
    go(count == 0 ? -1 : (m_current + count - 1) % count);
}

void FindBar::go(int index)
{
    m_current = index;
    m_reader.setMatches(m_found, index);
    showCount();
}

void FindBar::showCount()
{
    const bool asked = !m_field->text().isEmpty();
    const bool done = !m_rest.isActive();
    const bool none = asked && done && m_found.empty();
    m_field->setInvalid(none);
    if (none) {
        m_count->setText(tr("Not found"));
    } else if (!asked || m_current < 0) {
        m_count->setText(asked ? tr("Searching...") : QString());
    } else {
        m_count->setText(
            tr("%1 of %2", "which match, of how many")
                .arg(m_current + 1)
                .arg(QString::number(m_found.size()) + (done ? QString() : QStringLiteral("+"))));
    }
    m_previous->setEnabled(!m_found.empty());
    m_next->setEnabled(!m_found.empty());
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool back = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_F3:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        back ? previous() : next();
        break;
    case Qt::Key_Escape:
        close();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.current().list);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_themes.current().line);
}

} // namespace ui::transcript
