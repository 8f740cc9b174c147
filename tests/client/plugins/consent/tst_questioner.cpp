#include "client/plugins/consent/questioner.h"

#include "client/consent/widgets/consentdialog.h"
#include "client/plugins/consent/consentcontroller.h"
#include "support/dictionary.h"
#include "support/fakepackage.h"
#include "support/person.h"

#include <QLabel>
#include <QMainWindow>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestQuestioner : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestSupport::Person> m_person;
    std::unique_ptr<ConsentController> m_controller;

    static ConsentDialog *dialogIn(const QMainWindow &window)
    {
        auto *dialog = window.findChild<ConsentDialog *>();
        return dialog && dialog->isVisible() ? dialog : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_person = std::make_unique<TestSupport::Person>();
        m_controller = std::make_unique<ConsentController>(
            m_person->host(), TestSupport::dictionary(),
            std::make_unique<TestSupport::FakePackage>(m_person->host().packageFolder), TestSupport::screen);
        m_controller->begin();
    }
    void asksOnceAndInOneWindow()
    {
        QMainWindow first;
        QMainWindow second;
        first.show();
        second.show();
        Questioner questioner(m_controller.get());
        questioner.askIn(&first);
        QVERIFY(dialogIn(first));
        questioner.askIn(&second);
        QVERIFY(!dialogIn(second));
        dialogIn(first)->close();
        QCOMPARE(m_controller->store().record()->answer.level, Level::None);
        questioner.askIn(&first);
        QVERIFY(!dialogIn(first));
    }
    void waitsUntilAnotherModalWindowIsClosed()
    {
        QMainWindow window;
        window.show();
        QDialog modal(&window);
        modal.open();
        QCOMPARE(QApplication::activeModalWidget(), &modal);
        Questioner questioner(m_controller.get());
        questioner.askIn(&window);
        QCoreApplication::processEvents();
        QVERIFY(!dialogIn(window));
        modal.close();
        QTRY_VERIFY(dialogIn(window));
    }
    void waitsForOneModalWindowAfterTheOther()
    {
        QMainWindow window;
        window.show();
        QDialog second(&window);
        auto *first = new QDialog(&window);
        connect(first, &QDialog::finished, &second, [&] { second.open(); });
        first->open();
        Questioner questioner(m_controller.get());
        questioner.askIn(&window);
        first->close();
        delete first;
        QCoreApplication::processEvents();
        QVERIFY(!dialogIn(window));
        second.close();
        QTRY_VERIFY(dialogIn(window));
    }
    void theRecordHasTheHashOfWhatWasShown()
    {
        QMainWindow window;
        window.show();
        Questioner questioner(m_controller.get());
        questioner.askIn(&window);
        auto *dialog = dialogIn(window);
        QVERIFY(dialog);
        // What the window shows is what the question says, of which this is the hash.
        const Question question = m_controller->question();
        QCOMPARE(dialog->findChild<QLabel *>(u"introLabel"_s)->text(), question.intro());
        QCOMPARE(dialog->findChild<QLabel *>(u"fullLabel"_s)->text(), question.choice(Level::Full));
        QCOMPARE(dialog->findChild<QLabel *>(u"handlingLabel"_s)->text(), question.handling());
        QCOMPARE(dialog->findChild<QLabel *>(u"closingLabel"_s)->text(), question.closing());
        dialog->close();
        QCOMPARE(m_controller->store().record()->answer.textHash, question.hash());
    }
    void anAnswerElsewhereTakesTheQuestionAway()
    {
        QMainWindow window;
        window.show();
        Questioner questioner(m_controller.get());
        questioner.askIn(&window);
        QVERIFY(dialogIn(window));
        ConsentStore other(m_person->host(), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(other.choose({Level::Basic, std::nullopt, std::nullopt}, "hash"));
        QTRY_VERIFY(!dialogIn(window));
        QCOMPARE(m_controller->store().record()->answer.level, Level::Basic); // and not overwritten by a no
    }
};

QTEST_MAIN(TestQuestioner)
#include "tst_questioner.moc"
