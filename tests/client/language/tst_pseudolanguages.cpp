#include "client/package/widgets/installdialog.h"
#include "support/inlanguage.h"
#include "support/shownwidgets.h"

#include <QApplication>
#include <QPushButton>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// The made-up languages do what they are for, and a first window stands them.
class TestPseudoLanguages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLongOneIsTwiceAsLong()
    {
        const TestSupport::InLanguage made(u"xx"_s);
        const QByteArray source = "Nothing is sent. napari works just the same."_ba;
        const QString text = QCoreApplication::translate("Telemetry::LevelSummary", source.constData());
        const qsizetype percent = text.size() * 100 / source.size();
        QVERIFY2(percent >= 180 && percent <= 220, qPrintable(text));
    }
    void placeholdersStayInPlace_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("long") << u"xx"_s;
        QTest::newRow("from right to left") << u"ar"_s;
    }
    void placeholdersStayInPlace()
    {
        QFETCH(QString, language);
        const TestSupport::InLanguage made(language);
        for (const int count : {0, 1, 2, 3, 11, 100}) { // the six forms of Arabic
            const QString text =
                QCoreApplication::translate("Telemetry::ReportText", "%1: %n event(s) sent.", nullptr, count)
                    .arg(u"LEVEL"_s);
            QVERIFY2(text.startsWith(u'[') && text.endsWith(u']'), qPrintable(text));
            QCOMPARE(text.count(u"LEVEL"_s), 1);
            QCOMPARE(text.count(QString::number(count)), 1);
        }
    }
    void aWindowStandsEveryLanguage_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "de", "pl", "xx", "ar"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void aWindowStandsEveryLanguage()
    {
        QFETCH(QString, language);
        const TestSupport::InLanguage made(language);
        QApplication::setLayoutDirection(QLocale(language).textDirection());
        InstallDialog dialog(nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.showRunning(u"[python -m pip install x]"_s);
        dialog.show();
        QCOMPARE(TestSupport::cutTexts(dialog), QStringList());
        dialog.showFailure(u"[no such x]"_s);
        QCoreApplication::processEvents(); // the layout
        QCOMPARE(TestSupport::cutTexts(dialog), QStringList());
        dialog.showByHand(u"[This belongs to conda.]"_s, u"[conda install x]"_s);
        QCoreApplication::processEvents();
        QCOMPARE(TestSupport::cutTexts(dialog), QStringList());
        if (language == "xx"_L1 || language == "ar"_L1)
            QCOMPARE(TestSupport::untranslatedTexts(dialog), QStringList());
        auto *retry = dialog.findChild<QPushButton *>(u"retryButton"_s);
        auto *close = dialog.findChild<QPushButton *>(u"closeButton"_s);
        QCOMPARE(retry->x() > close->x(), language == "ar"_L1);
        QApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
    }
    void whatIsCutIsFound()
    {
        QWidget window;
        auto *label = new QLabel(u"This is too long for its place."_s, &window);
        label->setFixedWidth(20);
        window.show();
        QCOMPARE(TestSupport::cutTexts(window).size(), 1);
        QCOMPARE(TestSupport::untranslatedTexts(window).size(), 1);
    }
};

QTEST_MAIN(TestPseudoLanguages)
#include "tst_pseudolanguages.moc"
