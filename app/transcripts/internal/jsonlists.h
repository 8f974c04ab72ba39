// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

namespace app::transcripts::internal {

/// The list of segments or words of a document, wherever its program keeps it; empty when there is
/// none. Shapes that are not a flat list of objects with a time and a text are made one.
[[nodiscard]] QJsonArray findJsonList(const QJsonDocument &document);

/// The whole text of a document that has no list.
[[nodiscard]] QString findJsonText(const QJsonDocument &document);

/// The parts of words that a speech model gives, joined to words; marks of the model are left out.
[[nodiscard]] QJsonArray wordsOfTokens(const QJsonArray &tokens);

} // namespace app::transcripts::internal
