// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/settingspage.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::preferences {

using theme::TextStyle;
using widgets::ElidedLabel;
namespace metrics = theme::metrics;

SettingsPage::SettingsPage(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(
        metrics::space24, metrics::space4, metrics::space24, metrics::space24);
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
}

void SettingsPage::addHeading(const QString &text)
{
    auto *const heading = new ElidedLabel(m_themes, TextStyle::GroupHead, text, this);
    heading->setColor(&theme::Theme::text2);
    heading->setContentsMargins(0, 0, 0, 0);
    auto *const widget = new QWidget(this);
    auto *const layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, m_rows.empty() ? 0 : metrics::space20, 0, metrics::space4);
    layout->addWidget(heading);
    m_layout->insertWidget(m_layout->count() - 1, widget);
    m_rows.push_back({widget, {}, true});
}

void SettingsPage::addRow(const QString &title, const QString &explanation, QWidget *control)
{
    control->setAccessibleName(title);
    control->setAccessibleDescription(explanation);
    auto *const widget = new QWidget(this);
    auto *const words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new ElidedLabel(m_themes, TextStyle::UiStrong, title, widget));
    if (!explanation.isEmpty()) {
        auto *const more = new ElidedLabel(m_themes, TextStyle::Meta, explanation, widget);
        more->setColor(&theme::Theme::text2);
        more->setMaximumLines(0);
        words->addWidget(more);
    }
    auto *const row = new QHBoxLayout(widget);
    row->setContentsMargins(0, metrics::space8, 0, metrics::space8);
    row->setSpacing(metrics::space16);
    row->addLayout(words, 1);
    row->addWidget(control, 0, Qt::AlignVCenter);
    m_layout->insertWidget(m_layout->count() - 1, widget);
    m_rows.push_back({widget, (title + u' ' + explanation).toLower(), false});
}

int SettingsPage::narrow(const QString &words)
{
    const QString wanted = words.trimmed().toLower();
    int left = 0;
    bool any = false;
    // From the end, so that a heading knows whether anything below it is shown.
    for (auto row = m_rows.rbegin(); row != m_rows.rend(); ++row) {
        const bool shown = row->isHeading ? any : row->words.contains(wanted);
        row->widget->setVisible(shown);
        any = row->isHeading ? false : any || shown;
        left += !row->isHeading && shown ? 1 : 0;
    }
    return left;
}

} // namespace ui::preferences
