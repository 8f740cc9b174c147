#include "client/consent/contact.h"

#include "contract/endpoints.h"

#include <QRegularExpression>
#include <QTest>
#include <QUrl>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestContact : public QObject
{
    Q_OBJECT
private:
    /// As block lists have it that go by words.
    static bool isBlocked(const QString &host)
    {
        static const QRegularExpression word(u"^(.+[_.-])?telemetry[_.-]"_s);
        return word.match(host).hasMatch();
    }

private Q_SLOTS:
    void aListOfBlockedWordsHidesTheHostsAndNotThePage()
    {
        for (const Level level : {Level::Basic, Level::Middle, Level::Full})
            QVERIFY(isBlocked(Endpoints().events(level).host()));
        QVERIFY(isBlocked(QUrl(QLatin1StringView(Contact::samePage)).host()));
        QVERIFY(!isBlocked(QUrl(QLatin1StringView(Contact::landingPage)).host()));
    }
    void nothingIsSentToThePage()
    {
        const Endpoints endpoints;
        QList<QUrl> sendsTo{endpoints.publicList()};
        for (const Level level : {Level::Basic, Level::Middle, Level::Full})
            sendsTo += {endpoints.events(level), endpoints.erase(level)};
        for (const char *page : {Contact::landingPage, Contact::samePage}) {
            const QString host = QUrl(QLatin1StringView(page)).host();
            QVERIFY(!host.isEmpty());
            for (const QUrl &url : sendsTo)
                QVERIFY2(url.host() != host, qPrintable(url.toString()));
        }
    }
};

QTEST_GUILESS_MAIN(TestContact)
#include "tst_contact.moc"
