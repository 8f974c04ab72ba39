// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/errortext.h"

#include <QCoreApplication>

namespace ui::text {

using app::base::Error;
using app::base::ErrorCode;

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString statusSentence(int status)
{
    switch (status) {
    case 0:
        return ErrorText::tr("The server refused.");
    case 401:
        return ErrorText::tr("The server asks for a password.");
    case 403:
        return ErrorText::tr("The server does not give this out.");
    case 404:
    case 410:
        return ErrorText::tr("The server no longer has this.");
    default:
        return ErrorText::tr("The server answered %1.", "%1 is a number such as 503").arg(status);
    }
}

QString statusClause(int status)
{
    switch (status) {
    case 0:
        return ErrorText::tr("the server refused", "after a colon");
    case 401:
        return ErrorText::tr("the server asks for a password", "after a colon");
    case 403:
        return ErrorText::tr("the server does not give it out", "after a colon");
    case 404:
    case 410:
        return ErrorText::tr("the server no longer has it", "after a colon");
    default:
        return ErrorText::tr("the server answered %1", "after a colon; %1 is a number such as 503")
            .arg(status);
    }
}

} // namespace

QString errorSentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Offline:
        return ErrorText::tr("You are offline.");
    case ErrorCode::Timeout:
        return ErrorText::tr("The server did not answer in time.");
    case ErrorCode::HttpStatus:
        return statusSentence(error.httpStatus);
    case ErrorCode::NotFound:
        return ErrorText::tr("It is not there.");
    case ErrorCode::Malformed:
        return ErrorText::tr("The content is damaged or of another kind.");
    case ErrorCode::TooLarge:
        return ErrorText::tr("It is too large.");
    case ErrorCode::Unsupported:
        return ErrorText::tr("Earmark does not know this format.");
    case ErrorCode::DiskFull:
        return ErrorText::tr("Disk is full.");
    case ErrorCode::Denied:
        return ErrorText::tr("There is no permission to do that.");
    case ErrorCode::Busy:
        return ErrorText::tr("Another program is using it. Try again in a moment.");
    case ErrorCode::Corrupt:
        return ErrorText::tr("The library is damaged.");
    case ErrorCode::NoDevice:
        return ErrorText::tr("There is no sound device. Everything else works.");
    case ErrorCode::Conflict:
        return ErrorText::tr("It contradicts what is already there.");
    }
    return {};
}

QString errorClause(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Offline:
        return ErrorText::tr("you are offline", "after a colon");
    case ErrorCode::Timeout:
        return ErrorText::tr("the server did not answer in time", "after a colon");
    case ErrorCode::HttpStatus:
        return statusClause(error.httpStatus);
    case ErrorCode::NotFound:
        return ErrorText::tr("it is not there", "after a colon");
    case ErrorCode::Malformed:
        return ErrorText::tr("the content is damaged or of another kind", "after a colon");
    case ErrorCode::TooLarge:
        return ErrorText::tr("it is too large", "after a colon");
    case ErrorCode::Unsupported:
        return ErrorText::tr("unknown format", "after a colon");
    case ErrorCode::DiskFull:
        return ErrorText::tr("the disk is full", "after a colon");
    case ErrorCode::Denied:
        return ErrorText::tr("there is no permission to do that", "after a colon");
    case ErrorCode::Busy:
        return ErrorText::tr("another program is using it", "after a colon");
    case ErrorCode::Corrupt:
        return ErrorText::tr("the library is damaged", "after a colon");
    case ErrorCode::NoDevice:
        return ErrorText::tr("there is no sound device", "after a colon");
    case ErrorCode::Conflict:
        return ErrorText::tr("it contradicts what is already there", "after a colon");
    }
    return {};
}

QString failureText(Attempt attempt, const Error &error)
{
    const QString why = errorClause(error);
    switch (attempt) {
    case Attempt::ReadFeed:
        return ErrorText::tr("This feed could not be read: %1.").arg(why);
    case Attempt::Download:
        return ErrorText::tr("The download failed: %1.").arg(why);
    case Attempt::PlayAudio:
        // The file is not at fault.
        if (error.code == ErrorCode::NoDevice) {
            return errorSentence(error);
        }
        return ErrorText::tr("This file cannot be played: %1.").arg(why);
    case Attempt::ReadTranscript:
        return ErrorText::tr("This transcript could not be read: %1.").arg(why);
    case Attempt::ReadSubscriptions:
        return ErrorText::tr("This list of podcasts could not be read: %1.").arg(why);
    case Attempt::SaveNote:
        return ErrorText::tr("The note could not be saved: %1.").arg(why);
    case Attempt::Export:
        return ErrorText::tr("The notes could not be exported: %1.").arg(why);
    case Attempt::Import:
        return ErrorText::tr("This file could not be imported: %1.").arg(why);
    case Attempt::OpenLibrary:
        return ErrorText::tr("The library could not be opened: %1.").arg(why);
    }
    return why;
}

} // namespace ui::text
