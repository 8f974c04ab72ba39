// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/notes/note.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace app::exports::internal {

/// The members of one JSON object, in the order they are added.
class ObjectWriter
{
public:
    void add(QStringView key, const QString &json);
    void addText(QStringView key, const QString &text);
    void addDate(QStringView key, const QDateTime &date);    ///< null when not valid
    void addTime(QStringView key, std::optional<qint64> ms); ///< in seconds

    [[nodiscard]] QString json() const { return u'{' + m_members.join(u',') + u'}'; }

private:
    QStringList m_members;
};

/// Strings as a JSON array.
[[nodiscard]] QString jsonArray(const QStringList &texts);

/// The whole note, as JSON Lines and JSON have it.
[[nodiscard]] QString noteJson(const notes::Note &note);

/// What the model of web annotations has no word for: episode, file, colour, state, ...
void addBeyondTheModel(ObjectWriter &object, const notes::Note &note);

/// Reads what noteJson wrote. Unknown keys are ignored, absent ones are the defaults.
/// Errors: Malformed, TooLarge (a text over 32 MB); the detail begins with \p where.
[[nodiscard]] base::Result<notes::Note> noteFromJson(const QJsonObject &object,
                                                     const QString &where);

} // namespace app::exports::internal
