// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "app/session/internal/correctedreading.h"
#include "app/transcripts/corrections.h"

#include <QHash>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace app::library {
class Connection;
}

namespace app::session::internal {

/// The texts that notes were quoted from, as far as they are still kept: transcripts as they are
/// read, and show notes.
class QuotedTexts final
{
public:
    /// Takes what the texts are made of out of the library; of very many the last ones are left
    /// out. Notes whose text is gone are no error. Blocks: for the library's lane.
    [[nodiscard]] static QuotedTexts gather(library::Connection &connection,
                                            const std::vector<notes::Note> &notes);

    /// The text with this Anchor::textHash. Reads a transcript, which takes milliseconds.
    /// Thread: a worker.
    [[nodiscard]] std::optional<QString> textOf(const QString &textHash) const;

private:
    struct Transcript
    {
        KeptWords words;
        transcripts::SpeakerNames names;
    };

    using ShowNotes = QString; ///< as the feed has them
    using Source = std::variant<Transcript, ShowNotes>;

    [[nodiscard]] static std::optional<Source> sourceOf(library::Connection &connection,
                                                        const notes::Note &note);
    [[nodiscard]] static std::optional<Source> transcriptOf(library::Connection &connection,
                                                            const notes::Note &note);

    QHash<QString, Source> m_sources; ///< by the hash of the text that is to come of it
};

} // namespace app::session::internal
