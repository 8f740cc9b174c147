#include "gallery.h"

#include "flaws.h"
#include "support/inlanguage.h"

#include <QApplication>
#include <QDir>
#include <QJsonDocument>
#include <QMainWindow>
#include <QPainter>
#include <QPointer>
#include <QStatusBar>
#include <QTextDocumentFragment>
#include <QTextStream>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Gallery {

namespace {

/// How often a state is shown again when one of its windows went away before the picture.
constexpr int mostTries = 5;

QList<PictureState> allStates()
{
    return questionStates() + indicatorStates() + preferencesStates() + eraseAndInstallStates() + previewStates();
}

bool isMadeUp(const QString &language)
{
    return language == "xx"_L1 || language == "ar"_L1;
}

void close(const Parts &parts, const QWidget *window)
{
    QToolTip::hideText();
    // Inner menus first, and each only if its owner has not taken it along.
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        if (!*part || part->data() == window || part->data()->inherits("QTipLabel"))
            continue;
        part->data()->hide();
        if (!part->data()->inherits("QMenu"))
            delete part->data();
    }
}

QImage grab(QWidget *window)
{
    return window->grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// All parts where they are on the screen, beside and over each other.
QImage together(const Parts &parts, const QList<QImage> &images)
{
    QRect whole;
    for (const QWidget *part : parts)
        whole |= QRect(part->mapToGlobal(QPoint()), part->size());
    const double scale = images.first().devicePixelRatio();
    QImage picture((QSizeF(whole.size()) * scale).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::gray);
    QPainter painter(&picture);
    for (qsizetype i = 0; i < parts.size(); ++i)
        painter.drawImage(parts[i]->mapToGlobal(QPoint()) - whole.topLeft(), images[i]);
    return picture;
}

QString fileName(const QStringList &words)
{
    QString name = words.join(u'-').toLower();
    for (QChar &letter : name) {
        if (!letter.isLetterOrNumber())
            letter = u'-';
    }
    return name + u".png"_s;
}

} // namespace

QString Gallery::run(const QString &optionsJson)
{
    m_options = QJsonDocument::fromJson(optionsJson.toUtf8()).object();
    m_made = {};
    const QJsonObject themes = m_options[u"themes"_s].toObject();
    for (const QJsonValue &language : m_options[u"languages"_s].toArray()) {
        const TestSupport::InLanguage texts(language.toString());
        QApplication::setLayoutDirection(QLocale(language.toString()).textDirection());
        for (auto theme = themes.begin(); theme != themes.end(); ++theme) {
            QTextStream(stdout) << "    " << m_options[u"scale"_s].toString() << " %, " << language.toString() << ", "
                                << theme.key() << Qt::endl;
            for (const PictureState &state : allStates()) {
                const QString name = language.toString();
                const QString only = m_options[u"window"_s].toString();
                if (!only.isEmpty() && only != state.window)
                    continue;
                if (state.everyLanguage || name == "en"_L1 || name == "de"_L1)
                    show(state, theme.key(), theme.value().toString(), name);
            }
        }
    }
    QApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
    return QString::fromUtf8(QJsonDocument(m_made).toJson(QJsonDocument::Compact));
}

void Gallery::show(const PictureState &state, const QString &theme, const QString &sheet, const QString &language)
{
    for (int tries = 0; tries < mostTries; ++tries) {
        QMainWindow window; // as napari's: the style sheet is the window's, and dialogs inherit it
        window.setObjectName(u"GalleryWindow"_s);
        window.setStyleSheet(sheet);
        window.setGeometry(20, 420, 560, 60);
        window.show();
        (void)settle({&window});
        const QList<QWidget *> shown = state.show(&window);
        const Parts parts(shown.begin(), shown.end());
        const bool complete = settle(parts);
        if (complete)
            take(parts, state, theme, language);
        close(parts, &window);
        if (complete)
            return;
    }
    qFatal("%s, %s: a window does not stay", qPrintable(state.window), qPrintable(state.state));
}

void Gallery::take(const Parts &parts, const PictureState &state, const QString &theme, const QString &language)
{
    QList<QImage> images;
    QStringList found;
    QString tooltip;
    for (const QPointer<QWidget> &part : parts) {
        images.append(grab(part));
        found += flaws(*part, images.last(), isMadeUp(language));
        for (const QWidget *child : part->findChildren<QWidget *>()) {
            if (child->objectName() == "TelemetryStatusIndicator"_L1)
                tooltip = QTextDocumentFragment::fromHtml(child->toolTip()).toPlainText();
        }
    }
    const QString scale = m_options[u"scale"_s].toString();
    const QString file = fileName({state.window, state.state, theme, language, scale});
    QImage picture = together(parts, images);
    picture.setDevicePixelRatio(1);
    picture.save(QDir(m_options[u"folder"_s].toString()).filePath(file));
    m_made.append(QJsonObject{{u"file"_s, file},
                              {u"window"_s, state.window},
                              {u"state"_s, state.state},
                              {u"theme"_s, theme},
                              {u"language"_s, language},
                              {u"scale"_s, scale},
                              {u"tooltip"_s, tooltip},
                              {u"flaws"_s, QJsonArray::fromStringList(found)}});
}

} // namespace Gallery
