#include "client/consent/activity.h"

#include "contract/limits.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Erase = Activity::Erase;

class TestActivity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWas_data()
    {
        QTest::addColumn<Activity>("activity");
        QTest::newRow("at first") << Activity{};
        QTest::newRow("waiting") << Activity{3, 0, false, {}, Erase::Idle, {}, false, 2};
        QTest::newRow("out of reach") << Activity{7, 120, true, {}, Erase::Idle, {}};
        QTest::newRow("a problem") << Activity{0,           1, false, u"The disk is \"full\"\nnow: \u00e4\u4e2d"_s,
                                               Erase::Idle, {}};
        QTest::newRow("on a network") << Activity{7, 1, false, {}, Erase::Idle, {}, true};
        QTest::newRow("erasing") << Activity{0, 4, false, {}, Erase::Running, {}};
        QTest::newRow("erased") << Activity{0, 0, false, {}, Erase::Done, u"4 events erased"_s};
        QTest::newRow("tried again") << Activity{
            2, 0, true, {}, Erase::Idle, {}, false, 0, QDateTime(QDate(2026, 11, 25), QTime(3, 4, 5), Qt::UTC)};
        QTest::newRow("not erased") << Activity{1, 4, true, u"p"_s, Erase::Failed, u"no cable"_s};
    }
    void comesBackAsItWas()
    {
        QFETCH(Activity, activity);
        const auto back = activityFromJson(activityToJson(activity));
        QVERIFY2(back.ok(), back ? "" : qPrintable(back.error().detail));
        QVERIFY(back.value() == activity);
    }
    void damagedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("code");
        const int invalid = static_cast<int>(Error::Code::Invalid);
        const QByteArray good = activityToJson({3, 4, true, u"p"_s, Erase::Done, u"d"_s});
        const auto with = [&](const QByteArray &from, const QByteArray &to) {
            if (!good.contains(from))
                qFatal("%s is not in %s", from.constData(), good.constData());
            return QByteArray(good).replace(from, to);
        };
        QTest::newRow("nothing") << QByteArray() << invalid;
        QTest::newRow("no JSON") << QByteArray("activity") << invalid;
        QTest::newRow("a list") << QByteArray("[]") << invalid;
        QTest::newRow("empty") << QByteArray("{}") << invalid;
        QTest::newRow("cut") << good.chopped(1) << invalid;
        QTest::newRow("negative pending") << with("\"pending\":3", "\"pending\":-1") << invalid;
        QTest::newRow("pending is text") << with("\"pending\":3", "\"pending\":\"3\"") << invalid;
        QTest::newRow("half an event") << with("\"sent\":4", "\"sent\":4.5") << invalid;
        QTest::newRow("more than an int") << with("\"sent\":4", "\"sent\":1e12") << invalid;
        QTest::newRow("waiting is text") << with("\"waiting\":0", "\"waiting\":\"0\"") << invalid;
        QTest::newRow("unreachable is a number") << with("\"unreachable\":true", "\"unreachable\":1") << invalid;
        QTest::newRow("on a network is text") << with("\"on_network\":false", "\"on_network\":\"no\"") << invalid;
        QTest::newRow("problem is missing") << with("\"problem\":", "\"problems\":") << invalid;
        QTest::newRow("unknown word") << with("\"done\"", "\"gone\"") << invalid;
        QTest::newRow("no word") << with("\"done\"", "null") << invalid;
        QTest::newRow("detail is null") << with("\"erase_detail\":\"d\"", "\"erase_detail\":null") << invalid;
        QTest::newRow("no moment") << with("\"next_try\":\"\"", "\"next_try\":\"soon\"") << invalid;
        QTest::newRow("a moment without a zone")
            << with("\"next_try\":\"\"", "\"next_try\":\"2026-11-25T03:04:05\"") << invalid;
        QTest::newRow("huge") << activityToJson({0, 0, false, QString(Limits::policyFileBytes, u'x'), Erase::Idle, {}})
                              << static_cast<int>(Error::Code::TooLarge);
    }
    void damagedIsRefused()
    {
        QFETCH(QByteArray, json);
        const auto activity = activityFromJson(json);
        QVERIFY(!activity.ok());
        QTEST(static_cast<int>(activity.error().code), "code");
    }
};

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
