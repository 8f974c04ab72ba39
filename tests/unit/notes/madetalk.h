// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/anchortext.h"
#include "app/notes/quotecontext.h"

#include <QRandomGenerator>
#include <QStringList>

#include <cmath>
#include <vector>

namespace tests {

/// A word somebody says, and which word of the first recording it is.
struct TalkWord
{
    QString text;
    qint64 ms = 0;
    int origin = -1;  ///< -1: not in the first recording
    bool hit = false; ///< misheard
};

using Talk = std::vector<TalkWord>;

/// A talk made of chance: common words as often as in speech, names and the like, in sentences.
class TalkMaker
{
public:
    /// \param words  the common ones, the most common first; empty: English
    explicit TalkMaker(quint32 seed, const QString &common = {}, const QString &syllables = {})
        : m_random(seed)
        , m_common((common.isEmpty() ? english() : common).split(u' '))
        , m_syllables((syllables.isEmpty()
                           ? QStringLiteral("ba ket lor min sta ven do ri qua tes pol an ger hu")
                           : syllables)
                          .split(u' '))
    {
        for (int count = 0; count < 4'000; ++count) {
            QString word;
            for (int syllable = m_random.bounded(2, 5); syllable > 0; --syllable)
                word += m_syllables[m_random.bounded(m_syllables.size())];
            m_rare.append(word);
        }
    }

    QString word()
    {
        // By Zipf's law the n-th word is said 1/n as often as the first.
        const double chance = m_random.generateDouble();
        const auto rank = [chance](qsizetype words) {
            const double at = std::exp(chance * std::log(static_cast<double>(words)));
            return static_cast<qsizetype>(at) % words;
        };
        return m_random.bounded(100) < 55 ? m_common[rank(m_common.size())]
                                          : m_rare[rank(m_rare.size())];
    }

    Talk sentence()
    {
        Talk sentence;
        for (int count = m_random.bounded(4, 22); count > 0; --count)
            sentence.push_back({word(), 0, -1, false});
        sentence.front().text[0] = sentence.front().text[0].toUpper();
        sentence.back().text += m_random.bounded(5) == 0 ? u'?' : u'.';
        return sentence;
    }

    /// \param words  about as many
    Talk talk(std::size_t words)
    {
        Talk talk;
        while (talk.size() < words) {
            const Talk next = sentence();
            talk.insert(talk.end(), next.begin(), next.end());
        }
        number(talk);
        return talk;
    }

    /// Says the words one after the other and counts them.
    void number(Talk &talk)
    {
        qint64 ms = 0;
        int origin = 0;
        for (TalkWord &word : talk) {
            word.ms = ms;
            word.origin = origin++;
            ms += m_random.bounded(200, 600);
        }
    }

    /// Mishears words: exchanged, left out, or with one too many.
    Talk withErrors(const Talk &talk, double rate)
    {
        Talk heard;
        for (const TalkWord &said : talk) {
            if (m_random.generateDouble() >= rate) {
                heard.push_back(said);
                continue;
            }
            const int kind = m_random.bounded(4);
            if (kind == 0)
                continue;
            if (kind == 1) {
                heard.push_back(said);
                heard.push_back({word(), said.ms + 100, -1, false});
            } else {
                heard.push_back({word(), said.ms, said.origin, true});
            }
        }
        return heard;
    }

    /// Puts an advertisement in, after which all comes later.
    Talk withAd(const Talk &talk, qint64 atMs, qint64 lengthMs)
    {
        Talk longer;
        bool isIn = false;
        for (TalkWord said : talk) {
            if (!isIn && said.ms >= atMs) {
                isIn = true;
                for (qint64 ms = 0; ms < lengthMs; ms += 400)
                    longer.push_back({word(), said.ms + ms, -1, false});
            }
            if (isIn)
                said.ms += lengthMs;
            longer.push_back(said);
        }
        return longer;
    }

    QRandomGenerator &random() { return m_random; }

private:
    static QString english()
    {
        return QStringLiteral(
            "the and to of a I you that in it is was for so on they have but with this we what be "
            "not like just are do know about at as or can if there one all your had he she people "
            "from them get when think how would because really my out very their up who then time "
            "more where going well yeah right here some said other which thing could our these now "
            "want by into over see only make also us way his her could mean kind said");
    }

    QRandomGenerator m_random;
    QStringList m_common;
    QStringList m_syllables;
    QStringList m_rare;
};

/// A talk written down.
struct Written
{
    app::notes::AnchorText text;
    std::vector<qsizetype> offsets; ///< of each word

    [[nodiscard]] std::size_t wordAt(qsizetype offset) const
    {
        const auto after = std::upper_bound(offsets.begin(), offsets.end(), offset);
        return static_cast<std::size_t>(after - offsets.begin()) - 1;
    }
};

/// \param cueWords  after so many words a new time is known; paragraphs after eight times as many
inline Written writeDown(const Talk &talk, std::size_t cueWords)
{
    Written written;
    app::notes::AnchorText &text = written.text;
    for (std::size_t at = 0; at < talk.size(); ++at) {
        if (at > 0)
            text.text += at % (cueWords * 8) == 0 ? u'\n' : u' ';
        written.offsets.push_back(text.text.size());
        if (at % cueWords == 0)
            text.times.push_back(
                {text.text.size(), app::timestamps::MediaTime::fromMs(talk[at].ms)});
        text.text += talk[at].text;
    }
    text.times.push_back(
        {text.text.size(), app::timestamps::MediaTime::fromMs(talk.back().ms + 400)});
    text.hash = app::notes::hashText(text.text);
    return written;
}

} // namespace tests
