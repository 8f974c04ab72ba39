// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/vaultcontroller.h"

#include "app/session/vaultkeeper.h"
#include "ui/text/errortext.h"
#include "ui/window/messages.h"

#include <QDir>
#include <QFileInfo>

#include <chrono>

namespace ui::window {

using namespace std::chrono_literals;

namespace {

/// Not every file system tells what changes in it.
constexpr auto lookInterval = 5min;

} // namespace

VaultController::VaultController(app::session::VaultKeeper &vault,
                                 Messages &messages,
                                 QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_messages(messages)
{
    m_again.setInterval(lookInterval);
    connect(&m_again, &QTimer::timeout, this, &VaultController::look);
    connect(&vault, &app::session::VaultKeeper::synced, this, &VaultController::tell);
    connect(
        &vault, &app::session::VaultKeeper::failed, this, [this](const app::base::Error &error) {
            m_messages.say(tr("The folder of Markdown files could not be kept up to date: %1")
                               .arg(text::errorClause(error) + u'.'));
        });
}

void VaultController::setFolder(const QString &folder)
{
    if (folder == m_vault.folder()) {
        return;
    }
    m_vault.setFolder(folder);
    folder.isEmpty() ? m_again.stop() : m_again.start();
}

void VaultController::look()
{
    if (!m_vault.folder().isEmpty()) {
        m_vault.look();
    }
}

void VaultController::tell(const app::session::VaultReport &report)
{
    if (!report.conflicts.empty()) {
        const int count = static_cast<int>(report.conflicts.size());
        m_messages.say(tr("%n note(s) had been changed here and in “%1”. Both versions were kept.",
                          nullptr,
                          count)
                           .arg(QFileInfo(report.conflicts.front().path).fileName()));
        return;
    }
    if (!report.problems.empty()) {
        m_messages.say(tr("“%1” was left as it is: %2")
                           .arg(QFileInfo(report.problems.front().path).fileName(),
                                text::errorClause(report.problems.front().error) + u'.'));
        return;
    }
    if (report.notesChanged > 0) {
        m_messages.say(
            tr("%n note(s) taken over from the Markdown files.", nullptr, report.notesChanged));
    }
}

} // namespace ui::window
