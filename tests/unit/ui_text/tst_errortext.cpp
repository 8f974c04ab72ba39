// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/errortext.h"

#include <QTest>

using app::base::Error;
using app::base::ErrorCode;
using namespace ui::text;

class TestErrorText final : public QObject
{
    Q_OBJECT

private slots:

    void namesTheStatus()
    {
        const Error error{ErrorCode::HttpStatus, QStringLiteral("GET x"), 503};
        QCOMPARE(errorSentence(error), QStringLiteral("The server answered 503."));
        QCOMPARE(failureText(Attempt::ReadFeed, error),
                 QStringLiteral("This feed could not be read: the server answered 503."));
    }

    void everyCodeHasWordsAndNoDetail()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::Conflict); ++code) {
            for (const int status : {0, 401, 403, 404, 500}) {
                const Error error{static_cast<ErrorCode>(code), QStringLiteral("secret"), status};
                QVERIFY(errorSentence(error).endsWith(QLatin1Char('.')));
                QVERIFY(!errorClause(error).isEmpty());
                QVERIFY(!errorClause(error).endsWith(QLatin1Char('.')));
                QVERIFY(!failureText(Attempt::Download, error).contains(error.detail));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
