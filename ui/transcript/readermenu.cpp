// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of words in a reader.
#include "ui/transcript/readerpane.h"
#include "ui/transcript/selectionstrip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMetaMethod>
#include <QPainter>
#include <QPixmap>

namespace ui::transcript {
namespace {

QIcon dot(const QColor &color)
{
    constexpr int side = 16;
    constexpr int ratio = 3; // sharp on any screen
    QPixmap pixmap(side * ratio, side * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(2, 2, side - 4, side - 4);
    painter.end();
    return QIcon(pixmap);
}

} // namespace

void ReaderPane::openContextMenu(const ReaderHit &hit, QPoint globalPosition)
{
    if (isSignalConnected(QMetaMethod::fromSignal(&ReaderPane::contextMenuRequested))) {
        emit contextMenuRequested(hit, globalPosition);
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("readerMenu"));
    addTextActions(*menu, hit);
    menu->popup(globalPosition);
}

void ReaderPane::addTextActions(QMenu &menu, const ReaderHit &hit)
{
    const SelectedText words = selected();
    const auto add = [this, &menu](const QString &name, const QString &text, auto work) {
        QAction *action = menu.addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, work);
    };
    if (!menu.isEmpty()) {
        menu.addSeparator();
    }
    if (words.span.length > 0) {
        add(QStringLiteral("menuHighlight"), tr("Highlight", "verb: mark the words"), [this] {
            highlight();
        });
        addColors(menu);
        add(QStringLiteral("menuNote"), tr("Note...", "write a note on the words"), [this] {
            note();
        });
        add(QStringLiteral("menuCopy"), tr("Copy"), [this] { m_reader->copySelection(false); });
        if (m_reader->document().transcript) {
            add(QStringLiteral("menuCopyTimes"), tr("Copy with times and names"), [this] {
                copyWithTimes();
            });
        }
        add(QStringLiteral("menuCopyQuote"), tr("Copy as quotation with link"), [this] {
            copyWithTime();
        });
        if (words.time) {
            add(QStringLiteral("menuClip"),
                tr("Save clip...", "the words' sound as a file"),
                [this] { clip(); });
            add(QStringLiteral("menuLoop"), tr("Repeat", "the words' sound"), [this] { loop(); });
        }
        menu.addSeparator();
    }
    if (!hit.link.isEmpty()) {
        add(QStringLiteral("menuOpenLink"), tr("Open link"), [this, link = hit.link] {
            openLink(link);
        });
        add(QStringLiteral("menuCopyLink"), tr("Copy link address"), [link = hit.link] {
            QGuiApplication::clipboard()->setText(link);
        });
        menu.addSeparator();
    }
    addMoreActions(menu, hit);
    add(QStringLiteral("menuFind"), tr("Find..."), [this] { find(); });
    add(QStringLiteral("menuSelectAll"), tr("Select all"), [this] { m_reader->selectAll(); });
}

void ReaderPane::addColors(QMenu &menu)
{
    using app::notes::Color;
    QMenu *const colors = menu.addMenu(tr("Highlight in", "a menu of colours"));
    colors->setObjectName(QStringLiteral("menuColors"));
    for (const Color color :
         {Color::Yellow, Color::Green, Color::Blue, Color::Red, Color::Violet}) {
        const auto at = static_cast<std::size_t>(color);
        QAction *const action =
            colors->addAction(dot(m_themes.current().highlightLine[at]), m_strip->colorName(color));
        action->setObjectName(QStringLiteral("menuColor%1").arg(at + 1));
        connect(action, &QAction::triggered, this, [this, color] { highlightIn(color); });
    }
}

} // namespace ui::transcript
