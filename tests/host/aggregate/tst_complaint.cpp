#include "host/aggregate/complaint.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestComplaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCodeFollowsFromTheError_data()
    {
        QTest::addColumn<Error::Code>("error");
        QTest::addColumn<ExitCode>("code");
        QTest::newRow("a lock") << Error::Code::Busy << ExitCode::Busy;
        QTest::newRow("another format") << Error::Code::Invalid << ExitCode::WrongFile;
        QTest::newRow("missing") << Error::Code::NotFound << ExitCode::WrongFile;
        QTest::newRow("a newer format") << Error::Code::Unsupported << ExitCode::WrongFile;
        QTest::newRow("broken") << Error::Code::Damaged << ExitCode::WrongFile;
        QTest::newRow("over a limit") << Error::Code::TooLarge << ExitCode::Failed;
        QTest::newRow("ended") << Error::Code::Closed << ExitCode::Failed;
        QTest::newRow("a full disk") << Error::Code::Io << ExitCode::Failed;
    }
    void theCodeFollowsFromTheError()
    {
        QFETCH(Error::Code, error);
        const Complaint complaint = complaintOf(u"starting"_s, {error, u"it is so"_s}, u"Mend it."_s);
        QCOMPARE(complaint.step, u"starting"_s);
        QCOMPARE(complaint.why, u"it is so"_s);
        QCOMPARE(complaint.advice, u"Mend it."_s);
        QTEST(complaint.code, "code");
    }
    void theTableHasEachCodeOnce()
    {
        static const QRegularExpression row(u"^  (\\d)  \\S.*$"_s);
        QStringList lines = exitCodesText().split(u'\n');
        QCOMPARE(lines.takeFirst(), u"Exit codes:"_s);
        QCOMPARE(lines.takeLast(), QString()); // the end of the last line
        QList<int> codes;
        QSet<QString> meanings;
        for (const QString &line : std::as_const(lines)) {
            const auto match = row.match(line);
            QVERIFY2(match.hasMatch(), qPrintable(line));
            QVERIFY(line.size() <= 100);
            codes.append(match.captured(1).toInt());
            meanings.insert(line.mid(5));
        }
        QList<int> all;
        for (const auto code : {ExitCode::Done, ExitCode::Failed, ExitCode::Usage, ExitCode::Waits, ExitCode::Clock,
                                ExitCode::Promise, ExitCode::WrongFile, ExitCode::Busy, ExitCode::NotShown})
            all.append(static_cast<int>(code));
        QCOMPARE(codes, all);
        QCOMPARE(meanings.size(), all.size());
    }
};

QTEST_GUILESS_MAIN(TestComplaint)
#include "tst_complaint.moc"
