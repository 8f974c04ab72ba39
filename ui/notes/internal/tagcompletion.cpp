// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/tagcompletion.h"

#include "app/notes/tags.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStringListModel>

namespace ui::notes::internal {
namespace {

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

TagCompletion::TagCompletion(QLineEdit &field)
    : QObject(&field)
    , m_field(field)
    , m_tags(new QStringListModel(this))
    , m_completer(new QCompleter(m_tags, this))
{
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setMaxVisibleItems(8);
    // QLineEdit's own completion replaces all its text; ours replaces one word.
    m_completer->setWidget(&field);
    connect(&field, &QLineEdit::textEdited, this, &TagCompletion::propose);
    connect(m_completer,
            qOverload<const QString &>(&QCompleter::activated),
            this,
            &TagCompletion::accept);
}

void TagCompletion::setTags(const QStringList &tags)
{
    m_tags->setStringList(tags);
}

bool TagCompletion::isOpen() const
{
    return m_completer->popup()->isVisible();
}

void TagCompletion::propose()
{
    const qsizetype cursor = m_field.cursorPosition();
    const qsizetype start = wordStart(m_field.text(), cursor);
    QString word = m_field.text().sliced(start, cursor - start);
    if (word.startsWith(u'#')) {
        word.remove(0, 1);
    }
    m_completer->setCompletionPrefix(word);
    const bool complete =
        m_completer->completionCount() == 1
        && m_completer->currentCompletion().compare(word, Qt::CaseInsensitive) == 0;
    if (word.isEmpty() || complete || m_completer->completionCount() == 0) {
        m_completer->popup()->hide();
    } else {
        m_completer->complete();
    }
}

void TagCompletion::accept(const QString &tag)
{
    const QString text = m_field.text();
    const qsizetype cursor = m_field.cursorPosition();
    const qsizetype start = wordStart(text, cursor);
    const QString before = text.first(start) + tag + u' ';
    m_field.setText(before + text.sliced(cursor));
    m_field.setCursorPosition(static_cast<int>(before.size()));
    emit m_field.textEdited(m_field.text());
    m_completer->popup()->hide();
}

QStringList splitTags(const QString &words)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,]+"));
    return app::notes::cleanTags(words.split(separators, Qt::SkipEmptyParts));
}

} // namespace ui::notes::internal
