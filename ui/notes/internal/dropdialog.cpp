// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/dropdialog.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui::notes::internal {
namespace {

using widgets::Button;
namespace metrics = theme::metrics;

constexpr int dialogWidth = 420;

} // namespace

DropDialog::DropDialog(const theme::ThemeManager &themes, int count, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("dropDialog"));
    setWindowTitle(tr("Delete for good"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFixedWidth(dialogWidth);
    auto *const title = new QLabel(tr("Delete %n note(s) for good?", nullptr, count), this);
    title->setObjectName(QStringLiteral("dropTitle"));
    title->setFont(theme::font(theme::TextStyle::Section));
    title->setWordWrap(true);
    auto *const words = new QLabel(tr("This is the one thing that cannot be undone: they leave the "
                                      "bin, and Undo does not bring them back."),
                                   this);
    words->setObjectName(QStringLiteral("dropWords"));
    words->setWordWrap(true);
    setAccessibleDescription(words->text());
    auto *const keep = new Button(themes, Button::Kind::Secondary, tr("Keep them"), this);
    keep->setObjectName(QStringLiteral("dropKeep"));
    auto *const drop =
        new Button(themes, Button::Kind::Danger, tr("Delete %n note(s)", nullptr, count), this);
    drop->setObjectName(QStringLiteral("drop"));
    connect(keep, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(drop, &QAbstractButton::clicked, this, &QDialog::accept);

    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space8);
    buttons->addStretch(1);
    buttons->addWidget(keep);
    buttons->addWidget(drop);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(
        metrics::space20, metrics::space16, metrics::space20, metrics::space16);
    rows->setSpacing(metrics::space12);
    rows->addWidget(title);
    rows->addWidget(words);
    rows->addSpacing(metrics::space4);
    rows->addLayout(buttons);
    keep->setFocus(Qt::OtherFocusReason);
}

} // namespace ui::notes::internal
