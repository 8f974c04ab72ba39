// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/downloads/partialfile.h"
#include "tests/support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

namespace tests {

/// One growing file in a temporary folder.
class PartBench : public QObject
{
protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    std::unique_ptr<app::downloads::PartialFile>
    open(const QString &address = QStringLiteral("http://a.example/x"))
    {
        auto file = app::downloads::PartialFile::open(m_path, address);
        return file ? std::move(file).value() : nullptr;
    }

    static QByteArray read(app::media::ByteSource &source, qint64 offset, qint64 size)
    {
        QByteArray bytes(size, '\0');
        const app::base::Result<qint64> got = source.readAt(offset, bytes.data(), size);
        return got ? bytes.left(*got) : QByteArray("error: ") + got.error().detail.toUtf8();
    }

    static app::base::Result<void> append(app::downloads::PartialFile &file,
                                          const QByteArray &bytes)
    {
        return file.write(file.contiguousBytes(), bytes);
    }

    static app::base::ErrorCode errorAt(app::media::ByteSource &source, qint64 offset)
    {
        char byte = 0;
        const app::base::Result<qint64> got = source.readAt(offset, &byte, 1);
        return got ? app::base::ErrorCode::Unsupported : got.error().code;
    }

    QByteArray onDisk(const QString &suffix = {}) const
    {
        QFile file(m_path + suffix);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void put(const QString &suffix, const QByteArray &bytes) const
    {
        QFile file(m_path + suffix);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }

    void setUp()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("x.mp3"));
    }
};

} // namespace tests
