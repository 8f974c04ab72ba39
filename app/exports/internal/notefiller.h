// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exports/exporter.h"
#include "app/exports/internal/fields.h"
#include "app/exports/internal/templatetags.h"

#include <memory>

namespace app::exports::internal {

/// Counts notes for whoever watches an export.
class NoteCounter
{
public:
    NoteCounter(const ExportProgress &progress, qsizetype total)
        : m_progress(progress)
        , m_total(total)
    {}

    /// One more is done. \return false when it is to stop
    bool count()
    {
        constexpr qsizetype often = 256;
        ++m_done;
        const bool tell = m_progress && (m_done % often == 0 || m_done == m_total);
        if (tell && !m_progress(m_done, m_total))
            m_stopped = true;
        return !m_stopped;
    }

    [[nodiscard]] bool isStopped() const { return m_stopped; }

private:
    const ExportProgress &m_progress;
    qsizetype m_total;
    qsizetype m_done = 0;
    bool m_stopped = false;
};

/// A parsed template, ready to be filled in as often as wanted. The one place that knows the
/// template library.
class NoteFiller final
{
public:
    /// \param options  must outlive it
    NoteFiller(const ParsedTemplate &parsed, const Escaper &escaper, const ExportOptions &options);
    ~NoteFiller();
    NoteFiller(const NoteFiller &) = delete;
    NoteFiller &operator=(const NoteFiller &) = delete;

    /// All groups in one file; when the template has no {{#episodes}} of its own, there is one.
    /// Stopped: what was made so far. Errors: TooLarge (over 1 GB).
    [[nodiscard]] base::Result<QByteArray> fill(const std::vector<NoteGroup> &groups,
                                                NoteCounter &counter);

private:
    struct Machine;
    std::unique_ptr<Machine> m_machine;
};

} // namespace app::exports::internal
