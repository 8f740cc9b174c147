#include "host/raw/disk/publishedmonths.h"

#include "contract/limits.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPublishedMonths : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_raw;

    static QList<Period> periods(const QStringList &texts)
    {
        QList<Period> periods;
        for (const QString &text : texts)
            periods.append(*Period::fromString(text));
        return periods;
    }
    void writeBytes(const QByteArray &bytes) const
    {
        QFile file(PublishedMonths::fileOf(m_raw));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_raw = m_folder->filePath(u"raw.sqlite"_s);
    }
    void liesBesideTheDatabase()
    {
        QCOMPARE(PublishedMonths::fileOf(u"/srv/raw.sqlite"_s), u"/srv/raw.sqlite.published"_s);
    }
    void parses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("months");
        QTest::newRow("none") << QByteArray() << QStringList();
        QTest::newRow("one") << "2026-11\n"_ba << QStringList{u"2026-11"_s};
        QTest::newRow("two, as they come") << "2026-11\n2026-10\n"_ba << QStringList{u"2026-11"_s, u"2026-10"_s};
        QByteArray most;
        QStringList months;
        for (int i = 0; i < Limits::publishedMonthsBytes / 8; ++i) {
            months.append(u"2026-11"_s);
            most += "2026-11\n";
        }
        QTest::newRow("as many as it takes") << most << months;
    }
    void parses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, months);
        QCOMPARE(PublishedMonths::parse(bytes).value(), periods(months));
    }
    /// Otherwise events would be deleted that nothing was published of.
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Error::Code>("code");
        QTest::addColumn<QString>("why");
        const auto noMonth = [](const char *name, const QByteArray &bytes) {
            QTest::newRow(name) << bytes << Error::Code::Invalid << u"a line is no month"_s;
        };
        const auto noEnd = [](const char *name, const QByteArray &bytes) {
            QTest::newRow(name) << bytes << Error::Code::Invalid << u"the last line has no end"_s;
        };
        noEnd("no newline", "2026-11");
        noEnd("cut off", "2026-11\n2026-1");
        noEnd("a zero behind", "2026-11\n\0"_ba);
        noMonth("a week", "2026-W47\n");
        noMonth("a week behind a month", "2026-11\n2026-W47\n");
        noMonth("an empty line", "\n");
        noMonth("an empty line at the end", "2026-11\n\n");
        noMonth("a year", "2026\n");
        noMonth("a day", "2026-11-01\n");
        noMonth("no such month", "2026-13\n");
        noMonth("before there were any", "1969-12\n");
        noMonth("blanks", " 2026-11\n");
        noMonth("of another system", "2026-11\r\n");
        noMonth("a zero", "2026-11\0\n"_ba);
        noMonth("other digits", "\u0662\u0660\u0662\u0666-11\n");
        noMonth("not UTF-8", "2026-1\xff\n");
        noMonth("a byte order mark", "\ufeff2026-11\n");
        const QByteArray large = QByteArray("2026-11\n").repeated(Limits::publishedMonthsBytes / 8) + "2026-10\n";
        QTest::newRow("too large") << large << Error::Code::TooLarge << u"more than 4096 bytes are no list of months"_s;
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        const auto parsed = PublishedMonths::parse(bytes);
        QVERIFY(!parsed.ok());
        QTEST(parsed.error().code, "code");
        QTEST(parsed.error().detail, "why");
    }
    void readsWhatWasWritten()
    {
        QVERIFY(PublishedMonths::read(m_raw).value().isEmpty()); // there is no file
        for (const QStringList &months :
             {QStringList{u"2026-10"_s, u"2026-11"_s}, QStringList{u"2026-12"_s}, QStringList()}) {
            QVERIFY(PublishedMonths::write(m_raw, periods(months)).ok());
            QCOMPARE(PublishedMonths::read(m_raw).value(), periods(months));
            QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                     QStringList{u"raw.sqlite.published"_s});
        }
    }
    void onlyItsOwnerReadsIt()
    {
        writeBytes("2026-10\n");
        QVERIFY(QFile::setPermissions(PublishedMonths::fileOf(m_raw), QFile::ReadOwner | QFile::ReadOther));
        QVERIFY(PublishedMonths::write(m_raw, periods({u"2026-11"_s})).ok());
        QCOMPARE(QFile::permissions(PublishedMonths::fileOf(m_raw))
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
                        | QFile::ExeOther | QFile::ExeOwner),
                 QFile::Permissions());
        QCOMPARE(PublishedMonths::read(m_raw).value(), periods({u"2026-11"_s}));
    }
    void saysWhichFileIsWrong_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("no month") << "2026-W47\n"_ba << Error::Code::Invalid;
        QTest::newRow("too large") << QByteArray(Limits::publishedMonthsBytes + 1, '\n') << Error::Code::TooLarge;
    }
    void saysWhichFileIsWrong()
    {
        QFETCH(QByteArray, bytes);
        writeBytes(bytes);
        const auto read = PublishedMonths::read(m_raw);
        QVERIFY(!read.ok());
        QTEST(read.error().code, "code");
        QVERIFY(read.error().detail.startsWith(m_raw + u".published: "_s));
    }
    void whatCanNotBeReadOrWrittenIsAnError()
    {
        QVERIFY(QDir().mkdir(PublishedMonths::fileOf(m_raw)));
        QCOMPARE(PublishedMonths::read(m_raw).error().code, Error::Code::Io);
        const auto written = PublishedMonths::write(m_raw, periods({u"2026-11"_s}));
        QCOMPARE(written.error().code, Error::Code::Io);
        QVERIFY(written.error().detail.startsWith(m_raw + u".published: "_s));
        QVERIFY(QDir(PublishedMonths::fileOf(m_raw)).exists());
    }
    void within_data()
    {
        QTest::addColumn<QStringList>("months");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("nothing is published") << QStringList() << QStringList();
        QTest::newRow("a month and its weeks")
            << QStringList{u"2026-11"_s} << QStringList{u"2026-W48"_s, u"2026-11"_s, u"2026-W45"_s};
        QTest::newRow("several") << QStringList{u"2026-10"_s, u"2026-11"_s}
                                 << QStringList{u"2026-W48"_s, u"2026-11"_s, u"2026-W45"_s, u"2026-W44"_s};
        QTest::newRow("nothing of it is stored") << QStringList{u"2026-01"_s} << QStringList();
        QTest::newRow("to week 53") << QStringList{u"2026-12"_s} << QStringList{u"2026-12"_s, u"2026-W53"_s};
    }
    void within()
    {
        QFETCH(QStringList, months);
        const QStringList stored{u"2026-W48"_s, u"ancient"_s,  u"2026-11"_s,  u"2026-W45"_s, u"2026-W44"_s,
                                 u"2026-12"_s,  u"2026-W53"_s, u"2027-W01"_s, u"2025-11"_s,  u""_s};
        QTEST(PublishedMonths::within(periods(months), stored), "found");
    }
};

QTEST_GUILESS_MAIN(TestPublishedMonths)
#include "tst_publishedmonths.moc"
