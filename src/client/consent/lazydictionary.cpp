#include "client/consent/lazydictionary.h"

#include "client/consent/consentlog.h"
#include "contract/canonicaljson.h"
#include "contract/limits.h"

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

Q_LOGGING_CATEGORY(consentLog, "telemetry.consent")

struct LazyDictionary::State
{
    QByteArray json;
    int version = 0;
    std::optional<DataDictionary> dictionary;
};

LazyDictionary::LazyDictionary(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
}

LazyDictionary::LazyDictionary(const DataDictionary &dictionary)
    : m_state(std::make_shared<State>(State{{}, dictionary.version(), dictionary}))
{
}

Result<LazyDictionary> LazyDictionary::fromJson(const QByteArray &json)
{
    const auto parsed = parseJsonObject(json, Limits::dictionaryBytes);
    if (!parsed)
        return parsed.error();
    const int version = parsed.value()["version"_L1].toInt();
    if (version < 1)
        return Error{Error::Code::Invalid, u"data dictionary: no version"_s};
    return LazyDictionary(std::make_shared<State>(State{json, version, std::nullopt}));
}

int LazyDictionary::version() const
{
    return m_state->version;
}

const DataDictionary &LazyDictionary::get() const
{
    if (!m_state->dictionary) {
        auto loaded = DataDictionary::load(m_state->json);
        if (!loaded)
            qCCritical(consentLog, "%s", qUtf8Printable(loaded.error().detail));
        m_state->dictionary = loaded ? std::move(loaded).value() : DataDictionary();
    }
    return *m_state->dictionary;
}

bool LazyDictionary::adds(int since, Level level) const
{
    return get().topics().isEmpty() || get().adds(since, level);
}

} // namespace Telemetry
