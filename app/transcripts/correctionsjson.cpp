// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/corrections.h"
#include "app/transcripts/internal/corrector.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace app::transcripts {

using base::ErrorCode;
using internal::EditLimits;
using timestamps::Duration;
using timestamps::MediaTime;

namespace {

constexpr int formVersion = 1;
constexpr qsizetype largest = 32 * 1024 * 1024;
/// Doubles hold every whole number up to here.
constexpr double largestNumber = 9007199254740992.0;

QJsonObject begin(const char *kind)
{
    return {{QStringLiteral("kind"), QString::fromLatin1(kind)}};
}

QJsonObject begin(const char *kind, const CueRef &ref)
{
    QJsonObject object = begin(kind);
    object[QStringLiteral("cue")] = static_cast<qint64>(ref.index);
    object[QStringLiteral("body")] = ref.body;
    return object;
}

QJsonObject valueOf(const FixText &edit)
{
    QJsonObject object = begin("fix", edit.cue);
    object[QStringLiteral("offset")] = static_cast<qint64>(edit.offset);
    object[QStringLiteral("length")] = static_cast<qint64>(edit.length);
    object[QStringLiteral("text")] = edit.newText;
    return object;
}

QJsonObject valueOf(const SplitCue &edit)
{
    QJsonObject object = begin("split", edit.cue);
    object[QStringLiteral("offset")] = static_cast<qint64>(edit.offset);
    object[QStringLiteral("paragraph")] = edit.paragraph;
    return object;
}

QJsonObject valueOf(const MergeWithNext &edit)
{
    QJsonObject object = begin("merge", edit.cue);
    object[QStringLiteral("next")] = edit.nextBody;
    return object;
}

QJsonObject valueOf(const RenameSpeaker &edit)
{
    QJsonObject object = begin("rename");
    object[QStringLiteral("label")] = edit.label;
    object[QStringLiteral("name")] = edit.name;
    return object;
}

QJsonObject valueOf(const SetSpeaker &edit)
{
    QJsonObject object = begin("speaker", edit.cue);
    object[QStringLiteral("name")] = edit.speaker;
    return object;
}

QJsonObject valueOf(const ShiftTimes &edit)
{
    QJsonObject object = begin("shift");
    object[QStringLiteral("byMs")] = static_cast<qint64>(edit.by.count());
    if (edit.from) {
        object[QStringLiteral("fromMs")] = edit.from->ms();
    }
    return object;
}

/// Takes the members of one edit; remembers whether one was missing or of another kind.
class Members
{
public:
    explicit Members(const QJsonObject &object)
        : m_object(object)
    {}

    [[nodiscard]] bool areGood() const { return m_good; }

    [[nodiscard]] bool has(const char *name) const
    {
        return m_object.contains(QLatin1String(name));
    }

    [[nodiscard]] QString text(const char *name)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        m_good = m_good && value.isString();
        return value.toString();
    }

    [[nodiscard]] qint64 number(const char *name)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        const double number = value.toDouble();
        m_good = m_good && value.isDouble() && std::abs(number) <= largestNumber;
        return m_good ? static_cast<qint64>(number) : 0;
    }

    [[nodiscard]] bool flag(const char *name)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        m_good = m_good && value.isBool();
        return value.toBool();
    }

    [[nodiscard]] CueRef cue()
    {
        const qint64 index = number("cue");
        m_good = m_good && index >= 0;
        return {static_cast<std::size_t>(std::max<qint64>(0, index)), text("body")};
    }

private:
    const QJsonObject &m_object;
    bool m_good = true;
};

std::optional<Edit> readKind(const QString &kind, Members &in)
{
    // Members are taken in the order they are written: braces keep it.
    if (kind == QLatin1String("fix"))
        return FixText{in.cue(), in.number("offset"), in.number("length"), in.text("text")};
    if (kind == QLatin1String("split"))
        return SplitCue{in.cue(), in.number("offset"), in.flag("paragraph")};
    if (kind == QLatin1String("merge"))
        return MergeWithNext{in.cue(), in.text("next")};
    if (kind == QLatin1String("rename"))
        return RenameSpeaker{in.text("label"), in.text("name")};
    if (kind == QLatin1String("speaker"))
        return SetSpeaker{in.cue(), in.text("name")};
    if (kind == QLatin1String("shift")) {
        ShiftTimes shift{Duration(in.number("byMs"))};
        if (in.has("fromMs"))
            shift.from = MediaTime::fromMs(in.number("fromMs"));
        return shift;
    }
    return std::nullopt;
}

std::optional<Edit> readEdit(const QJsonObject &object)
{
    Members in(object);
    auto edit = readKind(object.value(QLatin1String("kind")).toString(), in);
    return edit && in.areGood() && internal::isSaneEdit(*edit) ? edit : std::nullopt;
}

base::Unexpected malformed()
{
    return base::unexpected(ErrorCode::Malformed,
                            QStringLiteral("what was kept of a transcript's corrections is not"
                                           " what corrections look like"));
}

base::Unexpected tooMany()
{
    return base::unexpected(ErrorCode::TooLarge,
                            QStringLiteral("a transcript has too many corrections to be read"));
}

} // namespace

QByteArray writeCorrections(const Corrections &corrections)
{
    QJsonArray edits;
    for (const Edit &edit : corrections.edits)
        edits.append(std::visit([](const auto &one) { return valueOf(one); }, edit));
    const QJsonObject all{{QStringLiteral("version"), formVersion},
                          {QStringLiteral("edits"), edits}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

base::Result<Corrections> readCorrections(const QByteArray &json)
{
    if (json.size() > largest)
        return tooMany();
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonValue version = document.object().value(QLatin1String("version"));
    if (!version.isDouble() || !document.object().value(QLatin1String("edits")).isArray())
        return malformed();
    if (version.toDouble() > formVersion) {
        return base::unexpected(ErrorCode::Unsupported,
                                QStringLiteral("a transcript's corrections are of a newer form"));
    }
    const QJsonArray edits = document.object().value(QLatin1String("edits")).toArray();
    if (edits.size() > static_cast<qsizetype>(EditLimits::mostEdits))
        return tooMany();
    Corrections corrections;
    corrections.edits.reserve(static_cast<std::size_t>(edits.size()));
    for (const QJsonValue &value : edits) {
        auto edit = readEdit(value.toObject());
        if (!edit)
            return malformed();
        corrections.edits.push_back(*std::move(edit));
    }
    const auto whole =
        std::count_if(corrections.edits.begin(), corrections.edits.end(), internal::touchesAll);
    if (whole > EditLimits::mostForAll)
        return tooMany();
    return corrections;
}

} // namespace app::transcripts
