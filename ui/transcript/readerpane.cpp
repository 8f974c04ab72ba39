// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/readerpane.h"

#include "app/notes/quotecontext.h"
#include "ui/text/timetext.h"
#include "ui/transcript/findbar.h"
#include "ui/transcript/selectionstrip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/skeletonview.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QUrl>

#include <chrono>

namespace ui::transcript {

using app::notes::Color;
using app::notes::Note;

namespace {

constexpr auto afterMouse = std::chrono::milliseconds(200);
constexpr auto afterKeys = std::chrono::milliseconds(400);

} // namespace

ReaderPane::ReaderPane(const theme::ThemeManager &themes,
                       app::notes::QuoteSource source,
                       QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_source(source)
    , m_pages(new QStackedWidget(this))
    , m_textPage(new QWidget(this))
    , m_reader(new ReaderView(themes, m_textPage))
    , m_find(new FindBar(themes, *m_reader, m_textPage))
    , m_strip(new SelectionStrip(themes, m_textPage))
    , m_empty(new widgets::EmptyState(themes, this))
    , m_skeleton(new widgets::SkeletonView(themes, this))
{
    auto *text = new QVBoxLayout(m_textPage);
    text->setContentsMargins(0, 0, 0, 0);
    text->setSpacing(0);
    text->addWidget(m_find);
    text->addWidget(m_reader, 1);
    m_pages->addWidget(m_textPage);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_skeleton);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
    m_stripSoon.setSingleShot(true);
    m_reader->installEventFilter(this);
    connect(&m_stripSoon, &QTimer::timeout, this, &ReaderPane::showStrip);
    connect(m_reader, &ReaderView::selectionFinished, this, &ReaderPane::onSelectionFinished);
    connect(m_reader, &ReaderView::selectionChanged, m_strip, &QWidget::hide);
    connect(m_reader, &ReaderView::scrolled, m_strip, &QWidget::hide);
    connect(m_reader, &ReaderView::linkActivated, this, &ReaderPane::openLink);
    connect(m_reader, &ReaderView::noteActivated, this, &ReaderPane::noteActivated);
    connect(m_reader, &ReaderView::contextMenuRequested, this, &ReaderPane::openContextMenu);
    connect(m_strip, &SelectionStrip::highlightRequested, this, &ReaderPane::highlightIn);
    connect(m_strip, &SelectionStrip::noteRequested, this, &ReaderPane::note);
    connect(m_strip, &SelectionStrip::copyWithTimeRequested, this, &ReaderPane::copyWithTime);
    connect(m_strip, &SelectionStrip::clipRequested, this, &ReaderPane::clip);
    connect(m_strip, &SelectionStrip::loopRequested, this, &ReaderPane::loop);
    connect(m_strip, &SelectionStrip::left, this, [this] { m_reader->setFocus(); });
    connect(
        m_empty, &widgets::EmptyState::actionTriggered, this, &ReaderPane::messageActionTriggered);
}

ReaderPane::~ReaderPane() = default;

void ReaderPane::setDocument(ReaderDocument document)
{
    m_stripSoon.stop();
    m_strip->hide();
    m_reader->setDocument(std::move(document));
    refreshNotes();
    m_find->refresh();
}

void ReaderPane::setNotes(const QList<Note> &notes)
{
    m_notes = notes;
    refreshNotes();
}

void ReaderPane::setColorNames(const std::array<QString, 5> &names)
{
    m_strip->setColorNames(names);
}

void ReaderPane::refreshNotes()
{
    std::vector<ReaderNote> shown;
    const QString &text = m_reader->document().text;
    for (const Note &note : m_notes) {
        ReaderNote place;
        place.offset = -1;
        if (note.anchor.source == m_source && !note.anchor.quote.isEmpty()) {
            place.offset = app::notes::locateAnchor(text, note.anchor);
            place.length = note.anchor.quote.size();
        }
        // Words that are no longer there, or never were: the note stays at its time.
        if (place.offset < 0) {
            place.offset = offsetOf(note.start);
            place.length = 0;
        }
        if (place.offset < 0 || note.deleted) {
            continue;
        }
        place.id = note.id;
        place.color = note.color;
        place.time = text::clockText(note.start);
        place.text = note.text;
        place.tags = note.tags;
        shown.push_back(place);
    }
    m_reader->setNotes(std::move(shown));
}

SelectedText ReaderPane::selected() const
{
    return textIn(m_reader->selection());
}

SelectedText ReaderPane::textIn(TextSpan span) const
{
    SelectedText result;
    result.span = span;
    if (span.length > 0) {
        result.text = m_reader->document().text.mid(span.offset, span.length);
        result.time = timeOf(span);
        result.speaker = speakerAt(m_reader->document(), span.offset);
    }
    return result;
}

void ReaderPane::showLoading(const QString &text)
{
    m_skeleton->setText(text);
    m_pages->setCurrentWidget(m_skeleton);
}

void ReaderPane::showMessage(const QString &icon,
                             const QString &title,
                             const QString &text,
                             const QList<widgets::MessageAction> &actions)
{
    m_empty->setContent(icon, title, text, actions);
    m_pages->setCurrentWidget(m_empty);
}

void ReaderPane::showText()
{
    m_pages->setCurrentWidget(m_textPage);
}

bool ReaderPane::hasText() const
{
    return m_pages->currentWidget() == m_textPage;
}

void ReaderPane::find()
{
    if (hasText()) {
        m_find->open();
    }
}

void ReaderPane::findNext()
{
    m_find->isVisible() ? m_find->next() : find();
}

void ReaderPane::findPrevious()
{
    m_find->isVisible() ? m_find->previous() : find();
}

void ReaderPane::highlight()
{
    highlightIn(m_strip->color());
}

void ReaderPane::highlightIn(Color color)
{
    m_strip->setColor(color);
    const SelectedText words = selected();
    if (words.span.length > 0) {
        m_strip->hide();
        m_reader->setFocus();
        m_reader->clearSelection();
        emit highlightRequested(words, color);
    }
}

void ReaderPane::note()
{
    const SelectedText words = selected();
    if (words.span.length > 0) {
        m_strip->hide();
        emit noteRequested(words);
    }
}

void ReaderPane::copyWithTime()
{
    const SelectedText words = selected();
    if (words.span.length > 0) {
        emit copyWithTimeRequested(words);
    }
}

void ReaderPane::copyWithTimes()
{
    m_reader->copySelection(true);
}

void ReaderPane::clip()
{
    if (const auto time = selected().time) {
        m_strip->hide();
        emit clipRequested(*time);
    }
}

void ReaderPane::loop()
{
    if (const auto time = selected().time) {
        m_strip->hide();
        emit loopRequested(*time);
    }
}

void ReaderPane::onSelectionFinished(bool byMouse)
{
    m_stripSoon.start(byMouse ? afterMouse : afterKeys);
}

void ReaderPane::showStrip()
{
    const QRectF words = m_reader->selectionRect();
    if (!words.isEmpty()) {
        m_strip->setTimed(selected().time.has_value());
        const QPointF origin = m_reader->viewport()->mapTo(m_textPage, QPoint(0, 0));
        m_strip->showFor(words.translated(origin),
                         QRectF(m_reader->viewport()->rect()).translated(origin));
    }
}

void ReaderPane::openLink(const QString &target)
{
    const QUrl url(target, QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    const bool known = scheme == QLatin1String("http") || scheme == QLatin1String("https")
                       || scheme == QLatin1String("mailto");
    const bool whole = scheme == QLatin1String("mailto") || !url.host().isEmpty();
    if (url.isValid() && known && whole) {
        emit openLinkRequested(url);
    }
}

void ReaderPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_strip->hide();
}

bool ReaderPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_reader && event->type() == QEvent::KeyPress && m_strip->isVisible()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab) {
            m_strip->enter();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            m_strip->hide();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::transcript
