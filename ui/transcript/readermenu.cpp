// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of words in a reader.
#include "ui/transcript/readerpane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMetaMethod>

namespace ui::transcript {

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

} // namespace ui::transcript
