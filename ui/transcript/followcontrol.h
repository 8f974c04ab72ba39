// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace ui::transcript {

/// Decides when the reader scrolls with the speech, and when it lets the listener look around.
///
/// Paused by whoever moves or selects; resumes by resume(), or by itself when the spoken sentence
/// has stayed in the band for 3 s while nobody scrolled and nothing was selected. Thread: main.
class FollowControl final : public QObject
{
    Q_OBJECT

public:
    enum class State { Off, Following, Paused };

    explicit FollowControl(QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }

    /// 3 seconds unless told otherwise.
    void setPatience(std::chrono::milliseconds patience);

    void setEnabled(bool on);
    void resume();

    /// The listener scrolled, moved the caret or found something.
    void userMoved();
    void setSelecting(bool selecting);

    /// Where the sentence stands, as parts of the viewport's height.
    /// \returns whether to scroll now
    [[nodiscard]] bool sentenceAt(double top, double bottom);

    /// The band in which a sentence may stand, and where it is brought to.
    static constexpr double bandTop = 0.25;
    static constexpr double bandBottom = 0.60;
    static constexpr double goal = 0.38;

signals:
    void paused();
    void resumed();

private:
    void setState(State state);
    void reconsider();

    State m_state = State::Following;
    bool m_selecting = false;
    bool m_inBand = false;
    QTimer m_patience;
};

} // namespace ui::transcript
