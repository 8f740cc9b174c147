#include "host/pages/words.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// The one that PageLanguage set; null: none lives.
const PageTongue *spoken = nullptr;

} // namespace

QString Words::ofDictionary(const QString &english)
{
    return QCoreApplication::translate("Telemetry::DataDictionary", english.toUtf8().constData());
}

int Words::countOf(qint64 number)
{
    // The last digits say which form it is, in each language that we have.
    constexpr qint64 most = 1'000'000;
    return int(number < most ? std::max<qint64>(number, 0) : most + number % most);
}

Html marked(const QString &sentence, const QList<Html> &arguments)
{
    Html made;
    qsizetype from = 0;
    for (qsizetype at = sentence.indexOf(u'%'); at >= 0; at = sentence.indexOf(u'%', at + 1)) {
        const int place = at + 1 < sentence.size() ? sentence[at + 1].unicode() - u'0' : 0;
        if (place < 1 || place > arguments.size())
            continue;
        made += html(reinterpret_cast<const char16_t *>(sentence.utf16()) + from, at - from) + arguments[place - 1];
        from = at + 2;
    }
    return made + html(reinterpret_cast<const char16_t *>(sentence.utf16()) + from, sentence.size() - from);
}

PageLanguage::PageLanguage(const PageTongue &tongue, const QString &folder)
{
    Q_ASSERT(!spoken);
    spoken = &tongue;
    const QString file = folder + u"/pages_%1.qm"_s;
    m_isLoaded = m_english.load(file.arg("en"_L1)) && QCoreApplication::installTranslator(&m_english);
    // Asked first, as it is the last.
    if (tongue.code != "en"_L1)
        m_isLoaded = m_translator.load(file.arg(tongue.code)) && QCoreApplication::installTranslator(&m_translator)
                     && m_isLoaded;
}

PageLanguage::~PageLanguage()
{
    QCoreApplication::removeTranslator(&m_translator);
    QCoreApplication::removeTranslator(&m_english);
    spoken = nullptr;
}

const PageTongue &PageLanguage::current()
{
    return spoken ? *spoken : pageTongues().first();
}

} // namespace Telemetry
