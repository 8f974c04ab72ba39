// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ui::times {

/// Puts words of a transcript right. Enter keeps them, Esc leaves them. Thread: main.
class CorrectDialog final : public QDialog
{
    Q_OBJECT

public:
    CorrectDialog(const QString &words, QWidget *parent);

    /// In one line.
    [[nodiscard]] QString words() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPlainTextEdit *m_text;
};

/// Takes a transcript as text. Knows no format: it asks what was pasted is, and shows the answer.
class PasteDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PasteDialog(QWidget *parent);

    [[nodiscard]] QString text() const;

    /// What the text is; \p usable  whether it is a transcript.
    void setVerdict(const QString &verdict, bool usable);

signals:
    /// The text is another; it is not usable until setVerdict() says so.
    void changed(const QString &text);

private:
    QPlainTextEdit *m_text;
    QLabel *m_verdict;
    QPushButton *m_use;
};

} // namespace ui::times
