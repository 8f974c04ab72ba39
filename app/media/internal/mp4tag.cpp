// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/mp4tag.h"

namespace app::media::internal {

namespace {

constexpr qint64 mostMoovBytes = 64 * 1024 * 1024;
constexpr int mostOuterAtoms = 10'000;
constexpr qsizetype shortHeader = 8;
constexpr qsizetype longHeader = 16;

/// Where an atom's body begins and ends, counted from its header; the end is -1 where it is the
/// end of what it lies in. Nothing when it cannot be one.
struct Extent
{
    qint64 body = 0;
    qint64 end = 0;
};

[[nodiscard]] std::optional<Extent> readExtent(QByteArrayView header)
{
    BigEndianReader reader(header);
    const auto size = reader.number<quint32>();
    reader.skip(4);
    if (!reader.isOk()) {
        return std::nullopt;
    }
    if (size == 0) {
        return Extent{shortHeader, -1};
    }
    if (size != 1) {
        return size < shortHeader ? std::nullopt : std::optional(Extent{shortHeader, size});
    }
    const auto large = reader.number<quint64>();
    return !reader.isOk() || large < longHeader || large > quint64{1} << 50
               ? std::nullopt
               : std::optional(Extent{longHeader, static_cast<qint64>(large)});
}

/// QuickTime's own list has no version in front of its atoms, that of MP4 has.
[[nodiscard]] QByteArrayView withoutVersion(QByteArrayView meta)
{
    const bool plain = meta.size() >= shortHeader && meta.sliced(4, 4) == QByteArrayView("hdlr", 4);
    return plain ? meta : meta.sliced(std::min<qsizetype>(4, meta.size()));
}

/// What stands behind the type and the language of a value.
[[nodiscard]] QString textOfData(QByteArrayView data)
{
    constexpr qsizetype typeAndLocale = 8;
    return data.size() <= typeAndLocale ? QString()
                                        : QString::fromUtf8(data.sliced(typeAndLocale)).trimmed();
}

[[nodiscard]] QByteArrayView tagList(QByteArrayView moov)
{
    return findAtom(withoutVersion(findAtomAt(moov, "udta/meta")), "ilst");
}

} // namespace

void forEachAtom(QByteArrayView atoms,
                 const std::function<bool(QByteArrayView type, QByteArrayView body)> &visit)
{
    while (atoms.size() >= shortHeader) {
        const auto extent = readExtent(atoms.first(std::min(longHeader, atoms.size())));
        if (!extent || extent->end > atoms.size() || extent->body > atoms.size()) {
            return;
        }
        const auto end = extent->end < 0 ? atoms.size() : static_cast<qsizetype>(extent->end);
        const auto body = static_cast<qsizetype>(extent->body);
        if (!visit(atoms.sliced(4, 4), atoms.sliced(body, end - body))) {
            return;
        }
        atoms = atoms.sliced(end);
    }
}

QByteArrayView findAtom(QByteArrayView atoms, const char *type)
{
    QByteArrayView found;
    forEachAtom(atoms, [&](QByteArrayView name, QByteArrayView body) {
        if (name != QByteArrayView(type, 4)) {
            return true;
        }
        found = body;
        return false;
    });
    return found;
}

QByteArrayView findAtomAt(QByteArrayView atoms, const char *path)
{
    for (const char *type = path;; type += 5) {
        atoms = findAtom(atoms, type);
        if (type[4] == '\0') {
            return atoms;
        }
    }
}

std::vector<OuterAtom> readOuterAtoms(ByteSource &source)
{
    const auto size = source.sizeBytes().value_or(0);
    std::vector<OuterAtom> atoms;
    for (qint64 at = 0; at < size;) {
        const auto header = readBytes(source, at, longHeader);
        const auto extent = readExtent(header);
        if (!extent || extent->end > size - at || atoms.size() >= mostOuterAtoms) {
            return {};
        }
        const qint64 length = extent->end < 0 ? size - at : extent->end;
        atoms.push_back({header.mid(4, 4), at, length});
        at += length;
    }
    return atoms;
}

QByteArray readMoov(ByteSource &source)
{
    qint64 at = 0;
    for (int i = 0; i < mostOuterAtoms; ++i) {
        const auto header = readBytes(source, at, longHeader);
        const auto extent = readExtent(header);
        if (!extent) {
            return {};
        }
        if (header.sliced(4, 4) == "moov") {
            const auto size = extent->end < 0 ? mostMoovBytes : extent->end - extent->body;
            return size > mostMoovBytes ? QByteArray() : readBytes(source, at + extent->body, size);
        }
        if (extent->end < 0) {
            return {};
        }
        at += extent->end;
    }
    return {};
}

QString mp4Text(QByteArrayView moov, const char *key)
{
    return textOfData(findAtom(findAtom(tagList(moov), key), "data"));
}

void forEachMp4FreeText(QByteArrayView moov,
                        const std::function<void(const QString &name, const QString &text)> &visit)
{
    constexpr qsizetype versionAndFlags = 4;
    forEachAtom(tagList(moov), [&](QByteArrayView type, QByteArrayView body) {
        if (type == QByteArrayView("----", 4)) {
            const auto name = findAtom(body, "name");
            if (name.size() > versionAndFlags) {
                visit(QString::fromUtf8(name.sliced(versionAndFlags)),
                      textOfData(findAtom(body, "data")));
            }
        }
        return true;
    });
}

} // namespace app::media::internal
