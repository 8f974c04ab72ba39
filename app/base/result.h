// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <type_traits>
#include <utility>
#include <variant>

namespace app::base {

/// Makes a Result that holds an error: `return unexpected(ErrorCode::NotFound, ...)`.
struct Unexpected
{
    Error error;
};

[[nodiscard]] inline Unexpected unexpected(ErrorCode code, QString detail)
{
    return {{code, std::move(detail), 0}};
}

[[nodiscard]] inline Unexpected unexpected(Error error)
{
    return {std::move(error)};
}

/// A value, or why there is none. Has the names of std::expected, which C++20 in GCC 12 lacks.
///
/// Reading the value of a failed Result is our own mistake and stops a debug build.
/// Default-constructed (as QFuture demands of its results) it holds a default value.
template <typename T>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result() = default;

    Result(Unexpected failure)
        : m_state(std::in_place_index<1>, std::move(failure.error))
    {}

    template <typename U = T>

    requires(
        std::is_constructible_v<
            T,
            U> && !std::is_same_v<std::remove_cvref_t<U>, Result> && !std::is_same_v<std::remove_cvref_t<U>, Unexpected>)
        Result(U &&value)
        : m_state(std::in_place_index<0>, std::forward<U>(value))
    {}

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }

    explicit operator bool() const { return has_value(); }

    [[nodiscard]] T &value() &
    {
        Q_ASSERT(has_value());
        return *std::get_if<0>(&m_state);
    }

    [[nodiscard]] const T &value() const &
    {
        Q_ASSERT(has_value());
        return *std::get_if<0>(&m_state);
    }

    [[nodiscard]] T &&value() &&
    {
        Q_ASSERT(has_value());
        return std::move(*std::get_if<0>(&m_state));
    }

    [[nodiscard]] T &operator*() & { return value(); }

    [[nodiscard]] const T &operator*() const & { return value(); }

    [[nodiscard]] T &&operator*() && { return std::move(*this).value(); }

    T *operator->() { return &value(); }

    const T *operator->() const { return &value(); }

    [[nodiscard]] T value_or(T fallback) const
    {
        return has_value() ? value() : std::move(fallback);
    }

    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(!has_value());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or why not.
template <>
class [[nodiscard]] Result<void>
{
public:
    using value_type = void;

    Result() = default;

    Result(Unexpected failure)
        : m_error(std::move(failure.error))
        , m_failed(true)
    {}

    [[nodiscard]] bool has_value() const { return !m_failed; }

    explicit operator bool() const { return !m_failed; }

    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(m_failed);
        return m_error;
    }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace app::base
