#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

namespace TestSupport {

/// What an application hears when its translators change.
class LanguageChanges : public QObject
{
public:
    LanguageChanges() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::LanguageChange ? 1 : 0;
        return false;
    }
    int count = 0;
};

} // namespace TestSupport
