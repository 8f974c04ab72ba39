// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace app::base {

/// A row's number that cannot be mistaken for another table's. 0 is "no row".
template <typename Tag>
class Id
{
public:
    constexpr Id() = default;

    constexpr explicit Id(qint64 number)
        : m_number(number)
    {}

    [[nodiscard]] constexpr qint64 number() const { return m_number; }

    [[nodiscard]] constexpr bool isValid() const { return m_number > 0; }

    constexpr auto operator<=>(const Id &) const = default;

    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.m_number, seed); }

private:
    qint64 m_number = 0;
};

using PodcastId = Id<struct PodcastTag>;
using EpisodeId = Id<struct EpisodeTag>;
using TranscriptId = Id<struct TranscriptTag>;

/// A note's name for ever, in this library and in every export: a UUID in lower case.
/// Source: RFC 9562, UUIDv7 (see notes/noteid.h).
class NoteId
{
public:
    NoteId() = default;

    explicit NoteId(QString text)
        : m_text(std::move(text))
    {}

    [[nodiscard]] const QString &text() const { return m_text; }

    [[nodiscard]] bool isValid() const { return !m_text.isEmpty(); }

    bool operator==(const NoteId &) const = default;

    /// By code unit, so that ids sort as they were made.
    std::strong_ordering operator<=>(const NoteId &other) const
    {
        return QString::compare(m_text, other.m_text) <=> 0;
    }

    friend size_t qHash(const NoteId &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

} // namespace app::base
