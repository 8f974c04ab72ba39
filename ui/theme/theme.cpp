// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

// The macro declares a function, which may not stand inside a namespace.
static void registerEmbeddedFiles()
{
    Q_INIT_RESOURCE(icons);
    Q_INIT_RESOURCE(theme);
}

namespace ui::theme {

namespace {

std::optional<QColor> readColor(const QString &text)
{
    static const QRegularExpression rgba(
        QStringLiteral("^rgba\\((\\d+),(\\d+),(\\d+),([0-9.]+)\\)$"));
    if (const auto match = rgba.match(text); match.hasMatch()) {
        QColor color(
            match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        color.setAlphaF(match.captured(4).toFloat());
        return color;
    }
    const QColor color(text);
    return color.isValid() ? std::optional(color) : std::nullopt;
}

struct Token
{
    const char16_t *name;
    QColor Theme::*member;
};

constexpr std::array plainTokens{
    Token{u"window", &Theme::window},
    Token{u"list", &Theme::list},
    Token{u"reader", &Theme::reader},
    Token{u"raised", &Theme::raised},
    Token{u"field", &Theme::field},
    Token{u"player", &Theme::player},
    Token{u"hover", &Theme::hover},
    Token{u"track", &Theme::track},
    Token{u"pressed", &Theme::pressed},
    Token{u"selected", &Theme::selected},
    Token{u"selinactive", &Theme::selinactive},
    Token{u"line", &Theme::line},
    Token{u"linestrong", &Theme::linestrong},
    Token{u"text", &Theme::text},
    Token{u"text2", &Theme::text2},
    Token{u"text3", &Theme::text3},
    Token{u"disabled", &Theme::disabled},
    Token{u"accent", &Theme::accent},
    Token{u"accenthover", &Theme::accenthover},
    Token{u"onaccent", &Theme::onaccent},
    Token{u"soft", &Theme::soft},
    Token{u"sentence", &Theme::sentence},
    Token{u"word", &Theme::word},
    Token{u"textsel", &Theme::textsel},
    Token{u"amber", &Theme::amber},
    Token{u"ambersoft", &Theme::ambersoft},
    Token{u"amberfill", &Theme::amberfill},
    Token{u"ambertext", &Theme::ambertext},
    Token{u"wave", &Theme::wave},
    Token{u"danger", &Theme::danger},
    Token{u"dangersoft", &Theme::dangersoft},
    Token{u"ok", &Theme::ok},
    Token{u"inv", &Theme::inv},
    Token{u"invtext", &Theme::invtext},
    Token{u"invtext2", &Theme::invtext2},
    Token{u"invhover", &Theme::invhover},
    Token{u"scrim", &Theme::scrim},
    Token{u"chart", &Theme::chart},
    Token{u"chartdim", &Theme::chartdim},
};

constexpr std::array<char16_t, 5> highlightLetters{u'y', u'g', u'b', u'r', u'v'};

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
           + 0.0722 * linear(color.blueF());
}

} // namespace

QColor Theme::speaker(int index) const
{
    const std::array<QColor, 6> colors{
        highlightLine[4], highlightLine[2], highlightLine[1], highlightLine[3], amber, accent};
    return colors[static_cast<std::size_t>(std::max(index, 0)) % colors.size()];
}

std::optional<Theme> readTheme(const QByteArray &tokens, bool dark)
{
    const auto document = QJsonDocument::fromJson(tokens);
    const auto look = document.object().value(dark ? u"dark" : u"light").toObject();
    Theme theme;
    theme.dark = dark;
    for (const Token &token : plainTokens) {
        const auto color = readColor(look.value(QStringView(token.name)).toString());
        if (!color) {
            return std::nullopt;
        }
        theme.*token.member = *color;
    }
    for (std::size_t i = 0; i < highlightLetters.size(); ++i) {
        const QString letter(QChar{highlightLetters[i]});
        const auto fill = readColor(look.value(QLatin1Char('h') + letter).toString());
        const auto line = readColor(look.value(QLatin1Char('b') + letter).toString());
        if (!fill || !line) {
            return std::nullopt;
        }
        theme.highlightFill[i] = *fill;
        theme.highlightLine[i] = *line;
    }
    return theme;
}

Theme builtInTheme(bool dark)
{
    initResources();
    QFile file(QStringLiteral(":/theme/tokens.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    const auto theme = readTheme(opened ? file.readAll() : QByteArray(), dark);
    Q_ASSERT_X(theme, "builtInTheme", "the embedded token file is not whole");
    return theme.value_or(Theme{});
}

QPalette palette(const Theme &theme)
{
    QPalette colors;
    colors.setColor(QPalette::Window, theme.window);
    colors.setColor(QPalette::WindowText, theme.text);
    colors.setColor(QPalette::Base, theme.reader);
    colors.setColor(QPalette::AlternateBase, theme.list);
    colors.setColor(QPalette::Text, theme.text);
    colors.setColor(QPalette::Button, theme.raised);
    colors.setColor(QPalette::ButtonText, theme.text);
    colors.setColor(QPalette::BrightText, theme.danger);
    colors.setColor(QPalette::Highlight, theme.selected);
    colors.setColor(QPalette::HighlightedText, theme.text);
    colors.setColor(QPalette::PlaceholderText, theme.text3);
    colors.setColor(QPalette::Link, theme.accent);
    colors.setColor(QPalette::LinkVisited, theme.accent);
    colors.setColor(QPalette::ToolTipBase, theme.inv);
    colors.setColor(QPalette::ToolTipText, theme.invtext);
    colors.setColor(QPalette::Light, theme.raised);
    colors.setColor(QPalette::Midlight, theme.hover);
    colors.setColor(QPalette::Mid, theme.line);
    colors.setColor(QPalette::Dark, theme.linestrong);
    colors.setColor(QPalette::Shadow, theme.linestrong);
    colors.setColor(QPalette::Inactive, QPalette::Highlight, theme.selinactive);
    for (const auto role : {QPalette::WindowText,
                            QPalette::Text,
                            QPalette::ButtonText,
                            QPalette::HighlightedText,
                            QPalette::PlaceholderText}) {
        colors.setColor(QPalette::Disabled, role, theme.disabled);
    }
    colors.setColor(QPalette::Disabled, QPalette::Highlight, theme.selinactive);
    return colors;
}

QString styleSheet(const Theme &theme)
{
    const QString rules = QStringLiteral(
        "QMenu { background: %1; border: 1px solid %2; padding: 4px; }"
        "QMenu::item { padding: 6px 20px 6px 8px; border-radius: 6px; color: %3; }"
        "QMenu::item:selected { background: %4; }"
        "QMenu::item:disabled { color: %5; }"
        "QMenu::separator { height: 1px; background: %6; margin: 4px 8px; }"
        "QMenu::icon { padding-left: 8px; }"
        "QToolTip { background: %7; color: %8; border: 0; padding: 4px 8px; }"
        "QScrollBar { background: transparent; border: 0; }"
        "QScrollBar:vertical { width: 12px; } QScrollBar:horizontal { height: 12px; }"
        "QScrollBar::handle { background: %2; border-radius: 3px; margin: 3px; }"
        "QScrollBar::handle:vertical { min-height: 32px; }"
        "QScrollBar::handle:horizontal { min-width: 32px; }"
        "QScrollBar::handle:hover { background: %9; }"
        "QScrollBar::handle:disabled { background: transparent; }"
        "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }");
    return rules.arg(theme.raised.name(),
                     theme.linestrong.name(),
                     theme.text.name(),
                     theme.selected.name(),
                     theme.disabled.name(),
                     theme.line.name(),
                     theme.inv.name(),
                     theme.invtext.name(),
                     theme.text3.name());
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

bool isHighContrast(const QPalette &platform)
{
    // Black on the light grey of usual windows has 18; no more than 21 is possible.
    constexpr double least = 19.5;
    const auto has = [&platform](QPalette::ColorRole words, QPalette::ColorRole ground) {
        return contrastRatio(platform.color(words), platform.color(ground)) >= least;
    };
    return has(QPalette::WindowText, QPalette::Window) && has(QPalette::Text, QPalette::Base)
           && has(QPalette::ButtonText, QPalette::Button);
}

void initResources()
{
    registerEmbeddedFiles();
}

} // namespace ui::theme
