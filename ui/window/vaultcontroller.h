// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace app::session {
class VaultKeeper;
struct VaultReport;
} // namespace app::session

namespace ui::window {

class Messages;

/// Has the folder of Markdown files looked after, and tells what came of it. Thread: main.
class VaultController final : public QObject
{
    Q_OBJECT

public:
    VaultController(app::session::VaultKeeper &vault, Messages &messages, QObject *parent);

    /// Empty: no folder.
    void setFolder(const QString &folder);
    /// The window came to the front: files may have been changed meanwhile.
    void look();

private:
    void tell(const app::session::VaultReport &report);

    app::session::VaultKeeper &m_vault;
    Messages &m_messages;
    QTimer m_again;
};

} // namespace ui::window
