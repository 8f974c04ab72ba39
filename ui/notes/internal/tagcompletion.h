// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace ui::notes::internal {

/// Proposes known tags for the word the cursor is in, in a field of several.
class TagCompletion final : public QObject
{
    Q_OBJECT

public:
    /// \param field  also becomes the owner
    explicit TagCompletion(QLineEdit &field);

    void setTags(const QStringList &tags);

    /// Whether the list of proposals is open.
    [[nodiscard]] bool isOpen() const;

    [[nodiscard]] QCompleter &completer() const { return *m_completer; }

private:
    void propose();
    void accept(const QString &tag);

    QLineEdit &m_field;
    QStringListModel *m_tags;
    QCompleter *m_completer;
};

/// The tags in a field where spaces and commas separate them; cleaned, each once.
[[nodiscard]] QStringList splitTags(const QString &words);

} // namespace ui::notes::internal
