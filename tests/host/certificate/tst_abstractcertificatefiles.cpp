#include "host/certificate/abstractcertificatefiles.h"

#include "host/certificate/disk/certificatefiles.h"
#include "support/publishedfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

/// Some files, behind the interface.
struct Made
{
    std::unique_ptr<QTemporaryDir> folder; ///< null: in memory
    std::unique_ptr<AbstractCertificateFiles> files;
    [[nodiscard]] QString path(const QString &name) const { return folder ? folder->filePath(name) : name; }
};

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
}

Made made(bool isOnDisk, const QMap<QString, QByteArray> &published, const QMap<QString, QByteArray> &others)
{
    Made made;
    if (isOnDisk) {
        made.folder = std::make_unique<QTemporaryDir>();
        for (auto it = published.begin(); it != published.end(); ++it)
            put(made.path(u"public/"_s + it.key()), it.value());
        for (auto it = others.begin(); it != others.end(); ++it)
            put(made.path(it.key()), it.value());
        made.files = std::make_unique<CertificateFiles>(made.path(u"public"_s));
    } else {
        auto folder = std::make_unique<TestSupport::PublishedFolder>();
        folder->files = published;
        folder->others = others;
        made.files = std::move(folder);
    }
    return made;
}

} // namespace

/// The files of the disk, and those of the tests, answer alike.
class TestAbstractCertificateFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAlike_data()
    {
        QTest::addColumn<bool>("isOnDisk");
        QTest::newRow("disk") << true;
        QTest::newRow("memory") << false;
    }
    void answersAlike()
    {
        QFETCH(bool, isOnDisk);
        const SigningKeys keys = TestSupport::rfcKeys();
        const Made there = made(isOnDisk, {{u"periods/2026-01.json"_s, "12345"}},
                                {{u"key"_s, secretKeyLine(keys)}, {u"no-key"_s, "12345"}});
        const AbstractCertificateFiles &files = *there.files;
        QCOMPARE(files.publicFile(u"periods/2026-01.json"_s, 5)->value(), "12345"_ba);
        QCOMPARE(files.publicFile(u"periods/2026-01.json"_s, 4)->error().code, Error::Code::TooLarge);
        QVERIFY(!files.publicFile(u"periods/2026-02.json"_s, 5));
        QVERIFY(!files.publicFile(u"key"_s, 500)); // not of the public folder
        QCOMPARE(files.file(there.path(u"no-key"_s), 5).value(), "12345"_ba);
        QCOMPARE(files.file(there.path(u"no-key"_s), 4).error().code, Error::Code::TooLarge);
        QCOMPARE(files.file(there.path(u"none"_s), 5).error().code, Error::Code::NotFound);
        QCOMPARE(files.secretKey(there.path(u"key"_s)).value().publicBytes, keys.publicBytes);
        QCOMPARE(files.secretKey(there.path(u"none"_s)).error().code, Error::Code::NotFound);
        QCOMPARE(files.secretKey(there.path(u"no-key"_s)).error().code, Error::Code::Invalid);
    }
    void writesAlike_data() { answersAlike_data(); }
    void writesAlike()
    {
        QFETCH(bool, isOnDisk);
        const Made there = made(isOnDisk, {}, {});
        QVERIFY(there.files->write(there.path(u"out"_s), {{u"c.json"_s, "1"}, {u"c.pdf"_s, "2"}}).ok());
        if (isOnDisk)
            QCOMPARE(there.files->file(there.path(u"out/c.pdf"_s), 5).value(), "2"_ba);
        else
            QCOMPARE(static_cast<TestSupport::PublishedFolder &>(*there.files).written.value(u"out/c.pdf"_s), "2"_ba);
    }
};

QTEST_GUILESS_MAIN(TestAbstractCertificateFiles)
#include "tst_abstractcertificatefiles.moc"
