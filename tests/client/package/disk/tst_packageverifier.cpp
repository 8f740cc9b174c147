#include "client/package/disk/packageverifier.h"

#include "contract/limits.h"
#include "platform/disk/privategroup_posix.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Outcome = PackageReport::Outcome;
using Problem = PackageReport::Problem;

class TestPackageVerifier : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_site;
    PackageManifest m_manifest;

    QString package() const { return m_site->filePath(u"napari_telemetry"_s); }
    QString path(const QString &name) const { return package() + u'/' + name; }
    QByteArray native(const QString &name) const { return QFile::encodeName(path(name)); }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("can't write");
    }
    PackageReport verified() const { return PackageVerifier::verify(m_manifest, package()); }
    /// The first thing that is wrong.
    static PackageReport::Check wrong(const PackageReport &report)
    {
        for (const auto &check : report.checks) {
            if (!check.ok())
                return check;
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(path(u"data"_s)));
        QByteArray list;
        for (const auto &[name, bytes] : {std::pair(u"__init__.py"_s, "one"), std::pair(u"_load.py"_s, "two"),
                                          std::pair(u"data/a.so"_s, "three"), std::pair(u"py.typed"_s, "")}) {
            write(path(name), bytes);
            list += QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() + "  napari_telemetry/"
                    + name.toUtf8() + '\n';
        }
        m_manifest = PackageManifest::parse(list).value();
    }
    void theReleaseIsVerifiedAndItsBytesAreKept()
    {
        const PackageReport report = verified();
        QCOMPARE(wrong(report).words(), QString());
        QCOMPARE(report.outcome, Outcome::Verified);
        QCOMPARE(report.files.keys(), QStringList({u"__init__.py"_s, u"_load.py"_s, u"data/a.so"_s, u"py.typed"_s}));
        QCOMPARE(report.files[u"data/a.so"_s].view(), QByteArray("three"));
        QCOMPARE(report.checks.size(), 5); // the folder and its files
        QCOMPARE(report.checks[1].detail,
                 QString::fromLatin1(QCryptographicHash::hash("one", QCryptographicHash::Sha256).toHex()));
    }
    void nothingThereIsNoFault()
    {
        QVERIFY(QDir(package()).removeRecursively());
        QVERIFY(!PackageVerifier::exists(package()));
        QCOMPARE(verified().outcome, Outcome::Absent);
        QVERIFY(verified().checks.isEmpty());
        QCOMPARE(PackageVerifier::verify(m_manifest, u"/nonexistent/site/napari_telemetry"_s).outcome, Outcome::Absent);
    }
    void withoutAListNothingIsVerified()
    {
        const PackageReport report = PackageVerifier::verify({}, package());
        QCOMPARE(report.outcome, Outcome::Refused);
        QCOMPARE(wrong(report).problem, Problem::NoManifest);
    }
    void whatPythonWroteIsNotRead()
    {
        QVERIFY(QDir().mkpath(path(u"__pycache__"_s)));
        write(path(u"__pycache__/_load.cpython-311.pyc"_s), "poison");
        QVERIFY(QFile(path(u"__pycache__/_load.cpython-311.pyc"_s)).setPermissions({}));
        const PackageReport report = verified();
        QCOMPARE(report.outcome, Outcome::Verified);
        QVERIFY(!report.files.contains(u"__pycache__/_load.cpython-311.pyc"_s));
    }
    void aLinkAboveThePackageIsResolved()
    {
        const QString link = m_site->path() + u"-link"_s;
        QVERIFY(QFile::link(m_site->path(), link));
        const PackageReport report = PackageVerifier::verify(m_manifest, link + u"/napari_telemetry"_s);
        QFile::remove(link);
        QCOMPARE(report.outcome, Outcome::Verified);
        QCOMPARE(report.folder, QDir(m_site->path()).canonicalPath() + u"/napari_telemetry"_s);
    }
    void oneThingWrongRefusesEverything_data()
    {
        using Action = std::function<void(TestPackageVerifier &)>;
        QTest::addColumn<Action>("change");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<Problem>("problem");
        const auto row = [](const char *name, const QString &subject, Problem problem, const Action &change) {
            QTest::newRow(name) << change << (u"napari_telemetry"_s + subject) << problem;
        };
        using Self = TestPackageVerifier &;
        row("another byte", u"/_load.py"_s, Problem::Changed, [](Self t) { write(t.path(u"_load.py"_s), "twO"); });
        row("a byte more", u"/_load.py"_s, Problem::Changed, [](Self t) { write(t.path(u"_load.py"_s), "two\n"); });
        row("cut off", u"/data/a.so"_s, Problem::Changed, [](Self t) { write(t.path(u"data/a.so"_s), "thre"); });
        row("emptied", u"/_load.py"_s, Problem::Changed, [](Self t) { write(t.path(u"_load.py"_s), {}); });
        row("missing", u"/_load.py"_s, Problem::Absent, [](Self t) { QFile::remove(t.path(u"_load.py"_s)); });
        row("a whole folder missing", u"/data/a.so"_s, Problem::Absent,
            [](Self t) { QDir(t.path(u"data"_s)).removeRecursively(); });
        row("one more module", u"/more.py"_s, Problem::Unknown, [](Self t) { write(t.path(u"more.py"_s), {}); });
        row("another case", u"/_Load.py"_s, Problem::Unknown, [](Self t) { write(t.path(u"_Load.py"_s), {}); });
        row("one more in a folder", u"/data/b.so"_s, Problem::Unknown,
            [](Self t) { write(t.path(u"data/b.so"_s), {}); });
        row("one more folder", u"/more"_s, Problem::Unknown, [](Self t) { QDir().mkpath(t.path(u"more"_s)); });
        row("a name that is not text", u"/\xfffd"_s, Problem::Unknown,
            [](Self t) { ::mkdir((QFile::encodeName(t.package()) + "/\xff").constData(), S_IRWXU); });
        row("compiled beside the source", u"/_load.pyc"_s, Problem::Unknown,
            [](Self t) { write(t.path(u"_load.pyc"_s), {}); });
        row("a file of the cache's name", u"/__pycache__"_s, Problem::Unknown,
            [](Self t) { write(t.path(u"__pycache__"_s), {}); });
        row("a link of the cache's name", u"/__pycache__"_s, Problem::Link,
            [](Self t) { QFile::link(t.path(u"data"_s), t.path(u"__pycache__"_s)); });
        row("a link to the same bytes", u"/_load.py"_s, Problem::Link, [](Self t) {
            QFile::rename(t.path(u"_load.py"_s), t.m_site->filePath(u"real.py"_s));
            QFile::link(t.m_site->filePath(u"real.py"_s), t.path(u"_load.py"_s));
        });
        row("a folder that is a link", u"/data"_s, Problem::WrongKind, [](Self t) {
            QDir().rename(t.path(u"data"_s), t.m_site->filePath(u"real"_s));
            QFile::link(t.m_site->filePath(u"real"_s), t.path(u"data"_s));
        });
        row("the package is a link", QString(), Problem::WrongKind, [](Self t) {
            QDir().rename(t.package(), t.m_site->filePath(u"real"_s));
            QFile::link(t.m_site->filePath(u"real"_s), t.package());
        });
        row("the package is a broken link", QString(), Problem::WrongKind, [](Self t) {
            QDir(t.package()).removeRecursively();
            QFile::link(u"/nonexistent"_s, t.package());
        });
        row("the package is a file", QString(), Problem::WrongKind, [](Self t) {
            QDir(t.package()).removeRecursively();
            write(t.package(), {});
        });
        row("a folder for a file", u"/_load.py"_s, Problem::WrongKind, [](Self t) {
            QFile::remove(t.path(u"_load.py"_s));
            QDir().mkpath(t.path(u"_load.py"_s));
        });
        row("a file for a folder", u"/data"_s, Problem::WrongKind, [](Self t) {
            QDir(t.path(u"data"_s)).removeRecursively();
            write(t.path(u"data"_s), {});
        });
        row("a pipe that nobody writes to", u"/_load.py"_s, Problem::WrongKind, [](Self t) {
            QFile::remove(t.path(u"_load.py"_s));
            ::mkfifo(t.native(u"_load.py"_s).constData(), S_IRUSR | S_IWUSR);
        });
        row("larger than any of ours", u"/_load.py"_s, Problem::TooLarge, [](Self t) {
            QFile(t.path(u"_load.py"_s)).resize(Limits::packageFileBytes + 1); // sparse
        });
        row("a stuffed folder", u""_s, Problem::TooLarge, [](Self t) {
            for (int i = 0; i <= Limits::packageEntries; ++i)
                write(t.path(QString::number(i)), {});
        });
        row("a file that all can write", u"/_load.py"_s, Problem::Writable,
            [](Self t) { ::chmod(t.native(u"_load.py"_s).constData(), 0666); });
        row("a folder that all can write", QString(), Problem::Writable,
            [](Self t) { ::chmod(QFile::encodeName(t.package()).constData(), 0777); });
        row("an inner folder that all can write", u"/data"_s, Problem::Writable,
            [](Self t) { ::chmod(t.native(u"data"_s).constData(), 01777); });
        if (::geteuid() == 0) {
            row("a file of somebody else", u"/_load.py"_s, Problem::Owner,
                [](Self t) { (void)!::chown(t.native(u"_load.py"_s).constData(), 65534, 0); });
            row("a folder of somebody else", QString(), Problem::Owner,
                [](Self t) { (void)!::chown(QFile::encodeName(t.package()).constData(), 65534, 0); });
            row("a file that a group of others can write", u"/_load.py"_s, Problem::Writable, [](Self t) {
                (void)!::chown(t.native(u"_load.py"_s).constData(), 0, 100);
                ::chmod(t.native(u"_load.py"_s).constData(), 0664);
            });
        }
    }
    void oneThingWrongRefusesEverything()
    {
        QFETCH(const std::function<void(TestPackageVerifier &)>, change);
        QFETCH(const QString, subject);
        QFETCH(const Problem, problem);
        change(*this);
        const PackageReport report = verified();
        QCOMPARE(report.outcome, Outcome::Refused);
        QVERIFY(report.files.isEmpty());
        QCOMPARE(wrong(report).subject, subject);
        QCOMPARE(wrong(report).problem, problem);
        ::rmdir((QFile::encodeName(package()) + "/\xff").constData()); // which QTemporaryDir can't name
    }
    void umask002OfAPrivateGroupIsFine()
    {
        // As pip writes under umask 002. The group is root's, or that of the user of this test, whom nobody shares it
        // with.
        if (!isPrivateGroup(::getegid()))
            QSKIP("the group of this user has other members");
        for (const QString &name : {u"_load.py"_s, u"data/a.so"_s})
            QCOMPARE(::chmod(native(name).constData(), 0664), 0);
        QCOMPARE(::chmod(native(u"data"_s).constData(), 0775), 0);
        QCOMPARE(verified().outcome, Outcome::Verified);
    }
    void aHardLinkIsAFile() // uv and conda link from their caches
    {
        QCOMPARE(::link(native(u"_load.py"_s).constData(), (native(u"_load.py"_s) + "-cache").constData()), 0);
        QVERIFY(QFile::rename(path(u"_load.py-cache"_s), m_site->filePath(u"cache"_s)));
        QCOMPARE(verified().outcome, Outcome::Verified);
    }
};

QTEST_GUILESS_MAIN(TestPackageVerifier)
#include "tst_packageverifier.moc"
