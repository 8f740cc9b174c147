#pragma once

#include <QAbstractButton>
#include <QLabel>
#include <QStringList>

/// What a person would see to be wrong in a window that is shown.
namespace TestSupport {

/// The labels and buttons that have less room than their texts need.
inline QStringList cutTexts(const QWidget &window)
{
    QStringList cut;
    const auto check = [&](const QWidget *widget, const QString &text, const QSize &needed) {
        if (widget->isVisible() && (widget->width() < needed.width() || widget->height() < needed.height()))
            cut.append(widget->objectName() + QStringLiteral(": ") + text);
    };
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        // A label that breaks its lines needs the width of its longest word, and the height that follows from its
        // width.
        check(label, label->text(),
              label->wordWrap() ? QSize(label->minimumSizeHint().width(), label->heightForWidth(label->width()))
                                : label->sizeHint());
    }
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>())
        check(button, button->text(), button->minimumSizeHint());
    return cut;
}

/// In a made-up language: the labels, buttons and titles whose texts are not of it, so that nobody could translate
/// them.
inline QStringList untranslatedTexts(const QWidget &window)
{
    QStringList texts{window.windowTitle()};
    for (const QLabel *label : window.findChildren<QLabel *>())
        texts.append(label->text());
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->objectName() != QLatin1String("englishButton")) // it names a language in that language
            texts.append(button->text());
    }
    texts.removeIf([](const QString &text) { return text.isEmpty() || text.contains(QLatin1Char('[')); });
    return texts;
}

} // namespace TestSupport
