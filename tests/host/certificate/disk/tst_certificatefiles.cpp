#include "host/certificate/disk/certificatefiles.h"

#include "host/history/secretkey.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCertificateFiles : public QObject
{
    Q_OBJECT

    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void readsThePublicFolder()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"periods"_s));
        put(folder.filePath(u"periods/2026-01.json"_s), "12345");
        const CertificateFiles files(folder.path());
        QCOMPARE(files.publicFile(u"periods/2026-01.json"_s, 5)->value(), "12345"_ba);
        QCOMPARE(files.publicFile(u"periods/2026-01.json"_s, 4)->error().code, Error::Code::TooLarge);
        QVERIFY(!files.publicFile(u"periods/2026-02.json"_s, 5));
        QVERIFY(!CertificateFiles({}).publicFile(u"etc/passwd"_s, 100'000));
    }
    void readsOtherFiles()
    {
        QTemporaryDir folder;
        put(folder.filePath(u"key"_s), "k");
        const CertificateFiles files({});
        QCOMPARE(files.file(folder.filePath(u"key"_s), 5).value(), "k"_ba);
        QCOMPARE(files.file(folder.filePath(u"none"_s), 5).error().code, Error::Code::NotFound);
    }
    void readsASecretKeyThatIsItsOwnersAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"key"_s);
        const SigningKeys made = newSigningKeys().value();
        put(path, secretKeyLine(made));
        const CertificateFiles files({});
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QVERIFY(files.secretKey(path).error().detail.contains(u"not its owner's alone"));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(files.secretKey(path).value().publicBytes, made.publicBytes);
        QCOMPARE(files.secretKey(folder.filePath(u"none"_s)).error().code, Error::Code::NotFound);
    }
    void makesTheFolder()
    {
        QTemporaryDir folder;
        CertificateFiles files({});
        QVERIFY(files.write(folder.filePath(u"a/b"_s), {{u"c.json"_s, "1"}, {u"c.pdf"_s, "2"}}).ok());
        QCOMPARE(read(folder.filePath(u"a/b/c.json"_s)), "1"_ba);
        QCOMPARE(read(folder.filePath(u"a/b/c.pdf"_s)), "2"_ba);
        QCOMPARE(QDir(folder.filePath(u"a/b"_s)).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }
    void replacesOlderOnes()
    {
        QTemporaryDir folder;
        put(folder.filePath(u"c.json"_s), "old");
        CertificateFiles files({});
        QVERIFY(files.write(folder.path(), {{u"c.json"_s, "new"}}).ok());
        QCOMPARE(read(folder.filePath(u"c.json"_s)), "new"_ba);
    }
    void oneThatCanNotBeWrittenLeavesAllAsTheyWere_data()
    {
        QTest::addColumn<QByteArray>("old"); // null: there was none
        QTest::newRow("there was none") << QByteArray();
        QTest::newRow("there was an older one") << "old"_ba;
    }
    void oneThatCanNotBeWrittenLeavesAllAsTheyWere()
    {
        QFETCH(QByteArray, old);
        QTemporaryDir folder;
        if (!old.isNull())
            put(folder.filePath(u"c.json"_s), old);
        QVERIFY(QDir(folder.path()).mkdir(u"c.pdf"_s)); // a folder is in the way of the second one
        CertificateFiles files({});
        const auto written = files.write(folder.path(), {{u"c.json"_s, "new"}, {u"c.pdf"_s, "2"}});
        QVERIFY(!written.ok());
        QVERIFY(written.error().detail.contains(u"c.pdf"));
        QCOMPARE(QFile::exists(folder.filePath(u"c.json"_s)), !old.isNull());
        QCOMPARE(read(folder.filePath(u"c.json"_s)), old.isNull() ? QByteArray() : old);
    }
    void saysThatTheFolderCanNotBeMade()
    {
        QTemporaryDir folder;
        put(folder.filePath(u"file"_s), {});
        CertificateFiles files({});
        QVERIFY(!files.write(folder.filePath(u"file/a"_s), {{u"c"_s, "1"}}).ok());
    }
};

QTEST_GUILESS_MAIN(TestCertificateFiles)
#include "tst_certificatefiles.moc"
