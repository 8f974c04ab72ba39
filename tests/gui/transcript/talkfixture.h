// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/transcript.h"
#include "tests/support/patience.h"
#include "ui/transcript/readerview.h"
#include "ui/transcript/transcriptview.h"

#include <memory>

namespace tests {

/// Turns of Ines, Tobias and Ada in rotation, of two sentences and four seconds each.
inline app::transcripts::ReadingText makeTalk(int turns)
{
    const QStringList names{
        QStringLiteral("Ines"), QStringLiteral("Tobias"), QStringLiteral("Ada")};
    app::transcripts::Transcript transcript;
    for (int i = 0; i < turns; ++i) {
        for (int half = 0; half < 2; ++half) {
            app::transcripts::Cue cue;
            cue.start = app::timestamps::MediaTime::fromMs(i * 4000 + half * 2000);
            cue.end = app::timestamps::MediaTime::fromMs(i * 4000 + half * 2000 + 2000);
            cue.speaker = names[i % 3];
            cue.body = half == 0 ? QStringLiteral("Turn %1 begins with a sentence.").arg(i)
                                 : QStringLiteral("It ends with another one here.");
            transcript.cues.push_back(cue);
        }
    }
    return app::transcripts::makeReadingText(transcript);
}

/// A talk of sixty turns in its view, with the keyboard in its text.
class TalkTest : public QObject
{
protected:
    void setUp()
    {
        m_themes = std::make_unique<ui::theme::ThemeManager>(ui::theme::ThemeManager::Mode::Light);
        m_themes->setReducedMotion(true);
        m_view = std::make_unique<ui::transcript::TranscriptView>(*m_themes);
        m_view->resize(900, 600);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(waitForActive(m_view.get()));
        m_text = makeTalk(60);
        m_view->setTranscript(m_text);
        m_view->reader().setFocus();
    }

    void tearDown() { m_view.reset(); }

    [[nodiscard]] QPoint pointOf(qsizetype offset) const
    {
        const auto rects = m_view->reader().rectsOf({offset, 1});
        return rects.empty() ? QPoint(-1, -1) : rects.front().center().toPoint();
    }

    [[nodiscard]] qsizetype offsetOf(const QString &words) const
    {
        return m_text.text.indexOf(words);
    }

    std::unique_ptr<ui::theme::ThemeManager> m_themes;
    std::unique_ptr<ui::transcript::TranscriptView> m_view;
    app::transcripts::ReadingText m_text;
};

} // namespace tests
