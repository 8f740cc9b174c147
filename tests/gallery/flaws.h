#pragma once

#include <QImage>
#include <QStringList>
#include <QWidget>

namespace Gallery {

/// What a person would see to be wrong in a window that is shown: text with a contrast below 4.5 to 1, text that is cut
/// off, text that nobody can translate (`madeUp`: the language is made up, so every text of ours has brackets), a
/// control that a screen reader can't name, a scroll bar to the side. One line each, for people.
[[nodiscard]] QStringList flaws(const QWidget &window, const QImage &picture, bool madeUp);

/// The least contrast (WCAG 2.1, from 1 to 21) of any part of the text in this part of a picture. Each piece about as
/// wide as a short word is looked at by itself, so that a link does not hide behind the text around it. 21 where there
/// is none.
[[nodiscard]] double leastContrast(const QImage &picture, const QRect &area, int lineHeight);

} // namespace Gallery
