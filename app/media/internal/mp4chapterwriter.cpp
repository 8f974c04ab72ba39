// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/mp4chapterwriter.h"

#include "app/media/internal/mp4moov.h"
#include "app/media/internal/mp4tag.h"

#include <algorithm>

namespace app::media::internal {

namespace {

using base::ErrorCode;
using base::unexpected;

constexpr qint64 pieceBytes = 1024 * 1024;
constexpr qint64 headerBytes = 8;

/// An atom that is copied, and where its first byte comes to lie.
struct Moved
{
    OuterAtom atom;
    qint64 to = 0;
};

/// What the copy consists of.
struct Plan
{
    std::vector<Moved> before; ///< the table
    QByteArray table;
    QByteArray texts; ///< with a header of their own
    std::vector<Moved> after;
};

[[nodiscard]] bool isPadding(const OuterAtom &atom)
{
    return atom.type == "free" || atom.type == "skip" || atom.type == "wide";
}

[[nodiscard]] bool holds(const OuterAtom &atom, qint64 place)
{
    return place >= atom.offset && place < atom.offset + atom.sizeBytes;
}

/// Which atom a place lies in: they follow each other.
[[nodiscard]] std::size_t indexOf(const std::vector<OuterAtom> &atoms, qint64 place)
{
    const auto after =
        std::upper_bound(atoms.begin(), atoms.end(), place, [](qint64 wanted, const auto &atom) {
            return wanted < atom.offset;
        });
    const auto index = static_cast<std::size_t>(after - atoms.begin());
    return index > 0 && holds(atoms[index - 1], place) ? index - 1 : atoms.size();
}

class Planner final
{
public:
    Planner(ByteSource &from, const timestamps::Chapters &chapters, timestamps::Duration whole)
        : m_name(from.name())
        , m_atoms(readOuterAtoms(from))
        , m_moov(readMoov(from))
        , m_track(chapters, whole)
    {}

    [[nodiscard]] base::Result<Plan> plan()
    {
        const auto count = [this](const char *type) {
            return std::count_if(m_atoms.begin(), m_atoms.end(), [type](const OuterAtom &atom) {
                return atom.type == type;
            });
        };
        if (count("moof") > 0 || count("sidx") > 0 || count("styp") > 0) {
            return unexpected(ErrorCode::Unsupported,
                              m_name
                                  + u" is in fragments, as for streaming; chapters cannot be"
                                    u" written into it");
        }
        if (m_atoms.empty() || m_moov.isEmpty() || count("moov") != 1) {
            return damaged();
        }
        const auto draft = draftTable();
        if (!draft) {
            return damaged();
        }
        Plan plan = arrange(draft->size());
        const auto final = m_track.tableWith(
            m_moov, [this](qint64 place) { return newPlace(place); }, m_textsAt);
        if (!final || final->size() != draft->size()) {
            return unexpected(ErrorCode::Unsupported,
                              m_name + u" is too large for chapters to be written into it");
        }
        plan.table = *final;
        return plan;
    }

private:
    [[nodiscard]] base::Unexpected damaged() const
    {
        return unexpected(ErrorCode::Malformed,
                          m_name + u" is damaged; nothing can be written into it");
    }

    /// The table as large as it will be; finds out which atoms hold what stays.
    [[nodiscard]] std::optional<QByteArray> draftTable()
    {
        m_used.assign(m_atoms.size(), false);
        const auto mark = [this](qint64 place) -> std::optional<qint64> {
            const auto index = indexOf(m_atoms, place);
            if (index == m_atoms.size()) {
                return std::nullopt;
            }
            m_used[index] = true;
            return 0;
        };
        return m_track.tableWith(m_moov, mark, 0);
    }

    [[nodiscard]] bool stays(std::size_t index) const
    {
        const OuterAtom &atom = m_atoms[index];
        const bool mayGo = isPadding(atom) || atom.type == "mdat";
        return atom.type != "moov" && (m_used[index] || !mayGo);
    }

    [[nodiscard]] Plan arrange(qint64 tableBytes)
    {
        Plan plan;
        m_to.assign(m_atoms.size(), -1);
        qint64 at = 0;
        const auto place = [&](std::size_t index, std::vector<Moved> &into) {
            m_to[index] = at;
            into.push_back({m_atoms[index], at});
            at += m_atoms[index].sizeBytes;
        };
        const bool namesItself = m_atoms.front().type == "ftyp";
        if (namesItself) {
            place(0, plan.before);
        }
        at += tableBytes;
        if (!m_track.isEmpty()) {
            m_textsAt = at + headerBytes;
            const auto size = static_cast<quint32>(m_track.texts().size() + headerBytes);
            const auto bytes = qToBigEndian(size);
            plan.texts = QByteArray(reinterpret_cast<const char *>(&bytes), sizeof bytes) + "mdat"
                         + m_track.texts();
            at += plan.texts.size();
        }
        for (std::size_t i = namesItself ? 1 : 0; i < m_atoms.size(); ++i) {
            if (stays(i)) {
                place(i, plan.after);
            }
        }
        return plan;
    }

