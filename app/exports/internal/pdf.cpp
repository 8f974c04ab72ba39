// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/formats.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QHashFunctions>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

namespace app::exports::internal {

namespace {

/// Loads nothing, whatever its page asks for.
class ClosedDocument final : public QTextDocument
{
protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

/// Fonts come in a file in the order of a hash, which is another one in every run of a program: as
/// long as this lives it is not. A hash keeps the seed it was made with, so that those made before
/// do not mind.
class SteadyHashes final
{
public:
    SteadyHashes() { QHashSeed::setDeterministicGlobalSeed(); }

    ~SteadyHashes() { QHashSeed::resetRandomGlobalSeed(); }

    SteadyHashes(const SteadyHashes &) = delete;
    SteadyHashes &operator=(const SteadyHashes &) = delete;
};

/// Puts other bytes of the same length where a value stands, for offsets in the file count.
void blank(QByteArray &pdf, const QByteArray &before, char after, char filler)
{
    qsizetype from = 0;
    while ((from = pdf.indexOf(before, from)) >= 0) {
        from += before.size();
        for (qsizetype at = from; at < pdf.size() && pdf[at] != after; ++at) {
            if (pdf[at] >= '0' && pdf[at] <= '9')
                pdf[at] = filler;
        }
    }
}

} // namespace

base::Result<QByteArray> writePdf(const QByteArray &html)
{
    if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()) == nullptr)
        return base::unexpected(base::ErrorCode::Unsupported,
                                QStringLiteral("a PDF needs fonts, which this program has not"));
    const SteadyHashes steady;
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setCreator(QStringLiteral("Earmark"));
        writer.setTitle(QStringLiteral("Podcast notes"));
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout::Millimeter);
        ClosedDocument document;
        document.setHtml(QString::fromUtf8(html));
        document.print(&writer);
    }
    blank(pdf, "/CreationDate (D:", ')', '0');
    return pdf;
}

} // namespace app::exports::internal
