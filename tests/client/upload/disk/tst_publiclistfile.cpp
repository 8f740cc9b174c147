#include "client/upload/disk/publiclistfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

const QByteArray list =
    R"({"plugins":{"a":["1.0"]},"napari_commands":["napari.a"],"versions":{"napari":["0.9.2"]}})"_ba;
constexpr QFileDevice::Permissions others =
    QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;

} // namespace

class TestPublicListFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isKeptAsItCameAndForItsOwnerAlone()
    {
        const QTemporaryDir home;
        const PublicListFile file(home.filePath(u"telemetry"_s));
        QVERIFY(!file.load() && !file.savedOn().isValid());
        QVERIFY(!QFile::exists(home.filePath(u"telemetry"_s))); // asking makes nothing
        QVERIFY(file.save(list).ok());
        QCOMPARE(file.load(), list);
        QCOMPARE(file.savedOn(), QDateTime::currentDateTimeUtc().date());
        QVERIFY(!(QFile::permissions(file.fileName()) & others));
        QVERIFY(!(QFile::permissions(home.filePath(u"telemetry"_s)) & others));
    }
    void aDamagedOneIsNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << list.chopped(1);
        QTest::newRow("zeros") << QByteArray(100, '\0');
        QTest::newRow("huge") << list + QByteArray(5'000'000, ' ');
    }
    void aDamagedOneIsNone()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        const PublicListFile file(folder.path());
        QFile raw(file.fileName());
        QVERIFY(raw.open(QIODevice::WriteOnly) && raw.write(bytes) == bytes.size());
        raw.close();
        QVERIFY(!file.load());
        QVERIFY(file.save(list).ok()); // and a whole one takes its place
        QCOMPARE(file.load(), list);
    }
    void whatCannotBeWrittenIsAnError()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"telemetry"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!PublicListFile(file.fileName()).save(list).ok());
    }
};

QTEST_GUILESS_MAIN(TestPublicListFile)
#include "tst_publiclistfile.moc"
