// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/addpodcastdialog.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchfield.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace ui::library {
namespace {

using theme::TextStyle;
using widgets::ElidedLabel;
namespace metrics = theme::metrics;

constexpr int dialogWidth = 520;
constexpr int footHeight = 56;
constexpr qsizetype longestAddress = 2000;

} // namespace

AddPodcastDialog::AddPodcastDialog(const theme::ThemeManager &themes, QWidget *parent)
    : QDialog(parent)
    , m_themes(themes)
    , m_address(new widgets::SearchField(themes, tr("Address of a feed or page"), this))
    , m_message(new ElidedLabel(themes, TextStyle::Ui, {}, this))
    , m_cancel(new widgets::Button(themes, widgets::Button::Kind::Secondary, {}, this))
    , m_follow(new widgets::Button(themes, widgets::Button::Kind::Primary, tr("Follow"), this))
{
    setObjectName(QStringLiteral("addPodcastDialog"));
    setWindowTitle(tr("Add podcast"));
    setWindowModality(Qt::WindowModal);
    m_address->setObjectName(QStringLiteral("podcastAddress"));
    m_address->setIconName(QStringLiteral("link"));
    m_address->setPlaceholderText(QStringLiteral("https://"));
    m_address->setMaxLength(static_cast<int>(longestAddress));
    m_message->setObjectName(QStringLiteral("addPodcastMessage"));
    m_message->setMaximumLines(0);
    m_message->setMinimumHeight(2 * theme::typeStyle(TextStyle::Ui).lineHeight);
    m_cancel->setObjectName(QStringLiteral("cancelFollow"));
    m_follow->setObjectName(QStringLiteral("follow"));
    build();
    connect(m_address, &QLineEdit::textChanged, this, [this] {
        m_address->setInvalid(false);
        setBusy(m_busy);
    });
    connect(m_address, &QLineEdit::returnPressed, this, &AddPodcastDialog::follow);
    connect(m_address, &widgets::SearchField::escaped, this, &AddPodcastDialog::reject);
    connect(m_cancel, &QAbstractButton::clicked, this, &AddPodcastDialog::reject);
    connect(m_follow, &QAbstractButton::clicked, this, &AddPodcastDialog::follow);
    connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
    setBusy(false);
}

void AddPodcastDialog::build()
{
    auto *const title =
        new ElidedLabel(m_themes, TextStyle::EpisodeTitleNarrow, tr("Add podcast"), this);
    auto *const label = new ElidedLabel(
        m_themes, TextStyle::Ui, tr("Paste the address of a feed or of the podcast's page."), this);
    label->setMaximumLines(0);
    label->setColor(&theme::Theme::text2);
    auto *const body = new QVBoxLayout;
    body->setContentsMargins(metrics::space20, metrics::space16, metrics::space20, metrics::space8);
    body->setSpacing(metrics::space8);
    body->addWidget(title);
    body->addWidget(label);
    body->addWidget(m_address);
    body->addWidget(m_message);
    body->addStretch(1);
    auto *const foot = new QHBoxLayout;
    foot->setContentsMargins(
        metrics::space20, metrics::space12, metrics::space20, metrics::space12);
    foot->setSpacing(metrics::space8);
    foot->addStretch(1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_follow);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(body, 1);
    layout->addLayout(foot);
    resize(dialogWidth, sizeHint().height());
}

QString AddPodcastDialog::address() const
{
    return m_address->text().trimmed();
}

void AddPodcastDialog::setAddress(const QString &address)
{
    m_address->setText(address);
}

void AddPodcastDialog::say(const QString &sentence, QColor theme::Theme::*color)
{
    m_message->setColor(color);
    m_message->setText(sentence);
    if (!sentence.isEmpty()) {
        widgets::announce(*m_message);
    }
}

void AddPodcastDialog::setError(const QString &sentence)
{
    setBusy(false);
    m_address->setInvalid(!sentence.isEmpty());
    say(sentence, &theme::Theme::danger);
    m_address->setFocus(Qt::OtherFocusReason);
    m_address->selectAll();
}

void AddPodcastDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_address->setReadOnly(busy);
    m_follow->setEnabled(!busy && !address().isEmpty());
    m_cancel->setText(busy ? tr("Stop") : tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_cancel->updateGeometry();
}

void AddPodcastDialog::follow()
{
    if (m_busy || address().isEmpty()) {
        return;
    }
    setBusy(true);
    m_address->setInvalid(false);
    say(tr("Looking for the feed..."), &theme::Theme::text2);
    m_cancel->setFocus(Qt::OtherFocusReason);
    emit followRequested(address());
}

void AddPodcastDialog::reject()
{
    if (!m_busy) {
        QDialog::reject();
        return;
    }
    setBusy(false);
    say({}, &theme::Theme::text2);
    m_address->setFocus(Qt::OtherFocusReason);
    emit cancelRequested();
}

void AddPodcastDialog::closeEvent(QCloseEvent *event)
{
    // The cross means away, not only stop.
    if (m_busy) {
        reject();
    }
    QDialog::closeEvent(event);
}

void AddPodcastDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!event->spontaneous()) {
        if (address().isEmpty()) {
            setAddress(feedAddressIn(QGuiApplication::clipboard()->text()));
        }
        m_address->setFocus(Qt::OtherFocusReason);
        m_address->selectAll();
    }
}

void AddPodcastDialog::paintEvent(QPaintEvent *)
{
    const theme::Theme &colors = m_themes.current();
    QPainter painter(this);
    painter.fillRect(rect(), colors.raised);
    painter.fillRect(0, height() - footHeight, width(), footHeight, colors.list);
    painter.fillRect(0, height() - footHeight, width(), 1, colors.line);
}

QString feedAddressIn(const QString &text)
{
    if (text.size() > longestAddress) {
        return {};
    }
    const QString words = text.trimmed();
    const bool blank = std::any_of(words.begin(), words.end(), [](QChar c) { return c.isSpace(); });
    const QUrl url(words, QUrl::StrictMode);
    static const std::array schemes{
        QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("feed")};
    const bool known = std::find(schemes.begin(), schemes.end(), url.scheme()) != schemes.end();
    return !blank && known && !url.host().isEmpty() ? words : QString();
}

} // namespace ui::library
