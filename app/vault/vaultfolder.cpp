// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vaultfolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace app::vault {

using base::ErrorCode;

namespace {

constexpr qint64 largestHead = 128 * 1024;
constexpr qint64 largestState = 4 * qint64{largestVaultFile};
constexpr int mostFiles = 200'000;

base::Result<void> writeError(const QSaveFile &file)
{
    const bool full =
        file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError;
    return base::unexpected(
        full ? ErrorCode::DiskFull : ErrorCode::Denied,
        QStringLiteral("%1 cannot be written: %2").arg(file.fileName(), file.errorString()));
}

/// The first bytes of a file; null when it cannot be read.
QByteArray readStart(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.read(most);
    return bytes.isNull() && file.error() == QFileDevice::NoError ? QByteArray("") : bytes;
}

/// What names a file's content; empty when there is nothing. A file over the limit is never what
/// was planned for.
QByteArray hashOfFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return {};
    const QByteArray bytes =
        info.isFile() && !info.isSymLink() ? readStart(path, largestVaultFile + 1) : QByteArray();
    return bytes.isNull() ? QByteArray("unreadable") : hashOf(bytes);
}

/// Whether a path stays in the folder: no link, nothing hidden, no way up.
bool isInside(const QString &root, const QString &path)
{
    QString at = root;
    const QStringList names = path.split(u'/');
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (names[i].isEmpty() || names[i].startsWith(u'.'))
            return false;
        at += u'/' + names[i];
        const QFileInfo info(at);
        const bool folder = i + 1 < names.size();
        if (info.isSymLink() || (folder && !info.isDir()) || (!folder && info.isDir()))
            return false;
    }
    return path.endsWith(u".md", Qt::CaseInsensitive);
}

/// A folder in a folder, made if it is not there. Errors: Denied (or a link).
base::Result<QString> subfolder(const QString &folder, const QString &name)
{
    const QString path = folder + u'/' + name;
    const QFileInfo info(path);
    if (info.isSymLink() || (!info.isDir() && !QDir(folder).mkdir(name))) {
        return base::unexpected(ErrorCode::Denied,
                                QStringLiteral("the folder %1 cannot be made").arg(path));
    }
    return path;
}

} // namespace

VaultFolder::VaultFolder(QString folder, QString library)
    : m_folder(std::move(folder))
    , m_library(std::move(library))
{}

base::Result<VaultState> VaultFolder::read()
{
    const QString root = QFileInfo(m_folder).canonicalFilePath();
    if (root.isEmpty() || !QFileInfo(root).isDir()) {
        return base::unexpected(ErrorCode::NotFound,
                                QStringLiteral("there is no folder %1").arg(m_folder));
    }
    if (!QFileInfo(root).isReadable()) {
        return base::unexpected(ErrorCode::Denied,
                                QStringLiteral("the folder %1 cannot be read").arg(m_folder));
    }
    if (root != m_root)
        m_seen.clear();
    m_root = root;
    VaultState state;
    if (const auto read = readBases(state); !read)
        return base::unexpected(read.error());
    for (const QString &name : QDir(root).entryList(QDir::AllEntries | QDir::Hidden | QDir::System
                                                    | QDir::NoDotAndDotDot))
        state.taken.insert(takenName(name));
    findFiles(state);
    findBusy(state);
    return state;
}

void VaultFolder::findFiles(VaultState &state)
{
    std::map<QString, QStringList> found;
    QDirIterator files(m_root,
                       {QStringLiteral("*.md")},
                       QDir::Files | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
    for (int count = 0; count < mostFiles && files.hasNext(); ++count) {
        const QString absolute = files.next();
        const QString path = absolute.sliced(m_root.size() + (m_root.endsWith(u'/') ? 0 : 1));
        if (const QString key = keyOf(path, absolute); !key.isEmpty())
            found[key].append(path);
    }
    for (auto &[key, paths] : found) {
        // Of several copies the one that was ours so far, else the one nearest to the top.
        const auto base = state.bases.find(key);
        const bool known = base != state.bases.end() && paths.contains(base->second.path);
        std::sort(paths.begin(), paths.end(), [](const QString &a, const QString &b) {
            return a.size() != b.size() ? a.size() < b.size() : a < b;
        });
        const QString path = known ? base->second.path : paths.first();
        const QByteArray bytes = readStart(m_root + u'/' + path, largestVaultFile + 1);
        if (keyOfFile(QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), largestHead)))
            == key)
            state.files[key] = {path, bytes};
    }
}

