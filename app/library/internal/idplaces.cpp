// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/idplaces.h"

#include <optional>

namespace app::library::internal {
namespace {

using Number = std::pair<quint64, quint64>;

/// Empty unless it is 32 lower-case hexadecimal digits with dashes where they belong.
std::optional<Number> numberOf(const QByteArray &id)
{
    constexpr qsizetype length = 36;
    constexpr int half = 16;
    if (id.size() != length) {
        return std::nullopt;
    }
    Number number;
    int digits = 0;
    for (qsizetype at = 0; at < length; ++at) {
        const char c = id.at(at);
        if (at == 8 || at == 13 || at == 18 || at == 23) {
            if (c != '-') {
                return std::nullopt;
            }
            continue;
        }
        const bool isDigit = c >= '0' && c <= '9';
        if (!isDigit && (c < 'a' || c > 'f')) {
            return std::nullopt;
        }
        quint64 &part = digits++ < half ? number.first : number.second;
        part = part << 4U | static_cast<quint64>(isDigit ? c - '0' : c - 'a' + 10);
    }
    return number;
}

} // namespace

void IdPlaces::insert(const QByteArray &id, int place)
{
    if (const auto number = numberOf(id)) {
        m_places.insert(*number, place);
    } else {
        m_others.insert(id, place);
    }
}

int IdPlaces::find(const QByteArray &id) const
{
    const auto number = numberOf(id);
    return number ? m_places.value(*number, -1) : m_others.value(id, -1);
}

} // namespace app::library::internal
