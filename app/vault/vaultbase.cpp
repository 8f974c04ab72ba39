// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vaultbase.h"

#include "app/notes/noteid.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace app::vault {

namespace {

constexpr int version = 1;

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    for (const QJsonValue one : value.toArray())
        strings.append(one.toString());
    return strings;
}

} // namespace

QByteArray writeBase(const VaultBase &base)
{
    QJsonArray notes;
    for (const auto &[id, note] : base.notes) {
        notes.append(QJsonObject{{QStringLiteral("id"), id.text()},
                                 {QStringLiteral("frame"), note.frame},
                                 {QStringLiteral("text"), note.text},
                                 {QStringLiteral("tags"), QJsonArray::fromStringList(note.tags)}});
    }
    const QJsonObject object{
        {QStringLiteral("version"), version},
        {QStringLiteral("episode"), base.key},
        {QStringLiteral("path"), base.path},
        {QStringLiteral("hash"), QString::fromLatin1(base.hash)},
        {QStringLiteral("properties"), QJsonArray::fromStringList(base.header.properties)},
        {QStringLiteral("title"), base.header.title},
        {QStringLiteral("notes"), notes},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

base::Result<VaultBase> readBase(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const int written = object[u"version"].toInt();
    if (written > version) {
        return base::unexpected(base::ErrorCode::Unsupported,
                                QStringLiteral("the state was written by a newer version"));
    }
    VaultBase base;
    base.key = object[u"episode"].toString();
    base.path = object[u"path"].toString();
    base.hash = object[u"hash"].toString().toLatin1();
    base.header.properties = stringsOf(object[u"properties"]);
    base.header.title = object[u"title"].toString();
    for (const QJsonValue value : object[u"notes"].toArray()) {
        const QJsonObject note = value.toObject();
        const base::NoteId id(note[u"id"].toString());
        if (!notes::isNoteId(id.text()))
            return base::unexpected(base::ErrorCode::Malformed,
                                    QStringLiteral("the state names a note that cannot be"));
        base.notes[id] = {
            id, note[u"frame"].toString(), note[u"text"].toString(), stringsOf(note[u"tags"])};
    }
    if (written < 1 || base.key.isEmpty()) {
        return base::unexpected(base::ErrorCode::Malformed,
                                QStringLiteral("the state is not what was written"));
    }
    return base;
}

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace app::vault