/// A file that has only begun to be written is neither gone nor somebody else's.
void VaultFolder::findBusy(VaultState &state) const
{
    for (const auto &[key, base] : state.bases) {
        const QString path = m_root + u'/' + base.path;
        if (state.files.contains(key) || !isInside(m_root, base.path) || !QFileInfo(path).isFile())
            continue;
        QString start = QString::fromUtf8(readStart(path, largestHead));
        start.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        if (start.isEmpty() || (start.startsWith(u"---") && endOfFrontMatter(start) == 0)) {
            state.busy.insert(key);
            state.problems.push_back(
                {base.path,
                 {ErrorCode::Busy, QStringLiteral("the file is cut or being written"), 0}});
        }
    }
}

bool VaultFolder::isStill(const VaultPlan &plan) const
{
    return std::all_of(plan.writes.begin(), plan.writes.end(), [this](const VaultWrite &write) {
        return hashOfFile(m_root + u'/' + write.path) == write.expected;
    });
}

base::Result<void> VaultFolder::readBases(VaultState &state) const
{
    const QString folder = m_root + u"/.earmark/" + m_library;
    const bool linked =
        QFileInfo(m_root + u"/.earmark").isSymLink() || QFileInfo(folder).isSymLink();
    if (linked) {
        return base::unexpected(ErrorCode::Denied,
                                QStringLiteral("%1 leads out of the vault").arg(folder));
    }
    const QDir::Filters filters = QDir::Files | QDir::NoSymLinks;
    for (const QString &name : QDir(folder).entryList({QStringLiteral("*.json")}, filters)) {
        const auto base = readBase(readStart(folder + u'/' + name, largestState));
        // Without it both sides' words are kept, so a damaged one is no more than a nuisance.
        if (base && name == base->key + u".json")
            state.bases[base->key] = *base;
    }
    return {};
}

QString VaultFolder::keyOf(const QString &path, const QString &absolutePath)
{
    const QFileInfo info(absolutePath);
    Seen &seen = m_seen[path];
    if (seen.modified == info.lastModified() && seen.sizeBytes == info.size()
        && seen.modified.isValid())
        return seen.key;
    seen = {info.lastModified(), info.size(), keyOfFile(readStart(absolutePath, largestHead))};
    return seen.key;
}

base::Result<bool> VaultFolder::write(const VaultWrite &write)
{
    if (write.bytes) {
        const QString path = m_root + u'/' + write.path;
        if (m_root.isEmpty() || !isInside(m_root, write.path) || hashOfFile(path) != write.expected)
            return false;
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(*write.bytes) != write.bytes->size())
            return base::unexpected(writeError(file).error());
        // Writing took its time: look once more before the file is replaced.
        if (!isInside(m_root, write.path) || hashOfFile(path) != write.expected) {
            file.cancelWriting();
            return false;
        }
        if (!file.commit())
            return base::unexpected(writeError(file).error());
    }
    if (const auto written = writeState(write.base); !written)
        return base::unexpected(written.error());
    return true;
}

base::Result<void> VaultFolder::writeState(const VaultBase &base) const
{
    const auto own = subfolder(m_root, QStringLiteral(".earmark"));
    if (!own)
        return base::unexpected(own.error());
    const auto folder = subfolder(*own, m_library);
    if (!folder)
        return base::unexpected(folder.error());
    QSaveFile file(*folder + u'/' + base.key + u".json");
    const QByteArray json = writeBase(base);
    if (QFileInfo(file.fileName()).isSymLink() || !file.open(QIODevice::WriteOnly)
        || file.write(json) != json.size() || !file.commit())
        return writeError(file);
    return {};
}

} // namespace app::vault
