// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/noteeditor.h"

#include "app/notes/tags.h"
#include "ui/notes/internal/colordots.h"
#include "ui/notes/internal/tagcompletion.h"
#include "ui/notes/internal/textbox.h"
#include "ui/notes/notewords.h"
#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::notes {
namespace {

namespace metrics = theme::metrics;

constexpr int widest = 420;
constexpr int barWidth = 4;
constexpr qsizetype longestAddress = 2000;

/// The web address on the clipboard, if that is all there is on it.
QString copiedAddress()
{
    const QString words = QGuiApplication::clipboard()->text().trimmed();
    if (words.size() > longestAddress || words.contains(u' ') || words.contains(u'\n')) {
        return {};
    }
    const QUrl url(words, QUrl::StrictMode);
    const bool web =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return web && !url.host().isEmpty() ? words : QString();
}

} // namespace

NoteEditor::NoteEditor(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_time(new widgets::ElidedLabel(themes, theme::TextStyle::MetaStrong, {}, this))
    , m_quote(new widgets::ElidedLabel(themes, theme::TextStyle::Ui, {}, this))
    , m_text(new internal::TextBox(themes, this))
    , m_tags(new widgets::SearchField(themes, tr("Tags"), this))
    , m_completion(new internal::TagCompletion(*m_tags))
    , m_textCompletion(new internal::TagCompletion(m_text->edit()))
    , m_colors(new internal::ColorDots(themes, this))
    , m_error(new widgets::ElidedLabel(themes, theme::TextStyle::Ui, {}, this))
    , m_cancel(new widgets::Button(themes, widgets::Button::Kind::Quiet, tr("Cancel"), this))
    , m_save(new widgets::Button(themes, widgets::Button::Kind::Primary, tr("Save"), this))
{
    setObjectName(QStringLiteral("noteEditor"));
    setAccessibleName(tr("Note"));
    widgets::setAccessibleRole(*this, QAccessible::Grouping);
    setMaximumWidth(widest);
    m_time->setObjectName(QStringLiteral("noteTime"));
    m_time->setToolTip(tr("Alt+Up and Alt+Down move it."));
    m_quote->setObjectName(QStringLiteral("noteQuote"));
    m_quote->setMaximumLines(2);
    m_quote->setColor(&theme::Theme::text2);
    m_text->edit().setObjectName(QStringLiteral("noteText"));
    m_text->edit().setAccessibleName(tr("Note text, Markdown"));
    m_text->edit().setPlaceholderText(tr("Write a note..."));
    m_tags->setObjectName(QStringLiteral("noteTags"));
    m_tags->setIconName(QStringLiteral("tag"));
    m_error->setObjectName(QStringLiteral("noteError"));
    m_error->setMaximumLines(0);
    m_error->setColor(&theme::Theme::danger);
    widgets::setAccessibleRole(*m_error, QAccessible::AlertMessage);
    m_error->hide();
    m_save->setObjectName(QStringLiteral("noteSave"));
    m_save->setCompact(true);
    m_save->setKeysHint(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_cancel->setObjectName(QStringLiteral("noteCancel"));
    m_cancel->setCompact(true);
    m_cancel->setHint(tr("Leave without saving"));
    layOut();
    connectFields();
    connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
    begin({});
}

void NoteEditor::layOut()
{
    auto *const bottom = new QHBoxLayout;
    bottom->setSpacing(metrics::space8);
    bottom->addWidget(m_colors, 1);
    bottom->addWidget(m_cancel);
    bottom->addWidget(m_save);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        metrics::space12 + barWidth, metrics::space12, metrics::space12, metrics::space12);
    layout->setSpacing(metrics::space8);
    for (QWidget *const part : std::initializer_list<QWidget *>{m_time, m_quote, m_text, m_tags}) {
        layout->addWidget(part);
    }
    layout->addWidget(m_error);
    layout->addLayout(bottom);
}

void NoteEditor::connectFields()
{
    m_text->edit().installEventFilter(this);
    m_tags->installEventFilter(this);
    for (QWidget *const child : m_colors->findChildren<QWidget *>()) {
        child->installEventFilter(this);
    }
    m_save->installEventFilter(this);
    m_cancel->installEventFilter(this);
    connect(&m_text->edit(), &QPlainTextEdit::textChanged, this, &NoteEditor::onEdited);
    connect(m_tags, &QLineEdit::textChanged, this, &NoteEditor::onEdited);
    connect(m_colors, &internal::ColorDots::colorChanged, this, [this] {
        update();
        onEdited();
    });
    connect(m_save, &QAbstractButton::clicked, this, &NoteEditor::save);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        if (!m_busy) {
            emit dismissed();
        }
    });
}

NoteEditor::Draft NoteEditor::draftOf(const app::notes::Note &note)
{
    return {note.start, note.end, note.anchor.quote, note.text, note.tags, note.color, false};
}

void NoteEditor::begin(const Draft &draft)
{
    m_beginning = true;
    m_draft = draft;
    m_writing = false;
    m_quote->setText(draft.quote.simplified());
    m_quote->setVisible(!draft.quote.isEmpty());
    m_text->edit().setPlainText(draft.text);
    m_text->edit().moveCursor(QTextCursor::End);
    QStringList besides = draft.tags;
    for (const QString &written : app::notes::tagsInText(draft.text)) {
        besides.removeIf([&written](const QString &tag) {
            return tag.compare(written, Qt::CaseInsensitive) == 0;
        });
    }
    m_firstTags = besides.join(QStringLiteral(", "));
    m_tags->setText(m_firstTags);
    m_colors->setColor(draft.color);
    refreshTime();
    setError({});
    m_beginning = false;
}

