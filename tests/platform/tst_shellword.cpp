#include "platform/shellword.h"

#include <QProcess>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestShellWord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plainWordsStayAsTheyAre()
    {
        for (const QString &word : {u"pip"_s, u"--no-deps"_s, u":all:"_s, u"/opt/a+b/python3.11"_s, u"a==1.0~rc1"_s})
            QCOMPARE(shellWord(word), word);
    }
    /// By the shell itself.
    void theShellReadsTheSameWord()
    {
        for (const QString &word :
             {u""_s, u"a b"_s, u"it's"_s, u"$HOME"_s, u"`id`"_s, u"a\\b"_s, u"*"_s, u"\"x\""_s, u"a;b"_s, u"é"_s}) {
            QProcess shell;
            shell.start(u"/bin/sh"_s, {u"-c"_s, u"printf '[%s]' "_s + shellWord(word)});
            QVERIFY(shell.waitForFinished());
            QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), u'[' + word + u']');
        }
    }
};

QTEST_GUILESS_MAIN(TestShellWord)
#include "tst_shellword.moc"
