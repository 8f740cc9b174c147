// Both commands from outside: what a person gets, and what other programs read in it.
#include "host/certificate/certificate.h"
#include "support/publishedfolder.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCertificateProgram : public QObject
{
    Q_OBJECT

    struct Ran
    {
        int exitCode = -1;
        QByteArray out;
        QByteArray err;
    };
    static Ran ran(const QString &program, const QStringList &arguments, const QString &zone = u"Europe/Berlin"_s)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"XDG_RUNTIME_DIR"_s})
            environment.remove(name);
        environment.insert(u"TZ"_s, zone);
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void put(const QTemporaryDir &folder, const TestSupport::PublishedFolder &files)
    {
        QVERIFY(QDir(folder.path()).mkpath(u"public/periods"_s));
        for (auto it = files.files.begin(); it != files.files.end(); ++it) {
            QFile file(folder.filePath(u"public/"_s + it.key()));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(it.value()) >= 0);
        }
        QFile key(folder.filePath(u"key"_s));
        QVERIFY(key.open(QIODevice::WriteOnly) && key.write(TestSupport::rfcKeys().secret.toBase64()) > 0);
        QVERIFY(key.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }
    static QStringList command(const QTemporaryDir &folder, const QString &plugin, const QString &from,
                               const QString &to, const QString &out = u"out"_s)
    {
        return {u"certificate"_s, plugin,
                u"--from"_s,      from,
                u"--to"_s,        to,
                u"--public"_s,    folder.filePath(u"public"_s),
                u"--key"_s,       folder.filePath(u"key"_s),
                u"--out"_s,       folder.filePath(out),
                u"--now"_s,       u"2026-12-20T12:00:00Z"_s};
    }
    static TestSupport::PublishedFolder fiveYears(const QString &plugin)
    {
        TestSupport::PublishedFolder folder;
        folder.addFirstKey();
        for (const QString &month : monthsBetween(u"2024-07"_s, u"2029-06"_s)) {
            const int number = static_cast<int>(qHash(month, 0) % 1'000);
            folder.release(month, plugin, number < 150 ? 0 : 5 * number, u"2026-12-01"_s);
        }
        return folder;
    }

private Q_SLOTS:
    void thePageHasTheNumbersOfTheFile_data()
    {
        QTest::addColumn<QString>("plugin");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("a year") << u"napari-svg"_s << u"2026-01"_s << u"2026-12"_s;
        QTest::newRow("a month") << u"napari-svg"_s << u"2026-02"_s << u"2026-02"_s;
        QTest::newRow("five years, a long name")
            << u"a-plugin"_s + u"-with-a-very-long-name"_s.repeated(4) << u"2024-07"_s << u"2029-06"_s;
        QTest::newRow("a long name without an end") << QString(100, u'w') << u"2024-07"_s << u"2025-12"_s;
    }
    void thePageHasTheNumbersOfTheFile()
    {
        QFETCH(QString, plugin);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QTemporaryDir folder;
        put(folder, plugin == u"napari-svg" ? TestSupport::yearOfSvg() : fiveYears(plugin));
        const Ran made = ran(TELEMETRY_CERTIFICATE ""_L1, command(folder, plugin, from, to));
        QVERIFY2(made.exitCode == 0, made.err.constData());
        QCOMPARE(made.err, QByteArray());
        const QString name = folder.filePath(u"out/%1-%2-%3"_s.arg(plugin, from, to));
        const QByteArray file = read(name + u".json"_s);
        const Certificate certificate = readCertificate(file).value();
        QVERIFY(hasSignatureOfItsKey(certificate));

        const QString page = name + u".pdf"_s;
        QVERIFY(ran(u"pdfinfo"_s, {page}).out.contains("Pages:           1\n"));
        const QString text = QString::fromUtf8(ran(u"pdftotext"_s, {u"-raw"_s, page, u"-"_s}).out);
        QVERIFY(text.contains(QString::fromLatin1(keyName(certificate.publicKey))));
        QVERIFY(QString(text).remove(QRegularExpression(u"\\s"_s)).contains(plugin));
        // The table: numbers and intervals in their order, the mean month behind each year's.
        QStringList expected;
        const auto add = [&](const PeopleWithin &number, bool isMean) {
            expected += {QString::number(number.people),
                         isMean || number.high < 1'000
                             ? u"%1–%2"_s.arg(QString::number(number.low), QString::number(number.high))
                             : u"±%1"_s.arg(number.high - number.people)};
        };
        for (const CertifiedYear &year : certificate.years) {
            for (const CertifiedMonth &month : certificate.months) {
                if (month.period.startsWith(QString::number(year.year)))
                    add(month.number, false);
            }
            if (year.mean)
                add(*year.mean, true);
        }
        const qsizetype table = text.indexOf(u"mean month"_s);
        QVERIFY(table > 0);
        QString rows = text.mid(table, text.indexOf(u"Below each year"_s) - table).replace(u"± "_s, u"±"_s);
        rows.remove(QRegularExpression(u"(?m)^20\\d\\d\\s+\\d+ of \\d+"_s));
        QStringList found;
        for (const auto &match : QRegularExpression(u"±?\\d+(–\\d+)?"_s).globalMatch(rows))
            found.append(match.captured());
        QCOMPARE(found, expected);
    }
    void theCodeLeadsToThePageThatVerifies()
    {
        QTemporaryDir folder;
        put(folder, TestSupport::yearOfSvg());
        QCOMPARE(
            ran(TELEMETRY_CERTIFICATE ""_L1, command(folder, u"napari-svg"_s, u"2026-01"_s, u"2026-12"_s)).exitCode, 0);
        const QString name = folder.filePath(u"out/napari-svg-2026-01-2026-12"_s);
        QCOMPARE(ran(u"pdftoppm"_s, {u"-r"_s, u"150"_s, u"-gray"_s, name + u".pdf"_s, name}).exitCode, 0);
        const QByteArray read = ran(u"zbarimg"_s, {u"--quiet"_s, u"--raw"_s, name + u"-1.pgm"_s}).out;
        QCOMPARE(read, "https://telemetry.napari.org/verify.html#sha256="
                           + TestSupport::sha256Of(this->read(name + u".json"_s)) + '\n');
    }
    void theFileIsAttachedToThePage()
    {
        QTemporaryDir folder;
        put(folder, TestSupport::yearOfSvg());
        QCOMPARE(
            ran(TELEMETRY_CERTIFICATE ""_L1, command(folder, u"napari-svg"_s, u"2026-01"_s, u"2026-12"_s)).exitCode, 0);
        const QString name = folder.filePath(u"out/napari-svg-2026-01-2026-12"_s);
        const QString copy = folder.filePath(u"copy.json"_s);
        QCOMPARE(ran(u"pdfdetach"_s, {u"-save"_s, u"1"_s, u"-o"_s, copy, name + u".pdf"_s}).exitCode, 0);
        QVERIFY(!read(copy).isEmpty());
        QCOMPARE(read(copy), read(name + u".json"_s));
    }
    void thePageIsTheSameAgain()
    {
        QTemporaryDir folder;
        put(folder, TestSupport::yearOfSvg());
        QList<QByteArray> pages;
        for (const QString &zone : {u"Europe/Berlin"_s, u"Asia/Tokyo"_s, u"UTC"_s}) {
            const QStringList line = command(folder, u"napari-svg"_s, u"2026-01"_s, u"2026-12"_s, zone);
            QCOMPARE(ran(TELEMETRY_CERTIFICATE ""_L1, line, zone).exitCode, 0);
            pages.append(read(folder.filePath(zone + u"/napari-svg-2026-01-2026-12.pdf"_s)));
        }
        QVERIFY(pages[0].contains("(D:20261220000000Z)"));
        QCOMPARE(pages[1], pages[0]);
        QCOMPARE(pages[2], pages[0]);
    }
    void withoutFontsThereIsNoEmptyPage()
    {
        QTemporaryDir folder;
        put(folder, TestSupport::yearOfSvg());
        QFile none(folder.filePath(u"fonts.conf"_s));
        QVERIFY(none.open(QIODevice::WriteOnly) && none.write("<fontconfig></fontconfig>") > 0);
        none.close();
        const QStringList line = command(folder, u"napari-svg"_s, u"2026-01"_s, u"2026-12"_s);
        qputenv("FONTCONFIG_FILE", none.fileName().toLocal8Bit());
        const Ran refused = ran(TELEMETRY_CERTIFICATE ""_L1, line);
        qunsetenv("FONTCONFIG_FILE");
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("there is no font; install fonts-open-sans"), refused.err.constData());
        QVERIFY(!QFile::exists(folder.filePath(u"out"_s)));
    }
    void aKeyThatOthersCanReadIsNotUsed()
    {
        QTemporaryDir folder;
        put(folder, TestSupport::yearOfSvg());
        QVERIFY(QFile::setPermissions(folder.filePath(u"key"_s), QFile::ReadOwner | QFile::ReadGroup));
        const Ran refused =
            ran(TELEMETRY_CERTIFICATE ""_L1, command(folder, u"napari-svg"_s, u"2026-01"_s, u"2026-12"_s));
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("is not its owner's alone, and it is not used"), refused.err.constData());
        QVERIFY(!QFile::exists(folder.filePath(u"out"_s)));
    }
    void verifiesWhatItMade()
    {
        QTemporaryDir folder;
        put(folder, TestSupport::yearOfSvg());
        QCOMPARE(
            ran(TELEMETRY_CERTIFICATE ""_L1, command(folder, u"napari-svg"_s, u"2026-01"_s, u"2026-12"_s)).exitCode, 0);
        const QString file = folder.filePath(u"out/napari-svg-2026-01-2026-12.json"_s);
        const QStringList line{u"verify"_s, file, u"--public"_s, folder.filePath(u"public"_s)};
        const Ran verified = ran(TELEMETRY_CERTIFICATE ""_L1, line);
        QVERIFY2(verified.exitCode == 0 && verified.err.isEmpty(), verified.err.constData());
        QVERIFY(verified.out.contains("right: the history of 12 lines is signed by the key 21fe31dfa154a261"));
        QVERIFY(verified.out.contains("right: the 9 numbers"));
        QFile changed(folder.filePath(u"public/periods/2026-05.json"_s));
        QVERIFY(changed.open(QIODevice::Append) && changed.write(" ") == 1);
        changed.close();
        const Ran refused = ran(TELEMETRY_CERTIFICATE ""_L1, line);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY(refused.err.contains("WRONG: periods/2026-05.json"));
    }
};

QTEST_GUILESS_MAIN(TestCertificateProgram)
#include "tst_certificateprogram.moc"
