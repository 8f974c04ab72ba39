// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/tagcompletion.h"

#include <QObject>
#include <QStringList>

#include <vector>

class QCompleter;
class QLineEdit;
class QPlainTextEdit;
class QStringListModel;

namespace ui::notes::internal {

/// Proposes known tags for the word the cursor is in: in a field of several, or behind a "#" in a
/// note's text.
class TagCompletion final : public QObject
{
    Q_OBJECT

public:
    /// \param field  also becomes the owner
    explicit TagCompletion(QLineEdit &field);
    explicit TagCompletion(QPlainTextEdit &text);

    void setTags(const std::vector<app::notes::UsedTag> &tags) { m_tags = tags; }

    /// Whether the list of proposals is open.
    [[nodiscard]] bool isOpen() const;

    [[nodiscard]] QCompleter &completer() const { return *m_completer; }

signals:
    void accepted();

private:
    TagCompletion(QWidget &widget, QLineEdit *field, QPlainTextEdit *text);
    void proposeInField();
    void proposeInText();
    void propose(const QString &typed, const QStringList &present, const QRect &place);
    void accept(const QString &tag);
    void acceptInField(const QString &tag);
    void acceptInText(const QString &tag);

    QLineEdit *m_field;
    QPlainTextEdit *m_text;
    std::vector<app::notes::UsedTag> m_tags;
    QStringListModel *m_proposals;
    QCompleter *m_completer;
    bool m_accepting = false;
};

/// The tags in a field where spaces and commas separate them; cleaned, each once.
[[nodiscard]] QStringList splitTags(const QString &words);

} // namespace ui::notes::internal
