// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/importdialog.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/progressline.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::library {
namespace {

using theme::TextStyle;
using widgets::ElidedLabel;
namespace metrics = theme::metrics;

constexpr int dialogWidth = 520;
constexpr int failuresHeight = 140;
constexpr int footHeight = 56;

} // namespace

ImportDialog::ImportDialog(const theme::ThemeManager &themes, QWidget *parent)
    : QDialog(parent)
    , m_themes(themes)
    , m_title(new ElidedLabel(themes, TextStyle::EpisodeTitleNarrow, {}, this))
    , m_bar(new widgets::ProgressLine(themes, this))
    , m_count(new ElidedLabel(themes, TextStyle::Ui, {}, this))
    , m_failures(new QPlainTextEdit(this))
    , m_copy(new widgets::Button(themes, widgets::Button::Kind::Quiet, tr("Copy list"), this))
    , m_close(new widgets::Button(themes, widgets::Button::Kind::Secondary, tr("Cancel"), this))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import subscriptions"));
    setWindowModality(Qt::WindowModal);
    m_title->setObjectName(QStringLiteral("importTitle"));
    m_title->setMaximumLines(0);
    m_title->setText(tr("Import subscriptions"));
    m_bar->setObjectName(QStringLiteral("importProgress"));
    m_bar->setAccessibleName(tr("Feeds read"));
    m_count->setObjectName(QStringLiteral("importCount"));
    m_count->setMaximumLines(0);
    m_count->setColor(&theme::Theme::text2);
    m_failures->setObjectName(QStringLiteral("importFailures"));
    m_failures->setAccessibleName(tr("Feeds that could not be read"));
    m_failures->setReadOnly(true);
    m_failures->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_failures->setTabChangesFocus(true);
    m_failures->setMinimumHeight(failuresHeight);
    m_failures->setFont(theme::font(TextStyle::Ui));
    m_copy->setObjectName(QStringLiteral("importCopy"));
    m_close->setObjectName(QStringLiteral("importClose"));
    build();
    m_failures->hide();
    m_copy->hide();
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(failureText());
    });
    connect(m_close, &QAbstractButton::clicked, this, &ImportDialog::reject);
    connect(&themes, &theme::ThemeManager::changed, this, &ImportDialog::refresh);
    refresh();
    setProgress(0, 0);
}

void ImportDialog::build()
{
    auto *const body = new QVBoxLayout;
    body->setContentsMargins(
        metrics::space20, metrics::space16, metrics::space20, metrics::space16);
    body->setSpacing(metrics::space12);
    body->addWidget(m_title);
    body->addWidget(m_bar);
    body->addWidget(m_count);
    body->addWidget(m_failures, 1);
    auto *const foot = new QHBoxLayout;
    foot->setContentsMargins(
        metrics::space20, metrics::space12, metrics::space20, metrics::space12);
    foot->addWidget(m_copy);
    foot->addStretch(1);
    foot->addWidget(m_close);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(body, 1);
    layout->addLayout(foot);
    resize(dialogWidth, 0);
}

void ImportDialog::refresh()
{
    const theme::Theme &colors = m_themes.current();
    QPalette palette = theme::palette(colors);
    palette.setColor(QPalette::Highlight, colors.textsel);
    m_failures->setPalette(palette);
    update();
}

void ImportDialog::setProgress(int done, int total)
{
    if (!m_busy) {
        return;
    }
    m_bar->setRange(0, std::max(total, 1));
    m_bar->setValue(std::clamp(done, 0, total));
    // The one being read now is one further than those that are done.
    m_count->setText(total == 0 ? tr("Reading the file...")
                                : tr("Following %1 of %2...", "feeds of an imported list")
                                      .arg(std::clamp(done + 1, 1, total))
                                      .arg(total));
}

void ImportDialog::finish(const QString &title)
{
    m_busy = false;
    m_bar->hide();
    m_title->setText(title);
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(m_close->text());
    m_close->updateGeometry();
    m_close->setFocus(Qt::OtherFocusReason);
    widgets::announce(*m_title);
}

void ImportDialog::showResult(int followed, const QList<Failure> &failures)
{
    finish(followed == 1 ? tr("1 podcast followed") : tr("%1 podcasts followed").arg(followed));
    if (failures.isEmpty()) {
        m_count->setText(tr("All feeds could be read."));
        return;
    }
    m_count->setText(failures.size() == 1 ? tr("1 feed could not be read")
                                          : tr("%1 feeds could not be read").arg(failures.size()));
    QStringList lines;
    lines.reserve(failures.size());
    for (const Failure &failure : failures) {
        lines += tr("%1: %2", "a feed's address, and why it could not be read")
                     .arg(failure.address.simplified(), failure.sentence.simplified());
    }
    m_failures->setPlainText(lines.join(u'\n'));
    m_failures->show();
    m_copy->show();
    adjustSize();
    resize(dialogWidth, height());
}

void ImportDialog::showError(const QString &sentence)
{
    finish(tr("Nothing was imported"));
    m_count->setColor(&theme::Theme::danger);
    m_count->setText(sentence);
}

QString ImportDialog::failureText() const
{
    return m_failures->toPlainText();
}

void ImportDialog::reject()
{
    if (m_busy) {
        m_busy = false;
        emit cancelRequested();
    }
    QDialog::reject();
}

void ImportDialog::paintEvent(QPaintEvent *)
{
    const theme::Theme &colors = m_themes.current();
    QPainter painter(this);
    painter.fillRect(rect(), colors.raised);
    painter.fillRect(0, height() - footHeight, width(), footHeight, colors.list);
    painter.fillRect(0, height() - footHeight, width(), 1, colors.line);
}

} // namespace ui::library
