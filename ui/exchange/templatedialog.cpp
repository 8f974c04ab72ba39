// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/templatedialog.h"

#include "app/exports/notetemplate.h"
#include "ui/exchange/dialogsize.h"
#include "ui/exchange/formatwords.h"
#include "ui/text/errortext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSplitter>

#include <chrono>

namespace ui::exchange {
namespace {

using namespace std::chrono_literals;
using app::exports::FieldKind;
using app::exports::TemplateField;
using widgets::Button;
namespace metrics = theme::metrics;

/// How long nothing is typed before the template is read again.
constexpr auto checkDelay = 200ms;

QString asTag(const TemplateField &field)
{
    switch (field.kind) {
    case FieldKind::Text:
        return QStringLiteral("{{%1}}").arg(field.name);
    case FieldKind::Flag:
        return QStringLiteral("{{#%1}}{{/%1}}").arg(field.name);
    case FieldKind::List:
        return QStringLiteral("{{#%1}}{{.}}{{/%1}}").arg(field.name);
    }
    return {};
}

} // namespace

TemplateDialog::TemplateDialog(const theme::ThemeManager &themes,
                               const QString &format,
                               const QString &own,
                               QWidget *parent)
    : QDialog(parent)
    , m_themes(themes)
    , m_format(format)
    , m_original(app::exports::builtInTemplate(format))
    , m_text(new QPlainTextEdit(own.isEmpty() ? m_original : own, this))
    , m_fields(new QListWidget(this))
    , m_state(new QLabel(this))
    , m_reset(new Button(themes, Button::Kind::Secondary, tr("As it came"), this))
    , m_use(new Button(themes, Button::Kind::Primary, tr("Use this template"), this))
{
    setObjectName(QStringLiteral("templateDialog"));
    setWindowTitle(tr("Template for %1").arg(formatTitle(format)));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setWindowModality(Qt::WindowModal);
    build();
    m_soon.setSingleShot(true);
    m_soon.setInterval(checkDelay);
    connect(&m_soon, &QTimer::timeout, this, &TemplateDialog::check);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_soon.start(); });
    connect(m_fields, &QListWidget::itemActivated, this, &TemplateDialog::insertField);
    connect(m_reset, &QAbstractButton::clicked, this, [this] {
        // Through the document, so that it can be taken back.
        m_text->selectAll();
        m_text->insertPlainText(m_original);
        check();
    });
    connect(m_use, &QAbstractButton::clicked, this, &TemplateDialog::use);
    resize(fittingSize(*this, {860, 600}));
    check();
}

void TemplateDialog::build()
{
    m_text->setObjectName(QStringLiteral("templateText"));
    m_text->setAccessibleName(tr("Template"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_state->setObjectName(QStringLiteral("templateState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    auto *const words = new QLabel(
        tr("What stands in double braces is filled in for each note. A field in the list is put in "
           "with a double click or Enter."),
        this);
    words->setWordWrap(true);
    auto *const parts = new QSplitter(Qt::Horizontal, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_text);
    parts->addWidget(buildFields());
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(metrics::space8);
    auto *const cancel = new Button(m_themes, Button::Kind::Secondary, tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("templateCancel"));
    m_reset->setObjectName(QStringLiteral("templateReset"));
    m_use->setObjectName(QStringLiteral("templateUse"));
    foot->addWidget(m_reset);
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(m_use);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(
        metrics::space20, metrics::space16, metrics::space20, metrics::space16);
    rows->setSpacing(metrics::space12);
    rows->addWidget(words);
    rows->addWidget(parts, 1);
    rows->addWidget(m_state);
    rows->addLayout(foot);
}

QWidget *TemplateDialog::buildFields()
{
    m_fields->setObjectName(QStringLiteral("templateFields"));
    m_fields->setAccessibleName(tr("Fields"));
    m_fields->setWordWrap(true);
    for (const TemplateField &field : app::exports::templateFields()) {
        // The meanings are in English, as the names are: both belong to the template's language.
        auto *const item =
            new QListWidgetItem(QStringLiteral("%1\n%2").arg(field.name, field.meaning), m_fields);
        item->setData(Qt::UserRole, asTag(field));
    }
    return m_fields;
}

void TemplateDialog::insertField(const QListWidgetItem *item)
{
    m_text->insertPlainText(item->data(Qt::UserRole).toString());
    m_text->setFocus();
}

void TemplateDialog::check()
{
    m_soon.stop();
    const auto checked = app::exports::checkTemplate(m_format, m_text->toPlainText());
    m_state->setText(checked ? tr("The template can be used.")
                             : tr("This does not work yet: %1").arg(checked.error().detail));
    m_use->setEnabled(checked.has_value());
    m_reset->setEnabled(m_text->toPlainText() != m_original);
}

void TemplateDialog::use()
{
    check();
    if (!m_use->isEnabled()) {
        return;
    }
    const QString text = m_text->toPlainText();
    emit templateChosen(text == m_original ? QString() : text);
    accept();
}

} // namespace ui::exchange
