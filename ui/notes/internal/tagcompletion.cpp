// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/tagcompletion.h"

#include "app/notes/tags.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QStringListModel>

namespace ui::notes::internal {
namespace {

constexpr qsizetype mostProposals = 8;

bool separates(QChar c)
{
    return c.isSpace() || c == u',';
}

/// Where the word begins that ends at the cursor.
qsizetype wordStart(const QString &text, qsizetype cursor)
{
    qsizetype start = cursor;
    while (start > 0 && !separates(text[start - 1])) {
        --start;
    }
    return start;
}

} // namespace

TagCompletion::TagCompletion(QWidget &widget, QLineEdit *field, QPlainTextEdit *text)
    : QObject(&widget)
    , m_field(field)
    , m_text(text)
    , m_proposals(new QStringListModel(this))
    , m_completer(new QCompleter(m_proposals, this))
{
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(mostProposals);
    // A field's own completion replaces all its text; ours replaces one word.
    m_completer->setWidget(&widget);
    connect(m_completer,
            qOverload<const QString &>(&QCompleter::activated),
            this,
            &TagCompletion::accept);
}

TagCompletion::TagCompletion(QLineEdit &field)
    : TagCompletion(field, &field, nullptr)
{
    connect(&field, &QLineEdit::textEdited, this, &TagCompletion::proposeInField);
}

TagCompletion::TagCompletion(QPlainTextEdit &text)
    : TagCompletion(text, nullptr, &text)
{
    connect(&text, &QPlainTextEdit::textChanged, this, &TagCompletion::proposeInText);
}

bool TagCompletion::isOpen() const
{
    return m_completer->popup()->isVisible();
}

void TagCompletion::proposeInField()
{
    const qsizetype cursor = m_field->cursorPosition();
    const qsizetype start = wordStart(m_field->text(), cursor);
    const QString typed = m_field->text().sliced(start, cursor - start);
    const QString others = m_field->text().first(start) + m_field->text().sliced(cursor);
    propose(typed == u"#" ? QString() : typed, splitTags(others), m_field->rect());
}

void TagCompletion::proposeInText()
{
    if (m_accepting || !m_text->hasFocus()) {
        return;
    }
    const QString words = m_text->toPlainText();
    const auto tag = app::notes::tagBeingTyped(words, m_text->textCursor().position());
    if (!tag) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = m_text->cursorRect();
    place.setWidth(200);
    propose(words.sliced(tag->offset, tag->length), {}, place);
}

void TagCompletion::propose(const QString &typed, const QStringList &present, const QRect &place)
{
    QStringList found;
    if (!typed.isEmpty()) {
        found = app::notes::completeTag(typed, m_tags, present, mostProposals);
    }
    const QString bare = typed.startsWith(u'#') ? typed.sliced(1) : typed;
    const bool complete =
        found.size() == 1 && found.front().compare(bare, Qt::CaseInsensitive) == 0;
    if (found.isEmpty() || complete) {
        m_completer->popup()->hide();
        return;
    }
    m_proposals->setStringList(found);
    m_completer->complete(m_text ? place : QRect());
}

void TagCompletion::accept(const QString &tag)
{
    {
        const QScopedValueRollback accepting(m_accepting, true);
        m_field ? acceptInField(tag) : acceptInText(tag);
    }
    m_completer->popup()->hide();
    emit accepted();
}

void TagCompletion::acceptInField(const QString &tag)
{
    const QString text = m_field->text();
    const qsizetype cursor = m_field->cursorPosition();
    const qsizetype start = wordStart(text, cursor);
    const QString before = text.first(start) + tag + u' ';
    m_field->setText(before + text.sliced(cursor));
    m_field->setCursorPosition(static_cast<int>(before.size()));
    emit m_field->textEdited(m_field->text());
}

void TagCompletion::acceptInText(const QString &tag)
{
    QTextCursor cursor = m_text->textCursor();
    const auto typed = app::notes::tagBeingTyped(m_text->toPlainText(), cursor.position());
    if (!typed) {
        return;
    }
    cursor.setPosition(static_cast<int>(typed->offset));
    cursor.setPosition(static_cast<int>(typed->offset + typed->length), QTextCursor::KeepAnchor);
    cursor.insertText(tag + u' ');
    m_text->setTextCursor(cursor);
}

QStringList splitTags(const QString &words)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,]+"));
    return app::notes::cleanTags(words.split(separators, Qt::SkipEmptyParts));
}

} // namespace ui::notes::internal
