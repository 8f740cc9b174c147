#pragma once

#include "client/consent/choice.h"
#include "client/consent/clientfiles.h"
#include "client/consent/disk/consentfile.h"
#include "client/consent/host.h"
#include "client/consent/lazydictionary.h"
#include "client/consent/policy.h"
#include "platform/disk/filewatch.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace Telemetry {

/// Everything that the decision depends on, as it is at this moment. `platformName` as in PolicyInputs. Reads files;
/// writes none.
[[nodiscard]] PolicyInputs gatherPolicyInputs(const ConsentFile &file, const ContainerPlace &container,
                                              const LazyDictionary &dictionary, const QString &platformName);
/// What the policy has to know of a container that this process runs in. It does not change while the process lives.
[[nodiscard]] ContainerPlace containerPlace(const Host &host);

/// What is allowed at present, and the user's answers. Notices answers that other processes write, and time that
/// passes. GUI thread.
class ConsentStore : public QObject
{
    Q_OBJECT
public:
    /// `platformName` as in PolicyInputs.
    ConsentStore(const Host &host, const LazyDictionary &dictionary, const QString &platformName,
                 QObject *parent = nullptr);

    [[nodiscard]] const EffectiveLevel &effective() const { return m_effective; }
    /// As last read; nothing when there is none, or it is damaged.
    [[nodiscard]] const std::optional<ConsentRecord> &record() const { return m_record; }
    [[nodiscard]] bool neverAsk() const { return m_neverAsk; }
    [[nodiscard]] QString path() const { return m_file.path(); }
    /// Where the answer that counts is; path(), except for a no that could not be saved there.
    [[nodiscard]] QString answerPath() const { return m_isRefusal ? m_file.refusalPath() : m_file.path(); }
    /// Whether there are events of this environment, sent or not.
    [[nodiscard]] bool hasEvents() const;
    /// Whether something may have been recorded or sent from this environment: an answer was a yes, or there are
    /// events.
    [[nodiscard]] bool mayHaveRecorded() const;
    /// Whether the end of napari has cut short an erasing.
    [[nodiscard]] bool isErasing() const;

    /// Reads everything again; true when what is allowed has changed.
    bool reread();
    /// Begins to notice changes from outside.
    void watch();

    /// Write the record, then read again. A no that can't be saved there is kept where it can be, see ConsentFile.
    /// Errors: Io; effective() then is what the next start would find: none, after a choice that asked for less, as far
    /// as the disk allows.
    [[nodiscard]] Result<Done> choose(const Choice &choice, const QByteArray &textHash);
    [[nodiscard]] Result<Done> pause(PauseLength length);
    [[nodiscard]] Result<Done> resume();
    [[nodiscard]] Result<Done> setNeverAsk(bool never);
    /// Puts an earlier answer back, with its moment and pause; what was answered since is remembered, too.
    [[nodiscard]] Result<Done> restore(const ConsentRecord &record);

Q_SIGNALS:
    /// Something was changed from outside, or by time: reread() was called.
    void changed();

private:
    [[nodiscard]] bool restricts(const ConsentRecord &record) const;
    [[nodiscard]] Result<Done> write(const ConsentRecord &record);
    void heard();

    const ContainerPlace m_container; ///< looked for once: the record is read again and again
    LazyDictionary m_dictionary;
    ClientFiles m_files;
    QString m_platformName;
    ConsentFile m_file;
    EffectiveLevel m_effective;
    std::optional<ConsentRecord> m_record;
    bool m_neverAsk = false;
    bool m_isRefusal = false; ///< the record is a no that could not be saved in its place
    std::unique_ptr<FileWatch> m_watch;
    QTimer m_timer; ///< until EffectiveLevel::changesAt
};

} // namespace Telemetry