void NoteEditor::setTime(app::timestamps::MediaTime start,
                         std::optional<app::timestamps::MediaTime> end)
{
    m_draft.start = start;
    m_draft.end = end;
    refreshTime();
}

void NoteEditor::refreshTime()
{
    const QString place = placeWords(m_draft.start, m_draft.end);
    m_time->setText(tr("At %1").arg(place));
    m_time->setAccessibleName(tr("At %1").arg(text::spokenText(m_draft.start)));
}

void NoteEditor::setKnownTags(const std::vector<app::notes::UsedTag> &tags)
{
    m_completion->setTags(tags);
    m_textCompletion->setTags(tags);
}

void NoteEditor::setCodebook(const Codebook &codebook)
{
    m_colors->setCodebook(codebook);
}

void NoteEditor::setBusy(bool busy)
{
    m_busy = busy;
    // Disabling would throw the keyboard out of the card.
    m_text->edit().setReadOnly(busy);
    m_tags->setReadOnly(busy);
    m_colors->setEnabled(!busy);
    m_save->setText(busy ? tr("Saving...") : tr("Save"));
    m_save->setAccessibleName(m_save->text());
    m_save->updateGeometry();
}

void NoteEditor::setError(const QString &sentence)
{
    setBusy(false);
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty()) {
        widgets::announce(*m_error);
    }
}

QString NoteEditor::text() const
{
    return m_text->edit().toPlainText();
}

QStringList NoteEditor::tags() const
{
    return app::notes::cleanTags(internal::splitTags(m_tags->text())
                                 + app::notes::tagsInText(text()));
}

app::notes::Color NoteEditor::color() const
{
    return m_colors->color();
}

bool NoteEditor::isEmpty() const
{
    return text().trimmed().isEmpty() && tags().isEmpty();
}

bool NoteEditor::isChanged() const
{
    return text() != m_draft.text || m_tags->text() != m_firstTags || color() != m_draft.color;
}

void NoteEditor::focusText()
{
    m_text->edit().setFocus(Qt::OtherFocusReason);
}

void NoteEditor::focusTags()
{
    m_tags->setFocus(Qt::OtherFocusReason);
    m_tags->end(false);
}

QSize NoteEditor::sizeHint() const
{
    return {widest, QWidget::sizeHint().height()};
}

void NoteEditor::save()
{
    if (m_busy) {
        return;
    }
    // A quote is worth keeping without a word, a bare moment is not what this card is for.
    const bool nothing = m_draft.isNew ? isEmpty() && m_draft.quote.isEmpty() : !isChanged();
    if (nothing) {
        emit dismissed();
        return;
    }
    setError({});
    emit saveRequested(text(), tags(), color());
}

void NoteEditor::leave()
{
    if (m_busy) {
        return;
    }
    if (m_draft.isNew && isEmpty()) {
        emit dismissed();
        return;
    }
    save();
}

void NoteEditor::onEdited()
{
    if (m_beginning) {
        return;
    }
    if (!m_writing) {
        m_writing = true;
        emit writingStarted();
    }
    emit edited();
}

bool NoteEditor::handleKey(const QKeyEvent &event, bool act)
{
    QPlainTextEdit &edit = m_text->edit();
    const auto keys = event.modifiers() & ~Qt::KeypadModifier;
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    const bool escape = event.key() == Qt::Key_Escape && keys == Qt::NoModifier;
    const bool move =
        keys == Qt::AltModifier && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down);
    const bool mark =
        keys == Qt::ControlModifier && edit.hasFocus()
        && (event.key() == Qt::Key_B || event.key() == Qt::Key_I || event.key() == Qt::Key_L);
    const bool done = enter && keys == Qt::ControlModifier;
    if (!act || !(escape || move || mark || done)) {
        return escape || move || mark || done;
    }
    if (escape) {
        leave();
    } else if (done) {
        save();
    } else if (move && !m_busy) {
        emit timeMoveRequested(event.key() == Qt::Key_Up ? -1 : 1);
    } else if (mark && !m_busy) {
        switch (event.key()) {
        case Qt::Key_B:
            internal::toggleMarks(edit, QStringLiteral("**"));
            break;
        case Qt::Key_I:
            internal::toggleMarks(edit, QStringLiteral("*"));
            break;
        default:
            internal::insertLink(edit, copiedAddress());
            break;
        }
    }
    return true;
}

bool NoteEditor::eventFilter(QObject *watched, QEvent *event)
{
    // Esc with open proposals closes them; their popup sees to that.
    const bool proposals = (watched == m_tags && m_completion->isOpen())
                           || (watched == &m_text->edit() && m_textCompletion->isOpen());
    if (event->type() == QEvent::ShortcutOverride && !proposals) {
        if (handleKey(*static_cast<QKeyEvent *>(event), false)) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress && !proposals) {
        if (handleKey(*static_cast<QKeyEvent *>(event), true)) {
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NoteEditor::paintEvent(QPaintEvent *)
{
    const theme::Theme &colors = m_themes.current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(colors.linestrong);
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(card, metrics::cardRadius, metrics::cardRadius);
    painter.setClipRect(QRect(0, 0, barWidth, height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.highlightLine[static_cast<std::size_t>(color())]);
    painter.drawRoundedRect(rect(), metrics::cardRadius, metrics::cardRadius);
}

} // namespace ui::notes
