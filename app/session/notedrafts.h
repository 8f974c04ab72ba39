// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/session/notebook.h"
#include "app/work/lane.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace app::session {

/// What is being written and was not saved yet.
struct NoteDraft
{
    NewNote note;
    std::optional<base::NoteId> editing{}; ///< the note that it changes; empty: a new one
};

/// Keeps what is being written in a file beside the library, so that no crash takes more of it than
/// the last moment. Thread: main.
class NoteDrafts final : public QObject
{
    Q_OBJECT

public:
    /// How long what was typed may be without being kept.
    static constexpr std::chrono::milliseconds delay{400};

    using Recovered = base::Result<std::optional<notes::Note>>;

    /// \param folder  the library's
    NoteDrafts(Notebook &notebook, const QString &folder);
    ~NoteDrafts() override;

    void keep(const NoteDraft &draft);
    /// It was saved, or is not wanted.
    void forget();

    /// Makes a note, or the change of one, of what an earlier run left. Empty when it left nothing,
    /// or what had been saved. What cannot be kept is set aside, in a file beside it.
    /// Errors: Corrupt and Malformed (the file is no draft), and those of Notebook.
    QFuture<Recovered> recover();

private:
    using Draft = base::Result<std::optional<NoteDraft>>;
    using Promise = std::shared_ptr<QPromise<Recovered>>;

    void write();
    void takeIn(const NoteDraft &draft, const Promise &promise);
    void takeInEdit(const NoteDraft &draft, const Promise &promise);
    void settle(const Promise &promise, const base::Result<notes::Note> &kept);
    void setAside(const Promise &promise, const base::Error &error);

    Notebook &m_notebook;
    QString m_path;
    std::optional<NoteDraft> m_latest; ///< not written yet
    QTimer m_soon{this};
    work::Lane m_lane{QStringLiteral("drafts")};
};

} // namespace app::session
