#include "host/collector/loadlistoptions.h"

#include <QCoreApplication>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestLoadListOptions : public QObject
{
    Q_OBJECT

    static Result<CommandRequest<LoadListOptions>> read(const QStringList &more)
    {
        return readLoadListOptions(QStringList{u"program"_s, u"load-list"_s} + more);
    }

private Q_SLOTS:
    void takesAFile()
    {
        const auto request = read({u"new.json"_s, u"--public-list"_s, u"p"_s});
        QCOMPARE(request.value().run->file, u"new.json"_s);
        QCOMPARE(request.value().run->publicList, u"p"_s);
        QVERIFY(!request.value().run->force);
        QVERIFY(read({u"--force"_s, u"new.json"_s, u"--public-list"_s, u"p"_s}).value().run->force);
    }
    void goesBack() { QVERIFY(read({u"--before"_s, u"--public-list"_s, u"p"_s}).value().run->file.isEmpty()); }
    void refuses_data()
    {
        QTest::addColumn<QStringList>("more");
        const QStringList list{u"--public-list"_s, u"p"_s};
        QTest::newRow("no file") << list;
        QTest::newRow("two files") << list + QStringList{u"a"_s, u"b"_s};
        QTest::newRow("a file and --before") << list + QStringList{u"a"_s, u"--before"_s};
        QTest::newRow("no list of its own") << QStringList{u"a"_s};
        QTest::newRow("unknown option") << list + QStringList{u"a"_s, u"--listen"_s};
    }
    void refuses()
    {
        QFETCH(QStringList, more);
        const auto request = read(more);
        QVERIFY(!request.ok());
        QVERIFY(!request.error().detail.contains(u'\n'));
    }
    void helps()
    {
        const auto request = read({u"--help"_s});
        QVERIFY(!request.value().run);
        for (const QString &word : {u"--before"_s, u"--force"_s, u"public_list ="_s})
            QVERIFY2(request.value().text.contains(word), qPrintable(word));
    }
};

QTEST_GUILESS_MAIN(TestLoadListOptions)
#include "tst_loadlistoptions.moc"
