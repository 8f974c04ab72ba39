// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/times/transcriptdialogs.h"

#include "ui/theme/metrics.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::times {
namespace {

namespace metrics = theme::metrics;

QVBoxLayout *makeRows(QDialog &dialog)
{
    dialog.setBackgroundRole(QPalette::Base);
    dialog.setAutoFillBackground(true);
    auto *const rows = new QVBoxLayout(&dialog);
    rows->setContentsMargins(
        metrics::space20, metrics::space16, metrics::space20, metrics::space16);
    rows->setSpacing(metrics::space12);
    return rows;
}

} // namespace

CorrectDialog::CorrectDialog(const QString &words, QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(words, this))
{
    setObjectName(QStringLiteral("correctDialog"));
    setWindowTitle(tr("Correct the words"));
    auto *const rows = makeRows(*this);
    m_text->setObjectName(QStringLiteral("correctText"));
    m_text->setAccessibleName(tr("Words"));
    m_text->setTabChangesFocus(true);
    m_text->selectAll();
    m_text->installEventFilter(this);
    rows->addWidget(m_text, 1);
    auto *const hint =
        new QLabel(tr("The original stays as it is; every correction can be undone."), this);
    hint->setWordWrap(true);
    rows->addWidget(hint);
    auto *const buttons =
        new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(520, 220);
}

QString CorrectDialog::words() const
{
    return m_text->toPlainText().simplified();
}

bool CorrectDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            accept();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

PasteDialog::PasteDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
    , m_verdict(new QLabel(this))
{
    setObjectName(QStringLiteral("pasteDialog"));
    setWindowTitle(tr("Paste a transcript"));
    auto *const rows = makeRows(*this);
    m_text->setObjectName(QStringLiteral("pasteText"));
    m_text->setAccessibleName(tr("Transcript"));
    m_text->setPlaceholderText(
        tr("WebVTT, SRT, JSON, text with or without times: any form will do."));
    m_text->setTabChangesFocus(true);
    rows->addWidget(m_text, 1);
    m_verdict->setObjectName(QStringLiteral("pasteVerdict"));
    m_verdict->setWordWrap(true);
    rows->addWidget(m_verdict);
    auto *const buttons =
        new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_use = buttons->button(QDialogButtonBox::Ok);
    m_use->setText(tr("Use it"));
    m_use->setEnabled(false);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_use->setEnabled(false);
        emit changed(text());
    });
    resize(620, 460);
    QMetaObject::invokeMethod(
        this,
        [this] { m_text->setPlainText(QGuiApplication::clipboard()->text()); },
        Qt::QueuedConnection);
}

QString PasteDialog::text() const
{
    return m_text->toPlainText();
}

void PasteDialog::setVerdict(const QString &verdict, bool usable)
{
    m_verdict->setText(verdict);
    m_use->setEnabled(usable);
}

} // namespace ui::times