    [[nodiscard]] std::optional<qint64> newPlace(qint64 place) const
    {
        const auto index = indexOf(m_atoms, place);
        return index == m_atoms.size() || m_to[index] < 0
                   ? std::nullopt
                   : std::optional(place - m_atoms[index].offset + m_to[index]);
    }

    QString m_name;
    std::vector<OuterAtom> m_atoms;
    QByteArray m_moov;
    Mp4ChapterTrack m_track;
    std::vector<bool> m_used;
    std::vector<qint64> m_to; ///< -1 for what is left out
    qint64 m_textsAt = 0;
};

class Copier final
{
public:
    Copier(ByteSource &from, QFile &to, const std::function<bool()> &isCanceled)
        : m_from(from)
        , m_to(to)
        , m_isCanceled(isCanceled)
    {}

    [[nodiscard]] base::Result<void> write(const Plan &plan)
    {
        if (auto done = forAll(plan.before, &Copier::copy); !done) {
            return done;
        }
        if (m_to.write(plan.table) != plan.table.size()
            || m_to.write(plan.texts) != plan.texts.size()) {
            return noRoom();
        }
        if (auto done = forAll(plan.after, &Copier::copy); !done) {
            return done;
        }
        return m_to.flush() ? base::Result<void>() : noRoom();
    }

    /// Reads everything again, to be sure of what is there.
    [[nodiscard]] base::Result<void> compare(const Plan &plan)
    {
        auto done = forAll(plan.before, &Copier::check);
        return done ? forAll(plan.after, &Copier::check) : done;
    }

private:
    using Piece = base::Result<void> (Copier::*)(const QByteArray &bytes, qint64 place);

    [[nodiscard]] base::Result<void> forAll(const std::vector<Moved> &parts, Piece work)
    {
        for (const Moved &part : parts) {
            for (qint64 done = 0; done < part.atom.sizeBytes;) {
                if (m_isCanceled && m_isCanceled()) {
                    return unexpected(ErrorCode::Busy, m_from.name() + u" was left as it is");
                }
                auto bytes = piece(part.atom.offset + done,
                                   std::min(pieceBytes, part.atom.sizeBytes - done));
                if (!bytes) {
                    return unexpected(bytes.error());
                }
                if (auto worked = (this->*work)(*bytes, part.to + done); !worked) {
                    return worked;
                }
                done += bytes->size();
            }
        }
        return {};
    }

    [[nodiscard]] base::Result<QByteArray> piece(qint64 place, qint64 size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        const auto got = m_from.readAt(place, bytes.data(), size);
        if (!got) {
            return unexpected(got.error());
        }
        if (*got <= 0) {
            return unexpected(ErrorCode::Malformed, m_from.name() + u" ends too early");
        }
        bytes.truncate(*got);
        return bytes;
    }

    [[nodiscard]] base::Result<void> copy(const QByteArray &bytes, qint64)
    {
        return m_to.write(bytes) == bytes.size() ? base::Result<void>() : noRoom();
    }

    [[nodiscard]] base::Result<void> check(const QByteArray &bytes, qint64 place)
    {
        if (m_to.seek(place) && m_to.read(bytes.size()) == bytes) {
            return {};
        }
        return unexpected(ErrorCode::Corrupt,
                          m_to.fileName() + u" does not hold what was written into it");
    }

    [[nodiscard]] base::Unexpected noRoom() const
    {
        return unexpected(
            ErrorCode::DiskFull,
            QStringLiteral("%1 cannot be copied: %2").arg(m_from.name(), m_to.errorString()));
    }

    ByteSource &m_from;
    QFile &m_to;
    const std::function<bool()> &m_isCanceled;
};

} // namespace

base::Result<void> copyMp4WithChapters(ByteSource &from,
                                       QFile &to,
                                       const timestamps::Chapters &chapters,
                                       timestamps::Duration whole,
                                       const std::function<bool()> &isCanceled)
{
    const auto plan = Planner(from, chapters, whole).plan();
    if (!plan) {
        return unexpected(plan.error());
    }
    Copier copier(from, to, isCanceled);
    auto done = copier.write(*plan);
    return done ? copier.compare(*plan) : done;
}

} // namespace app::media::internal
