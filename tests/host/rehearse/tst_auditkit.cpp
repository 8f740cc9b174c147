#include "host/rehearse/auditkit.h"

#include "contract/limits.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestAuditKit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOfFiveWholeWeeks()
    {
        QVERIFY(AuditKit::month().isMonth());
        QCOMPARE(AuditKit::month().firstWeek().weeksTo(AuditKit::month().lastWeek()), 4);
    }
    void keyIsTheHashOfASentence()
    {
        // printf "napari telemetry's audit kit: everybody may know this key" | sha256sum
        QCOMPARE(AuditKit::key().toHex(), "539093291994b7f2b910d3c8a31bff7acbe4b63d3ec93d69d5504c57ed97c438");
        QCOMPARE(AuditKit::readKey(AuditKit::key().toHex() + '\n').value(), AuditKit::key());
    }
    void refusesOtherKeys_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray key = AuditKit::key().toHex();
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("too short") << key.chopped(2);
        QTest::newRow("too long") << key + "00";
        QTest::newRow("no digits") << QByteArray(64, 'g');
        QTest::newRow("digits among others") << key.chopped(1) + "g0";
        QTest::newRow("large letters") << key.toUpper();
    }
    void refusesOtherKeys()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!AuditKit::readKey(text).ok());
    }
    void sumsAreThoseOfSha256sum()
    {
        QCOMPARE(AuditKit::sumsOf({{u"periods/2026-10.json"_s, "abc"}, {u"periods/2026-W40.json"_s, {}}}),
                 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  periods/2026-10.json\n"
                 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  periods/2026-W40.json\n");
    }
};

QTEST_GUILESS_MAIN(TestAuditKit)
#include "tst_auditkit.moc"
