#include "client/spool/disk/erasingmark.h"
#include "contract/limits.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestErasingMark : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasChosenComesBack_data()
    {
        QTest::addColumn<QList<EventKey>>("chosen");
        QTest::newRow("everything") << QList<EventKey>();
        QTest::newRow("one") << QList<EventKey>{{u"plugin"_s, QByteArray(16, '\x01')}};
        QTest::newRow("a topic twice") << QList<EventKey>{{u"plugin"_s, QByteArray(16, '\x01')},
                                                          {u"plugin"_s, QByteArray(16, '\xff')}};
        QList<EventKey> many;
        for (int i = 0; i < 50'000; ++i)
            many.append({u"command"_s, QByteArray::number(i).rightJustified(16, '0')});
        QTest::newRow("as many as the preview shows") << many;
    }
    void whatWasChosenComesBack()
    {
        QFETCH(QList<EventKey>, chosen);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"telemetry/spool-a.erasing"_s);
        QVERIFY(ErasingMark(path).write(chosen).ok());
        QCOMPARE(ErasingMark(path).read().value(), chosen); // by another process
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        ErasingMark(path).remove();
        QVERIFY(!QFileInfo::exists(path));
    }
    void aLaterChoiceTakesTheEarlierOnesPlace()
    {
        QTemporaryDir folder;
        ErasingMark mark(folder.filePath(u"a.erasing"_s));
        QVERIFY(mark.write({{u"plugin"_s, QByteArray(16, '\x01')}}).ok());
        QVERIFY(mark.write({}).ok());
        QCOMPARE(mark.read().value(), QList<EventKey>());
    }
    void whatNamesNoEventIsNotNoted()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.erasing"_s);
        QVERIFY(!ErasingMark(path).write({{u"plugin"_s, QByteArray(3, 'a')}}).ok());
        QVERIFY(!QFileInfo::exists(path));
    }
    /// "Everything" is what a list without entries means: so nothing damaged may be read as one.
    void aDamagedMarkErasesNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("zeros") << QByteArray(64, '\0');
        QTest::newRow("not JSON") << "everything"_ba;
        QTest::newRow("cut") << erasingToJson({{u"plugin"_s, QByteArray(16, 'a')}}).chopped(1);
        QTest::newRow("no list") << R"({"schema":1})"_ba;
        QTest::newRow("a text") << R"({"schema":1,"chosen":"plugin"})"_ba;
        QTest::newRow("a list of texts") << R"({"schema":1,"chosen":["plugin"]})"_ba;
        QTest::newRow("too short a reporter") << R"({"schema":1,"chosen":[["plugin","00ff"]]})"_ba;
        QTest::newRow("no reporter") << R"({"schema":1,"chosen":[["plugin",5]]})"_ba;
        QTest::newRow("one good, one bad")
            << R"({"schema":1,"chosen":[["plugin","61616161616161616161616161616161"],[]]})"_ba;
        QTest::newRow("newer") << R"({"schema":2,"chosen":[]})"_ba;
        QTest::newRow("no schema") << R"({"chosen":[]})"_ba;
        QTest::newRow("huge") << QByteArray(Limits::erasingFileBytes + 1, ' ');
    }
    void aDamagedMarkErasesNothing()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"a.erasing"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QVERIFY(!ErasingMark(file.fileName()).read().ok());
    }
    void noMarkIsNotEverything()
    {
        QTemporaryDir folder;
        QVERIFY(!ErasingMark(folder.filePath(u"a.erasing"_s)).read().ok());
    }
};

QTEST_GUILESS_MAIN(TestErasingMark)
#include "tst_erasingmark.moc"
